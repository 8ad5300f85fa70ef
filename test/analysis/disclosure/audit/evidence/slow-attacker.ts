/**
 * The slow obvious attacker: he lists every table of counts that fits what is printed, and weighs each by the figures and the stated law. He is
 * written from the definition in `docs/methods` and shares no code with the audit of evidence.
 */

import type { LinkedAxis, LinkedCell, LinkedTables } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import type { PerturbationTable } from '../../../../../analysis/policy/perturbation-table.ts'
import { everyFit } from '../../../../support/every-count.ts'

export interface SlowAttacker {
  readonly table: PerturbationTable
  readonly minimumCases: number
  readonly minimumOthers: number
  readonly minimumCategory: number
}

/** By base codes, row and column, how many of an elementary cell are the attacker's own. */
export type OwnCases = (row: string, column: string) => number

/** The answers that all lines of an axis treat alike. */
interface AnswerClass {
  readonly codes: readonly string[]
  readonly lines: ReadonlySet<number>
  readonly hasLine: boolean
}

const ALL = new Set(['total', 'answered'])

function classesOf({ lines }: LinkedAxis): AnswerClass[] {
  const standing = new Map<string, string[]>()
  for (const code of new Set(lines.flatMap(({ codes }) => [...(codes ?? [])]))) {
    const on = lines.flatMap(({ codes, role }, index) => (ALL.has(role) || codes?.has(code) ? [index] : [])).join()
    standing.set(on, [...(standing.get(on) ?? []), code])
  }
  if (standing.size === 0) standing.set(lines.map((_, index) => index).join(), ['everybody'])
  const answers = [...standing].map(([on, codes]) => ({ codes, lines: new Set(on.split(',').map(Number)) }))
  const states = lines.flatMap(({ role, code }, index) =>
    role === 'no_answer' || role === 'not_applicable'
      ? [{ codes: [code], lines: new Set([index, ...lines.flatMap((line, at) => (line.role === 'total' ? [at] : []))]) }]
      : [],
  )
  return [...answers, ...states].map((one) => ({
    ...one,
    hasLine: lines.every(({ codes }) => codes === null) || one.codes.length === 0 || isState(one) || ownLine(lines, one.codes),
  }))
  function isState({ codes }: { readonly codes: readonly string[] }) {
    return states.some((state) => state.codes[0] === codes[0])
  }
}

const ownLine = (lines: LinkedAxis['lines'], held: readonly string[]) =>
  lines.some(({ codes }) => codes?.size === held.length && held.every((code) => codes.has(code)))

/** Weights before any figure is seen. `listed` has at least as many as a line needs; `unlisted` fewer, or all of one organisation. */
export function slowLaw({ minimumCases: m, minimumCategory }: Pick<SlowAttacker, 'minimumCases' | 'minimumCategory'>) {
  const withheld = (count: number) => (count < m ? 2 ** -count : ((0.8 / 25) * 2 ** 5 * 2 ** -m * m * m) / count ** 2)
  return {
    withheld,
    listed: (count: number) => (count < minimumCategory ? 0 : withheld(count)),
    unlisted: (count: number) => withheld(count) * (count < minimumCategory ? 1 : 0.1),
  }
}

/** The weight of what `times` unlisted categories hold together, one after the other. */
const together = (weight: (count: number) => number, times: number, count: number): number =>
  times === 1
    ? weight(count)
    : Array.from({ length: count + 1 }, (_, first) => weight(first) * together(weight, times - 1, count - first)).reduce((a, b) => a + b, 0)

/** For 0, 1, 2 … others in a withheld cell how likely everything printed is, up to a common factor. @param most others of an elementary cell that are tried */
export function slowLikelihood(
  linked: LinkedTables,
  attacker: SlowAttacker,
  target: LinkedCell,
  most: number,
  own: OwnCases = () => 0,
): number[] {
  const { table, minimumCases, minimumOthers } = attacker
  const law = slowLaw(attacker)
  const d = Math.max(...table.flat().map(({ v }) => Math.abs(v)))
  const [rows, columns] = linked.axes.map(classesOf) as [AnswerClass[], AnswerClass[]]
  const elements = rows.flatMap((row) => columns.map((column) => ({ row, column })))
  const ownIn = elements.map(({ row, column }) => sum(row.codes.flatMap((a) => column.codes.map((b) => own(a, b)))))
  const cells = [...linked.cells.values()].map((cell) => {
    const inside = elements.flatMap(({ row, column }, at) => (row.lines.has(cell.row) && column.lines.has(cell.column) ? [at] : []))
    const his = sum(inside.map((at) => ownIn[at]!))
    return { cell, inside, his, ...observed(cell, his) }
  })
  const found: number[] = []
  const unlisted = elements.flatMap(({ row, column }, at) =>
    row.hasLine && column.hasLine ? [] : [{ at, categories: row.codes.length * column.codes.length }],
  )
  const system = {
    size: elements.length,
    cells: cells.map(({ inside, lower, upper }) => ({ id: '', elements: inside, withheld: false, lower, upper })),
  }
  everyFit(system, most, (counts) => {
    let weight = 1
    for (const { inside, weigh, cell } of cells) if (cell !== target) weight *= weigh(sum(inside.map((at) => counts[at]!)))
    for (const { at, categories } of unlisted) weight *= together(law.unlisted, categories, counts[at]!)
    const others = sum(cells.find(({ cell }) => cell === target)!.inside.map((at) => counts[at]!))
    found[others] = (found[others] ?? 0) + weight
  })
  return Array.from(found, (weight) => weight ?? 0)

  /** What is known of a cell, by the number of others in it. */
  function observed({ status, figure, row, column, truth }: LinkedCell, his: number) {
    if (status === 'not_applicable') return { lower: 0, upper: 0, weigh: () => 1 }
    if (figure === null) {
      const [a, b] = [linked.axes[0].lines[row]!.role, linked.axes[1].lines[column]!.role]
      const kind = (a === 'total' && b === 'value') || (b === 'total' && a === 'value') ? 'listed' : 'withheld'
      return { lower: 0, upper: Number.POSITIVE_INFINITY, weigh: law[kind] }
    }
    // The lines of a cell that is all his say so.
    if (his > 0 && (truth as unknown as number) === his) return { lower: 0, upper: 0, weigh: () => 1 }
    const least = Math.max(minimumCases, figure - d, his > 0 ? his + minimumOthers : 0)
    return {
      lower: least - his,
      upper: figure + d - his,
      weigh: (others: number) => table[Math.min(others + his, table.length - 1)]!.find(({ v }) => v === figure - others - his)?.p ?? 0,
    }
  }
}

/** The factor and the most likely number, from what `slowLikelihood` found. */
export function slowEvidence(
  likelihood: readonly number[],
  attacker: SlowAttacker,
): { readonly factor: number; readonly single: number } | null {
  const { withheld } = slowLaw(attacker)
  const some = Array.from({ length: attacker.minimumCases - 1 }, (_, before) => likelihood[before + 1] ?? 0)
  const all = sum(likelihood.map((weight, others) => weight * withheld(others)))
  if (!(all > 0)) return null
  return {
    factor: sum(some) / some.length / (likelihood[0] ?? 0) || 0,
    single: Math.max(...some.map((weight, before) => weight * withheld(before + 1))) / all,
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
