/** Codes that people type: invitations, recovery codes. They have the form of receipts: 90 random bits and two check characters that notice a slip. */
import { readReceipt, receiptCode } from '../../survey-schema/receipt-code.ts'
import { utf8 } from './bytes.ts'
import { hashed, randomBytes } from './keyed.ts'

export const newCode = (): string => receiptCode(randomBytes(12))

/** What is kept of a code; 32 bytes. It is random, so a plain hash cannot be guessed backwards. */
export const codeHash = (code: string): Uint8Array => hashed('jnatip/one-time-code/1', utf8(code))

/** The hash of a code as it was typed; null where a check character is wrong. */
export function typedCodeHash(typed: string): Uint8Array | null {
  const code = readReceipt(typed)
  return code === null ? null : codeHash(code)
}
