/**
 * From the sealed cases of closed editions to their bundle. Runs on the editors' machine; the private key exists only in
 * its memory, between two shares and the last case.
 */

import { buildRelease } from '../../../analysis/disclosure/build-release.ts'
import type { EditionCases } from '../../../analysis/disclosure/release-input.ts'
import { EditionTooSmall, VolumeTooSmall } from '../../../analysis/disclosure/release-plan.ts'
import type { Joined, Report } from '../../../analysis/disclosure/rules/duplicate-reports.ts'
import type { CountedCase } from '../../../analysis/exact/counted-case.ts'
import { POLICY_V2, policyOfErratum } from '../../../analysis/policy/policy.ts'
import { derived } from '../../../survey-schema/credentials/derived.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import type { Bundle, Policy } from '../../../survey-schema/release/bundle.ts'
import { fromBase64, toHex } from '../../sealing/bytes.ts'
import { checksum } from '../../sealing/checksum.ts'
import { hashed, keyedList } from '../../sealing/keyed.ts'
import type { ServerKey } from '../../sealing/server-key.ts'
import type { Store } from '../../store/port.ts'
import { auditsFor } from '../audit/audits.ts'
import { RegisterRefused } from '../register/register-refused.ts'
import { requireSameNetwork } from '../register/same-network.ts'
import { type KeyedFigures, withCheckedNoise } from './checked-noise.ts'
import { type NamedPair, type PairDecisions, reviewed } from './duplicate-pairs.ts'
import { type JudgedEdition, type OpeningOptions, openedEditions } from './opened-editions.ts'
import { provenanceOf } from './provenance.ts'
import { keyedShuffle } from './record-keys.ts'
import { type SealedSource, sealedFromStore } from './sealed-source.ts'
import type { EditionStatements } from './statements.ts'
import { strandedBefore } from './stranded.ts'

export interface BuildOptions extends OpeningOptions {
  readonly policy?: Policy
  /** Two editors decided, on record, that crosstabs may come with fewer cases. */
  readonly byDecision?: boolean
  /** What an editor decided about pairs of reports; undecided pairs stay apart. */
  readonly decisions?: PairDecisions
  /** Threads that audit, this one included; the bundle does not depend on them. */
  readonly threads?: number
  /** Steps of the analysis done so far, of how many. */
  readonly counted?: (done: number, of: number) => void
  /** Linked tables audited so far in this round of the audits, of how many. */
  readonly audited?: (done: number, of: number) => void
}

export interface Built {
  readonly bundle: Bundle
  /** Exact counts, reasons and cell keys. They stay with the editors. */
  readonly editor: KeyedFigures
  /** Reports that may be of one person, for an editor to decide by their codes. */
  readonly pairs: readonly NamedPair[]
  /** The newest edition of the build: what editors keep is sealed to it. */
  readonly newest: { readonly edition: string; readonly publicKey: Uint8Array }
  /** Editions that no volume could ever hold once this bundle is published: too few cases among themselves, and volumes on both sides. */
  readonly stranded: readonly string[]
  /** What was found of the cases of each edition. */
  readonly checked: readonly Omit<JudgedEdition, 'commitments'>[]
  /** For the editions whose single tables are made here; none without a register. */
  readonly statements: readonly EditionStatements[]
}

/**
 * The same sealed cases and shares give the same bundle, byte for byte.
 * @param sources consecutive editions, oldest first: one, or those of a volume
 * @param shares texts as `keys make` writes them, two of each edition
 * @throws RegisterRefused where server and register differ, an organisation has a key and there is no register, or a decision names a sound case;
 * UnsoundCases where a case is not what its organisation sent; ProblemError 'invalid-request' when single tables were published under a policy that this one does not follow, 'edition-open', 'edition-exists' when a published volume holds its crosstabs, 'edition-too-small' or 'volume-too-small', ShareRefused, SealBroken, NoiseFault
 */
