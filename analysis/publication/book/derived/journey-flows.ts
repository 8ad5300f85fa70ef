/** Table 5.5: the tree of journeys as flows, one row for each flow; both the drawing and the table beside it are made of these rows. */
import type { ReleasedJourneyNode } from '../../../../survey-schema/release/released-table.ts'
import { type Language, text } from '../../../../survey-schema/text.ts'
import { type PublishedEditions, volumesOf } from '../published-editions.ts'
import { CASES, type DerivedRow, derivedBlock } from './derived-block.ts'

export function journeyFlows(published: PublishedEditions, number: string) {
  const volume = volumesOf(published).at(-1)
  const routes = volume === undefined ? null : published.journeys(volume)
  if (!routes) return []
  const from = [`${routes.slice}/routes`]
  const flows = (node: ReleasedJourneyNode, above: readonly ReleasedJourneyNode[]): DerivedRow[] => {
    const path = [...above, node]
    const text = (language: Language) => path.map((step) => step[language]).join(' → ')
    return [
      { line: { code: path.map(({ code }) => code).join('>'), ja: text('ja'), en: text('en') }, cells: [{ cell: node.cell, from }] },
      ...node.children.flatMap((child) => flows(child, path)),
    ]
  }
  return [
    derivedBlock(
      published,
      { number, caption: text('移動経路の流れ', 'The flows of the routes'), caseSets: [routes.slice] },
      [text('出身国 → 最初の経由国 → 国内の地方', 'Origin → first transit → area in Japan'), CASES],
      routes.origins.flatMap((origin) => flows(origin, [])),
    ),
  ]
}
