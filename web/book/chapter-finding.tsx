/** What a chapter found, before its tables: its question, one finding, at most three sentences, and what cannot be said. */
import { FINDINGS_WORDS } from '../../analysis/publication/formats/findings-words.ts'
import type { FindingsChapter } from '../../survey-schema/release/findings.ts'
import { useLanguage } from '../language/language.tsx'
import { SentenceOfTable } from './placed-sentence.tsx'

interface ChapterFindingProps {
  readonly chapter: FindingsChapter
  readonly tableAddress: (number: string) => string
}

export function ChapterFinding({ chapter, tableAddress }: ChapterFindingProps) {
  const { say } = useLanguage()
  const { question, finding, silent, sentences, limits } = chapter
  return (
    <section className="book-finding" aria-label={say(FINDINGS_WORDS.volume)}>
      <p className="book-question">{say(question)}</p>
      {finding && (
        <>
          <h2>{say(finding.headline)}</h2>
          <p className="book-lead">
            <SentenceOfTable placed={finding} tableAddress={tableAddress} />
          </p>
        </>
      )}
      {silent && <p>{say(silent)}</p>}
      {sentences.length > 0 && (
        <ul className="book-sentences">
          {sentences.map((placed) => (
            <li key={placed.sentence.en}>
              <SentenceOfTable placed={placed} tableAddress={tableAddress} />
            </li>
          ))}
        </ul>
      )}
      {limits.length > 0 && (
        <div className="book-limits">
          <p>
            <strong>{say(FINDINGS_WORDS.cannotSay)}</strong>
          </p>
          {limits.map((line) => (
            <p key={line.en}>{say(line)}</p>
          ))}
        </div>
      )}
    </section>
  )
}
