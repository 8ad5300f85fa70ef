/** A text of lines whose last line authenticates the others, so that nobody without the key changes or shortens it. */
import { equalBytes, fromHex, toHex, utf8 } from './bytes.ts'
import { keyed } from './keyed.ts'

/** @param text ends with a line feed */
export const authenticated = (text: string, key: Uint8Array): string => `${text}mac ${toHex(keyed(key, utf8(text)))}\n`

/** The lines before the last; null for a text that this key did not write, or that was altered or cut since. */
export function authenticatedLines(text: string, key: Uint8Array): readonly string[] | null {
  const at = text.lastIndexOf('mac ')
  const mac = /^mac ([0-9a-f]{64})\n$/.exec(text.slice(at))?.[1]
  if (at < 0 || !mac || !equalBytes(fromHex(mac, 32), keyed(key, utf8(text.slice(0, at))))) return null
  return text.slice(0, at).split('\n')
}
