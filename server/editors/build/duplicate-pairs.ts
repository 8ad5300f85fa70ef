/** Pairs of reports on their way to an editor and back: named by a keyed hash, shown by their codes, decided by name. */
import * as z from 'zod'
import {
  type Decision,
  DecisionsContradict,
  type Joined,
  joinReports,
  type Pair,
  pairsForReview,
  type Reports,
} from '../../../analysis/disclosure/rules/duplicate-reports.ts'
import type { AgreeingCodes } from '../../../analysis/exact/agreeing-codes.ts'
import { derived } from '../../../survey-schema/credentials/derived.ts'
import { parseJson } from '../../../survey-schema/json.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import { toHex } from '../../sealing/bytes.ts'
import { keyed } from '../../sealing/keyed.ts'

/** As an editor sees it: no organisation, no case, no count. */
export interface NamedPair {
  /** The same in every build of the same sealed cases; leads nowhere outside it. */
  readonly pair: string
  /** One edition, or the two of the reports. */
  readonly editions: readonly string[]
  readonly codes: AgreeingCodes
  readonly decision: Decision | null
}

export type PairDecisions = ReadonlyMap<string, Decision>

const Decided = z.record(z.string().regex(/^[0-9a-f]{12}$/), z.enum(['same', 'different']))

/** @throws ProblemError 'invalid-file', by the position of what is wrong */
export function readDecisions(text: string): PairDecisions {
  let value: unknown
  try {
    value = parseJson(text)
  } catch {
    throw new ProblemError('invalid-file', [{ pointer: '', rule: 'syntax' }])
  }
  const read = Decided.safeParse(value)
  if (!read.success) throw new ProblemError('invalid-file', [{ pointer: '', rule: 'decisions' }])
  return new Map(Object.entries(read.data))
}

export interface Reviewed {
  readonly pairs: readonly NamedPair[]
  readonly joined: readonly Joined[]
  /** Record keys of pairs that are two persons. */
  readonly apart: readonly (readonly [number, number])[]
}

/**
 * The decisions, carried out. @param editions names, and the secrets that record keys were made with, by position
 * @throws ProblemError 'invalid-file' for a decision on a pair that is not among these cases, or decisions that contradict
 */
export function reviewed(
  given: Reports,
  editions: readonly { readonly id: string; readonly secret: Uint8Array }[],
  decisions: PairDecisions,
): Reviewed {
  const pairs = pairsForReview(given)
  const named = pairs.map((pair): NamedPair => {
    const name = nameOf(pair, given, editions)
    return { pair: name, editions: editionsOf(pair, given, editions), codes: pair.codes, decision: decisions.get(name) ?? null }
  })
  const known = new Set(named.map(({ pair }) => pair))
  const strange = [...decisions.keys()].flatMap((name, index) => (known.has(name) ? [] : [{ pointer: `/${index}`, rule: 'unknown_pair' }]))
  if (strange.length > 0) throw new ProblemError('invalid-file', strange.slice(0, 20))
  const keyOf = (at: number) => given.reports[at]!.key
  try {
    const joined = joinReports(
      given,
      pairs,
      named.map(({ decision }) => decision ?? undefined),
    )
    const apart = pairs.filter((_, index) => named[index]!.decision === 'different')
    return { pairs: named, joined, apart: apart.map(({ first, second }) => [keyOf(first), keyOf(second)]) }
  } catch (error) {
    if (error instanceof DecisionsContradict) throw new ProblemError('invalid-file', [{ pointer: '', rule: 'contradiction' }])
    throw error
  }
}

/** Under the secret of the later edition, so that the name is the same whether the build takes one edition or a volume. */
function nameOf({ first, second }: Pair, { reports }: Reports, editions: readonly { readonly secret: Uint8Array }[]): string {
  const sides = [first, second].map((at) => reports[at]!)
  const secret = editions[Math.max(...sides.map(({ edition }) => edition))]!.secret
  const ids = sides.map(({ id }) => id).sort()
  return toHex(keyed(derived(secret, 'pairs'), ...ids)).slice(0, 12)
}

function editionsOf({ first, second }: Pair, { reports }: Reports, editions: readonly { readonly id: string }[]): string[] {
  const places = new Set([first, second].map((at) => reports[at]!.edition))
  return [...places].sort((a, b) => a - b).map((place) => editions[place]!.id)
}
