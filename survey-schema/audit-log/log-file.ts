/**
 * An exported audit log: one JSON object a line. First what it is, then the entries, heads and cosignatures, each in order, and at the end how
 * many there are. Bytes are hexadecimal. A line that is written in any other way than `writeLine` writes it is refused, so that no byte of a
 * file can be changed unseen.
 */
import * as z from 'zod'
import { AUDIT_ROLES, BLIND_BYTES, CHAINS, HASH_BYTES, INTAKE_ACTIONS, OPAQUE_ID, OTHER_ACTIONS } from './entry.ts'
import { HEAD_REASONS } from './head.ts'

export const LOG_FORMAT = 'jnatip-audit-log/1'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const month = z.string().regex(/^\d{4}-\d{2}$/)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const opaque = z.string().regex(OPAQUE_ID)
const counted = z.int().min(0)
const numbered = z.int().min(1)

const Entry = z.strictObject({
  chain: z.enum(CHAINS),
  position: numbered,
  action: z.enum([...INTAKE_ACTIONS, ...OTHER_ACTIONS]),
  organisation: numbered.nullable(),
  month: month.nullable(),
  generation: counted.nullable(),
  role: z.enum(AUDIT_ROLES).nullable(),
  actor: opaque.nullable(),
  subject: opaque.nullable(),
  day: day.nullable(),
  blind: hex(BLIND_BYTES),
  /** Running hash; null where it was not computed yet. */
  link: hex(HASH_BYTES).nullable(),
})
const Head = z.strictObject({
  chain: z.enum(CHAINS),
  number: numbered,
  reason: z.enum(HEAD_REASONS),
  period: z.union([month, day]),
  position: counted,
  link: hex(HASH_BYTES),
  blind: hex(BLIND_BYTES),
  previous: hex(HASH_BYTES),
  key: hex(32),
  signature: hex(64),
})
const Cosignature = z.strictObject({
  chain: z.enum(CHAINS),
  /** Of the head. */
  number: numbered,
  organisation: numbered,
  key: hex(32),
  signature: hex(64),
})
const End = z.strictObject({ entries: counted, heads: counted, cosignatures: counted })

const Line = z.union([
  z.strictObject({ log: z.literal(LOG_FORMAT) }),
  z.strictObject({ entry: Entry }),
  z.strictObject({ head: Head }),
  z.strictObject({ cosignature: Cosignature }),
  z.strictObject({ end: End }),
])

export type LogEntry = z.infer<typeof Entry>
export type LogHead = z.infer<typeof Head>
export type LogCosignature = z.infer<typeof Cosignature>
export type LogLine = z.infer<typeof Line>

/** Without its line end. The keys stand in the order of the format. */
export const writeLine = (line: LogLine): string => JSON.stringify(Line.parse(line))

/** Null for a text that is no line of a log, or not as `writeLine` writes it. */
export function readLine(text: string): LogLine | null {
  try {
    const line = Line.parse(JSON.parse(text))
    return JSON.stringify(line) === text ? line : null
  } catch {
    return null
  }
}
