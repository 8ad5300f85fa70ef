/**
 * Where a number of persons must not go. Each line under an `@ts-expect-error` would let an exact count out of disclosure control, or would
 * make one of a figure; if one starts to compile, the check of the types fails here.
 */
import type { EditorCell } from '../../analysis/disclosure/editor-figures.ts'
import { type Checksum, releaseCells, type TableParts } from '../../analysis/disclosure/released/release.ts'
import type { ExactCell, Verdict } from '../../analysis/disclosure/rules/verdict.ts'
import type { ExactCount, ExactCounts } from '../../analysis/exact/exact-count.ts'
import type { Tally } from '../../analysis/exact/tally.ts'
import { shadeOf } from '../../analysis/publication/figures/maps/figure-classes.ts'
import { wilson } from '../../analysis/publication/statistics/share.ts'
import type { PersonsCounted } from '../../survey-schema/release/bundle.ts'
import type { ReleasedCell } from '../../survey-schema/release/released-table.ts'

declare const count: ExactCount
declare const counts: ExactCounts
declare const tally: Tally
declare const editorCell: EditorCell
declare const parts: TableParts
declare const checksum: Checksum

// @ts-expect-error a count is no number, so nothing calculates or prints with it that was made for figures
const plain: number = count

// @ts-expect-error the counts of a grid are no numbers either
const list: readonly number[] = [tally.cases[0]!]

// @ts-expect-error what an editor sees of a cell is no figure
const figure: ReleasedCell = { status: 'shown', figure: editorCell.cases }

// @ts-expect-error a sum of figures has no exact part
const sum: ReleasedCell = { status: 'sum', figure: count, parts: 1, of: 1 }

// @ts-expect-error a verdict shows a figure with its noise, never the count
const verdict: Verdict = { status: 'shown', figure: count }

// @ts-expect-error how many persons there are is published as a cell
const persons: PersonsCounted = { slice: 'e', most: count, lookAlikes: { status: 'withheld' } }

// @ts-expect-error a table that is sealed holds figures
releaseCells(parts, [{ status: 'shown', figure: counts[0]! }], checksum)

// @ts-expect-error a statistic is calculated from figures
wilson(0.5, count)

// @ts-expect-error a drawing is shaded by figures
shadeOf(count)

// @ts-expect-error counts are added with `plus`, which gives a count again
const added = count + count

// @ts-expect-error a limit is compared by `isBelow`: a bare `<` would take any number for one of persons
const small = count < 5

// @ts-expect-error a figure is no number of persons that a rule could judge
const judged: Pick<ExactCell, 'cases'> = { cases: 12 }

export const caught = [plain, list, figure, sum, verdict, persons, added, small, judged]
