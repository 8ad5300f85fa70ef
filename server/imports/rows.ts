/** The rows of a part, one after the other: stripped and checked as at intake. One refused row refuses the part. */
import type { CheckContext } from '../../survey-schema/answers/checks.ts'
import { type Received, receive } from '../../survey-schema/answers/receive.ts'
import { encodeRecord } from '../../survey-schema/answers/record-bytes.ts'
import { type Issue, ProblemError } from '../../survey-schema/problem.ts'
import { jsonIn, LARGEST_CASE } from '../http/body.ts'
import { turn } from '../sealing/turn.ts'

export interface PartRow extends Pick<Received, 'partnerCaseKey' | 'stripped' | 'generalised' | 'flags'> {
  /** Line of the part, from 1. */
  readonly line: number
  /** The record as it will be sealed. */
  readonly plaintext: Uint8Array
}

/** Issues that one answer names; the rest would say the same. */
const MOST_ISSUES = 200
const LINE_FEED = 0x0a
const BLANK: ReadonlySet<unknown> = new Set([0x20, 0x0d, 0x09])
/** Cases of one part: they are written in one transaction, which everybody waits for. */
export const MOST_ROWS_OF_PART = 2000
/** Bytes between two turns of the event loop, so that others are answered meanwhile: some ten cases, or so many blank lines. */
const TURN = 64 * 1024

/** Lines that are not blank, without copying the body; null at each end of a stretch of `TURN` bytes. */
function* linesOf(body: Uint8Array): Generator<{ readonly line: number; readonly bytes: Uint8Array } | null> {
  let [line, from, turn] = [0, 0, TURN]
  while (from < body.length) {
    line++
    let at = from
    while (BLANK.has(body[at])) at++
    if (at < body.length && body[at] !== LINE_FEED) {
      const end = body.indexOf(LINE_FEED, at)
      at = end < 0 ? body.length : end
      yield { line, bytes: body.subarray(from, at) }
    }
    from = at + 1
    if (from < turn) continue
    yield null
    turn = from + TURN
  }
}

/** @throws ProblemError 'invalid-submission' naming line, field and rule of what was refused, never a value */
export async function readRows(body: Uint8Array, context: CheckContext): Promise<PartRow[]> {
  const rows: PartRow[] = []
  const issues: Issue[] = []
  const references = new Set<string>()
  for (const found of linesOf(body)) {
    if (!found) {
      await turn()
      continue
    }
    const { line, bytes } = found
    try {
      if (rows.length >= MOST_ROWS_OF_PART) throw refused('', 'too_many')
      const { record, partnerCaseKey, stripped, generalised, flags } = receive(parsed(bytes), context)
      if (references.has(partnerCaseKey)) throw refused('/answers/partner_case_key', 'duplicate_key')
      references.add(partnerCaseKey)
      rows.push({ line, partnerCaseKey, stripped, generalised, flags, plaintext: encodeRecord(record) })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      for (const issue of error.errors) issues.push({ ...issue, pointer: `/lines/${line}${issue.pointer}` })
      if (issues.length >= MOST_ISSUES) break
    }
  }
  if (issues.length > 0) {
    for (const { plaintext } of rows) plaintext.fill(0)
    throw new ProblemError('invalid-submission', issues)
  }
  return rows
}

const refused = (pointer: string, rule: string) => new ProblemError('invalid-submission', [{ pointer, rule }])

function parsed(bytes: Uint8Array): unknown {
  if (bytes.length > LARGEST_CASE) throw refused('', 'too_large')
  return jsonIn(bytes)
}
