/** The decision of two people to build an edition without cases that were refused. It leaves out what it names and nothing else. */
import * as z from 'zod'
import { parseJson } from '../../../survey-schema/json.ts'
import { checksum } from '../../sealing/checksum.ts'
import { RegisterRefused } from './register-refused.ts'
import { documentSignature, type Signature, signersOf } from './signed-document.ts'

const decisionFile = z.strictObject({
  schema: z.literal('jnatip-decision/1'),
  edition: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/),
  /** Random ids, sorted. */
  cases: z.array(z.string().regex(/^[0-9a-f]{32}$/)).min(1),
  signatures: z.array(documentSignature).max(20),
})

export interface LeavingOut {
  readonly schema: 'jnatip-decision/1'
  readonly edition: string
  readonly cases: readonly string[]
  readonly signatures: readonly Signature[]
}

export const newDecision = (edition: string, cases: readonly string[]): LeavingOut => ({
  schema: 'jnatip-decision/1',
  edition,
  cases: [...new Set(cases)].sort(),
  signatures: [],
})

export const decisionChecksum = ({ schema, edition, cases }: LeavingOut): string => checksum({ schema, edition, cases })

/** By the schema that it names, wherever else the same words may stand in it. */
export function isDecision(text: string): boolean {
  try {
    return z.object({ schema: z.literal('jnatip-decision/1') }).safeParse(parseJson(text)).success
  } catch {
    return false
  }
}

/** @throws RegisterRefused 'decision-malformed' */
export function readDecision(text: string): LeavingOut {
  try {
    return decisionFile.parse(parseJson(text))
  } catch {
    throw new RegisterRefused('decision-malformed')
  }
}

export const decisionText = ({ schema, edition, cases, signatures }: LeavingOut): string =>
  `${JSON.stringify({ schema, edition, cases, signatures }, null, 2)}\n`

/** Ids to leave out, by edition. @throws RegisterRefused 'signatures-missing' or 'signature-wrong' */
export function leftOutBy(decisions: readonly LeavingOut[], trusted: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byEdition = new Map<string, Set<string>>()
  for (const decision of decisions) {
    signersOf(decision.signatures, decisionChecksum(decision), trusted)
    const before = byEdition.get(decision.edition) ?? []
    byEdition.set(decision.edition, new Set([...before, ...decision.cases]))
  }
  return byEdition
}
