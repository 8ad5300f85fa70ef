/** Rows of a file whose headings are ours or a published standard's: titles may stand above them, and a workbook leaves out empty ends. */
import type { FileRow } from './delimited.ts'
import { tidyCell } from './file-reader.ts'
import type { JsonBody } from './json-rows.ts'
import { type KeyColumn, KeySight } from './key-column.ts'

/** Rows that may stand above our own headings, or those of a standard: titles. */
const LOOKED_AT = 12
/** One of these is in every file of its kind. */
const NAMES: readonly string[] = ['partner_case_key', 'yearOfRegistration']

export interface Headed {
  readonly above: readonly FileRow[]
  readonly heading: FileRow | undefined
  readonly rows: Iterable<FileRow>
}

/** Our headings, or those of a standard, wherever they stand, and the rows below. */
export function headed(all: Iterable<FileRow>): Headed {
  const iterator = all[Symbol.iterator]()
  const first: FileRow[] = []
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    first.push(next.value)
    if (first.length === LOOKED_AT || next.value.cells.some((cell) => NAMES.includes(tidyCell(cell)))) break
  }
  const found = first.findIndex(({ cells }) => cells.some((cell) => NAMES.includes(tidyCell(cell))))
  const at = Math.max(found, 0)
  return { above: first.slice(0, at), heading: first[at], rows: chained(first.slice(at + 1), iterator) }
}

/** References that are looked at to see whether they are running numbers. */
const KEYS_LOOKED_AT = 2000

/** What the first case references of our own file are. */
export function firstKeys({ heading, rows }: Headed): KeyColumn {
  const at = heading?.cells.findIndex((cell) => tidyCell(cell) === 'partner_case_key') ?? -1
  return seenIn(rows, ({ cells, shown }) => shown?.get(at) ?? cells[at])
}

/** The same for submissions. */
export const firstKeysOfBodies = (bodies: Iterable<JsonBody>): KeyColumn =>
  seenIn(bodies, ({ value }) => (value as { readonly answers?: Readonly<Record<string, unknown>> } | null)?.answers?.partner_case_key)

function seenIn<One>(all: Iterable<One>, keyOf: (one: One) => unknown): KeyColumn {
  const sight = new KeySight()
  let looked = 0
  for (const one of all) {
    const key = keyOf(one)
    if (typeof key === 'string' && tidyCell(key) !== '') sight.take(tidyCell(key), false)
    if (++looked >= KEYS_LOOKED_AT) break
  }
  return sight.seen()
}

function* chained(first: readonly FileRow[], rows: Iterator<FileRow>): Generator<FileRow> {
  yield* first
  for (let next = rows.next(); !next.done; next = rows.next()) yield next.value
}

/** A workbook does not write empty cells at the end of a row. */
export function* padded(rows: Iterable<FileRow>, width: number): Generator<FileRow> {
  for (const row of rows) {
    const { cells } = row
    if (width === 0) yield row
    else if (cells.length >= width) yield { ...row, cells: trimmed(cells, width) }
    else yield { ...row, cells: [...cells, ...Array.from({ length: width - cells.length }, () => '')] }
  }
}

const trimmed = (cells: readonly string[], width: number) =>
  cells.slice(width).every((cell) => cell === '') ? cells.slice(0, width) : cells
