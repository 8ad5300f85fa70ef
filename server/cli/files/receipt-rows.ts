/** The receipts that an organisation kept when it sent its cases (`--receipts` of `submit` and `import`), as what a statement is compared with. */
import * as z from 'zod'
import type { SentEntry } from '../../../survey-schema/credentials/statement-comparison.ts'
import { parseJson } from '../../../survey-schema/json.ts'
import { Refusal } from '../../runtime/refusal.ts'

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

export interface ReceiptRows {
  readonly entries: readonly SentEntry[]
  /** Lines without a tag: of cases that were sent without a secret, or refused. */
  readonly withoutTag: number
}

/**
 * The lines of cases of this edition, and those that name none.
 * @param name how the file is called where a row is named
 * @throws Refusal naming the line
 */
export function receiptRows(text: string, name: string, edition: string): ReceiptRows {
  const entries: SentEntry[] = []
  let withoutTag = 0
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return
    const { row, line: at, id, tag, version, edition: of } = lineOf(line, `${name}, line ${index + 1}`)
    if (of != null && of !== edition) return
    if (tag == null || version == null) withoutTag++
    else entries.push({ row: `${name}, row ${row ?? at ?? index + 1}`, tag, version, ...(id == null ? {} : { id }) })
  })
  return { entries, withoutTag }
}

function lineOf(line: string, place: string): z.infer<typeof Line> {
  try {
    return Line.parse(parseJson(line))
  } catch {
    throw new Refusal('invalid-file', `${place}: these are no receipts as \`submit\` and \`import\` write them`)
  }
}
