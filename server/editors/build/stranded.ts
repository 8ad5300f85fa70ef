/** Which editions a volume leaves behind for good. */
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { SealedHead } from '../../store/sealed-edition.ts'

/**
 * Editions that no volume could hold any more. Without those of this volume the ones before it have only each other, and may be too few even for
 * two editors' decision. @param first oldest edition of the volume
 */
export function strandedBefore({ waitingBefore }: Pick<SealedHead, 'waitingBefore'>, { smallestVolumeByDecision }: Policy): string[] {
  const cases = waitingBefore.reduce((sum, edition) => sum + edition.cases, 0)
  return cases >= smallestVolumeByDecision ? [] : waitingBefore.map(({ edition }) => edition)
}
