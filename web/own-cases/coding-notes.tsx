/** Coding notes: how the network records answers, and the code book of every question. */
import { useLanguage } from '../language/language.tsx'
import { CODING_NOTES, CODING_WORDS } from './coding-words.ts'

export function CodingNotes() {
  const { language, tell } = useLanguage()
  return (
    <details className="card">
      <summary>{tell(CODING_WORDS.heading)}</summary>
      <p>{tell(CODING_WORDS.intro)}</p>
      <ul>
        {Object.values(CODING_NOTES).map((note) => (
          <li key={note.en}>{tell(note)}</li>
        ))}
      </ul>
      <a className="link-alone" href={`/api/v1/questionnaire?format=codebook&lang=${language}`}>
        {tell(CODING_WORDS.codebook)}
      </a>
    </details>
  )
}
