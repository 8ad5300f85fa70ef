/** The main points of the book: at most six, one sentence each, with the chapter and the table that each is from. */
import { chapterName, FINDINGS_WORDS } from '../../analysis/publication/formats/findings-words.ts'
import type { FindingsVolume } from '../../survey-schema/release/findings.ts'
import { useLanguage } from '../language/language.tsx'
import { SentenceWords } from './placed-sentence.tsx'
import { WORDS } from './words.ts'

interface MainPointsProps {
  readonly findings: FindingsVolume
  readonly chapterAddress: (number: number) => string
  readonly tableAddress: (number: string) => string
}

export function MainPoints({ findings: { mainPoints }, chapterAddress, tableAddress }: MainPointsProps) {
  const { say } = useLanguage()
  return (
    <section className="book-points" aria-labelledby="points-title">
      <h2 id="points-title">{say(FINDINGS_WORDS.mainPoints)}</h2>
      {mainPoints.length === 0 ? (
        <p className="book-lead">{say(FINDINGS_WORDS.noMainPoints)}</p>
      ) : (
        <ol>
          {mainPoints.map(({ chapter, table, sentence }) => (
            <li key={sentence.en}>
              <p className="book-lead">
                <SentenceWords sentence={sentence} />
              </p>
              <p className="book-references">
                <a href={chapterAddress(chapter)}>{say(chapterName(chapter))}</a>
                <a href={tableAddress(table)}>{say(WORDS.table(table))}</a>
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
