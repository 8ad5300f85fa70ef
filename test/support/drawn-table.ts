/** Printed tables with any figures, for tests of what is said of them: lines as a release has them, cells as they are given. */
import { frameOf, linesOfAxis, linesOfSingle } from '../../analysis/catalogue/frame.ts'
import { releaseCells } from '../../analysis/disclosure/released/release.ts'
import { POLICY_V2 } from '../../analysis/policy/policy.ts'
import { printedPart } from '../../analysis/publication/book/table-block.ts'
import type { Chapter, TableBlock } from '../../survey-schema/release/book.ts'
import type { Policy } from '../../survey-schema/release/bundle.ts'
import type { ReleasedAxis, ReleasedCell, ReleasedTable } from '../../survey-schema/release/released-table.ts'
import { text } from '../../survey-schema/text.ts'
import { levelOf, variableById } from '../../survey-schema/variables/index.ts'

/** `variable@level`, with its first categories only where `most` says so. */
export function axisOf(name: string, alone: boolean, most = Number.POSITIVE_INFINITY): ReleasedAxis {
  const [id, level] = name.split('@') as [string, string]
  const variable = variableById(id)!
  const values = levelOf(variable, level)!
    .categories.slice(0, most)
    .map((category) => ({ ...category, role: 'value' as const, codes: null, blocked: false, key: category.code }))
  const frame = { frame: frameOf(variable, 'answered') }
  const lines = alone ? linesOfSingle(frame, values) : linesOfAxis(frame, values)
  return {
    variable: id,
    level,
    kind: variable.kind,
    en: variable.en,
    ja: variable.ja,
    lines: lines.map(({ code, role, en, ja }) => ({ code, role, en, ja })),
  }
}

const EMPTY = text('', '')

/** @param cells row by row; those that are missing are withheld @param shareOf of a table of two variables */
export function blockOf(
  axes: readonly [ReleasedAxis] | readonly [ReleasedAxis, ReleasedAxis],
  cells: readonly ReleasedCell[],
  shareOf: 'row' | 'column' = 'column',
  policy: Policy = POLICY_V2,
): TableBlock & { readonly table: ReleasedTable } {
  const id = axes.map(({ variable, level }) => `${variable}@${level}`).join(',')
  const size = axes.reduce((product, axis) => product * axis.lines.length, 1)
  const all = Array.from({ length: size }, (_, at): ReleasedCell => cells[at] ?? { status: 'withheld' })
  const table = releaseCells({ id, slice: 'invented-1', policy: policy.id, axes }, all, () => '')
  const words = { caption: EMPTY, period: EMPTY, bases: [], policyLine: EMPTY, notes: [], source: EMPTY, citation: EMPTY, checksum: '' }
  return { kind: 'table', id: 'table-0-1-a', ...words, table, rowAxis: 0, ...printedPart(table, 0, shareOf, policy), statistics: null }
}

/** A chapter of one table, with these blocks. */
export const chapterOf = (id: string, ...blocks: readonly TableBlock[]): Chapter => ({
  id,
  number: 1,
  title: EMPTY,
  tables: [
    {
      number: '1.1',
      title: EMPTY,
      learns: EMPTY,
      base: EMPTY,
      blocks: blocks.map((block, at) => ({ ...block, id: `block-${at}`, caption: text('', String(at)) })),
      sentences: [],
      figures: [],
      notes: [],
      silent: null,
      citation: EMPTY,
    },
  ],
})
