/**
 * From the sealed cases of a closed edition to its bundle. Runs on the editors' machine; the private key exists only in
 * its memory, between two shares and the last case.
 */
import { POLICY_V1 } from '../../analysis/disclosure/policy.ts'
import { buildEdition, type CountedCase, type EditorFigures } from '../../analysis/edition/build.ts'
import type { Bundle, Policy } from '../../survey-schema/bundle.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { fromBase64 } from '../sealing/bytes.ts'
import { checksum } from '../sealing/checksum.ts'
import type { EditionKey } from '../sealing/edition-key.ts'
import { openShares } from '../sealing/shares.ts'
import type { Store } from '../store/port.ts'
import type { SealedHead } from '../store/sealed-edition.ts'
import { openCases } from './open-cases.ts'
import { PackedRecords } from './packed-records.ts'
import { keyedShuffle, recordKey } from './record-keys.ts'
import { type SealedSource, sealedFromStore } from './sealed-source.ts'

export interface BuildOptions {
  readonly policy?: Policy
  /** Cases opened so far, of how many. */
  readonly opened?: (done: number, of: number) => void
  /** Steps of the analysis done so far, of how many. */
  readonly counted?: (done: number, of: number) => void
}

export interface Built {
  readonly bundle: Bundle
  /** Exact counts and reasons. They stay with the editors. */
  readonly editor: EditorFigures
}

/**
 * The same sealed cases and shares give the same bundle, byte for byte.
 * @param shares texts as `keys make` writes them
 * @throws ProblemError 'edition-open' or 'edition-too-small', ShareRefused, SealBroken
 */
export async function buildFromSource(source: SealedSource, shares: readonly string[], options: BuildOptions = {}): Promise<Built> {
  const { head } = source
  const { policy = POLICY_V1 } = options
  if (head.state === 'open') throw new ProblemError('edition-open')
  if (head.cases < policy.smallestEdition) throw new ProblemError('edition-too-small')
  const key = await openShares(shares, head.edition, fromBase64(head.publicKey, 32))
  const shuffle = keyedShuffle(key.editionSecret)
  const cases = await countedCases(source, key, options)
  key.secret.fill(0)
  return buildEdition({
    edition: head.edition,
    questionnaire: head.questionnaire,
    fictional: head.fictional,
    cases,
    holdings: holdingsOf(head),
    digest: head.digest,
    policy,
    shuffle,
    checksum,
    ...(options.counted ? { progress: options.counted } : {}),
  })
}

/** As `buildFromSource`, from the database of this machine. @throws also ProblemError 'not-found' */
export async function buildFromStore({
  store,
  tagKey,
  edition,
  shares,
  ...options
}: BuildOptions & {
  readonly store: Store
  readonly tagKey: Uint8Array
  readonly edition: string
  readonly shares: readonly string[]
}): Promise<Built> {
  return buildFromSource(await sealedFromStore(store, tagKey, edition), shares, options)
}

async function countedCases({ head, cases }: SealedSource, key: EditionKey, { opened }: BuildOptions): Promise<CountedCase[]> {
  const place = new Map(head.organisations.map(({ id }, index) => [id, index]))
  const counted: CountedCase[] = []
  // A record is read a few times and kept as 256 bytes: as objects, a hundred thousand of them would need ten times as much.
  const held = new PackedRecords()
  for await (const { id, organisation, record } of openCases(cases, head.edition, key)) {
    const index = place.get(organisation)
    if (index === undefined) throw new ProblemError('invalid-file', [{ pointer: '', rule: 'unknown_organisation' }])
    counted.push(new HeldCase(held, held.push(record), index, recordKey(key.editionSecret, id)))
    opened?.(counted.length, head.cases)
  }
  return counted
}

/** A case whose record is decoded when it is asked for. */
class HeldCase implements CountedCase {
  readonly #held: PackedRecords
  readonly #row: number
  readonly organisation: number
  readonly key: number

  constructor(held: PackedRecords, row: number, organisation: number, key: number) {
    this.#held = held
    this.#row = row
    this.organisation = organisation
    this.key = key
  }

  get record() {
    return this.#held.record(this.#row)
  }
}

/** Umbrellas by number: members of one share it. */
function holdingsOf({ organisations }: SealedHead): (number | null)[] {
  const numbers = new Map<string, number>()
  return organisations.map(({ holding }) => {
    if (holding === null) return null
    const number = numbers.get(holding) ?? numbers.size
    numbers.set(holding, number)
    return number
  })
}
