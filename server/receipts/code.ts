/** What is kept of a receipt. */
import { hashed } from '../sealing/keyed.ts'

/** 32 bytes. @param code as it was shown */
export const receiptHash = (code: string): Uint8Array => hashed('jnatip/receipt/1', code.replaceAll('-', ''))
