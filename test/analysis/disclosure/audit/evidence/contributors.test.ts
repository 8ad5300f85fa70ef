/** What a contributor infers is the same whether or not the likelihoods of readers are reused where he has no cases. */

import { beforeAll, describe, expect, it } from 'vitest'
import { attackerWith } from '../../../../../analysis/disclosure/audit/evidence/attacker.ts'
import { auditEvidence, type Insider, posteriorsIn } from '../../../../../analysis/disclosure/audit/evidence/audit-evidence.ts'
import { cellLikelihoods } from '../../../../../analysis/disclosure/audit/evidence/likelihood.ts'
import type { AuditTable } from '../../../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { type LinkedTables, linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { buildRelease } from '../../../../../analysis/disclosure/build-release.ts'
import { NOBODY, plainNumber } from '../../../../../analysis/exact/exact-count.ts'
import { AUDIT_LIMITS, settingsOf } from '../../../../../analysis/policy/audit-settings.ts'
import { editionInput } from '../../../../support/edition.ts'

const input = editionInput({ cases: 70, seed: 6 })
const { noise, minimumCases, minimumOthers } = settingsOf(input.policy)
const attacker = attackerWith({ table: noise!, minimumCases, minimumOthers })
let groups: readonly LinkedTables[]
/** Contributors, by their place in the `own` counts of a cell. */
let units: readonly number[]

const insiderOf = (unit: number): Insider => ({ id: String(unit), own: ({ own }) => plainNumber(own?.[unit] ?? NOBODY) })

beforeAll(() => {
  const asked: (readonly AuditTable[])[] = []
  buildRelease({
    ...input,
    audits: (tables) => {
      asked.push(tables)
      return []
    },
  })
  // The single tables, then the crosstabs, as they were first protected: before anything was withheld because of the audits.
  groups = asked.flatMap((tables) => linkedTablesOf(tables)).filter((_, place) => place % 9 === 0)
  units = [...groups[0]!.cells.values()].flatMap(({ own }) => (own ? [Array.from(own, (_, unit) => unit)] : []))[0]!
})

describe('what a contributor infers', () => {
  it('P85 is the same with the likelihoods of readers at hand', () => {
    let shared = 0
    for (const linked of groups) {
      const readers = cellLikelihoods(linked, attacker)
      for (const unit of units) {
        const insider = insiderOf(unit)
        const likelihoods = cellLikelihoods(linked, attacker, { own: insider.own, readers })
        expect(posteriorsIn(linked, attacker, insider, undefined, likelihoods)).toEqual(posteriorsIn(linked, attacker, insider))
        for (const cell of linked.cells.values())
          if (likelihoods.of(cell, 0) !== null && likelihoods.of(cell, 0) === readers.of(cell, 0)) shared++
      }
    }
    expect(shared).toBeGreaterThan(1000)
  }, 120_000)

  it('P85 is found for readers, and for him only where it is more than that', () => {
    const insiders = units.map(insiderOf)
    const plain = (linked: LinkedTables) => [
      ...auditEvidence(linked, attacker, AUDIT_LIMITS.evidence, []),
      ...insiders.flatMap((one) => alone(linked, one)),
    ]
    /** By the definition: every posterior of his, compared with the limits, nothing left out. */
    const alone = (linked: LinkedTables, insider: Insider) =>
      posteriorsIn(linked, attacker, insider).flatMap(({ cell, risk }) => {
        const others = plainNumber(cell.truth!) - insider.own(cell)
        const sure = risk.single > AUDIT_LIMITS.evidence.single || risk.anybody > AUDIT_LIMITS.evidence.anybody
        return cell.status === 'withheld' && others >= 1 && others <= 4 && sure ? [{ cell: { lines: cell.lines, table: cell.table } }] : []
      })
    const named = (findings: readonly { readonly cell: { readonly table: string; readonly lines: readonly string[] } }[]) =>
      [...new Set(findings.map(({ cell }) => `${cell.table} ${cell.lines.join(' ')}`))].sort()
    let found = 0
    for (const linked of groups) {
      const all = auditEvidence(linked, attacker, AUDIT_LIMITS.evidence, insiders)
      expect(named(all)).toEqual(named(plain(linked)))
      found += all.length
    }
    // Most of what was found under version 1 stood on the lines of all answers, which crosstabs no longer have.
    expect(found).toBeGreaterThan(10)
  }, 120_000)
})
