/** The tree of routes as a list of paths, each with its cell: `TH`, `TH>direct`, `TH>direct>kanto`. */
import { FURTHER, type ReleasedCell, type ReleasedRouteNode, type ReleasedRoutes } from '../../../survey-schema/release/released-table.ts'

export interface RoutePath {
  readonly path: string
  readonly codes: readonly string[]
  readonly node: ReleasedRouteNode
  readonly cell: ReleasedCell
  /** Paths one step further. */
  readonly children: readonly string[]
}

/** An edition in which no route stands: one withheld line, for a file of no line at all is refused by programs that read it. */
const NO_ROUTE: ReleasedRouteNode = { ...FURTHER, cell: { status: 'withheld' }, children: [] }

/** Every step of the tree, parents first. */
export function routePaths(routes: ReleasedRoutes): readonly RoutePath[] {
  const walk = (nodes: readonly ReleasedRouteNode[], above: readonly string[]): RoutePath[] =>
    nodes.flatMap((node) => {
      const codes = [...above, node.code]
      const path = codes.join('>')
      const children = node.children.map((child) => `${path}>${child.code}`)
      return [{ path, codes, node, cell: node.cell, children }, ...walk(node.children, codes)]
    })
  return walk(routes.origins.length > 0 ? routes.origins : [NO_ROUTE], [])
}
