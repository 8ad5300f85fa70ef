/** A locked draft as a file to carry to another machine. Its name and its fields say neither whose it is nor what it is about. */
import type { LockedDraft } from './draft-cipher.ts'

const FORMAT = 'locked-draft/1'
export const DRAFT_FILE = { name: 'draft.json', type: 'application/json', accept: '.json,application/json' } as const
/** A draft is some kilobytes. */
const LONGEST_FILE = 1_000_000

const BYTES = ['salt', 'iv', 'ciphertext'] as const

const toBase64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

export const draftFile = ({ rounds, salt, iv, ciphertext }: LockedDraft): string =>
  `${JSON.stringify({ format: FORMAT, rounds, salt: toBase64(salt), iv: toBase64(iv), ciphertext: toBase64(ciphertext) })}\n`

/** Null for a file that is no draft. */
export async function readDraftFile(file: Blob): Promise<LockedDraft | null> {
  if (file.size > LONGEST_FILE) return null
  try {
    const fields: unknown = JSON.parse(await file.text())
    const { format, rounds, ...texts } = Object(fields) as Readonly<Record<string, unknown>>
    if (format !== FORMAT || typeof rounds !== 'number' || !Number.isInteger(rounds)) return null
    const [salt, iv, ciphertext] = BYTES.map((field) => fromBase64(String(texts[field])))
    return salt?.length === 16 && iv?.length === 12 && ciphertext ? { rounds, salt, iv, ciphertext } : null
  } catch {
    return null
  }
}
