/** What LibreOffice makes of a file, read from the OpenDocument file that it wrote: tables as it understood them. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import type { Text } from '../../../survey-schema/text.ts'
import type { Printed } from '../../support/printed.ts'

export interface OfficeCell {
  /** `float`, `string`, or nothing for a cell without content. */
  readonly type: string
  readonly value: string
  readonly text: string
}

export interface OfficeTable {
  readonly name: string
  /** Rows repeated on each page come first. */
  readonly head: number
  readonly rows: readonly (readonly OfficeCell[])[]
}

/** The tables of a document in order, and its text. @throws Error where LibreOffice makes nothing of it */
export async function openedByOffice(page: Page, file: string, as: 'ods' | 'odt', folder: string) {
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`
  const ran = spawnSync('soffice', [profile, '--headless', '--convert-to', as, '--outdir', folder, file], { timeout: 240_000 })
  const made = join(folder, basename(file).replace(/\.[a-z]+$/, `.${as}`))
  if (ran.status !== 0) throw new Error(`LibreOffice ended with ${ran.status ?? ran.signal}`)
  return page.evaluate(
    readTables,
    strFromU8(unzipSync(readFileSync(made), { filter: ({ name }) => name === 'content.xml' })['content.xml']!),
  )
}

/** Runs in the browser, whose reader of XML is not ours. */
function readTables(xml: string): { readonly tables: readonly OfficeTable[]; readonly text: string } {
  const [table, text, office] = ['table', 'text', 'office'].map((name) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`)
  const parsed = new DOMParser().parseFromString(xml, 'application/xml')
  const cellsOf = (row: Element) =>
    [...row.children].flatMap((cell) => {
      if (!['table-cell', 'covered-table-cell'].includes(cell.localName)) return []
      const lines = [...cell.getElementsByTagNameNS(text!, 'p')].map((line) => line.textContent ?? '')
      const found = {
        type: cell.getAttributeNS(office!, 'value-type') ?? '',
        value: cell.getAttributeNS(office!, 'value') ?? '',
        text: lines.join('\n'),
      }
      const times = Number(cell.getAttributeNS(table!, 'number-columns-repeated') ?? 1)
      return found.text === '' && times > 200 ? [] : Array.from({ length: times }, () => found)
    })
  const tables = [...parsed.getElementsByTagNameNS(table!, 'table')].map((one) => {
    const rows = [...one.getElementsByTagNameNS(table!, 'table-row')]
    return {
      name: one.getAttributeNS(table!, 'name') ?? '',
      head: rows.filter((row) => row.parentElement?.localName === 'table-header-rows').length,
      rows: rows.flatMap((row) => {
        const cells = cellsOf(row)
        const times = Number(row.getAttributeNS(table!, 'number-rows-repeated') ?? 1)
        return cells.every((cell) => cell.text === '') ? [cells] : Array.from({ length: times }, () => cells)
      }),
    }
  })
  return { tables, text: parsed.documentElement.textContent ?? '' }
}

const bare = (text: string) => text.replaceAll(/\s/g, '')

/** The sheet holds the block: names in both languages, figures as numbers, everything else as text. */
export function inSheet({ rows }: OfficeTable, { lines }: Printed): boolean {
  const [first] = lines
  if (!first) return true
  const from = rows.findIndex(([ja, en]) => ja?.text.trim() === first.name.ja.trim() && en?.text.trim() === first.name.en.trim())
  return (
    from >= 0 &&
    lines.every(({ name, cells }, at) => {
      const [ja, en, ...found] = rows[from + at] ?? []
      return (
        ja?.text.trim() === name.ja.trim() &&
        en?.text.trim() === name.en.trim() &&
        cells.every((cell, place) => {
          const one = found[place]
          if (cell.figure !== null)
            return one?.type === 'float' && one.value === String(cell.figure) && one.text.startsWith('≥') === (cell.status === 'at_least')
          // Words that are a number are one in the sheet.
          const words = inBoth(cell.text)
          if (/^\d+$/.test(words)) return one?.type === 'float' && one.value === words
          if (/^\d+%(（|$)/.test(words)) return isShare(one, cell.text)
          return one?.type === 'string' && bare(one.text) === bare(words)
        }) &&
        cells.every(({ share }, place) => share === null || isShare(found[cells.length + place], share))
      )
    })
  )
}

/** A number that reads as the percent of the printed share. */
const isShare = (cell: OfficeCell | undefined, share: Text) =>
  cell?.type === 'percentage' && `${Math.round(100 * Number(cell.value))}%` === /^\d+%/.exec(share.en)?.[0]

const inBoth = ({ ja, en }: Text) => (ja === en ? ja : `${ja} / ${en}`)

/** Takes the tables of the block from the front of the list, as many as its columns need. @returns null where they are not those of the block */
export function inDocument(
  tables: readonly OfficeTable[],
  { lines, besides }: Printed,
  language: 'ja' | 'en',
): readonly OfficeTable[] | null {
  const expected = lines.map(({ cells }) =>
    cells.flatMap(({ text, share }) =>
      besides ? [text[language], share?.[language] ?? ''] : [`${text[language]}${share?.[language] ?? ''}`],
    ),
  )
  const columns = Math.max(0, ...expected.map((cells) => cells.length))
  if (lines.length === 0) return tables[0] && tables[0].rows.length === tables[0].head ? tables.slice(1) : null
  let [rest, from] = [tables, 0]
  while (from < columns) {
    const [table, ...others] = rest
    if (!table || table.head === 0) return null
    const body = table.rows.slice(table.head)
    const wide = (body[0]?.length ?? 1) - 1
    if (wide < 1 || body.length !== lines.length) return null
    const right = body.every(
      ([name, ...cells], at) =>
        bare(name!.text) === bare(lines[at]!.name[language]) &&
        cells.every(({ text }, place) => bare(text) === bare(expected[at]![from + place] ?? '')),
    )
    if (!right) return null
    from += wide
    rest = others
  }
  return rest
}
