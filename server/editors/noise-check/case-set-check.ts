/** The figures of one edition or volume, recomputed from who stands in each cell. */
import { plainNumber } from '../../../analysis/exact/exact-count.ts'
import { perturbationTable } from '../../../analysis/policy/perturbation-table.ts'
import type { ReleasedCell } from '../../../survey-schema/release/released-table.ts'
import { type CheckedBuild, cellName, namesOfCells } from './checked-build.ts'
import { journeyCells } from './journey-cells.ts'
import { marginsOtherwise, publishedAlone } from './margins.ts'
import type { Fault, NoiseRule } from './noise-fault.ts'
import { type OwnNoise, ownNoise } from './own-noise.ts'
import { caseSetSecretOf, type HalvedKey, recordKeyOf } from './own-secrets.ts'
import { add, howMany, keyOf, nobody, type Persons } from './persons.ts'
import { isTotalOfTables, lookAlikesAgain } from './persons-figures.ts'
import { standingOf } from './persons-on-lines.ts'
import type { Draw } from './unchanged-share.ts'

export interface CaseSetChecked {
  readonly faults: readonly Fault[]
  /** Of the shown cells that are no margins, by `cellName`. */
  readonly keys: readonly (readonly [string, number])[]
  readonly draws: readonly Draw[]
}

/** @param slice an edition whose single tables this build makes, or its volume */
export function checkCaseSet(slice: string, { bundle, cells, editions, apart }: CheckedBuild): CaseSetChecked {
  const { manifest, routes } = bundle
  const isVolume = slice === manifest.volume?.id
  const counted = isVolume ? editions : editions.filter(({ id }) => id === slice)
  const tables = bundle.tables.filter((table) => table.slice === slice)
  const persons = counted.flatMap((edition) => edition.persons)
  const recordKeys = counted.flatMap(({ secret, persons: some }): HalvedKey[] => some.map(({ id }) => recordKeyOf(secret, id)))
  const noiseTable = perturbationTable(manifest.policy.noise)
  const noise: OwnNoise = noiseTable ? ownNoise(noiseTable, caseSetSecretOf(counted.map(({ secret }) => secret))) : () => 0
  const standing = standingOf(persons.map(({ at }) => at))
  const ofEditors = new Map(cells.flatMap((cell) => (cell.slice === slice ? [[cellName(cell), cell] as const] : [])))
  const faults: Fault[] = []
  const keys: (readonly [string, number])[] = []
  const draws: Draw[] = []
  const say = (rule: NoiseRule, table: string) => faults.push({ rule, place: `${slice} ${table}` })

  const judge = (table: string, name: string | null, cell: ReleasedCell, cases: number, members: Persons) => {
    const editor = name === null ? undefined : ofEditors.get(name)
    if (name !== null && (editor === undefined || plainNumber(editor.cases) !== cases)) say('counted-otherwise', table)
    // A sum stands where single tables publish it, and nowhere else.
    if (cell.status === 'sum') say('figure-otherwise', table)
    const isTooSmall = cell.status === 'withheld' && editor?.reason === 'figure'
    if (cell.status !== 'shown' && !isTooSmall) return
    const key = keyOf(members, recordKeys)
    const figure = cases + noise(cases, key)
    if (isTooSmall ? figure >= manifest.policy.minimumCases : cell.status === 'shown' && cell.figure !== figure)
      say('figure-otherwise', table)
    if (cell.status !== 'shown') return
    if (name !== null) keys.push([name, key])
    draws.push({ cases, key, figure: cell.figure })
  }
  // The margins of a volume are its own figures only where this build makes the single tables of the same cases.
  const marginsAreOwn = !isVolume || (counted.length === 1 && manifest.editions.some(({ id }) => id === counted[0]!.id))
  for (const table of tables) {
    const names = namesOfCells(table)
    const given = marginsAreOwn ? [] : publishedAlone(table)
    standing.inCells(table).forEach((members, at) => {
      if (!given[at]) judge(table.id, names[at]!, table.cells[at]!, howMany(members), members)
    })
  }
  if (routes?.slice === slice)
    for (const { cell, persons: members, isMargin } of journeyCells(routes, tables, standing))
      if (marginsAreOwn || !isMargin) judge(routes.id, null, cell, howMany(members), members)
  if (!marginsAreOwn) for (const table of marginsOtherwise(tables, counted, bundle.tables)) say('margin-otherwise', table)
  for (const figures of manifest.persons.filter((one) => one.slice === slice)) {
    if (!isTotalOfTables(figures, bundle)) say('figure-otherwise', 'persons')
    const alike = lookAlikesAgain(persons, apart)
    const members = nobody(persons.length)
    for (const place of alike.members) add(members, place)
    judge('persons', cellName({ slice, table: 'persons', lines: ['look_alikes'] }), figures.lookAlikes, alike.cases, members)
  }
  return { faults, keys, draws }
}
