/**
 * What one attacker may conclude about withheld cells of linked tables: the two trees of cells, along rows and along columns, are read by an upward
 * and a downward pass each, and their likelihoods multiplied. Along one axis this is exact; that the two say something about each other's
 * other cells is left out (`test/analysis/disclosure/audit/evidence/enumeration.test.ts` measures how much that is).
 */
import type { EvidenceLimits } from '../../../policy/audit-settings.ts'
import { type Attacker, type AttackerView, isWithheld } from './attacker.ts'
import { type Evidence, evidenceIn, NO_EVIDENCE } from './bayes-factor.ts'
import type { CellTrees } from './cell-tree.ts'
import { downward, type Readers } from './downward.ts'
import { exchangedWeights, sameOfSiblings, siblingsOf, WORTH_AN_EXCHANGE, withSiblings } from './exchange.ts'
import type { Likelihood } from './part-likelihood.ts'
import { type AddedLevels, type Upward, upward } from './upward.ts'

const AXES = [0, 1] as const

export interface ViewInput {
  readonly trees: CellTrees
  readonly attacker: Attacker
  readonly limits: EvidenceLimits
  readonly view: AttackerView
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
  const wanted = withSiblings(trees.along, view, asked)
  const passes = AXES.map((axis) =>
    downward({
      trees,
      tree: trees.along[axis],
      attacker,
      view,
      upward: up[axis]!,
      asked: wanted,
      ...(readers === undefined ? {} : { readers: readers[axis]! }),
    }),
  )
  const siblings = (axis: 0 | 1, cell: number) => siblingsOf(trees.along[axis], view, cell)
  const firstPasses = (cell: number) => passes.flatMap(({ likelihoods }) => likelihoods[cell] ?? [])
  const weights = AXES.map((axis) => exchangedWeights(up[axis]!, passes[1 - axis]!.likelihoods))
  const afterExchange = (cell: number) =>
    AXES.flatMap((axis) => {
      const likelihood = passes[axis]!.likelihoods[cell]
      return likelihood ? [likelihood.beside(siblings(axis, cell).map((sibling) => weights[axis]!(sibling, likelihood.length)))] : []
    })

  /** The factor is exact, and a single probability an upper bound: larger counts do not change the one, and can only lower the other. */
  function ofFew(likelihoods: readonly Likelihood[]): Evidence {
    const few = new Float64Array(knowledge.minimumCases).fill(1)
    for (const likelihood of likelihoods) for (let others = 0; others < few.length; others++) few[others]! *= likelihood.at(others)
    return evidenceIn(few, law.weights('withheld', few.length), knowledge.minimumCases)
  }

  function of(cell: number): Evidence {
    const before = firstPasses(cell)
    if (before.length === 0) return NO_EVIDENCE
    const first = ofFew(before)
    const likelihoods = first.factor < WORTH_AN_EXCHANGE ? before : afterExchange(cell)
    const quick = likelihoods === before ? first : ofFew(likelihoods)
    if (quick.single <= limits.single && quick.factor <= limits.factor) return quick
    const [one, other] = likelihoods.map((likelihood) => likelihood.all())
    const all = other === undefined ? one! : one!.slice(0, other.length).map((weight, others) => weight * other[others]!)
    return evidenceIn(all, law.weights('withheld', all.length), knowledge.minimumCases)
  }

  const asReaders = (cell: number) =>
    readers !== undefined &&
    (view.own?.[cell] ?? 0) === 0 &&
    AXES.every((axis) => passes[axis]!.likelihoods[cell] === readers[axis]!.likelihoods[cell]) &&
    (ofFew(firstPasses(cell)).factor < WORTH_AN_EXCHANGE ||
      AXES.every((axis) => sameOfSiblings(siblings(axis, cell), view, passes[1 - axis]!.likelihoods, readers[1 - axis]!.likelihoods)))

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
