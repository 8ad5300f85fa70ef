/**
 * From the cases of one edition or volume to its bundle: every figure that may ever be asked for is made here, once, together with all the others. Exact
 * counts come in; released tables go out, and beside them what only editors may see.
 */
import type { Bundle, EditionCounted, Manifest, Volume } from '../../survey-schema/release/bundle.ts'
import type { ReleasedJourneys, ReleasedTable } from '../../survey-schema/release/released-table.ts'
import { FIRST_STEP_MODE } from '../catalogue/columns.ts'
import { everyTable } from '../catalogue/every-table.ts'
import { type CaseSet, caseSetOf } from './case-set.ts'
import type { EditorFigures } from './editor-figures.ts'
import type { EditionCases, ReleaseInput } from './release-input.ts'
import { freshEditions, volumeOf } from './release-plan.ts'
import { type PersonsWithCells, releaseCrosstab, releasePersons, releaseSingle, type TableWithCells } from './release-tables.ts'
import { wholeChecksum } from './released/bundle.ts'
import { releaseJourneys } from './released/release.ts'
import { auditedJourneys } from './rules/audited-journeys.ts'
import { type PublishedSingles, withSummedMargins } from './rules/margins.ts'
import { type ProtectedSingleTables, pairsOf, protectCrosstabs, protectSingleTables, singlesOf } from './rules/protect-all.ts'
import type { ProtectedVariable } from './rules/protected-tables.ts'

/** The released tables of one edition or one volume. */
interface ReleasedPart {
  readonly tables: readonly TableWithCells[]
  readonly persons: PersonsWithCells
  readonly journeys: ReleasedJourneys | null
}

/**
 * Single tables for each edition that has none yet, and the crosstabs of their volume if it holds enough cases; else crosstabs wait.
 * @throws RangeError for an edition that is too small, for several editions that are too small a volume, or a record outside the questionnaire
 * @throws NoFixedPoint where the audits find what no withholding mends
 */
export function buildRelease(input: ReleaseInput): { readonly bundle: Bundle; readonly editor: EditorFigures } {
  const fresh = freshEditions(input).map((edition) => protectEdition(edition, input))
  const editions = fresh.map((edition) => releaseEdition(edition, input))
  const singles = input.editions.map((edition) => {
    const made = editions[fresh.findIndex((one) => one.edition === edition)]?.tables.map(({ table }) => table)
    return made ?? input.published.get(edition.id) ?? []
  })
  const volume = volumeOf(input, singles)
  const volumes = volume === null ? [] : [releaseVolume(volume, fresh, singles, input)]
  return {
    bundle: bundleOf(fresh, volume, [...editions, ...volumes], input),
    editor: {
      cells: [
        ...editions.flatMap(({ tables }) => tables),
        ...editions.map(({ persons }) => persons),
        ...volumes.flatMap(({ tables, persons }) => [...tables, persons]),
      ].flatMap(({ editor }) => editor),
    },
  }
}

/** An edition whose single tables are protected. */
interface ProtectedEdition extends ProtectedSingleTables {
  readonly edition: EditionCases
}

function protectEdition(edition: EditionCases, input: ReleaseInput): ProtectedEdition {
  return {
    edition,
    ...protectSingleTables(caseSetOf([edition.cases], edition.shuffle, input, input.replaced?.get(edition.id)), edition.id, input),
  }
}

function releaseEdition({ edition, caseSet, variables }: ProtectedEdition, input: ReleaseInput): ReleasedPart {
  return {
    tables: singlesOf(everyTable()).map((table) => releaseSingle(table, edition.id, variables, input)),
    persons: releasePersons(edition.id, edition.cases, caseSet, variables, input.apart),
    journeys: null,
  }
}

/** @param fresh the editions whose single tables this build makes  @param singles the single tables of each edition of the volume, as published */
function releaseVolume(
  { id }: Volume,
  fresh: readonly ProtectedEdition[],
  singles: readonly (readonly ReleasedTable[])[],
  input: ReleaseInput,
): ReleasedPart {
  const { caseSet, margins } = volumeMargins(id, fresh, singles, input)
  const crosstabs = pairsOf(everyTable())
  const tables = protectCrosstabs(caseSet, margins, id, crosstabs, input)
  const cases = input.editions.flatMap((edition) => edition.cases)
  return {
    tables: crosstabs.map((table) => releaseCrosstab(table, id, tables, input)),
    persons: releasePersons(id, cases, caseSet, margins, input.apart),
    journeys: releaseJourneys({ slice: id, policy: input.policy.id }, auditedJourneys(caseSet, tables, id, input.audits), input.checksum),
  }
}

/**
 * The cases of a volume, and the margins of its crosstabs. A figure of a single table is made once: where the single tables of the volume's editions do not
 * come from this very case set, margins are sums of what they published.
 */
function volumeMargins(
  id: string,
  fresh: readonly ProtectedEdition[],
  singles: readonly (readonly ReleasedTable[])[],
  input: ReleaseInput,
): { readonly caseSet: CaseSet; readonly margins: ReadonlyMap<string, ProtectedVariable> } {
  const [first, ...more] = input.editions
  const alone = first !== undefined && more.length === 0
  if (alone && fresh[0] !== undefined) return { caseSet: fresh[0].caseSet, margins: fresh[0].variables }
  const caseSet = alone
    ? caseSetOf([first.cases], first.shuffle, input)
    : caseSetOf(
        input.editions.map((edition) => edition.cases),
        input.volumeShuffle,
        input,
      )
  const { variables } = protectSingleTables(caseSet, id, {})
  const published = singles.map((tables): PublishedSingles => new Map(tables.map((table) => [table.id, table])))
  // The mode of the first step has no single table.
  const margins = new Map(
    [...variables].map(([column, own]) => [column, column === FIRST_STEP_MODE ? own : withSummedMargins(own, published)]),
  )
  return { caseSet, margins }
}

function bundleOf(fresh: readonly ProtectedEdition[], volume: Volume | null, parts: readonly ReleasedPart[], input: ReleaseInput): Bundle {
  const tables = parts.flatMap((part) => part.tables.map(({ table }) => table))
  const journeys = parts.find((part) => part.journeys !== null)?.journeys ?? null
  const counted = ({ id, questionnaire, digest, persons }: EditionCases): EditionCounted => ({ id, questionnaire, digest, persons })
  const manifest: Omit<Manifest, 'checksum'> = {
    schema: input.policy.structure === undefined ? 'jnatip-bundle/1' : 'jnatip-bundle/2',
    editions: fresh.map(({ edition }) => counted(edition)),
    volume,
    counted: input.editions.map(counted),
    persons: parts.map(({ persons }) => persons.persons),
    policy: input.policy,
    fictional: input.fictional,
    ...(input.provenance ? { provenance: input.provenance } : {}),
    previous: input.previous,
    tables: tables.map((table) => `${table.slice}/${table.id}`),
  }
  const checksum = wholeChecksum(manifest, [...tables.map((table) => table.checksum), journeys?.checksum ?? null], input.checksum)
  return { manifest: { ...manifest, checksum }, tables, routes: journeys }
}
