/**
 * The receipts that an organisation kept when it sent its cases, as what a statement is compared with: the lines of `--receipts` of the command line
 * (JSON), or the file that the import page saves (CSV).
 */
import { parseJson } from '../json.ts'
import type { SentEntry } from './statement-comparison.ts'

/** What a line says, as far as it is looked at. */
interface KeptReceipt {
  readonly row: number | null
  readonly id: string | null
  readonly edition: string | null
  readonly tag: string | null
  readonly version: number | null
}

export interface ReceiptRows {
  readonly entries: readonly SentEntry[]
  /** Lines without a tag: of cases that were sent without a secret, or refused. */
  readonly withoutTag: number
}

/** A line that is no receipt. */
export interface NoReceipt {
  /** From 1. */
  readonly line: number
}

/**
 * The lines of cases of this edition, and those that name none.
 * @param name how the file is called where a row is named
 */
export function receiptRows(text: string, name: string, edition: string): ReceiptRows | NoReceipt {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const heading = lines[0]?.split(',') ?? []
  const columns = heading.includes('receipt') && heading.includes('id') ? heading : null
  const entries: SentEntry[] = []
  let withoutTag = 0
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || (columns && index === 0)) continue
    const read = columns ? ofColumns(columns, line) : ofJson(line)
    if (!read) return { line: index + 1 }
    const { row, id, tag, version, edition: of } = read
    if (of !== null && of !== edition) continue
    if (tag === null || version === null) withoutTag++
    else entries.push({ row: `${name}, row ${row ?? index + 1}`, tag, version, ...(id === null ? {} : { id }) })
  }
  return { entries, withoutTag }
}

export const isNoReceipt = (read: ReceiptRows | NoReceipt): read is NoReceipt => 'line' in read

function ofJson(line: string): KeptReceipt | null {
  try {
    const value = parseJson(line)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const { row, line: at, id, edition, tag, version } = value as Readonly<Record<string, unknown>>
    return sound({ row: row ?? at, id, edition, tag, version })
  } catch {
    return null
  }
}

/** Numbers, ids and codes: no cell of ours holds a comma or a quotation mark. */
function ofColumns(columns: readonly string[], line: string): KeptReceipt | null {
  const cells = line.split(',')
  if (cells.length !== columns.length) return null
  const cell = (name: string) => cells[columns.indexOf(name)] || null
  const number = (text: string | null) => (text === null ? null : Number(text))
  return sound({ row: number(cell('row')), id: cell('id'), edition: null, tag: cell('tag'), version: number(cell('version')) })
}

const TAG = /^[0-9a-f]{64}$/

/** What a program or page of ours wrote, or null. What is left out is as good as nothing. */
function sound(given: Readonly<Record<keyof KeptReceipt, unknown>>): KeptReceipt | null {
  const { row = null, id = null, edition = null, tag = null, version = null } = given
  const whole = (value: unknown): value is number | null => value === null || (Number.isSafeInteger(value) && (value as number) >= 0)
  const text = (value: unknown): value is string | null => value === null || typeof value === 'string'
  if (!whole(row) || !whole(version) || version === 0 || !text(id) || !text(edition) || !text(tag) || (tag !== null && !TAG.test(tag)))
    return null
  return { row, id, edition, tag, version }
}
