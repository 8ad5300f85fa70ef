/** What a build makes of the editions it is given: single tables of which, and crosstabs of which volume. */
import type { Volume } from '../../survey-schema/release/bundle.ts'
import type { EditionCases, ReleaseInput } from './release-input.ts'

export interface ReleasePlan {
  /** Editions without published single tables: they get some now. */
  readonly fresh: readonly EditionCases[]
  /** Null while there are too few cases for crosstabs. */
  readonly volume: Volume | null
}

/** @throws RangeError for an edition that is too small, or for several editions that are too small a volume */
export function planRelease({ editions, policy, byDecision, published }: ReleaseInput): ReleasePlan {
  if (editions.some((edition) => edition.cases.length < policy.smallestEdition))
    throw new RangeError('an edition needs more cases than it has')
  const cases = editions.reduce((sum, edition) => sum + edition.cases.length, 0)
  const enough = cases >= (byDecision ? policy.smallestVolumeByDecision : policy.smallestVolume)
  if (!enough && editions.length > 1) throw new RangeError('a volume needs more cases than these editions have')
  const names = editions.map((edition) => edition.id)
  return {
    fresh: editions.filter((edition) => !published.has(edition.id)),
    volume: enough ? { id: volumeId(names), editions: names, byDecision } : null,
  }
}

/**
 * The name of the volume that holds these editions.
 * @example volumeId(['2025', '2026']) === 'volume-2025-to-2026'
 */
export const volumeId = (editions: readonly string[]) =>
  editions.length === 1 ? `volume-${editions[0]}` : `volume-${editions[0]}-to-${editions.at(-1)}`
