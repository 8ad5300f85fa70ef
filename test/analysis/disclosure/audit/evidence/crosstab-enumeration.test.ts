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
      for (const { v, p } of noise![Math.min(count, noise!.length - 1)]!) {
        left -= p
        if (left < 0) return count + v
      }
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
  /** Above the limit by both, by the slow attacker alone, by the audit alone. */
  both: number
  missed: number
  more: number
  /** Missed, but above the limit by the margins alone, which are safe by rule. */
  byMargins: number
  missedCells: string[]
}

function measure(size: readonly [number, number], samples: number): Measured {
  const random = seeded(SEED)
  const found: Measured = { judged: 0, both: 0, missed: 0, more: 0, byMargins: 0, missedCells: [] }
  const attacker = attackerWith(POLICY)
  for (let at = 0; at < samples; at++) {
    const sample = sampleOf(size, random)
    const { seen, counts } = sample
    const linked = linkedOf(sample)
    const audit = evidenceIn(linked, attacker)
    const slow = slowCrosstab(seen, POLICY)
    const marginsAlone = () => slowCrosstab({ ...seen, inner: seen.inner.map((row) => row.map(() => null)) }, POLICY)
    for (const [place, { row, column, lines }] of [...linked.cells.values()].entries()) {
      const count = counts[row]?.[column] ?? minimumCases
      if (count >= minimumCases || seen.inner[row]![column] !== null) continue
      const { factor } = audit.of(place)
      const wanted = factorOf(slow[row]![column]!)
      found.judged++
      if (wanted > LIMIT && factor > LIMIT) found.both++
      else if (factor > LIMIT) found.more++
      else if (wanted > LIMIT && factorOf(marginsAlone()[row]![column]!) > LIMIT) found.byMargins++
      else if (wanted > LIMIT) {
        found.missed++
        found.missedCells.push(`${JSON.stringify(seen)} ${lines.join(' ')} holds ${count}: ${factor.toFixed(1)} for ${wanted.toFixed(1)}`)
      }
    }
  }
  return found
}

const LIMIT = EVIDENCE_LIMITS.factor
const factorOf = (likelihood: readonly number[]) => slowEvidence(likelihood, POLICY)!.factor

describe('the evidence of a crosstab', () => {
  // Measured with this seed: none missed, and 10 of 280, 3 of 172 and 1 of 76 more than listing finds. Without the exchange 42 and 4 were missed.
  it.each([
    { size: [2, 2], samples: 300, missed: 0, more: 0.04 },
    { size: [2, 3], samples: 100, missed: 0, more: 0.02 },
    { size: [3, 3], samples: 20, missed: 0, more: 0.02 },
  ] as const)(
    'P85 misses at most $missed of the cells that listing every table finds, where lines are few: $size',
    ({ size, samples, ...atMost }) => {
      const { missedCells, ...found } = measure(size, samples)
      console.log(size.join(' x '), found, missedCells.slice(0, 3))
      expect(found.judged).toBeGreaterThan(50)
      expect(found.missed / found.judged).toBeLessThanOrEqual(atMost.missed)
      expect(found.more / found.judged).toBeLessThanOrEqual(atMost.more)
    },
  )
})
