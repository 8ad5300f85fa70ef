/** The code behind the address (`/answer#…`), as a leaflet may have it. It is taken out before anything is shown, and stands in no history. */
import { readInvitation } from '../../survey-schema/receipt-code.ts'
import { takeFragment } from '../frame/fragment.ts'

export const takeCode = (): string => readInvitation(takeFragment()) ?? ''
