/** The tree of journeys under the audit of evidence: what it withholds at a step is judged as in any table, and a branch that says too much is dropped. */
import { describe, expect, it } from 'vitest'
import { everyTable } from '../../../analysis/catalogue/every-table.ts'
import { groupAudits } from '../../../analysis/disclosure/audit/group-audits.ts'
import { type LinkedTables, linkedTablesOf } from '../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import type { Audits } from '../../../analysis/disclosure/audits.ts'
import { caseSetOf } from '../../../analysis/disclosure/case-set.ts'
import { auditedJourneys } from '../../../analysis/disclosure/rules/audited-journeys.ts'
import { journeyTree } from '../../../analysis/disclosure/rules/journey-tree.ts'
import { protectAll } from '../../../analysis/disclosure/rules/protect-all.ts'
import { type EvidenceLimits, settingsOf } from '../../../analysis/policy/audit-settings.ts'
import { POLICY_V2 } from '../../../analysis/policy/policy.ts'
import { highsSolver } from '../../../server/editors/audit/solver.ts'
import type { ReleasedJourneyNode } from '../../../survey-schema/release/released-table.ts'
import { editionInput } from '../../support/edition.ts'

const OF_JOURNEYS = new Set<string>(['route_origin', 'route_transit', 'exploitation_prefectures'])
const input = editionInput({ cases: 480, seed: 1, policy: POLICY_V2 })
const caseSet = caseSetOf([input.cases], input.volumeShuffle, input)
const tables = protectAll(
  caseSet,
  'volume',
  everyTable().filter(({ axes }) => axes.length === 2 && axes.every(({ variable }) => OF_JOURNEYS.has(variable))),
)
const solver = await highsSolver()

/** The audits of a build under other limits, and the linked tables that they saw. */
function auditsUnder(evidence: EvidenceLimits): { readonly audits: Audits; readonly seen: LinkedTables[] } {
  const seen: LinkedTables[] = []
  const audits: Audits = () => {
    const audit = groupAudits({ ...settingsOf(POLICY_V2), evidence }, solver)
    return (kind, asked) =>
      linkedTablesOf(asked).flatMap((linked) => {
        seen.push(linked)
        return kind === 'together' ? [] : audit(kind, linked).findings
      })
  }
  return { audits, seen }
}

const pathsOf = (nodes: readonly ReleasedJourneyNode[], before = ''): string[] =>
  nodes.flatMap(({ code, children }) => [`${before}${code}`, ...pathsOf(children, `${before}${code}>`)])

describe('P85 the tree of journeys', () => {
  it('is read by the audits with the persons at each step and those whom each contributor knows', () => {
    const { audits, seen } = auditsUnder({ single: 0.5, factor: 19 })
    auditedJourneys(caseSet, tables, 'volume', audits)
    const cells = [...seen[0]!.cells.values()]
    expect(cells.some(({ status }) => status === 'withheld')).toBe(true)
    for (const cell of cells) expect([cell.truth, cell.own?.length], cell.lines.join()).toEqual([expect.any(Number), expect.any(Number)])
  })

  it('stays as the rules made it where the evidence is within the limits', () => {
    const made = auditedJourneys(caseSet, tables, 'volume', auditsUnder({ single: 0.5, factor: 19 }).audits)
    expect(made).toEqual(journeyTree(caseSet, tables).map(({ node }) => node))
  })

  it('loses branches, and no origin, until the evidence is within limits that are as strict as can be', () => {
    const before = pathsOf(journeyTree(caseSet, tables).map(({ node }) => node))
    const after = pathsOf(auditedJourneys(caseSet, tables, 'volume', auditsUnder({ single: 0.5, factor: 0 }).audits))
    const lost = before.filter((path) => !after.includes(path))
    expect(lost.length).toBeGreaterThan(0)
    expect(lost.filter((path) => !path.includes('>'))).toEqual([])
  })

  it('is what the rules make where there are no audits', () => {
    expect(auditedJourneys(caseSet, tables, 'volume', undefined)).toEqual(journeyTree(caseSet, tables).map(({ node }) => node))
  })
})
