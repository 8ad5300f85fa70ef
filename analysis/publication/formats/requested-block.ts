/** A block of one released table that was asked for outside of the book: all its lines in their own order, with caption, bases, notes and citation as in the book. */

import type { JourneysBlock, TableBlock } from '../../../survey-schema/release/book.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { ReleasedJourneys, ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import type { Text } from '../../../survey-schema/text.ts'
import { policyLine, TITLE } from '../book/imprint.ts'
import { printedPart } from '../book/table-block.ts'
import { baseAmong } from '../released-cells.ts'
import { BOOK_WORDS } from './book-words.ts'

interface RequestedEdition {
  readonly edition: string
  readonly fictional: boolean
}

/** As the book would print it: its lines in the order of print, with shares of each row, cited by its name. */
export function printedTable(table: ReleasedTable, asked: RequestedEdition, policy: Policy): TableBlock {
  const block = requestedTable(table, asked)
  const of = table.slice === asked.edition ? '' : ` (${table.slice})`
  const name = { ja: `「${block.caption.ja}」${of}`, en: `“${block.caption.en}”${of}` }
  return { ...block, ...printedPart(table, 0, 'row', policy), citation: citationOf(table, asked.edition, name) }
}

export function requestedTable(table: ReleasedTable, { edition, fictional }: RequestedEdition): TableBlock {
  const { axes, cells } = table
  const [down, across] = axes
  const places = (lines: readonly unknown[]) => lines.map((_, at) => at)
  const bases = across
    ? [{ words: BOOK_WORDS.allCases, cell: cells[lastTotal(down.lines) * across.lines.length + lastTotal(across.lines)]! }]
    : down.lines.flatMap((line, at) =>
        line === baseAmong(down.lines) || ['state', 'not_applicable'].includes(line.role)
          ? [{ words: { en: line.en, ja: line.ja }, cell: cells[at]! }]
          : [],
      )
  return {
    kind: 'table',
    id: `table-${table.slice}-${table.id}`.replaceAll(/[^A-Za-z0-9]+/g, '-'),
    caption: { ja: axes.map(({ ja }) => ja).join(' × '), en: axes.map(({ en }) => en).join(' × ') },
    bases: bases.filter(({ cell }) => cell !== undefined),
    ...blockText(table, edition, fictional),
    table,
    rowAxis: 0,
    rows: places(down.lines),
    columns: places(across?.lines ?? []),
    shares: null,
    shareOf: null,
    statistics: null,
  }
}

export const requestedJourneys = (routes: ReleasedJourneys, { edition, fictional }: RequestedEdition): JourneysBlock => ({
  kind: 'routes',
  id: `table-${routes.slice}-routes`.replaceAll(/[^A-Za-z0-9]+/g, '-'),
  caption: { ja: `移動経路：${BOOK_WORDS.origin.ja}`, en: `Routes: ${BOOK_WORDS.origin.en}` },
  bases: [],
  ...blockText(routes, edition, fictional),
  routes,
})

type Released = ReleasedTable | ReleasedJourneys

/** @param name of what is cited: files of before name it by slice and variables, and stay as they are */
const citationOf = (
  { slice, id, policy, checksum }: Released,
  edition: string,
  name: Text = { ja: `${slice}、${id}`, en: `${slice}, ${id}` },
) => ({
  ja: `JNATIP『データブック ${edition}』、${name.ja}、秘匿規則${policy}、照合値 ${checksum.slice(0, 16)}`,
  en: `JNATIP, Data Book ${edition}, ${name.en}, policy ${policy}, checksum ${checksum.slice(0, 16)}`,
})

function blockText(asked: Released, edition: string, fictional: boolean) {
  const { slice, policy, checksum } = asked
  const notes: readonly Text[] = [...(fictional ? [BOOK_WORDS.fictional] : []), BOOK_WORDS.reported]
  return {
    period: slice === 'all' ? BOOK_WORDS.allCaseSets : { ja: slice, en: slice },
    policyLine: policyLine(policy),
    notes,
    source: { ja: `出典：${TITLE.ja} ${edition}`, en: `Source: ${TITLE.en} ${edition}` },
    citation: citationOf(asked, edition),
    checksum,
  }
}

const lastTotal = (lines: readonly { readonly role: string }[]) =>
  Math.max(
    0,
    lines.findIndex(({ role }) => role === 'total'),
  )
