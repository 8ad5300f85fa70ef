/**
 * The list of what lets nobody in any more, as a text outside the database: accounts, access keys, passkeys and passwords that ended, by random ids
 * and hashes. It only grows, and is written anew each time, sorted. An older copy of the database knows less than it, and learns it again.
 */
import { derived } from '../../survey-schema/credentials/derived.ts'
import { authenticated, authenticatedLines } from '../sealing/authenticated-text.ts'
import type { ServerKey } from '../sealing/server-key.ts'
import { ENDED_KINDS, type Ended } from '../store/queries/ended-access.ts'

export interface DatedEnd extends Ended {
  /** Day on which it came into the list. */
  readonly day: string
}

const FIRST_LINE = 'jnatip-ended-access/1'
const LINE = /^([a-z]+) ([0-9a-f]{32,64}) (\d{4}-\d{2}-\d{2})$/

const nameOf = ({ kind, id }: Ended) => `${kind} ${id}`
const keyOf = ({ ledger }: ServerKey) => derived(ledger, 'jnatip/ended-access/1')

/** Everything that both know, each with its first day. */
export function joinedEnds(one: readonly DatedEnd[], other: readonly DatedEnd[]): readonly DatedEnd[] {
  const sorted = [...one, ...other].sort((a, b) => (`${nameOf(a)} ${a.day}` < `${nameOf(b)} ${b.day}` ? -1 : 1))
  return sorted.filter((end, at) => at === 0 || nameOf(end) !== nameOf(sorted[at - 1] as DatedEnd))
}

/** Those that the list lacks. */
export function missingIn(list: readonly Ended[], known: readonly Ended[]): readonly Ended[] {
  const held = new Set(list.map(nameOf))
  return known.filter((end) => !held.has(nameOf(end)))
}

export const writeEnds = (list: readonly DatedEnd[], key: ServerKey): string =>
  authenticated([FIRST_LINE, ...list.map((end) => `${nameOf(end)} ${end.day}`), ''].join('\n'), keyOf(key))

/** @returns null for a text that this key did not write, or that was altered or cut since */
export function readEnds(text: string, key: ServerKey): readonly DatedEnd[] | null {
  const [first, ...lines] = authenticatedLines(text, keyOf(key)) ?? []
  if (first !== FIRST_LINE) return null
  return lines.flatMap((line) => {
    const [, kind, id, day] = LINE.exec(line) ?? []
    const known = ENDED_KINDS.find((one) => one === kind)
    return known && id && day ? [{ kind: known, id, day }] : []
  })
}
