/** How to cite: in words, and as BibTeX and RIS to copy. */
import type { Citation } from '../../survey-schema/release/book.ts'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

export function Cited({ citation }: { citation: Citation }) {
  const { say } = useLanguage()
  return (
    <details className="book-cite">
      <summary>{say(WORDS.cite)}</summary>
      <p>{say(citation.words)}</p>
      {[
        ['BibTeX', citation.bibtex],
        ['RIS', citation.ris],
      ].map(([name, text]) => (
        <div key={name}>
          <h3>{name}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard */}
          <pre lang="en" tabIndex={0}>
            {text}
          </pre>
        </div>
      ))}
    </details>
  )
}
