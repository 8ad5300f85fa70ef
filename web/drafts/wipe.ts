/** Nothing of the form is left in this browser: no draft, no copy of its pages for use without a line. */
import { forgetOffline } from '../offline/offline.ts'
import { deleteDraft } from './draft-here.ts'

/** Safe to call at any time, also where there is nothing. Both are begun at once, for whoever leaves the page in the same moment. */
export async function wipeDraft(): Promise<void> {
  await Promise.allSettled([deleteDraft(), forgetOffline()])
}
