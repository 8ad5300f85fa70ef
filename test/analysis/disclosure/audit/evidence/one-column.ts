/** Linked tables along one axis: the answers to q among those who gave one answer x to another question, at any number of levels. */

import { type Attacker, type AttackerView, insidersView, readersView } from '../../../../../analysis/disclosure/audit/evidence/attacker.ts'
import { cellTreesOf } from '../../../../../analysis/disclosure/audit/evidence/cell-tree.ts'
import { addedLevels } from '../../../../../analysis/disclosure/audit/evidence/upward.ts'
import { evidenceOfView, type ViewEvidence } from '../../../../../analysis/disclosure/audit/evidence/view-evidence.ts'
import type { AuditAxis, AuditTable } from '../../../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { type LinkedCell, type LinkedTables, linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import type { EvidenceLimits } from '../../../../../analysis/policy/audit-settings.ts'
import { axisOf, tableOf, type Written } from '../../../../support/small-release.ts'

/** Lines by their codes, such as `a+b`; `all` is the line of all answers, which has no parent. */
export type Level = Readonly<Record<string, Written>>

/** @example columnOf({ all: [12, 13], 'a+b': [9, 9], c: suppressed(3) }, { all: [12, 13], a: [5, 5], b: [4, 5], c: suppressed(3) }) */
export function columnOf(...levels: readonly Level[]): LinkedTables {
  const x: AuditAxis = { ...axisOf('r', ['x']), lines: axisOf('r', ['x']).lines.slice(0, 1) }
  const tables = levels.map((level, at): AuditTable => {
    const words = Object.keys(level).filter((code) => code !== 'all')
    const { lines } = axisOf('q', words)
    const axis: AuditAxis = { ...axisOf('q', words), lines: lines.slice(0, words.length + ('all' in level ? 1 : 0)) }
    return tableOf(`level ${at}`, [axis, x], [...words.map((code) => level[code]!), ...('all' in level ? [level.all!] : [])])
  })
  return linkedTablesOf(tables)[0]!
}

export const cellIn = (linked: LinkedTables, code: string): LinkedCell =>
  [...linked.cells.values()].find(({ lines }) => lines[0] === (code === 'all' ? 'answered' : code))!

export const placeIn = (linked: LinkedTables, cell: LinkedCell): number => [...linked.cells.values()].indexOf(cell)

interface Asked {
  /** Cases of an insider; a reader's view without. */
  readonly own?: ((cell: LinkedCell) => number) | undefined
  /** What readers know, where an insider may rely on it. */
  readonly readers?: ViewEvidence
  /** A shown cell that is to be treated as withheld. */
  readonly suppressed?: LinkedCell
  /** The shown cells of which his cases tell an insider more are taken to be all: nothing is shared with readers. */
  readonly sharesNothing?: boolean
  readonly limits?: EvidenceLimits
}

/** Without other limits in full: no quick answer for what is within them. */
const NO_LIMITS: EvidenceLimits = { single: 0, factor: 0 }

/** What the audit makes of every cell. */
export function evidenceIn(linked: LinkedTables, attacker: Attacker, asked: Asked = {}): ViewEvidence {
  const { own, readers, suppressed, sharesNothing = false, limits = NO_LIMITS } = asked
  const cells = [...linked.cells.values()]
  const seen: AttackerView = own === undefined ? readersView(cells) : insidersView(attacker, cells, own)
  const all = new Uint8Array(cells.length).fill(1)
  const view: AttackerView = {
    ...seen,
    ...(sharesNothing ? { knowsMore: all } : {}),
    ...(suppressed === undefined ? {} : { suppressed: placeIn(linked, suppressed) }),
  }
  const trees = cellTreesOf(linked)
  const added = trees.along.map((tree) => addedLevels(tree, view))
  return evidenceOfView({ trees, attacker, limits, view, added, asked: all, readers: readers?.passes })
}

/** The weights of 0, 1, 2 … others that the relation of a cell says, down the column; the largest is 1. */
export function weightsOf(linked: LinkedTables, attacker: Attacker, code: string, asked: Asked = {}): number[] | null {
  const likelihood = evidenceIn(linked, attacker, asked).passes[0]!.likelihoods[placeIn(linked, cellIn(linked, code))]
  if (!likelihood) return null
  const most = Math.max(...likelihood.all())
  return [...likelihood.all()].map((weight) => Number((weight / most).toFixed(12)))
}
