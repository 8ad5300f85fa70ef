/** What a build makes of the editions it is given: single tables of which, and crosstabs of which volume. */
import type { Volume } from '../../survey-schema/release/bundle.ts'
import type { ReleasedTable } from '../../survey-schema/release/released-table.ts'
import type { CountedCase } from '../exact/counted-case.ts'
import type { EditionCases, ReleaseInput } from './release-input.ts'

/** An edition holds too few cases, or too few that are not all of one organisation or holding. */
export class EditionTooSmall extends RangeError {}

/** The editions of a volume together are too small for crosstabs. */
export class VolumeTooSmall extends RangeError {}

/** Editions without published single tables: they get some now. @throws EditionTooSmall */
export function freshEditions({ editions, policy, holdings, published }: ReleaseInput): readonly EditionCases[] {
  const fresh = editions.filter((edition) => !published.has(edition.id))
  const others = policy.structure?.smallestEditionOthers ?? 0
  // Whoever sent nearly all of an edition would read the few others from its total.
  if (
    editions.some(({ cases }) => cases.length < policy.smallestEdition) ||
    fresh.some(({ cases }) => besideTheLargest(cases, holdings) < others)
  )
    throw new EditionTooSmall('an edition needs more cases than it has')
  return fresh
}

/** Cases without those of the organisation or holding that reported most of them. */
function besideTheLargest(cases: readonly CountedCase[], holdings: readonly (number | null)[]): number {
  const own = new Map<string, number>()
  const unitOf = (organisation: number) =>
    holdings[organisation] === null ? `organisation ${organisation}` : `holding ${holdings[organisation]}`
  for (const { organisation, alsoReportedBy = [] } of cases)
    for (const unit of new Set([organisation, ...alsoReportedBy].map(unitOf))) own.set(unit, (own.get(unit) ?? 0) + 1)
  return cases.length - Math.max(0, ...own.values())
}

/**
 * The volume whose crosstabs come now; null while one edition alone has too few cases for them.
 * @param singles the single tables of each edition, as published: their totals are the size of the volume, so that whether there are crosstabs says no more
 * @throws VolumeTooSmall
 */
export function volumeOf({ editions, policy, byDecision }: ReleaseInput, singles: readonly (readonly ReleasedTable[])[]): Volume | null {
  const least = byDecision ? policy.smallestVolumeByDecision : policy.smallestVolume
  const sizes = policy.structure === undefined ? editions.map(({ cases }) => cases.length) : singles.map(publishedTotal)
  if (sizes.reduce((sum, size) => sum + size, 0) < least) {
    if (editions.length > 1) throw new VolumeTooSmall('a volume needs more cases than these editions have')
    return null
  }
  const names = editions.map((edition) => edition.id)
  return { id: volumeId(names), editions: names, byDecision }
}

/** The figure of all cases, which every single table of an edition prints. */
function publishedTotal([table]: readonly ReleasedTable[]): number {
  const cell = table?.cells[table.axes[0].lines.findIndex(({ role }) => role === 'total')]
  return cell?.status === 'shown' ? cell.figure : 0
}

/**
 * The name of the volume that holds these editions.
 * @example volumeId(['2025', '2026']) === 'volume-2025-to-2026'
 */
export const volumeId = (editions: readonly string[]) =>
  editions.length === 1 ? `volume-${editions[0]}` : `volume-${editions[0]}-to-${editions.at(-1)}`
