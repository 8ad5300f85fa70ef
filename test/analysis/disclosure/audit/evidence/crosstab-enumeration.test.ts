/**
 * The audit takes the two axes of a crosstab as independent. How far that is from a slow attacker who lists every table, on sampled tables with the
 * noise of the policy: how often the two disagree about a factor above 19, in which direction and by how much.
 */
import { describe, expect, it } from 'vitest'
import { attackerWith } from '../../../../../analysis/disclosure/audit/evidence/attacker.ts'
import type { AuditAxis } from '../../../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { type LinkedTables, linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { EVIDENCE_LIMITS, settingsOf } from '../../../../../analysis/policy/audit-settings.ts'
import { POLICY_V2 } from '../../../../../analysis/policy/policy.ts'
import { seeded } from '../../../../support/seeded.ts'
import { axisOf, suppressed, tableOf, type Written } from '../../../../support/small-release.ts'
import { evidenceIn } from './one-column.ts'
import { type SlowAttacker, slowEvidence } from './slow-attacker.ts'
import { type SlowCrosstab, slowCrosstab } from './slow-crosstab.ts'

const { noise, minimumCases, minimumOthers, minimumCategory } = settingsOf(POLICY_V2)
const POLICY: SlowAttacker = { table: noise!, minimumCases, minimumOthers, minimumCategory }
const SEED = 11

interface Sample {
  readonly counts: readonly (readonly number[])[]
  readonly seen: SlowCrosstab
}

/** Counts from 0 to 12, half of them below the minimum, with every line listed; protected by the rules of small cells and complements. */
function sampleOf(size: readonly [number, number], random: () => number): Sample {
  const drawn = () => random() / 2 ** 32
  const one = () => (drawn() < 0.25 ? 0 : drawn() < 0.45 ? 1 + Math.floor(drawn() * 4) : 5 + Math.floor(drawn() * 8))
  for (;;) {
    const counts = Array.from({ length: size[0] }, () => Array.from({ length: size[1] }, one))
    const [rows, columns] = [counts.map(sum), counts[0]!.map((_, column) => sum(counts.map((row) => row[column]!)))]
    if ([...rows, ...columns].some((count) => count < minimumCategory)) continue
    const figureOf = (count: number) => {
      let left = drawn()
      for (const { v, p } of noise![Math.min(count, noise!.length - 1)]!) if ((left -= p) < 0) return count + v
      return count
    }
    const figures = counts.map((row) => row.map(figureOf))
    const inner = protectedFigures(counts, figures)
    return { counts, seen: { inner, rows: rows.map(figureOf), columns: columns.map(figureOf), total: figureOf(sum(rows)) } }
  }
}

/** Withheld is a small count or figure, and where those of a line hold fewer than the minimum together, the first other cell of the line too. */
function protectedFigures(counts: Sample['counts'], figures: readonly (readonly number[])[]): (number | null)[][] {
  const inner = figures.map((row, r) => row.map((figure, c) => (counts[r]![c]! < minimumCases || figure < minimumCases ? null : figure)))
  const lines = [
    ...counts.map((row, r) => row.map((_, c) => [r, c] as const)),
    ...counts[0]!.map((_, c) => counts.map((_, r) => [r, c] as const)),
  ]
  for (let changed = true; changed; ) {
    changed = false
    for (const line of lines) {
      const withheld = line.filter(([r, c]) => inner[r]![c] === null)
      const next = line.find(([r, c]) => inner[r]![c] !== null)
      if (withheld.length === 0 || next === undefined || sum(withheld.map(([r, c]) => counts[r]![c]!)) >= minimumCases) continue
      inner[next[0]]![next[1]] = null
      changed = true
    }
  }
  return inner
}

/** The same crosstab as the audit reads it; no way of leaving a question open. */
function linkedOf({ counts, seen: { inner, rows, columns, total } }: Sample): LinkedTables {
  const axis = (column: string, words: readonly string[]): AuditAxis => {
    const whole = axisOf(column, words)
    return { ...whole, lines: whole.lines.filter(({ role }) => role !== 'answered') }
  }
  const written = (count: number, figure: number | null): Written => (figure === null ? suppressed(count) : [count, figure])
  const lines = inner.map((row, r): Written[] => [
    ...row.map((figure, c) => written(counts[r]![c]!, figure)),
    'none',
    'none',
    written(sum(counts[r]!), rows[r]!),
  ])
  const nobody = lines[0]!.map((): Written => 'none')
  const last: Written[] = [...columns.map((figure, c) => written(sum(counts.map((row) => row[c]!)), figure)), 'none', 'none', total]
  const axes = [axis('q', [...'abc'].slice(0, counts.length)), axis('r', [...'xyz'].slice(0, counts[0]!.length))] as const
  return linkedTablesOf([tableOf('q,r', axes, [...lines, nobody, nobody, last].flat())])[0]!
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

interface Measured {
  judged: number
  margins: number
  /** Above the limit by both, by the slow attacker alone, by the audit alone. */
  both: number
  missed: number
  more: number
  /** The largest ratio of the slow factor to that of the audit among missed cells, and the inverse among the others. */
  worst: number
  examples: string[]
}

function measure(size: readonly [number, number], samples: number): Measured {
  const random = seeded(SEED)
  const found: Measured = { margins: 0, judged: 0, both: 0, missed: 0, more: 0, worst: 1, examples: [] }
  const attacker = attackerWith(POLICY)
  for (let at = 0; at < samples; at++) {
    const sample = sampleOf(size, random)
    const linked = linkedOf(sample)
    const audit = evidenceIn(linked, attacker)
    const slow = slowCrosstab(sample.seen, POLICY)
    const marginsAlone = () => slowCrosstab({ ...sample.seen, inner: sample.seen.inner.map((row) => row.map(() => null)) }, POLICY)
    for (const [place, cell] of [...linked.cells.values()].entries()) {
      const count = sample.counts[cell.row]?.[cell.column]
      if (count === undefined || count >= minimumCases || cell.status !== 'withheld') continue
      found.judged++
      const { factor } = audit.of(place)
      const wanted = slowEvidence(slow[cell.row]![cell.column]!, POLICY)!
      const [his, ours] = [wanted.factor > EVIDENCE_LIMITS.factor, factor > EVIDENCE_LIMITS.factor]
      if (his && ours) found.both++
      if (his && !ours) {
        if (slowEvidence(marginsAlone()[cell.row]![cell.column]!, POLICY)!.factor > EVIDENCE_LIMITS.factor) {
          found.margins++
          continue
        }
        found.missed++
        found.worst = Math.max(found.worst, wanted.factor / factor)
        found.examples.push(
          `${JSON.stringify(sample.seen)} ${cell.lines.join(' ')} (${count}): ${factor.toFixed(1)} for ${wanted.factor.toFixed(1)}`,
        )
      }
      if (!his && ours) found.more++
    }
  }
  return found
}

describe('the evidence of a crosstab', () => {
  it.each([
    { size: [2, 2], samples: 300 },
    { size: [2, 3], samples: 100 },
    { size: [3, 3], samples: 20 },
  ] as const)('P85 is that of listing every table for nearly all cells: $size', ({ size, samples }) => {
    const started = Date.now()
    const found = measure(size, samples)
    console.log(size.join('x'), { ...found, examples: found.examples.slice(0, 5) }, Date.now() - started)
  })
})
