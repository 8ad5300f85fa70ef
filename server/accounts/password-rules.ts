/** Which passwords are taken: long ones that are not made of common pieces. NIST SP 800-63B asks for 15 characters and for a list. */
import type { Issue } from '../../survey-schema/problem.ts'
import { COMMON_PIECES } from './common-passwords.ts'

/** Characters as a reader counts them, after NFKC. */
const SHORTEST = 15
/** scrypt takes any length; this bounds the work before it. */
const LONGEST = 200
/** A password of so many common pieces is found by trying them in turn. */
const MOST_PIECES = 4
/** Fewer different characters than this are a pattern. */
const FEWEST_CHARACTERS = 6

/** The one form in which a password is judged and hashed, whatever the keyboard made of it. */
export const passwordForm = (typed: string): string => typed.normalize('NFKC')

/** The rule that the password breaks; null if it may be used. @param own username and organisation, which others know */
export function passwordRefusal(password: string, own: readonly string[]): Issue | null {
  const characters = [...passwordForm(password)]
  const refused = (rule: string) => ({ pointer: '/password', rule })
  if (characters.length < SHORTEST) return refused('too_short')
  if (characters.length > LONGEST) return refused('too_long')
  const compared = comparedForm(password)
  if (new Set(compared).size < FEWEST_CHARACTERS) return refused('common')
  const pieces = new Set([...COMMON_PIECES, ...own.flatMap((text) => text.split(/\s+/)).map(comparedForm)].filter((one) => one.length > 2))
  return fewestPieces(unitOf(compared), pieces) <= MOST_PIECES ? refused('common') : null
}

/** Characters that stand for letters. */
const STANDS_FOR: Readonly<Record<string, string>> = { '@': 'a', $: 's', '!': '1' }

/** Without case, blanks and marks, which are the first things that guessing programs change. */
const comparedForm = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[@$!]/g, (mark) => STANDS_FOR[mark] as string)
    .replaceAll(/[\s\p{P}\p{S}]/gu, '')

/** What is repeated, where the whole text is a repetition; else the text. */
const unitOf = (text: string): string => /^(.+?)\1+$/.exec(text)?.[1] ?? text

/** The smallest number of pieces that the text is made of; Infinity where a part of it is none. */
function fewestPieces(text: string, pieces: ReadonlySet<string>): number {
  const fewest = [0]
  for (let end = 1; end <= text.length; end++) {
    fewest[end] = Number.POSITIVE_INFINITY
    for (let start = 0; start < end; start++) {
      const before = fewest[start] as number
      if (before + 1 < (fewest[end] as number) && isPiece(text.slice(start, end), pieces)) fewest[end] = before + 1
    }
  }
  return fewest[text.length] as number
}

const KEYBOARD = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1q2w3e4r5t6y7u8i9o0p',
]
const RUNS = KEYBOARD.flatMap((row) => [row + row, [...row, ...row].reverse().join('')])

/** A common word, a number of up to six digits, a run of keys or letters, or a repetition of something short. */
const isPiece = (piece: string, pieces: ReadonlySet<string>): boolean =>
  pieces.has(piece) ||
  /^\d{1,6}$/.test(piece) ||
  (piece.length > 2 && RUNS.some((run) => run.includes(piece))) ||
  /^(.{1,4}?)\1+$/.test(piece)
