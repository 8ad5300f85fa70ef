/** The rows of a part, one after the other: stripped and checked as at intake. One refused row refuses the part. */
import type { CheckContext } from '../../survey-schema/answers/checks.ts'
import { type Received, receive } from '../../survey-schema/answers/receive.ts'
import { type Issue, ProblemError } from '../../survey-schema/problem.ts'
import { jsonIn, LARGEST_CASE } from '../http/body.ts'
import { toHex } from '../sealing/bytes.ts'
import { type CaseIdentity, caseIdentity, type Identifying } from '../sealing/case-identity.ts'
import { turn } from '../sealing/turn.ts'

export interface PartRow extends Pick<Received, 'stripped' | 'generalised' | 'flags'> {
  /** Line of the part, from 1. */
  readonly line: number
  /** Holds the record; to be wiped. */
  readonly identity: CaseIdentity
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

/**
 * @throws ProblemError 'invalid-submission' naming line, field and rule of what was refused, never a value; 'signature-required', 'secret-required'
 */
export async function readRows(body: Uint8Array, context: CheckContext, identifying: Identifying): Promise<PartRow[]> {
  const rows: PartRow[] = []
  const issues: Issue[] = []
  const tags = new Set<string>()
  for (const found of linesOf(body)) {
    if (!found) {
      await turn()
      continue
    }
    const { line, bytes } = found
    try {
      if (rows.length >= MOST_ROWS_OF_PART) throw refused('', 'too_many')
      const received = receive(parsed(bytes), context)
      const { stripped, generalised, flags } = received
      const identity = caseIdentity(received, identifying)
      const tag = toHex(identity.tag)
      if (tags.has(tag)) throw refused(identity.pointer, 'duplicate_key')
      tags.add(tag)
      rows.push({ line, identity, stripped, generalised, flags })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      if (isOfWhole(error)) throw wiped(rows, error)
      for (const issue of error.errors) issues.push({ ...issue, pointer: `/lines/${line}${issue.pointer}` })
      if (issues.length >= MOST_ISSUES) break
    }
  }
  if (issues.length > 0) throw wiped(rows, new ProblemError('invalid-submission', issues))
  return rows
}

function wiped(rows: readonly PartRow[], error: ProblemError): ProblemError {
  wipe(rows)
  return error
}

/** Nothing of the rows is left in memory. */
export function wipe(rows: readonly PartRow[]): void {
  for (const { identity } of rows) {
    identity.record.fill(0)
    identity.meaning?.fill(0)
  }
}

/** The organisation has to show another credential: no row is at fault. */
const isOfWhole = ({ slug, errors }: ProblemError): boolean =>
  slug === 'signature-required' || slug === 'secret-required' || (slug === 'invalid-signature' && errors[0]?.pointer === '')

const refused = (pointer: string, rule: string) => new ProblemError('invalid-submission', [{ pointer, rule }])

function parsed(bytes: Uint8Array): unknown {
  if (bytes.length > LARGEST_CASE) throw refused('', 'too_large')
  return jsonIn(bytes)
}
