/** Table 5.5: the tree of routes as flows, one row a flow, for the drawing and beside it. */
import type { ReleasedJourneyNode } from '../../../../survey-schema/release/released-table.ts'
import { text } from '../../../../survey-schema/text.ts'
import { type Shelf, volumesOf } from '../published-editions.ts'
import { CASES, derived, type Row } from './derived-block.ts'

export function journeyFlows(shelf: Shelf, number: string) {
  const volume = volumesOf(shelf).at(-1)
  const routes = volume === undefined ? null : shelf.routes(volume)
  if (!routes) return []
  const from = [`${routes.slice}/routes`]
  const flows = (node: ReleasedJourneyNode, above: readonly ReleasedJourneyNode[]): Row[] => {
    const path = [...above, node]
    const text = (language: 'ja' | 'en') => path.map((step) => step[language]).join(' → ')
    return [
      { line: { code: path.map(({ code }) => code).join('>'), ja: text('ja'), en: text('en') }, cells: [{ cell: node.cell, from }] },
      ...node.children.flatMap((child) => flows(child, path)),
    ]
  }
  return [
    derived(
      shelf,
      { number, caption: text('移動経路の流れ', 'The flows of the routes'), slices: [routes.slice] },
      [text('出身国 → 最初の経由国 → 国内の地方', 'Origin → first transit → area in Japan'), CASES],
      routes.origins.flatMap((origin) => flows(origin, [])),
    ),
  ]
}
