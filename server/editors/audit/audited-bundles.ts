/** Bundles, and editors' figures beside them, as the audits read them. */
import { readFileSync } from 'node:fs'
import { type Audit, auditRelease } from '../../../analysis/disclosure/audit/audit-release.ts'
import type { LinearSolver } from '../../../analysis/disclosure/audit/bounds/solver.ts'
import { type AuditTable, publishedTable, unprintedIn } from '../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { journeyTables } from '../../../analysis/disclosure/audit/linked-tables/journey-tables.ts'
import { readBundle } from '../../../analysis/disclosure/released/bundle.ts'
import type { ExactCount } from '../../../analysis/exact/exact-count.ts'
import { type AuditSettings, settingsOf } from '../../../analysis/policy/audit-settings.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import type { Bundle } from '../../../survey-schema/release/bundle.ts'
import { checksum } from '../../sealing/checksum.ts'
import { readBundleFile } from '../bundle-file.ts'
import { type EditorFile, type OpenedEditorFile, openEditorFile } from '../editor-file.ts'

type EditorCells = OpenedEditorFile['cells']

/** Exact counts by edition or volume. @param shares texts, two of each edition to which a file is sealed @throws as `openEditorFile` */
export async function readEditorFigures(paths: readonly string[], shares: readonly string[]): Promise<ReadonlyMap<string, EditorCells>> {
  const files = await Promise.all(paths.map((path) => openEditorFile(readFileSync(path, 'utf8'), shares)))
  const byEdition = new Map<string, EditorFile['cells'][number][]>()
  for (const cell of files.flatMap(({ cells }) => cells)) {
    const cells = byEdition.get(cell.slice) ?? []
    cells.push(cell)
    byEdition.set(cell.slice, cells)
  }
  return byEdition
}

/** @throws ProblemError `invalid-bundle`, or `invalid-file` where the editors' figures are of another build */
export function auditBundles(
  paths: readonly string[],
  editors: ReadonlyMap<string, EditorCells>,
  solver: LinearSolver,
  progress: (done: number, of: number) => void,
): Audit {
  const bundles = paths.map((path) => readBundle(readBundleFile(path), checksum))
  const groups = new Map<string, { settings: AuditSettings; tables: AuditTable[] }>()
  for (const bundle of bundles) {
    const { policy } = bundle.manifest
    const settings = settingsOf(policy)
    // Crosstabs may stand beside single tables of an earlier version, whose figures were made alike.
    const name = JSON.stringify(settings)
    const group = groups.get(name) ?? { settings, tables: [] }
    groups.set(name, group)
    group.tables.push(...tablesOf(bundle, editors))
  }
  const audits = [...groups.values()].map(({ settings, tables }) => auditRelease({ tables, settings, solver, progress }))
  return {
    findings: audits.flatMap(({ findings }) => findings),
    judged: audits.reduce((sum, { judged }) => sum + judged, 0),
    solved: audits.reduce((sum, { solved }) => sum + solved, 0),
  }
}

function tablesOf({ manifest, tables, routes }: Bundle, editors: ReadonlyMap<string, EditorCells>): AuditTable[] {
  const truth = new Map<string, Map<string, ExactCount>>()
  for (const { slice, table, lines, cases } of [...editors.values()].flat()) {
    const cells = truth.get(`${slice}/${table}`) ?? new Map<string, ExactCount>()
    truth.set(`${slice}/${table}`, cells.set(lines.join(' '), cases))
  }
  const released = tables.map((table) => {
    if (!editors.has(table.slice)) return publishedTable(table, manifest.volume)
    const [a, b] = table.axes
    const names = [...a.lines, ...unprintedIn(table)].flatMap((row) =>
      b ? b.lines.map((column) => `${row.code} ${column.code}`) : [row.code],
    )
    return publishedTable(
      table,
      manifest.volume,
      names.map((name) => {
        const cases = truth.get(`${table.slice}/${table.id}`)?.get(name)
        if (cases === undefined) throw new ProblemError('invalid-file', [{ pointer: '/cells', rule: 'other_build' }])
        return cases
      }),
    )
  })
  return [...released, ...(routes ? journeyTables(routes) : [])]
}
