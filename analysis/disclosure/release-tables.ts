/** From verdicts to released tables, each with the cells that editors see beside it. */
import type { PersonsCounted } from '../../survey-schema/release/bundle.ts'
import type { ReleasedAxis, ReleasedTable } from '../../survey-schema/release/released-table.ts'
import { COLUMN_IDS, columnBeside } from '../catalogue/columns.ts'
import type { CatalogueTable } from '../catalogue/every-table.ts'
import { linesOfAxis, linesOfSingle } from '../catalogue/frame.ts'
import type { AxisName } from '../catalogue/grammar.ts'
import { type Line, TOTAL_LINE } from '../catalogue/line.ts'
import type { CountedCase } from '../exact/counted-case.ts'
import type { CaseSet } from './case-set.ts'
import { type EditorCell, editorCell } from './editor-figures.ts'
import type { ReleaseInput } from './release-input.ts'
import { release, toCell } from './released/release.ts'
import { lookAlikes } from './rules/look-alikes.ts'
import type { ProtectedTables, ProtectedVariable } from './rules/protected-tables.ts'
import { primaryVerdict } from './rules/verdict.ts'

export interface TableWithCells {
  readonly table: ReleasedTable
  readonly editor: readonly EditorCell[]
}

export interface PersonsWithCells {
  readonly persons: PersonsCounted
  readonly editor: readonly EditorCell[]
}

/** @param slice id of the edition */
export function releaseSingle(
  { id, axes: [a] }: CatalogueTable,
  slice: string,
  variables: ReadonlyMap<string, ProtectedVariable>,
  { policy, checksum }: ReleaseInput,
): TableWithCells {
  const variable = variables.get(a.variable)!
  const lines = linesOfSingle(variable, variable.byLevel.get(a.level)!)
  const verdicts = lines.map((line) => variable.verdicts.get(line.key)!)
  return {
    table: release({ id, slice, policy: policy.id, axes: [axisOf(variable, a, lines)] }, verdicts, checksum),
    editor: [...lines, ...variable.frame.unprinted].map((line) =>
      editorCell(slice, id, [line.code], variable.cases(line), variable.verdicts.get(line.key)!),
    ),
  }
}

/** @param slice id of the volume */
export function releaseCrosstab(
  { id, axes: [a, b] }: CatalogueTable,
  slice: string,
  tables: ProtectedTables,
  { policy, checksum }: ReleaseInput,
): TableWithCells {
  if (!b) throw new RangeError('not a pair')
  const first = tables.variable(columnBeside(a.variable, b.variable))
  const second = tables.variable(columnBeside(b.variable, a.variable))
  const pair = tables.pair(a.variable, b.variable)
  const rows = linesOfAxis(first, first.byLevel.get(a.level)!)
  const columns = linesOfAxis(second, second.byLevel.get(b.level)!)
  const cells = rows.flatMap((row) => columns.map((column) => ({ row, column, verdict: pair.verdict(row, column) })))
  return {
    table: release(
      { id, slice, policy: policy.id, axes: [axisOf(first, a, rows), axisOf(second, b, columns)] },
      cells.map(({ verdict }) => verdict),
      checksum,
    ),
    editor: cells.map(({ row, column, verdict }) => editorCell(slice, id, [row.code, column.code], pair.cases(row, column), verdict)),
  }
}

/** The name under which editors find the counts of persons and look-alikes among the cells. */
const PERSONS = 'persons'

/**
 * How many persons the tables of one edition or volume count at most, and by how many fewer that may be: every table has the same total, and look-alikes
 * are judged and get noise as a cell does.
 */
export function releasePersons(
  slice: string,
  cases: readonly CountedCase[],
  { policy, noise, cases: { contributors } }: CaseSet,
  variables: ReadonlyMap<string, ProtectedVariable>,
  apart: ReleaseInput['apart'],
): PersonsWithCells {
  const total = variables.get(COLUMN_IDS[0]!)!
  const most = total.verdicts.get(TOTAL_LINE.key)!
  const alike = lookAlikes(cases, apart, policy.structure && contributors)
  const fewer = primaryVerdict(alike, policy, noise)
  return {
    persons: { slice, most: toCell(most), lookAlikes: toCell(fewer) },
    editor: [
      editorCell(slice, PERSONS, ['most'], total.cases(TOTAL_LINE), most),
      editorCell(slice, PERSONS, ['look_alikes'], alike.cases, fewer),
    ],
  }
}

function axisOf({ variable, column }: ProtectedVariable, { variable: id, level }: AxisName, lines: readonly Line[]): ReleasedAxis {
  return {
    variable: id,
    level,
    kind: column.kind,
    en: variable.en,
    ja: variable.ja,
    lines: lines.map(({ code, role, en, ja }) => ({ code, role, en, ja })),
  }
}
