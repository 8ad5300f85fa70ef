/** The tree of journeys as a block: the one three-way figure of the book. */
import type { JourneysBlock } from '../../../survey-schema/release/book.ts'
import { text } from '../../../survey-schema/text.ts'
import { citationOf, periodOf, policyLine, sourceOf } from './imprint.ts'
import { type PublishedEditions, volumesOf } from './published-editions.ts'

/** The tree of the newest volume; null where no volume is published yet, or where no journey may be shown. */
export function journeysBlock(published: PublishedEditions, number: string, id: string): JourneysBlock | null {
  const volume = volumesOf(published).at(-1)
  const routes = volume === undefined ? null : published.journeys(volume)
  if (!routes || routes.origins.length === 0) return null
  return {
    kind: 'routes',
    id,
    caption: text('出身国→最初の経由国→国内の地方', 'Origin > first transit > area in Japan'),
    period: periodOf(published, [routes.slice]),
    bases: [],
    policyLine: policyLine(routes.policy),
    notes: [],
    source: sourceOf(published, [routes.slice]),
    citation: citationOf(published, text(`表${number}`, `Table ${number}`), routes.checksum),
    checksum: routes.checksum,
    routes,
  }
}
