/**
 * What one attacker may conclude about withheld cells of linked tables: the two trees of cells, along rows and along columns, are read by an upward
 * and a downward pass each, and their likelihoods multiplied. Along one axis this is exact; that the two say something about each other's
 * other cells is left out (`test/analysis/disclosure/audit/evidence/enumeration.test.ts` measures how much that is).
 */
import type { EvidenceLimits } from '../../../policy/audit-settings.ts'
import { type Attacker, isWithheld, type View } from './attacker.ts'
import { type Evidence, evidenceIn, NO_EVIDENCE } from './bayes-factor.ts'
import type { CellTrees } from './cell-tree.ts'
import { downward, type Readers } from './downward.ts'
import { type AddedLevels, type Upward, upward } from './upward.ts'

const AXES = [0, 1] as const

export interface ViewInput {
  readonly trees: CellTrees
  readonly attacker: Attacker
  readonly limits: EvidenceLimits
  readonly view: View
  /** By axis. */
  readonly added: readonly AddedLevels[]
  /** For each cell whether it is asked for. */
  readonly asked: Uint8Array
  /** What readers know of the same tables, by axis, where the attacker is an insider. */
  readonly readers?: readonly Readers[] | undefined
}

export interface ViewEvidence {
  /** Within the limits a single probability is an upper bound. */
  readonly of: (cell: number) => Evidence
  /** Whether the attacker knows of a cell what readers know, and no more. */
  readonly asReaders: (cell: number) => boolean
  /** The shown cells that the evidence comes from, those of the two relations of the cell first. */
  readonly from: (cell: number) => readonly number[]
  readonly passes: readonly Readers[]
  readonly added: readonly AddedLevels[]
}

export function evidenceOfView(input: ViewInput): ViewEvidence {
  const { trees, attacker, limits, view, added, asked, readers } = input
  const { law, knowledge } = attacker
  const up = AXES.map((axis) => upward(trees, added[axis]!, attacker, view))
  const passes = AXES.map((axis) =>
    downward({
      trees,
      tree: trees.along[axis],
      attacker,
      view,
      upward: up[axis]!,
      asked,
      ...(readers === undefined ? {} : { readers: readers[axis]! }),
    }),
  )
  const known = (cell: number) => passes.flatMap(({ likelihoods }) => likelihoods[cell] ?? [])

  function of(cell: number): Evidence {
    const likelihoods = known(cell)
    if (likelihoods.length === 0) return NO_EVIDENCE
    const few = new Float64Array(knowledge.minimumCases).fill(1)
    for (const likelihood of likelihoods) for (let others = 0; others < few.length; others++) few[others]! *= likelihood.at(others)
    const quick = evidenceIn(few, law.weights('withheld', few.length), knowledge.minimumCases)
    // Larger counts do not change the factor, and can only make a single count less likely.
    if (quick.single <= limits.single && quick.factor <= limits.factor) return quick
    const [first, second] = likelihoods.map((likelihood) => likelihood.all())
    const all = second === undefined ? first! : first!.slice(0, second.length).map((weight, others) => weight * second[others]!)
    return evidenceIn(all, law.weights('withheld', all.length), knowledge.minimumCases)
  }

  const asReaders = (cell: number) =>
    readers !== undefined &&
    (view.own?.[cell] ?? 0) === 0 &&
    AXES.every((axis) => passes[axis]!.likelihoods[cell] === readers[axis]!.likelihoods[cell])

  return { of, asReaders, from: (cell) => shownBehind(input, up, cell), passes, added }
}

/** The shown cells of the two relations of a cell, then those of its parents up to the total. */
function shownBehind({ trees, view }: ViewInput, up: readonly Upward[], cell: number): readonly number[] {
  const [near, far]: number[][] = [[], []]
  for (const axis of AXES) {
    const { relations, relationOf } = trees.along[axis]
    let [part, found] = [cell, near!]
    for (let place = relationOf[part]!; place >= 0; place = relationOf[part]!) {
      const { whole, parts } = relations[place]!
      if (!isWithheld(view, whole)) found.push(whole)
      for (const sibling of parts) if (sibling !== part) found.push(...up[axis]!.shownWithin(sibling))
      part = whole
      found = far!
    }
  }
  return [...new Set([...near!, ...far!])]
}
