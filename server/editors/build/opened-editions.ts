/** The cases of the editions of a build, opened and judged: what is sound becomes reports, in the memory of the build alone. */
import type { Report } from '../../../analysis/disclosure/rules/duplicate-reports.ts'
import { recordReader } from '../../../analysis/exact/record-reading.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import { fromBase64 } from '../../sealing/bytes.ts'
import type { SealedHead } from '../../store/sealed-edition.ts'
import type { EditionKey } from '../keys/edition-key.ts'
import { openShares, readShare } from '../keys/shares.ts'
import { editionSecretOf } from '../noise-check/own-secrets.ts'
import type { TrustedRegister } from '../register/pin.ts'
import { caseJudge, judgedTogether } from './case-standing.ts'
import { openCases } from './open-cases.ts'
import type { EditionChecked } from './provenance.ts'
import { recordKey } from './record-keys.ts'
import type { SealedSource } from './sealed-source.ts'
import { type JudgedCase, type SoundCases, soundCases, type UnsoundCase, UnsoundCases } from './sound-cases.ts'
import { type EditionStatements, statementsOf } from './statements.ts'

export interface OpeningOptions {
  /** For an erratum: single tables that are published already are made again. */
  readonly again?: boolean
  /** What two people signed of organisations, umbrellas and keys; left out only where no organisation has a key. */
  readonly register?: TrustedRegister | undefined
  /** Ids of cases that two people decided to build without, by edition. */
  readonly leftOut?: ReadonlyMap<string, ReadonlySet<string>>
  /** Tags of cases known to be withdrawn, hexadecimal: a case that has one of them inside its seal is not counted, whatever stands outside. */
  readonly withdrawn?: ReadonlySet<string>
  /** Told of each case that is left out for the tag inside its seal. */
  readonly withdrawnInside?: () => void
  /** Cases opened so far, of how many. */
  readonly opened?: (done: number, of: number) => void
}

/** What was found of the cases of one edition. */
export type JudgedEdition = EditionChecked & Pick<SoundCases, 'beforeFirstKey' | 'beforeFirstKeyOf'> & { readonly counted: number }

export interface OpenedEditions {
  readonly organisations: Organisations
  /** Of every edition; its place among the sources is in each. */
  readonly reports: readonly Report[]
  /** Of each edition: from them keys of records and shuffles follow. */
  readonly secrets: readonly Uint8Array[]
  /** The same, computed a second time for the check of the noise. */
  readonly ownSecrets: readonly Uint8Array[]
  readonly checked: readonly JudgedEdition[]
  readonly statements: readonly EditionStatements[]
}

/** @throws ShareRefused, SealBroken, ProblemError 'invalid-file'; with a register UnsoundCases, RegisterRefused 'decision-of-sound-case' */
export async function openedEditions(
  sources: readonly SealedSource[],
  shares: readonly string[],
  options: OpeningOptions,
): Promise<OpenedEditions> {
  const { register, again = false } = options
  const organisations = organisationsOf(sources.map(({ head }) => head))
  const reports: Report[] = []
  const secrets: Uint8Array[] = []
  const ownSecrets: Uint8Array[] = []
  const unsound: UnsoundCase[] = []
  const checked: JudgedEdition[] = []
  const statements: EditionStatements[] = []
  for (const [place, source] of sources.entries()) {
    const { edition, publicKey } = source.head
    const own = sources.length === 1 ? shares : shares.filter((share, index) => readShare(share, index + 1).edition === edition)
    const key = await openShares(own, edition, fromBase64(publicKey, 32))
    const seen: JudgedCase[] = []
    const opened: Report[] = []
    for await (const { report, judged: one } of openedReports(source, place, organisations.place, key, options)) {
      seen.push(one)
      if (report) opened.push(report)
    }
    const judged = register ? judgedTogether(seen, register.content) : seen
    const found = soundCases(edition, judged, options.leftOut?.get(edition) ?? new Set())
    for (const report of opened) if (found.sound.has(report.id)) reports.push(report)
    unsound.push(...found.unsound)
    const made =
      register && source.published.length === 0 && !again
        ? statementsOf(edition, countedIn(judged, found), register, key.editionSecret)
        : null
    if (made) statements.push(made)
    checked.push({
      edition,
      counted: found.sound.size,
      leftOut: found.leftOut,
      beforeFirstKey: found.beforeFirstKey,
      beforeFirstKeyOf: found.beforeFirstKeyOf,
      commitments: made?.commitments ?? [],
    })
    ownSecrets.push(editionSecretOf(key.secret))
    key.secret.fill(0)
    secrets.push(key.editionSecret)
  }
  if (unsound.length > 0) throw new UnsoundCases(unsound)
  return { organisations, reports, secrets, ownSecrets, checked, statements }
}

/** Tag and version of each case that is counted. */
const countedIn = (judged: readonly JudgedCase[], { sound }: SoundCases) =>
  judged.flatMap((one) =>
    'tag' in one && sound.has(one.id) ? [{ organisation: one.organisation, tag: one.tag, version: one.version }] : [],
  )

/** What was found of each case, and of one that opens and is not withdrawn its report. */
async function* openedReports(
  { head, cases }: SealedSource,
  edition: number,
  place: ReadonlyMap<number, number>,
  key: EditionKey,
  { opened, register, withdrawn, withdrawnInside }: OpeningOptions,
): AsyncGenerator<{ readonly judged: JudgedCase; readonly report: Report | null }> {
  const read = recordReader()
  const judge = register ? caseJudge(register.content, head.edition, head.invitations) : null
  const ids = new Set<string>()
  for await (const one of openCases(cases, head.edition, key, judge)) {
    const { id, organisation } = one
    // An id names one case: the seal is bound to it, and so is its noise.
    if (ids.has(id)) throw new ProblemError('invalid-file', [{ pointer: '', rule: 'sealed_cases' }])
    opened?.(ids.add(id).size, head.cases)
    const index = place.get(organisation)
    if (index === undefined) throw new ProblemError('invalid-file', [{ pointer: '', rule: 'unknown_organisation' }])
    if (!('record' in one)) yield { judged: one, report: null }
    else if (withdrawn?.has(one.tag)) withdrawnInside?.()
    else {
      const { record, ...judged } = one
      yield { judged, report: { reading: read(record), organisation: index, edition, id, key: recordKey(key.editionSecret, id) } }
    }
  }
}

interface Organisations {
  readonly place: ReadonlyMap<number, number>
  readonly holdings: readonly (number | null)[]
}

/** The contributors of all editions by number, and their umbrellas: members of one share its number. */
function organisationsOf(heads: readonly SealedHead[]): Organisations {
  const known = new Map(heads.flatMap(({ organisations }) => organisations.map(({ id, holding }) => [id, holding] as const)))
  const numbers = new Map<string, number>()
  const holdings = [...known.values()].map((holding) => {
    if (holding === null) return null
    const number = numbers.get(holding) ?? numbers.size
    numbers.set(holding, number)
    return number
  })
  return { place: new Map([...known.keys()].map((id, index) => [id, index])), holdings }
}
