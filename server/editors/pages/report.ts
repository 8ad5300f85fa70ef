/**
 * What editors look at before two of them sign: every withheld cell with its reason, what the tables still show, what the audits and
 * attacks found. Reasons and distances come from the truth, so the report is never published; exact counts stay in the sealed file.
 */
import type { Reason } from '../../../analysis/disclosure/rules/verdict.ts'
import { COARSEST_CORE, together, type Utility, utilityOf } from '../../../analysis/disclosure/utility.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import type { Bundle, PersonsCounted, Policy } from '../../../survey-schema/release/bundle.ts'
import type { ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import type { OpenedEditorFile } from '../editor-file.ts'

export const NEVER_PUBLISHED = {
  en: 'For editors alone. Never publish, send or print for others: it tells why cells are withheld.',
  ja: '編集者専用。公表・送付・第三者への印刷を禁じます（秘匿の理由が書かれています）。',
} as const

export interface TableReport {
  readonly slice: string
  readonly table: string
  readonly en: string
  readonly ja: string
  readonly cells: number
  readonly withheld: number
  readonly utility: Measured
}

export interface Measured {
  readonly nonZero: number
  readonly nonZeroShown: number
  readonly mass: number
  readonly massShown: number
  /** In cases; null where nothing is shown. */
  readonly meanError: number | null
}

export interface WithheldCell {
  readonly slice: string
  readonly table: string
  readonly lines: readonly string[]
  readonly reason: Reason | 'audit'
}

export interface EditorsReport {
  readonly schema: 'jnatip-report/1'
  readonly neverPublished: typeof NEVER_PUBLISHED
  readonly bundle: string
  readonly editions: readonly string[]
  readonly volume: string | null
  readonly fictional: boolean
  readonly policy: Policy
  readonly persons: readonly PersonsCounted[]
  readonly duplicates: { readonly pairs: number; readonly same: number; readonly different: number; readonly undecided: number }
  /** All tables; the single ones; the tables of two core variables at their coarsest level, or null while crosstabs wait. */
  readonly utility: {
    readonly all: Measured
    readonly single: Measured
    readonly coarsestCore: Measured | null
    readonly coreTables: number
  }
  readonly reasons: Readonly<Record<string, number>>
  readonly tables: readonly TableReport[]
  readonly withheld: readonly WithheldCell[]
  /** As `audit --json` and `attack --json` print them; null where they were not given. */
  readonly audit: unknown
  readonly attack: unknown
}

/** @throws ProblemError 'invalid-file' where the figures are of another build */
export function editorsReport(
  { manifest, tables }: Bundle,
  editor: OpenedEditorFile,
  found: { readonly audit: unknown; readonly attack: unknown },
): EditorsReport {
  if (editor.bundle !== null && editor.bundle !== manifest.checksum)
    throw new ProblemError('invalid-file', [{ pointer: '/bundle', rule: 'other_build' }])
  const cells = new Map(editor.cells.map((cell) => [nameOf(cell.slice, cell.table, cell.lines), cell]))
  const utilities: { table: ReleasedTable; utility: Utility }[] = []
  const withheld: WithheldCell[] = []
  const reported = tables.map((table): TableReport => {
    const names = linesOf(table)
    const known = names.map((lines) => cells.get(nameOf(table.slice, table.id, lines)) ?? otherBuild())
    const utility = utilityOf(
      table,
      known.map(({ cases }) => cases),
    )
    utilities.push({ table, utility })
    const hidden = names.flatMap((lines, at): WithheldCell[] =>
      table.cells[at]!.status === 'withheld'
        ? [{ slice: table.slice, table: table.id, lines, reason: known[at]!.reason ?? otherBuild() }]
        : [],
    )
    withheld.push(...hidden)
    const label = (language: 'en' | 'ja') => table.axes.map((axis) => axis[language]).join(' × ')
    return {
      slice: table.slice,
      table: table.id,
      en: label('en'),
      ja: label('ja'),
      cells: table.cells.length,
      withheld: hidden.length,
      utility: measured(utility),
    }
  })
  const sumOf = (chosen: (table: ReleasedTable) => boolean) =>
    measured(together(utilities.filter(({ table }) => chosen(table)).map(({ utility }) => utility)))
  const core = tables.filter(({ id }) => COARSEST_CORE.has(id)).length
  const decided = (decision: string | null) => editor.duplicates.filter((pair) => pair.decision === decision).length
  return {
    schema: 'jnatip-report/1',
    neverPublished: NEVER_PUBLISHED,
    bundle: manifest.checksum,
    editions: manifest.counted.map(({ id }) => id),
    volume: manifest.volume?.id ?? null,
    fictional: manifest.fictional,
    policy: manifest.policy,
    persons: manifest.persons,
    duplicates: { pairs: editor.duplicates.length, same: decided('same'), different: decided('different'), undecided: decided(null) },
    utility: {
      all: sumOf(() => true),
      single: sumOf(({ axes }) => axes.length === 1),
      coarsestCore: core === 0 ? null : sumOf(({ id }) => COARSEST_CORE.has(id)),
      coreTables: core,
    },
    reasons: counted(withheld.map(({ reason }) => reason)),
    tables: reported,
    withheld,
    ...found,
  }
}

/** The codes of the lines of each cell, in the order of the cells. */
const linesOf = ({ axes: [a, b] }: ReleasedTable): string[][] =>
  a.lines.flatMap((row) => (b ? b.lines.map((column) => [row.code, column.code]) : [[row.code]]))

const nameOf = (slice: string, table: string, lines: readonly string[]) => [slice, table, ...lines].join(' ')

function otherBuild(): never {
  throw new ProblemError('invalid-file', [{ pointer: '/cells', rule: 'other_build' }])
}

const measured = ({ error, shown, ...rest }: Utility): Measured => ({ ...rest, meanError: shown === 0 ? null : error / shown })

function counted(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