export async function buildFromSources(
  sources: readonly SealedSource[],
  shares: readonly string[],
  options: BuildOptions = {},
): Promise<Built> {
  const { byDecision = false, again = false } = options
  const policy = policyFor(sources, options.policy ?? POLICY_V2, again)
  const heads = sources.map(({ head }) => head)
  const newest = heads.at(-1)
  if (newest === undefined) throw new RangeError('a build needs an edition')
  if (heads.some((head) => head.state === 'open')) throw new ProblemError('edition-open')
  if (heads.some((head) => head.cases < policy.smallestEdition)) throw new ProblemError('edition-too-small')
  const taken = again ? -1 : heads.findIndex(({ volume }) => volume !== null)
  if (taken >= 0) throw new ProblemError('edition-exists', [{ pointer: `/editions/${taken}`, rule: 'in_another_volume' }])
  const { register } = options
  if (register === undefined && heads.some(({ keys }) => keys.length > 0)) throw new RegisterRefused('required')
  if (register !== undefined) requireSameNetwork(heads, register.content)
  const { organisations, reports, secrets, ownSecrets, checked, statements } = await openedEditions(sources, shares, options)
  const { pairs, joined, apart } = reviewed(
    { reports, published: sources.map(({ published }) => published.length > 0 && !again) },
    heads.map(({ edition }, place) => ({ id: edition, secret: secrets[place]! })),
    options.decisions ?? new Map(),
  )
  const counted: CountedCase[][] = sources.map(() => [])
  for (const one of joined) counted[reports[one.kept]!.edition]!.push(countedCase(one, reports))
  const editions = heads.map(
    ({ edition, questionnaire, digest }, place): EditionCases => ({
      id: edition,
      questionnaire,
      digest,
      persons: personsDigest(
        secrets[place]!,
        joined
          .filter(({ kept }) => reports[kept]!.edition === place)
          .map(({ kept, others }) => [kept, ...others].map((at) => reports[at]!.id)),
      ),
      cases: counted[place]!,
      shuffle: keyedShuffle(secrets[place]!),
    }),
  )
  const { audits, close } = await auditsFor(policy, options.threads ?? 1, options.audited)
  const release = {
    editions,
    published: new Map(
      sources.filter(({ published }) => published.length > 0 && !again).map(({ head, published }) => [head.edition, published]),
    ),
    ...(again ? { replaced: new Map(sources.map(({ head, published }) => [head.edition, published])) } : {}),
    byDecision,
    volumeShuffle: keyedShuffle(hashed('jnatip/volume-secret/1', ...secrets)),
    apart,
    fictional: newest.fictional,
    holdings: organisations.holdings,
    ...(register ? { provenance: provenanceOf(register, checked) } : {}),
    previous: newest.previous,
    policy,
    checksum,
    audits,
    ...(options.counted ? { progress: options.counted } : {}),
  }
  const built = await Promise.resolve(release).then(buildRelease).catch(asProblem).finally(close)
  const noise = heads.map(({ edition }, place) => ({
    id: edition,
    ownSecret: ownSecrets[place]!,
    published: release.published.get(edition) ?? [],
  }))
  const editor = withCheckedNoise(built, noise, { reports, joined }, apart)
  const stranded = built.bundle.manifest.volume === null ? [] : strandedBefore(heads[0]!, policy)
  return {
    bundle: built.bundle,
    editor,
    pairs,
    stranded,
    checked: checked.map(({ commitments: _, ...one }) => one),
    statements,
    newest: { edition: newest.edition, publicKey: fromBase64(newest.publicKey, 32) },
  }
}

/** Which reports were counted as one person: nobody learns more from it than whether it is the same. */
function personsDigest(editionSecret: Uint8Array, persons: readonly (readonly string[])[]): string {
  const lines = persons.map((reports) => [...reports].sort().join(' ')).sort()
  return toHex(keyedList(derived(editionSecret, 'jnatip/persons-digest/1'), lines))
}

/**
 * The policy asked for; for an erratum the one under which the tables were published, because its structure stays. Noise and exact figures of the
 * same cases would be subtracted: what was published under one is never published again, or summed, under the other.
 * @throws ProblemError 'invalid-request'
 */
function policyFor(sources: readonly SealedSource[], asked: Policy, again: boolean): Policy {
  const names = [...new Set(sources.flatMap(({ published }) => published.map(({ policy }) => policy)))]
  const policies = names.map((name) => policyOfErratum(name, asked))
  if (policies.includes(null) || (again && names.length > 1))
    throw new ProblemError('invalid-request', [{ pointer: '/policy', rule: 'other_than_published' }])
  return (again ? policies[0] : null) ?? asked
}

/** Sizes are judged with the figures: of an edition by its cases, of a volume by what its editions published. */
function asProblem(error: unknown): never {
  if (error instanceof EditionTooSmall) throw new ProblemError('edition-too-small')
  if (error instanceof VolumeTooSmall) throw new ProblemError('volume-too-small')
  throw error
}

/** As `buildFromSources`, from the database of this machine. @throws also ProblemError 'not-found' */
export async function buildFromStore({
  store,
  serverKey,
  editions,
  shares,
  ...options
}: BuildOptions & {
  readonly store: Store
  readonly serverKey: ServerKey
  readonly editions: readonly string[]
  readonly shares: readonly string[]
}): Promise<Built> {
  const sources: SealedSource[] = []
  for (const edition of editions) sources.push(await sealedFromStore(store, serverKey, edition))
  return buildFromSources(sources, shares, options)
}

/** One person: counted by the report that is kept, known to everybody who reported her. */
function countedCase({ kept, others }: Joined, reports: readonly Report[]): CountedCase {
  const own = reports[kept]!
  if (others.length === 0) return own
  const { reading, organisation, key } = own
  const beside = others.map((at) => reports[at]!)
  return {
    reading,
    organisation,
    key,
    alsoReportedBy: [...new Set(beside.map((report) => report.organisation))],
    alsoRead: beside.map((report) => report.reading),
  }
}
