/** The tree of routes as tables of one axis: each step a table of its branches, each branch a line that holds the ways beneath it. */
import type { ReleasedJourneyNode, ReleasedJourneys } from '../../../../survey-schema/release/released-table.ts'
import type { AuditLine, AuditTable } from './audit-table.ts'

const COLUMN = 'routes'

/** One table for the origins and one for each step with branches. What ties a branch to other tables is looked at when the tree is made (`analysis/disclosure/rules/route-tree.ts`). */
export function routeTables({ id, slice, origins }: ReleasedJourneys): AuditTable[] {
  const table = (nodes: readonly ReleasedJourneyNode[], path: string): AuditTable => ({
    id,
    slice,
    counted: slice,
    axes: [{ column: COLUMN, kind: 'single', lines: nodes.map((node) => lineOf(node, path)) }],
    cells: nodes.map((node) => node.cell),
    truth: null,
  })
  const below = (node: ReleasedJourneyNode, path: string): AuditTable[] =>
    node.children.length === 0
      ? []
      : [table(node.children, stepOf(path, node)), ...node.children.flatMap((child) => below(child, stepOf(path, node)))]
  return [table(origins, ''), ...origins.flatMap((origin) => below(origin, ''))]
}

const stepOf = (path: string, { code }: ReleasedJourneyNode) => (path === '' ? code : `${path}>${code}`)

function lineOf(node: ReleasedJourneyNode, path: string): AuditLine {
  const ends = endsOf(node, path)
  return { key: `=${ends.join(' ')}`, code: stepOf(path, node), role: node.role === 'value' ? 'value' : 'rest', codes: new Set(ends) }
}

function endsOf(node: ReleasedJourneyNode, path: string): string[] {
  const step = stepOf(path, node)
  return node.children.length === 0 ? [step] : node.children.flatMap((child) => endsOf(child, step))
}
