/**
 * Years that are being read. What reads eras is fetched while a year is typed; whoever types on may leave the part before a year that was
 * typed a moment ago stands in the form.
 */
import type { CutYear } from '../../survey-schema/answers/dates.ts'

const dates = () => import('../../survey-schema/answers/dates.ts')

let reading: Promise<unknown> = Promise.resolve()

/** Where the line drops it is asked for again when a year is read. */
export const fetchDates = (): Promise<unknown> => dates().catch(() => null)

/** Hands what was typed to `take`, where it names a year. Without a line nothing is read. */
export function readYear(typed: string, take: (found: CutYear) => void): void {
  const read = dates().then(
    ({ cutToYear }) => {
      const found = cutToYear(typed)
      if (found) take(found)
    },
    () => {},
  )
  reading = Promise.all([reading, read])
}

/** Settles when every year typed so far was read, or cannot be. */
export const yearsAreRead = (): Promise<unknown> => reading
