/**
 * Strict reading of a JSON text. The engine's own parser makes the values; one pass over the text then refuses what it lets
 * through: a key twice in one object, `__proto__`, deep nesting, NUL and lone surrogates.
 */
import { ProblemError } from './problem.ts'

/** Levels of nesting. A submission needs four; more is taken for an attack. */
const DEEPEST = 20

/** The value of the text. @throws ProblemError `invalid-json`, with a rule and no excerpt */
export function parseJson(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refusal('syntax')
  }
  if (/\p{Surrogate}/u.test(text)) throw refusal('lone_surrogate')
  inspect(text)
  return value
}

const refusal = (rule: string) => new ProblemError('invalid-json', [{ pointer: '', rule }])

/** Walks a text that is known to be JSON, so that structure alone decides what a string is. */
function inspect(text: string): void {
  const keysOf: (Set<string> | null)[] = []
  let expectsKey = false
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x7b: // {
        keysOf.push(new Set())
        expectsKey = true
        if (keysOf.length > DEEPEST) throw refusal('too_deep')
        break
      case 0x5b: // [
        keysOf.push(null)
        expectsKey = false
        if (keysOf.length > DEEPEST) throw refusal('too_deep')
        break
      case 0x7d: // }
      case 0x5d: // ]
        keysOf.pop()
        expectsKey = false
        break
      case 0x2c: // ,
        expectsKey = keysOf.at(-1) != null
        break
      case 0x22: {
        // "
        const end = endOfString(text, at)
        const inner = readString(text, at, end)
        if (expectsKey) claim(keysOf.at(-1), inner)
        expectsKey = false
        at = end
        break
      }
    }
  }
}

function claim(keys: Set<string> | null | undefined, key: string): void {
  if (key === '__proto__') throw refusal('forbidden_key')
  if (keys?.has(key)) throw refusal('duplicate_key')
  keys?.add(key)
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (text.charCodeAt(at) !== 0x22) at += text.charCodeAt(at) === 0x5c ? 2 : 1
  return at
}

/** Two escapes can spell a lone surrogate or a NUL that the raw text does not show. */
function readString(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end)
  if (!raw.includes('\\')) return raw
  const decoded = JSON.parse(text.slice(start, end + 1)) as string
  if (decoded.includes('\0')) throw refusal('nul')
  if (/\p{Surrogate}/u.test(decoded)) throw refusal('lone_surrogate')
  return decoded
}
