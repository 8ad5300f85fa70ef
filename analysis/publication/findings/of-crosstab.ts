/** Statements of two variables: a change, a difference between two groups, none, or a category within one group. */
import { variablePhrases } from '../../../survey-schema/phrases/index.ts'
import type { TableBlock } from '../../../survey-schema/release/book.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import { cellAt, cellPlace, crosstabAxes, isTime } from '../released-cells.ts'
import { whole } from '../statistics/share.ts'
import { categoryOf, mostInOrder } from './of-single.ts'
import { type CrosstabRead, type GroupRead, type LineRead, readCrosstab } from './read-crosstab.ts'
import { type Category, type GroupShare, type GroupStatement, gapBetween, type ListStatement, type PairStatement } from './statements.ts'

/** That two groups do not clearly differ is said only where both have so many cases that a difference would be seen. */
const LEAST_ALIKE = 50

/**
 * Pairs of groups whose intervals do not overlap, the clearest first: of periods the first and the last that show a share, else any two. A
 * group most of which the question does not reach is not compared.
 */
export function clearPairs(block: TableBlock, policy: Policy): readonly PairStatement[] {
  const read = readCrosstab(block, policy)
  if (!read) return []
  return read.lines
    .flatMap((line) => pairsOf(line, read.time).map((groups) => pairStatement(read, line, groups)))
    .map((statement) => ({ statement, gap: gapBetween(statement.groups) }))
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap)
    .map(({ statement }) => statement)
}

function pairsOf({ groups }: LineRead, time: boolean): readonly (readonly [GroupRead, GroupRead])[] {
  const some = groups.filter(({ answered }) => answered)
  if (some.length < 2) return []
  if (time) return [[some[0]!, some.at(-1)!]]
  return some.flatMap((one, at) => some.slice(at + 1).map((other) => [one, other] as const))
}

const pairStatement = (
  { block, topic, by, time, ranked }: CrosstabRead,
  { category }: LineRead,
  groups: readonly [GroupShare, GroupShare],
): PairStatement => ({
  kind: gapBetween(groups) <= 0 ? 'alike' : time ? 'change' : 'difference',
  block,
  topic,
  by,
  category,
  groups,
  time,
  ranked,
})

/** Of the category with the most cases: its first and last period, or its two largest groups, where they do not clearly differ. */
export function alikePair(block: TableBlock, policy: Policy): PairStatement | null {
  const read = readCrosstab(block, policy)
  const [most] = (read?.lines ?? [])
    .flatMap((line) => {
      const large = line.groups.filter(({ answered, read: { base } }) => answered && base.figure >= LEAST_ALIKE)
      const two = read!.time ? [large[0], large.at(-1)] : largestGroups(large).slice(0, 2)
      const [one, other] = [...two].sort((a, b) => (a?.place ?? 0) - (b?.place ?? 0))
      if (!one || !other || one === other || gapBetween([one, other]) > 0) return []
      return [{ line, groups: [one, other] as const, cases: one.read.part.figure + other.read.part.figure }]
    })
    .sort((a, b) => b.cases - a.cases || a.line.place - b.line.place)
  return most ? pairStatement(read!, most.line, most.groups) : null
}

const largestGroups = (groups: readonly GroupRead[]) =>
  [...groups].sort((a, b) => b.read.base.figure - a.read.base.figure || a.place - b.place)

/** The category with the most cases, in the largest group that shows it, or in the latest period. */
export function groupStatement(block: TableBlock, policy: Policy): GroupStatement | null {
  const read = readCrosstab(block, policy)
  const [most] = (read?.lines ?? [])
    .flatMap((line) => {
      const group = read!.time ? line.groups.at(-1) : largestGroups(line.groups)[0]
      return group ? [{ line, group }] : []
    })
    .sort(
      (a, b) =>
        Number(read!.time) * (b.group.place - a.group.place) ||
        b.group.read.part.figure - a.group.read.part.figure ||
        a.line.place - b.line.place,
    )
  return most ? { kind: 'group', block, topic: read!.topic, category: most.line.category, group: most.group } : null
}

/** Where no share is printed: over which categories the cases of one line are spread, as far as cells are shown. */
export function countsStatement(block: TableBlock): ListStatement | null {
  if (block.columns.length === 0) return null
  const { table, rowAxis, rows, columns } = block
  const [down, across] = crosstabAxes(table, rowAxis)
  const topic = variablePhrases(across.variable)
  if (!topic || isTime(down) || isTime(across)) return null
  const [most] = rows
    .flatMap((row): { row: number; within: Category; shown: ReturnType<typeof shownIn>; cases: number }[] => {
      const within = categoryOf(down, down.lines[row]!)
      const shown = within ? shownIn(row) : []
      const cases = shown.reduce((sum, { count }) => sum + count.figure, 0)
      return within && shown.length > 0 ? [{ row, within, shown, cases }] : []
    })
    .sort((a, b) => b.cases - a.cases || a.row - b.row)
  if (!most) return null
  return { kind: 'list', block, topic, among: 'all', base: null, within: most.within, listed: mostInOrder(most.shown) }

  function shownIn(row: number) {
    return columns.flatMap((column) => {
      const category = categoryOf(across, across.lines[column]!)
      const figure = whole(cellAt(table, rowAxis, row, column))
      if (!category || !figure) return []
      const cells = [{ slice: table.slice, table: table.id, place: cellPlace(table, rowAxis, row, column) }]
      return [{ place: column, category, count: { cells, figure: figure.figure } }]
    })
  }
}
