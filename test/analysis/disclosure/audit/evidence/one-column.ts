/** Linked tables along one axis: the answers to q among those who gave one answer x to another question, at any number of levels. */

import { type Attacker, insidersView, readersView, type View } from '../../../../../analysis/disclosure/audit/evidence/attacker.ts'
import { cellTreesOf } from '../../../../../analysis/disclosure/audit/evidence/cell-tree.ts'
import { addedLevels } from '../../../../../analysis/disclosure/audit/evidence/upward.ts'
import { evidenceOfView, type ViewEvidence } from '../../../../../analysis/disclosure/audit/evidence/view-evidence.ts'
import type { AuditAxis, AuditTable } from '../../../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { type LinkedCell, type LinkedTables, linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
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

/** What the audit makes of every cell, in full: no quick answer within the limits. */
export function evidenceIn(
  linked: LinkedTables,
  attacker: Attacker,
  own?: (cell: LinkedCell) => number,
  readers?: ViewEvidence,
): ViewEvidence {
  const cells = [...linked.cells.values()]
  const view: View = own === undefined ? readersView(cells) : insidersView(attacker, cells, own)
  const trees = cellTreesOf(linked)
  const added = trees.along.map((tree) => addedLevels(tree, view))
  const asked = new Uint8Array(cells.length).fill(1)
  return evidenceOfView({ trees, attacker, limits: { single: 0, factor: 0 }, view, added, asked, readers: readers?.passes })
}
