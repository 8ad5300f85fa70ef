/** A receipt is shown once; only its hash is kept. */
import { receiptCode } from '../../survey-schema/receipt-code.ts'
import { receiptHash } from './code.ts'

export const receipts = {
  issue(bits: Uint8Array): { readonly code: string; readonly hash: Uint8Array } {
    const code = receiptCode(bits)
    return { code, hash: receiptHash(code) }
  },
}
