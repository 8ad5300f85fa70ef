/**
 * The tree of journeys, audited as any table: what its figures say about the cases that a step withholds must be within the limits. A branch from
 * which a finding follows is dropped, and its cases are left to "further".
 */
import type { ReleasedJourneyNode } from '../../../survey-schema/release/released-table.ts'
import type { Finding } from '../audit/findings.ts'
import { journeyTables, stepOf } from '../audit/linked-tables/journey-tables.ts'
import type { Audits } from '../audits.ts'
import type { CaseSet } from '../case-set.ts'
import { NoFixedPoint } from '../fixed-point.ts'
import type { CountedSet } from './exact-cell.ts'
import { type CountedNode, journeyTree } from './journey-tree.ts'
import type { ProtectedTables } from './protected-tables.ts'

/** @param id of the volume  @throws NoFixedPoint where dropping branches does not help */
export function auditedJourneys(caseSet: CaseSet, tables: ProtectedTables, id: string, audits: Audits | undefined): ReleasedJourneyNode[] {
  const dropped = new Set<string>()
  for (;;) {
    const tree = journeyTree(caseSet, tables, dropped)
    const origins = tree.map(({ node }) => node)
    // Exact figures of the tree are all figures of other tables, which are audited there.
    if (audits === undefined || caseSet.policy.kind === 'withhold') return origins
    const counted = countedByPath(tree)
    const findings = audits()(
      'evidence',
      journeyTables({ id: 'routes', slice: id, origins }, (path) => counted.get(path)!),
    )
    if (findings.length === 0) return origins
    const branches = findings.flatMap((finding) => branchOf(finding) ?? [])
    if (branches.length === 0) throw new NoFixedPoint('the audits find what no dropped branch mends')
    for (const branch of branches) dropped.add(branch)
  }
}

/** The first branch of the evidence that is no origin: an origin is a single table of its own. */
const branchOf = ({ evidence }: Finding) =>
  evidence.map(({ lines }) => lines[0]!).find((path) => path.includes('>') && !path.endsWith('>further'))

function countedByPath(tree: readonly CountedNode[], before = ''): Map<string, CountedSet> {
  return new Map(
    tree.flatMap(({ node, children, ...counted }) => {
      const path = stepOf(before, node)
      return [[path, counted] as const, ...countedByPath(children, path)]
    }),
  )
}
