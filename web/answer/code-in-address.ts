/** The code behind the address (`/answer#…`), as a leaflet may have it. It is taken out before anything is shown, and stands in no history. */
import { readInvitation } from '../../survey-schema/receipt-code.ts'

export function takeCode(): string {
  const { hash, pathname, search } = window.location
  if (hash === '') return ''
  window.history.replaceState(null, '', `${pathname}${search}`)
  try {
    return readInvitation(decodeURIComponent(hash.slice(1))) ?? ''
  } catch {
    return ''
  }
}
