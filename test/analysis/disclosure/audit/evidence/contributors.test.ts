/**
 * On the tables of a build: what a contributor infers is the same whether or not what readers know is reused, and what is found in later rounds is
 * what a fresh audit finds.
 */

import { beforeAll, describe, expect, it } from 'vitest'
import { type Attacker, attackerUnder } from '../../../../../analysis/disclosure/audit/evidence/attacker.ts'
import { auditEvidence, contributorsIn, evidenceAudit } from '../../../../../analysis/disclosure/audit/evidence/audit-evidence.ts'
import type { AuditTable } from '../../../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { type LinkedCell, type LinkedTables, linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { buildRelease } from '../../../../../analysis/disclosure/build-release.ts'
import { exactCount, isBelow, minus } from '../../../../../analysis/exact/exact-count.ts'
import { settingsOf } from '../../../../../analysis/policy/audit-settings.ts'
import { editionInput } from '../../../../support/edition.ts'
import { seeded } from '../../../../support/seeded.ts'
import { evidenceIn } from './one-column.ts'

const input = editionInput({ cases: 90, seed: 6 })
const settings = settingsOf(input.policy)
const attacker: Attacker = attackerUnder(settings)!
/** Lower than those of the policy, so that much is found. */
const LIMITS = { single: 0.4, factor: 3 }
let groups: readonly LinkedTables[]

beforeAll(() => {
  const asked = new Map<number, readonly AuditTable[]>()
  buildRelease({
    ...input,
    audits: () => (kind, tables) => {
      if (kind === 'evidence') asked.set(tables.length, tables)
      return []
    },
  })
  // As they were first protected: before anything was withheld because of the audits.
  groups = [...asked.values()].flatMap((tables) => linkedTablesOf(tables))
})

const near = (one: number, other: number) => one === other || Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other))

describe('what a contributor infers', () => {
  it('P85 is the same with what readers know at hand', () => {
    let [shared, further] = [0, 0]
    for (const linked of groups.filter((_, place) => place % 9 === 0)) {
      const readers = evidenceIn(linked, attacker)
      const cells = [...linked.cells.values()]
      for (const { own } of contributorsIn(linked)) {
        const short = evidenceIn(linked, attacker, { own, readers })
        const plain = evidenceIn(linked, attacker, { own, sharesNothing: true })
        for (const [place, cell] of cells.entries()) {
          if (cell.status !== 'withheld') continue
          const [one, other] = [short.of(place), plain.of(place)]
          const what = `${cell.table} ${cell.lines.join(' ')}: ${one.factor} for ${other.factor}`
          expect(near(one.factor, other.factor) && near(one.single, other.single) && near(one.few, other.few), what).toBe(true)
          if (short.asReaders(place)) shared++
          else further++
        }
      }
    }
    expect(shared).toBeGreaterThan(1000)
    expect(further).toBeGreaterThan(1000)
  }, 120_000)

  it('P85 is found for readers, and for him only where it is more than that', () => {
    const { single, factor } = LIMITS
    let found = 0
    for (const linked of groups.filter((_, place) => place % 9 === 0)) {
      const insiders = contributorsIn(linked)
      /** By the definition: all evidence of theirs, compared with the limits, nothing left out. */
      const plain = [null, ...insiders].flatMap((insider) => {
        const evidence = evidenceIn(linked, attacker, insider === null ? {} : { own: insider.own, sharesNothing: true })
        return [...linked.cells.values()].flatMap((cell, place) => {
          const others = minus(cell.truth!, exactCount(insider?.own(cell) ?? 0))
          const judged = cell.status === 'withheld' && isBelow(others, settings.minimumCases) && !isMargin(linked, cell)
          const evidenceThere = judged ? evidence.of(place) : null
          return evidenceThere !== null && (evidenceThere.single > single || evidenceThere.factor > factor) ? [nameOf(cell)] : []
        })
      })
      const all = auditEvidence(linked, attacker, LIMITS, insiders)
      expect(new Set(all.map(({ cell }) => nameOf(cell)))).toEqual(new Set(plain))
      found += all.length
    }
    expect(found).toBeGreaterThan(100)
  }, 120_000)
})

const nameOf = ({ table, lines }: Pick<LinkedCell, 'table' | 'lines'>) => `${table} ${lines.join(' ')}`

/** Of a category, which has a line of its own. */
const isMargin = ({ axes: [a, b] }: LinkedTables, { row, column }: LinkedCell) => {
  const [one, other] = [a.lines[row]!, b.lines[column]!]
  const ofCategory = ({ role, code }: typeof one) => role === 'value' || (role === 'rest' && code !== 'rest')
  return (other.role === 'total' && ofCategory(one)) || (one.role === 'total' && ofCategory(other))
}

describe('rounds that withhold more and more', () => {
  it('P85 find what a fresh audit of the same figures finds', () => {
    const random = seeded(19)
    let [rounds, found] = [0, 0]
    for (const first of groups.filter(({ alone, cells }, place) => !alone && cells.size > 60 && place % 6 === 0)) {
      const insiders = contributorsIn(first)
      const { round } = evidenceAudit(first, attacker, LIMITS)
      let now = first
      for (let at = 0; at < 4; at++) {
        const again = round(now, insiders)
        expect(again).toEqual(auditEvidence(now, attacker, LIMITS, insiders))
        rounds++
        found += again.length
        now = withholding(now, 10, random)
      }
    }
    expect(rounds).toBeGreaterThan(20)
    expect(found).toBeGreaterThan(20)
  }, 120_000)
})

/** The same tables with some more of their interior withheld. */
function withholding(linked: LinkedTables, cases: number, random: () => number): LinkedTables {
  const interior = [...linked.cells].filter(
    ([, { status, row, column }]) =>
      status === 'shown' && linked.axes[0].lines[row]!.role === 'value' && linked.axes[1].lines[column]!.role === 'value',
  )
  const chosen = new Set(Array.from({ length: Math.min(cases, interior.length) }, () => interior[random() % interior.length]![0]))
  const cells = [...linked.cells].map(
    ([place, cell]) => [place, chosen.has(place) ? { ...cell, status: 'withheld' as const, figure: null } : cell] as const,
  )
  return { ...linked, cells: new Map(cells) }
}
