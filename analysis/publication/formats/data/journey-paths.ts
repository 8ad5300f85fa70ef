/** The tree of journeys as a list of paths, each with its cell: `TH`, `TH>direct`, `TH>direct>kanto`. */
import {
  FURTHER,
  type ReleasedCell,
  type ReleasedJourneyNode,
  type ReleasedJourneys,
} from '../../../../survey-schema/release/released-table.ts'

export interface JourneyPath {
  readonly path: string
  readonly codes: readonly string[]
  readonly node: ReleasedJourneyNode
  readonly cell: ReleasedCell
  /** Keys of the paths that are one step longer. */
  readonly children: readonly string[]
}

/** The single withheld line of an edition that publishes no journey: programs refuse a file that has no line at all. */
const NO_JOURNEY: ReleasedJourneyNode = { ...FURTHER, cell: { status: 'withheld' }, children: [] }

/** Every path of the tree, each before the paths that continue it. */
export function journeyPaths(routes: ReleasedJourneys): readonly JourneyPath[] {
  const walk = (nodes: readonly ReleasedJourneyNode[], above: readonly string[]): JourneyPath[] =>
    nodes.flatMap((node) => {
      const codes = [...above, node.code]
      const path = codes.join('>')
      const children = node.children.map((child) => `${path}>${child.code}`)
      return [{ path, codes, node, cell: node.cell, children }, ...walk(node.children, codes)]
    })
  return walk(routes.origins.length > 0 ? routes.origins : [NO_JOURNEY], [])
}
