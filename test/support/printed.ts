/** A block of the book as it must be read in a file: names of lines, figures, tokens, shares. Written anew here, so that no writer is compared with itself. */
import type { PrintedBlock } from '../../survey-schema/release/book.ts'
import type { ReleasedCell, ReleasedJourneyNode } from '../../survey-schema/release/released-table.ts'
import type { Text } from '../../survey-schema/text.ts'

export interface PrintedCell {
  /** Null where a cell holds no number. */
  readonly figure: number | null
  readonly status: 'shown' | 'at_least' | 'withheld' | 'not_applicable' | 'text'
  /** As it is read. */
  readonly text: Text
  readonly share: Text | null
}

export interface Printed {
  readonly id: string
  readonly checksum: string
  readonly lines: readonly { readonly name: Text; readonly cells: readonly PrintedCell[] }[]
  /** Shares in a column of their own. */
  readonly besides: boolean
}

type CellOrWords = ReleasedCell | { readonly status: 'text'; readonly words: Text }

function printedCell(cell: CellOrWords, share: Text | null): PrintedCell {
  const both = (text: string) => ({ ja: text, en: text })
  if (cell.status === 'text') return { figure: null, status: 'text', text: cell.words, share }
  if (!('figure' in cell)) return { figure: null, status: cell.status, text: both(cell.status === 'withheld' ? 'x' : '–'), share }
  const figure = cell.figure.toLocaleString('en')
  const whole = cell.status !== 'sum' || cell.parts === cell.of
  return whole
    ? { figure: cell.figure, status: 'shown', text: both(figure), share }
    : { figure: cell.figure, status: 'at_least', text: both(`≥${figure} (${cell.parts}/${cell.of})`), share }
}

export function printedOf(block: PrintedBlock): Printed {
  const { id, checksum } = block
  if (block.kind === 'routes') {
    const walked = (node: ReleasedJourneyNode): Printed['lines'] => [
      { name: node, cells: [printedCell(node.cell, null)] },
      ...node.children.flatMap(walked),
    ]
    return { id, checksum, besides: false, lines: block.routes.origins.flatMap(walked) }
  }
  if (block.kind === 'derived')
    return {
      id,
      checksum,
      besides: false,
      lines: block.rows.map(({ line, cells }) => ({ name: line, cells: cells.map(({ cell }) => printedCell(cell, null)) })),
    }
  const { table, rowAxis, rows, columns, shares } = block
  const [first, second] = table.axes
  const across = second ? columns : [0]
  const at = (row: number, column: number) =>
    table.cells[second === undefined ? row : rowAxis === 0 ? row * second.lines.length + column : column * second.lines.length + row]!
  const down = second !== undefined && rowAxis === 1 ? second : first
  return {
    id,
    checksum,
    besides: second === undefined && (shares?.flat().some((share) => share !== null) ?? false),
    lines: rows.map((row, place) => ({
      name: down.lines[row]!,
      cells: across.map((column, side) => printedCell(at(row, column), shares?.[place]?.[side] ?? null)),
    })),
  }
}

/** The same with one cell changed as a careless writer would: a withheld one reads 0, or a figure is one too many. A judge that is awake sees it. */
export function tampered(printed: Printed): Printed {
  const cells = printed.lines.flatMap((line) => line.cells)
  const hit = cells.find(({ status }) => status === 'withheld') ?? cells.find(({ figure }) => figure !== null) ?? cells[0]
  const figure = hit?.figure == null ? 0 : hit.figure + 1
  const wrong: PrintedCell = { figure, status: 'shown', text: { ja: String(figure), en: String(figure) }, share: hit?.share ?? null }
  return { ...printed, lines: printed.lines.map((line) => ({ ...line, cells: line.cells.map((cell) => (cell === hit ? wrong : cell)) })) }
}

/**
 * What must be said around a block: base and gaps with their figures, period, policy, notes, source, citation.
 * @param inChapters whether notes stand once a chapter: a citation then names its checksum beside the caption
 */
export const saidAround = (
  { bases, period, policyLine, notes, source, citation, checksum }: PrintedBlock,
  language: 'ja' | 'en',
  inChapters = false,
): readonly string[] => [
  ...bases.map(({ words, cell }) => `${words[language]} ${printedCell(cell, null).text[language]}`),
  ...[period, policyLine, ...notes, source].map((words) => words[language]),
  inChapters ? checksum.slice(0, 16) : citation[language],
]

/** Lines of a long file: the codes of a cell, and its figure or the word for why there is none. */
export interface Long {
  readonly id: string
  readonly records: readonly { readonly codes: readonly string[]; readonly value: string }[]
}

const TOTAL = 'total'

export function longOf(block: PrintedBlock): Long {
  const value = (cell: CellOrWords) => ('figure' in cell ? String(cell.figure) : cell.status)
  const { id } = block
  if (block.kind === 'routes') {
    const walked = (node: ReleasedJourneyNode, above: readonly string[]): Long['records'] => {
      const path = [...above, node.code]
      const codes = [...path, TOTAL, TOTAL].slice(0, 3)
      return [{ codes, value: value(node.cell) }, ...node.children.flatMap((child) => walked(child, path))]
    }
    return { id, records: block.routes.origins.flatMap((node) => walked(node, [])) }
  }
  if (block.kind === 'derived')
    return {
      id,
      records: block.rows.flatMap(({ line, cells }) =>
        cells.map(({ cell }, at) => ({ codes: [line.code, `column_${at + 1}`], value: value(cell) })),
      ),
    }
  const [first, second] = block.table.axes
  const width = second?.lines.length ?? 1
  return {
    id,
    records: block.table.cells.map((cell, at) => ({
      codes: [first.lines[Math.floor(at / width)]!.code, ...(second ? [second.lines[at % width]!.code] : [])],
      value: value(cell),
    })),
  }
}

/** The same with a withheld cell as 0, or a figure one too many. */
export function tamperedLong({ id, records }: Long): Long {
  const hit = records.find(({ value }) => value === 'withheld') ?? records[0]
  const wrong = hit?.value === 'withheld' ? '0' : String(Number(hit?.value) + 1)
  return { id, records: records.map((record) => (record === hit ? { ...record, value: wrong } : record)) }
}
