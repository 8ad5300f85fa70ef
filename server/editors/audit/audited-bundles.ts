/** Bundles, and editors' figures beside them, as the audits read them. */
import { readFileSync } from 'node:fs'
import { type Audit, auditRelease } from '../../../analysis/disclosure/audit/audit-release.ts'
import type { LinearSolver } from '../../../analysis/disclosure/audit/bounds/solver.ts'
import type { Finding } from '../../../analysis/disclosure/audit/findings.ts'
import { type AuditTable, publishedTable, unprintedIn } from '../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { journeyTables } from '../../../analysis/disclosure/audit/linked-tables/journey-tables.ts'
import type { ExactCount } from '../../../analysis/exact/exact-count.ts'
import { type AuditSettings, settingsOf } from '../../../analysis/policy/audit-settings.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import type { Bundle } from '../../../survey-schema/release/bundle.ts'
import { type EditorFile, type OpenedEditorFile, openEditorFile } from '../editor-file.ts'
import { openEveryEdition } from '../keys/shares.ts'
import { checkKeptFigures, type KeptFiguresChecked } from '../noise-check/kept-figures.ts'
import { editionSecretOf } from '../noise-check/own-secrets.ts'

type EditorCells = OpenedEditorFile['cells']

/**
 * Exact counts by edition or volume.
 * @param shares texts, two of each edition to which a file is sealed  @param bundles if given, those that the files were made with
 * @throws as `openEditorFile`, and ProblemError `invalid-file` for a file that was made with another bundle
 */
export async function readEditorFigures(
  paths: readonly string[],
  shares: readonly string[],
  bundles?: readonly Bundle[],
): Promise<ReadonlyMap<string, EditorCells>> {
  const files = await Promise.all(paths.map((path) => openEditorFile(readFileSync(path, 'utf8'), shares)))
  if (bundles && files.some(({ bundle }) => bundle !== null && bundles.every(({ manifest }) => manifest.checksum !== bundle)))
    throw new ProblemError('invalid-file', [{ pointer: '/bundle', rule: 'other_build' }])
  const byEdition = new Map<string, EditorFile['cells'][number][]>()
  for (const cell of files.flatMap(({ cells }) => cells)) {
    const cells = byEdition.get(cell.slice) ?? []
    cells.push(cell)
    byEdition.set(cell.slice, cells)
  }
  return byEdition
}

/** What the audits say of bundles, and what they cannot say without the editors' file. */
export interface AuditedBundles extends Omit<Audit, 'findings'> {
  /** What published figures give away. */
  readonly findings: readonly Finding[]
  /** What is likely, or within bounds, from figures alone: only exact counts say whether it is about 1 to 4 persons. */
  readonly open: readonly Finding[]
  readonly noise: KeptFiguresChecked
}

/** @throws ProblemError `invalid-bundle`, or `invalid-file` where the editors' figures are of another build */
export function auditBundles(
  bundles: readonly Bundle[],
  { editors, secrets }: { readonly editors: ReadonlyMap<string, EditorCells>; readonly secrets: ReadonlyMap<string, Uint8Array> },
  solver: LinearSolver,
  progress: (done: number, of: number) => void,
): AuditedBundles {
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
  const audits = [...groups.values()].map(({ settings, tables }) => {
    const audit = auditRelease({ tables, settings, solver, progress })
    const isProved = (finding: Finding) => editors.has(finding.cell.slice) || provesFew(finding, settings)
    return {
      ...audit,
      findings: audit.findings.filter(isProved),
      open: audit.findings.filter((finding) => !isProved(finding)),
    }
  })
  return {
    findings: audits.flatMap(({ findings }) => findings),
    open: audits.flatMap(({ open }) => open),
    judged: audits.reduce((sum, { judged }) => sum + judged, 0),
    solved: audits.reduce((sum, { solved }) => sum + solved, 0),
    noise: checkKeptFigures(bundles, editors, secrets),
  }
}

/** Whether figures alone prove it: the cell holds somebody and fewer than the minimum, or the same persons have two figures under noise. */
const provesFew = ({ audit, lower, upper }: Finding, { noise, minimumCases }: AuditSettings): boolean =>
  audit !== 'posterior' &&
  ((audit === 'figures' && noise !== null) || (lower !== null && upper !== null && lower >= 1 && upper < minimumCases))

/** Secrets by edition, of all editions of which two shares are given. @throws ShareRefused */
export async function secretsFrom(shares: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const keys = await openEveryEdition(shares)
  return new Map([...keys].map(([edition, { secret }]) => [edition, editionSecretOf(secret)]))
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
