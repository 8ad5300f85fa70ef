/** The files of a book: which there are, and what they are called. A file is made when its content is asked for. */
import { createHash } from 'node:crypto'
import type { Book } from '../../../survey-schema/release/book.ts'
import type { Language } from '../../../survey-schema/text.ts'
import { type BookFileFormat, type BookFormat, FORMATS } from './book-formats.ts'
import { makingOf } from './book-making.ts'

export interface BookFile {
  readonly name: string
  readonly format: BookFormat
  /** Null for a file that holds all languages. */
  readonly language: Language | null
  readonly type: string
  readonly make: () => Promise<Uint8Array>
}

export function bookFiles(book: Book, languages: readonly Language[], formats: readonly BookFormat[]): readonly BookFile[] {
  const making = makingOf(book, languages, fileName(book, null, FORMATS.html.ending))
  return formats.flatMap((format) => {
    const { ending, type, each, parts, make }: BookFileFormat = FORMATS[format]
    return (parts ? parts(making) : ['']).flatMap((part) =>
      (each ? languages : [null]).map((language) => ({
        name: fileName(book, language, ending, part),
        format,
        language,
        type,
        make: async () => {
          const content = await make(making, language ?? languages[0]!, part)
          return typeof content === 'string' ? Buffer.from(content) : content
        },
      })),
    )
  })
}

/** `data-book_2026-1.ja.pdf`; it says so when the network is invented. */
const fileName = ({ imprint }: Pick<Book, 'imprint'>, language: Language | null, ending: string, part = ''): string =>
  [
    `${imprint.fictional ? 'fictional_' : ''}data-book_${imprint.edition.replaceAll(/[^A-Za-z0-9._-]/g, '-')}`,
    ...(part === '' ? [] : [part]),
    ...(language ? [language] : []),
    ending,
  ].join('.')

/** SHA-256, hexadecimal. */
export const digestOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')
