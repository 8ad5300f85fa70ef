/** Citations of the book, a chapter or a table, in words, BibTeX and RIS. The year is the one with which the name of the edition begins, if it has one; no clock is read. */
import type { Book, BookTable, Citation, Imprint } from '../../../survey-schema/release/book.ts'
import { type Text, text } from '../../../survey-schema/text.ts'

/** Citations of the book, of each chapter, and of each table that prints a block. */
export function citationsOf({ imprint, chapters }: Book): readonly Citation[] {
  const tables = (table: BookTable) =>
    table.blocks.length === 0
      ? []
      : [
          citationFor(
            imprint,
            {
              id: `table-${table.number.replace('.', '-')}`,
              name: text(`表${table.number}「${table.title.ja}」`, `Table ${table.number}, ${table.title.en}`),
            },
            [...new Set(table.blocks.map(({ checksum }) => checksum))],
          ),
        ]
  return [
    citationFor(imprint, null, imprint.checksum),
    ...chapters.flatMap(({ number, title, tables: all }) => [
      citationFor(
        imprint,
        { id: `chapter-${number}`, name: text(`第${number}章「${title.ja}」`, `Chapter ${number}, ${title.en}`) },
        imprint.checksum,
      ),
      ...all.flatMap(tables),
    ]),
  ]
}

/**
 * @param part the chapter or table, null for the book
 * @param checksum of the part, hexadecimal, cited by its first 16 digits; several where a printed table is made of several released ones
 */
export function citationFor(
  imprint: Imprint,
  part: { readonly id: string; readonly name: Text } | null,
  checksum: string | readonly string[],
): Citation {
  const { edition, policy, questionnaire, fictional, records } = imprint
  const year = /^\d{4}/.exec(edition)?.[0] ?? null
  const first = [checksum]
    .flat()
    .map((one) => one.slice(0, 16))
    .join(' ')
  const note = [
    `edition ${edition}`,
    `policy ${policy}`,
    `questionnaire ${questionnaire}`,
    `checksum ${first}`,
    ...(fictional ? ['fictional data'] : []),
    ...(records ? [`records: ${records.citation.en}`] : []),
  ].join(', ')
  const key = ['jnatip', edition, ...(part ? [part.id] : [])].join('-').replaceAll(/[^A-Za-z0-9-]/g, '-')
  const title = part ? `${imprint.title.en}: ${part.name.en}` : imprint.title.en
  return {
    words: text(
      [`JNATIP『データブック ${edition}』`, ...(part ? [part.name.ja] : []), `秘匿規則${policy}`, `照合値 ${first}`].join('、'),
      [
        `JNATIP${year ? ` (${year})` : ''}, Data Book ${edition}`,
        ...(part ? [part.name.en] : []),
        `policy ${policy}`,
        `checksum ${first}`,
      ].join(', '),
    ),
    bibtex: [
      `@${part ? 'inbook' : 'book'}{${key},`,
      '  author = {{JNATIP}},',
      `  title = {{${escaped(title)}}},`,
      ...(year ? [`  year = {${year}},`] : []),
      '  publisher = {{Japan Network Against Trafficking in Persons}},',
      `  edition = {${escaped(edition)}},`,
      `  note = {${escaped(note)}}`,
      '}',
      '',
    ].join('\n'),
    ris: [
      `TY  - ${part ? 'CHAP' : 'BOOK'}`,
      'AU  - JNATIP',
      `TI  - ${part ? part.name.en : imprint.title.en}`,
      ...(part ? [`T2  - ${imprint.title.en}`] : []),
      ...(year ? [`PY  - ${year}`] : []),
      'PB  - Japan Network Against Trafficking in Persons',
      `ET  - ${edition}`,
      `N1  - ${note}`,
      'ER  - ',
      '',
    ].join('\n'),
  }
}

const escaped = (text: string): string => text.replaceAll(/[{}\\]/g, '').replaceAll(/[%&_#$]/g, (sign) => `\\${sign}`)
