/** The rows of a part, one after the other: stripped and checked as at intake. One refused row refuses the part. */
import type { CheckContext } from '../../survey-schema/answers/checks.ts'
import { type Received, receive } from '../../survey-schema/answers/receive.ts'
import { encodeRecord } from '../../survey-schema/answers/record-bytes.ts'
import { type Issue, ProblemError } from '../../survey-schema/problem.ts'
import { jsonIn, LARGEST_CASE } from '../http/body.ts'

export interface PartRow extends Pick<Received, 'partnerCaseKey' | 'stripped' | 'generalised' | 'flags'> {
  /** Line of the part, from 1. */
  readonly line: number
  /** The record as it will be sealed. */
  readonly plaintext: Uint8Array
}

/** Issues that one answer names; the rest would say the same. */
const MOST_ISSUES = 200
const LINE_FEED = 0x0a
/** Rows between two turns of the event loop, so that others are answered meanwhile. */
const TURN = 50

/** Lines that are not blank, without copying the body. */
function* linesOf(body: Uint8Array): Generator<{ readonly line: number; readonly bytes: Uint8Array }> {
  let [line, from] = [0, 0]
  while (from < body.length) {
    const end = body.indexOf(LINE_FEED, from)
    const bytes = body.subarray(from, end < 0 ? body.length : end)
    line++
    if (bytes.some((byte) => byte !== 0x20 && byte !== 0x0d && byte !== 0x09)) yield { line, bytes }
    from = end < 0 ? body.length : end + 1
  }
}

/** @throws ProblemError 'invalid-submission' naming line, field and rule of what was refused, never a value */
export async function readRows(body: Uint8Array, context: CheckContext): Promise<PartRow[]> {
  const rows: PartRow[] = []
  const issues: Issue[] = []
  const references = new Set<string>()
  for (const { line, bytes } of linesOf(body)) {
    if (line % TURN === 0) await new Promise((resolve) => setTimeout(resolve))
    try {
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
