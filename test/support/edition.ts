/** An edition of a fictional network, made as the build makes it, with its truth beside it for judging. */
import { createHash, createHmac } from 'node:crypto'
import canonicalize from 'canonicalize'
import { buildRelease } from '../../analysis/disclosure/build-release.ts'
import type { ReleaseInput } from '../../analysis/disclosure/release-input.ts'
import type { CountedCase } from '../../analysis/exact/counted-case.ts'
import { recordReader } from '../../analysis/exact/record-reading.ts'
import { POLICY_V2 } from '../../analysis/policy/policy.ts'
import { type PopulationKind, population } from '../../server/demo/population/index.ts'
import { receive } from '../../survey-schema/answers/receive.ts'
import type { Policy } from '../../survey-schema/release/bundle.ts'
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'
import { builtOnce } from './built-once.ts'
import { seeded } from './seeded.ts'

const checksum = (value: unknown) =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex')

/** What a partner sent, before it is read. */
export interface SentCase extends Omit<CountedCase, 'reading' | 'alsoRead'> {
  readonly record: CaseRecord
}

/** A counted case, with the record that a build forgets. */
export type KnownCase = SentCase & CountedCase

/** The cases as a build reads them. */
export function readAll(cases: readonly SentCase[]): KnownCase[] {
  const read = recordReader()
  return cases.map((sent) => ({ ...sent, reading: read(sent.record) }))
}

export interface Shape {
  readonly cases: number
  readonly seed: number
  readonly kind?: PopulationKind
  readonly policy?: Policy
  /** Changes what partners sent, before anything is counted: the odd shapes of the attack suite. */
  readonly change?: (cases: readonly SentCase[]) => readonly SentCase[]
}

/** The policy with crosstabs for small editions too, so that their rules can be tried on few cases. */
export const CROSSTABS_ALWAYS: Policy = { ...POLICY_V2, smallestVolume: POLICY_V2.smallestEdition }

export interface TrueEdition extends ReleaseInput {
  /** The cases of all editions, with their organisations. */
  readonly cases: readonly KnownCase[]
}

/** One edition, to be published as the first. */
export function editionInput({ cases, seed, kind = 'network', policy = CROSSTABS_ALWAYS, change = (same) => same }: Shape): TrueEdition {
  const network = population({ cases, seed, kind })
  const names = [...new Set(network.organisations.flatMap((organisation) => organisation.holding ?? []))]
  const counted = readAll(
    change(
      network.cases.map(
        ({ submission, organisation }, index): SentCase => ({
          record: receive(submission, { currentYear: 2026, existingRecordRule: true }).record,
          organisation,
          key: createHmac('sha256', `keys of ${seed}`).update(String(index)).digest().readUIntBE(0, 6),
        }),
      ),
    ),
  )
  return {
    editions: [
      {
        id: 'fictional-1',
        questionnaire: '1.0',
        digest: checksum('none'),
        persons: checksum('none'),
        cases: counted,
        shuffle: seeded(seed),
      },
    ],
    cases: counted,
    published: new Map(),
    byDecision: false,
    volumeShuffle: seeded(seed + 1),
    previous: null,
    fictional: true,
    policy,
    checksum,
    holdings: network.organisations.map((organisation) => (organisation.holding ? names.indexOf(organisation.holding) : null)),
  }
}

/** Everything of an input that a build without audits depends on; its shuffles and checksum follow from the shape. */
export const whatDecides = ({ seed }: Shape, { editions, cases, holdings, policy, previous, fictional }: TrueEdition) => ({
  seed,
  editions: editions.map(({ id, questionnaire, digest, persons }) => ({ id, questionnaire, digest, persons })),
  cases,
  holdings,
  policy,
  previous,
  fictional,
})

/** The edition as it is built without audits, once in a run. */
export function makeEdition(shape: Shape) {
  const input = editionInput(shape)
  return { input, ...builtOnce('edition', whatDecides(shape, input), () => buildRelease(editionInput(shape))) }
}

/** The same record with one answer changed. */
export const withAnswer = (record: CaseRecord, id: string, answer: CaseRecord['answers'][string]): CaseRecord => ({
  ...record,
  answers: { ...record.answers, [id]: answer },
})
