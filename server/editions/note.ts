/** The note under an erratum or in the place of a withdrawn table: written by editors, read by everybody. */

import { kindsIn } from '../../survey-schema/identifiers/detect.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Note } from '../store/queries/errata.ts'

/** Characters of a note in one language. */
const LONGEST = 500

/**
 * The note in both languages, without blanks around it. It is text that stays, so whatever looks like an identifier is refused.
 * @throws ProblemError 'invalid-request' naming language and rule
 */
export function readNote(value: unknown): Note {
  const { en, ja, ...others } = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  if (Object.keys(others).length > 0) throw new ProblemError('invalid-request', [{ pointer: '/note', rule: 'unknown_key' }])
  return { en: readText(en, '/note/en'), ja: readText(ja, '/note/ja') }
}

function readText(value: unknown, pointer: string): string {
  const text = typeof value === 'string' ? value.normalize('NFC').trim() : ''
  if (text === '') throw new ProblemError('invalid-request', [{ pointer, rule: 'required' }])
  if ([...text].length > LONGEST) throw new ProblemError('invalid-request', [{ pointer, rule: 'too_long' }])
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(text))
    throw new ProblemError('invalid-request', [{ pointer, rule: 'invalid_characters' }])
  const [kind] = kindsIn(text)
  if (kind) throw new ProblemError('invalid-request', [{ pointer, rule: 'identifier', kind }])
  return text
}
