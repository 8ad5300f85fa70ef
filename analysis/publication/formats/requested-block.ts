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

/** As the book would print it: its lines in the order of print, with shares of each row. */
export const printedTable = (table: ReleasedTable, asked: RequestedEdition, policy: Policy): TableBlock => ({
  ...requestedTable(table, asked),
  ...printedPart(table, 0, 'row', policy),
})

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
  const caption = { ja: axes.map(({ ja }) => ja).join(' × '), en: axes.map(({ en }) => en).join(' × ') }
  return {
    kind: 'table',
    id: `table-${table.slice}-${table.id}`.replaceAll(/[^A-Za-z0-9]+/g, '-'),
    caption,
    bases: bases.filter(({ cell }) => cell !== undefined),
    ...blockText(table, edition, fictional, caption),
    table,
    rowAxis: 0,
    rows: places(down.lines),
    columns: places(across?.lines ?? []),
    shares: null,
    shareOf: null,
    statistics: null,
  }
}

const ROUTES: Text = { ja: `移動経路：${BOOK_WORDS.origin.ja}`, en: `Routes: ${BOOK_WORDS.origin.en}` }

export const requestedJourneys = (routes: ReleasedJourneys, { edition, fictional }: RequestedEdition): JourneysBlock => ({
  kind: 'routes',
  id: `table-${routes.slice}-routes`.replaceAll(/[^A-Za-z0-9]+/g, '-'),
  caption: ROUTES,
  bases: [],
  ...blockText(routes, edition, fictional, ROUTES),
  routes,
})

/** @param name in words, as the caption has it */
function blockText({ slice, policy, checksum }: ReleasedTable | ReleasedJourneys, edition: string, fictional: boolean, name: Text) {
  const first = checksum.slice(0, 16)
  const of = slice === edition ? '' : ` (${slice})`
  const named = { ja: `「${name.ja}」${of}`, en: `“${name.en}”${of}` }
  const notes: readonly Text[] = [...(fictional ? [BOOK_WORDS.fictional] : []), BOOK_WORDS.reported]
  return {
    period: slice === 'all' ? BOOK_WORDS.allCaseSets : { ja: slice, en: slice },
    policyLine: policyLine(policy),
    notes,
    source: { ja: `出典：${TITLE.ja} ${edition}`, en: `Source: ${TITLE.en} ${edition}` },
    citation: {
      ja: `JNATIP『データブック ${edition}』、${named.ja}、秘匿規則${policy}、照合値 ${first}`,
      en: `JNATIP, Data Book ${edition}, ${named.en}, policy ${policy}, checksum ${first}`,
    },
    checksum,
  }
}

const lastTotal = (lines: readonly { readonly role: string }[]) =>
  Math.max(
    0,
    lines.findIndex(({ role }) => role === 'total'),
  )
