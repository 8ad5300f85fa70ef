/**
 * An attacker who knows the policy, the noise table, the stated law and every published figure. A reader knows no more; an insider, such as a
 * contributor, also knows which cases are his own, and asks how many others there are.
 */
import { plainNumber } from '../../../exact/exact-count.ts'
import type { AuditSettings } from '../../../policy/audit-settings.ts'
import { largestNoise } from '../../../policy/perturbation-table.ts'
import type { LinkedCell } from '../linked-tables/linked-tables.ts'
import { type AttackerKnowledge, type CountGiven, countGivenFigure } from './count-given-figure.ts'
import type { Distribution } from './distribution.ts'
import { type Law, lawUnder } from './law.ts'

export interface Attacker {
  /** With the largest noise of its table. */
  readonly knowledge: AttackerKnowledge & { readonly largestNoise: number }
  readonly law: Law
  readonly countGiven: CountGiven
}

/** Whatever is asked of him repeatedly is worked out once. @param law the stated one, unless other laws are compared with it */
export function attackerWith(knowledge: AttackerKnowledge, law: Law = lawUnder(knowledge)): Attacker {
  return { knowledge: { ...knowledge, largestNoise: largestNoise(knowledge.table) }, law, countGiven: countGivenFigure(knowledge, law) }
}

/** Null under exact figures, where nothing is uncertain and the audits of counts and equalities judge. */
export const attackerUnder = ({ noise, minimumCases, minimumOthers, minimumCategory }: AuditSettings): Attacker | null =>
  noise === null ? null : attackerWith({ table: noise, minimumCases, minimumOthers, minimumCategory })

/** Linked tables as one attacker sees them. */
export interface AttackerView {
  /** In the order of the linked tables. */
  readonly cells: readonly LinkedCell[]
  /** For each cell how many of its cases are the attacker's own; null for readers, who have none. */
  readonly own: Int32Array | null
  /** The shown cells of which his own cases tell him more than any reader knows: 1 for each. Null for readers. */
  readonly knowsMore: Uint8Array | null
  /** The place of a shown cell that is to be treated as withheld. */
  readonly suppressed?: number
}

export const readersView = (cells: readonly LinkedCell[]): AttackerView => ({ cells, own: null, knowsMore: null })

export function insidersView({ knowledge }: Attacker, cells: readonly LinkedCell[], ownCases: (cell: LinkedCell) => number): AttackerView {
  const own = Int32Array.from(cells, ownCases)
  return { cells, own, knowsMore: Uint8Array.from(cells, (cell, place) => Number(saysMore(knowledge, cell, own[place]!))) }
}

/** Whether his own cases tell an attacker more of a shown cell than any reader knows. */
function saysMore({ minimumCases, minimumOthers, largestNoise }: Attacker['knowledge'], cell: LinkedCell, own: number): boolean {
  const { figure, parts, missing } = cell
  if (own === 0 || figure === null) return false
  const others = parts === 1 && missing === 0 ? minimumOthers : 0
  return isAllOwn(cell, own) || own + others > Math.max(minimumCases * parts, figure - largestNoise * parts)
}

/** If all cases of a shown cell are his own, its lines say so: any other cell of his alone would be withheld on his account. */
const isAllOwn = ({ truth }: LinkedCell, own: number) => truth !== null && own === plainNumber(truth)

export const ownIn = ({ own }: AttackerView, cell: number): number => (own === null ? 0 : own[cell]!)

export const isWithheld = ({ cells, suppressed }: AttackerView, cell: number): boolean =>
  cell === suppressed || cells[cell]!.figure === null

/** The distribution of the count of a shown cell. */
export function countOf({ countGiven }: Attacker, { cells, own, knowsMore }: AttackerView, place: number): Distribution {
  const cell = cells[place]!
  const { parts, missing } = cell
  const figure = cell.figure!
  if (own === null || knowsMore?.[place] !== 1) return countGiven({ figure, parts, missing, own: 0, allOwn: false })
  return countGiven({ figure, parts, missing, own: own[place]!, allOwn: isAllOwn(cell, own[place]!) })
}
