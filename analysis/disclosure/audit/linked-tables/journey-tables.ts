/**
 * The tree of journeys (origin, transit, place of exploitation) as tables of one axis, so that the audits can read it: one table for the
 * origins, and one for each step from which journeys branch.
 */
import type { ReleasedJourneyNode, ReleasedJourneys } from '../../../../survey-schema/release/released-table.ts'
import type { ExactCount, ExactCounts } from '../../../exact/exact-count.ts'
import type { AuditLine, AuditTable } from './audit-table.ts'

/** Stands for the column, which no question has. */
export const JOURNEYS = 'routes'

/**
 * The tables of a tree, each step before those below it. What links a branch to other tables is checked when the tree is made.
 * @param counted the persons at a step, by the way to it, while a build runs
 */
export function journeyTables(
  { id, slice, origins }: Pick<ReleasedJourneys, 'id' | 'slice' | 'origins'>,
  counted?: (path: string) => { readonly cases: ExactCount; readonly own: ExactCounts },
): AuditTable[] {
  const table = (nodes: readonly ReleasedJourneyNode[], path: string): AuditTable => ({
    id,
    slice,
    counted: slice,
    axes: [{ column: JOURNEYS, kind: 'single', lines: nodes.map((node) => lineOf(node, path)) }],
    cells: nodes.map((node) => node.cell),
    truth: counted === undefined ? null : nodes.map((node) => counted(stepOf(path, node)).cases),
    ...(counted === undefined ? {} : { own: nodes.map((node) => counted(stepOf(path, node)).own) }),
  })
  const below = (node: ReleasedJourneyNode, path: string): AuditTable[] => {
    if (node.children.length === 0) return []
    const step = stepOf(path, node)
    return [table(node.children, step), ...node.children.flatMap((child) => below(child, step))]
  }
  return [table(origins, ''), ...origins.flatMap((origin) => below(origin, ''))]
}

/** The way to a node by its codes, as `PH>TH>JP-13`. @param path to the step before it; empty for an origin */
export const stepOf = (path: string, { code }: { readonly code: string }): string => (path === '' ? code : `${path}>${code}`)

/** A branch as a line that holds every complete journey through it. */
function lineOf(node: ReleasedJourneyNode, path: string): AuditLine {
  const ends = endsOf(node, path)
  return { key: `=${ends.join(' ')}`, code: stepOf(path, node), role: node.role === 'value' ? 'value' : 'rest', codes: new Set(ends) }
}

function endsOf(node: ReleasedJourneyNode, path: string): string[] {
  const step = stepOf(path, node)
  return node.children.length === 0 ? [step] : node.children.flatMap((child) => endsOf(child, step))
}
