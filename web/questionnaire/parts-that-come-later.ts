/** What the form needs after its first part, and fetches once that is begun, so that a line that drops later keeps nobody from sending. */
import { later } from '../frame/later.tsx'
import { placeNames } from './use-list.ts'

const lastPart = () => import('./send-part.tsx')

export const SendPart = later(() => lastPart().then((part) => part.default))
// They stand in the file that sending came from: a line that drops then keeps nobody from the code.
export const ReceiptOfCase = later(() => lastPart().then((part) => part.ReceiptOfCase))
export const CorrectedNote = later(() => lastPart().then((part) => part.CorrectedNote))
export const KeyFirst = later(() => import('./key-first.tsx').then((part) => part.default))

/** Where the line drops each is asked for again when it is shown. */
export const fetchLaterParts = (): Promise<unknown> => Promise.all([placeNames(), lastPart(), import('./send-form.tsx')]).catch(() => null)
