/** The files of the book, those that people read first; the rest is one click away. */
import type { Text } from '../../survey-schema/text.ts'
import { client } from '../client.ts'
import { useAnswer } from '../frame/editions.ts'
import { useLanguage } from '../language/language.tsx'
import { FILE_WORDS, PART_WORDS, WORDS } from './words.ts'

const FIRST: readonly string[] = ['findings', 'findings-html', 'findings-docx', 'pdf', 'html', 'docx', 'xlsx']
const MEGABYTE = 1_000_000

export function Downloads({ edition }: { edition: string }) {
  const { say, language } = useLanguage()
  const loaded = useAnswer(`${edition} files`, () => client.bookFiles(edition))
  if (loaded.state !== 'here' || loaded.value.length === 0) return null
  // Files in the language of the page, or in both; the others follow.
  const sorted = loaded.value.toSorted((a, b) => rank(a, language) - rank(b, language))
  const listed = (files: typeof sorted) => (
    <ul className="book-files">
      {files.map(({ name, address, format, language: of, bytes }) => (
        <li key={name}>
          <a href={address}>
            {say(format in FILE_WORDS ? FILE_WORDS[format as keyof typeof FILE_WORDS] : { ja: name, en: name })}
            {say(partOf(name))} {say(WORDS.fileOf(of, Math.max(0.1, bytes / MEGABYTE).toFixed(1)))}
          </a>
        </li>
      ))}
    </ul>
  )
  const further = sorted.filter(({ format }) => !FIRST.includes(format))
  return (
    <section aria-labelledby="downloads-title">
      <h2 id="downloads-title">{say(WORDS.downloads)}</h2>
      {listed(sorted.filter(({ format }) => FIRST.includes(format)))}
      {further.length > 0 && (
        <details className="book-further">
          <summary>{say(WORDS.furtherFiles)}</summary>
          {listed(further)}
        </details>
      )}
    </section>
  )
}

const rank = ({ format, language: of }: { readonly format: string; readonly language: string | null }, language: string) =>
  FIRST.indexOf(format) + (of === null || of === language ? 0 : FIRST.length)

/** Topic of a fact sheet, or reader of a pack, by the name of its file. */
function partOf(name: string): Text {
  const id = /\.(?:fact-sheet|pack)-([a-z-]+)\./.exec(name)?.[1] ?? ''
  const [, embassy = id, country = ''] = /^(embassy)-([a-z]{2})$/.exec(id) ?? []
  const known: Text = embassy in PART_WORDS ? PART_WORDS[embassy as keyof typeof PART_WORDS] : { ja: id, en: id }
  const code = country === '' ? '' : ` ${country.toUpperCase()}`
  return { ja: `${known.ja}${code}`, en: id === '' ? '' : ` ${known.en}${code}` }
}
