/**
 * The receipts that an organisation kept when it sent its cases, as what a statement is compared with: the lines of `--receipts` of the command line
 * (JSON), or the file that the import page saves (CSV).
 */
import * as z from 'zod'
import { parseJson } from '../json.ts'
import type { SentEntry } from './statement-comparison.ts'

const Line = z.object({
  row: z.int().optional(),
  line: z.int().optional(),
  id: z.string().nullish(),
  edition: z.string().nullish(),
  tag: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullish(),
  version: z.int().min(1).nullish(),
})
type Line = z.infer<typeof Line>

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
    const { row, line: at, id, tag, version, edition: of } = read
    if (of != null && of !== edition) continue
    if (tag == null || version == null) withoutTag++
    else entries.push({ row: `${name}, row ${row ?? at ?? index + 1}`, tag, version, ...(id == null ? {} : { id }) })
  }
  return { entries, withoutTag }
}

export const isNoReceipt = (read: ReceiptRows | NoReceipt): read is NoReceipt => 'line' in read

function ofJson(line: string): Line | null {
  try {
    return Line.parse(parseJson(line))
  } catch {
    return null
  }
}

/** Numbers, ids and codes: no cell of ours holds a comma or a quotation mark. */
function ofColumns(columns: readonly string[], line: string): Line | null {
  const cells = line.split(',')
  if (cells.length !== columns.length) return null
  const cell = (name: string) => cells[columns.indexOf(name)] || null
  const [row, id, tag, version] = [cell('row'), cell('id'), cell('tag'), cell('version')]
  const read = Line.safeParse({ row: Number(row), id, tag, version: version === null ? null : Number(version) })
  return read.success ? read.data : null
}
