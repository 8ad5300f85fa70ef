/** What the audits find is withheld until they find nothing, and the same every time. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditRelease } from '../../analysis/disclosure/audit/audit-release.ts'
import { publishedTable, unprintedIn } from '../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import type { Audits } from '../../analysis/disclosure/audits.ts'
import { buildRelease } from '../../analysis/disclosure/build-release.ts'
import { settingsOf } from '../../analysis/policy/audit-settings.ts'
import { auditsFor, type RunningAudits } from '../../server/editors/audit/audits.ts'
import { highsSolver } from '../../server/editors/audit/solver.ts'
import { editionInput, type Shape } from '../support/edition.ts'

const SHAPES: readonly Shape[] = [
  { cases: 40, seed: 2 },
  { cases: 90, seed: 3, change: (cases) => cases.map((entry, index) => (index % 2 === 0 ? { ...entry, organisation: 0 } : entry)) },
]

let solver: Awaited<ReturnType<typeof highsSolver>>
let audits: Audits
let threads: RunningAudits
beforeAll(async () => {
  solver = await highsSolver()
  ;({ audits } = await auditsFor(editionInput(SHAPES[0]!).policy))
  threads = await auditsFor(editionInput(SHAPES[0]!).policy, 2)
})
afterAll(() => threads.close())

describe.each(SHAPES)('P85 a release of $cases cases', (shape) => {
  it('P85 is withheld from until the audits of all its tables together find nothing', () => {
    const input = editionInput(shape)
    const plain = buildRelease(editionInput(shape))
    const { bundle, editor } = buildRelease({ ...input, audits })
    // The same on two threads, tried on the larger: it has the more groups to share out.
    if (shape === SHAPES.at(-1))
      expect(buildRelease({ ...editionInput(shape), audits: threads.audits }).bundle.manifest.checksum).toBe(bundle.manifest.checksum)
    const exact = new Map(editor.cells.map((cell) => [`${cell.slice}/${cell.table} ${cell.lines.join(' ')}`, cell.cases]))
    const tables = bundle.tables.map((table) => {
      const [rows, columns] = table.axes
      const names = [...rows.lines, ...unprintedIn(table)].flatMap((row) =>
        columns ? columns.lines.map((column) => `${row.code} ${column.code}`) : [row.code],
      )
      return publishedTable(
        table,
        bundle.manifest.volume,
        names.map((name) => exact.get(`${table.slice}/${table.id} ${name}`)!),
      )
    })
    expect(auditRelease({ tables, settings: settingsOf(input.policy), solver }).findings).toEqual([])
    expect(editor.cells.some((cell) => cell.reason === 'audit')).toBe(true)
    expect(plain.editor.cells.some((cell) => cell.reason === 'audit')).toBe(false)
  }, 300_000)
})
