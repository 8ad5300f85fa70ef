/** Why it did not go on, in words for whoever holds a code. */
import type { Text } from '../../survey-schema/text.ts'
import { Refused } from '../client.ts'
import { WORDS } from './words.ts'

const ADVICE: Readonly<Record<string, Text>> = {
  'no-connection': WORDS.noConnection,
  'invitation-refused': WORDS.codeRefused,
  'invitation-used': WORDS.codeUsed,
  'invitation-over': WORDS.codeOver,
}

export const adviceOf = (reason: unknown): Text => (reason instanceof Refused && ADVICE[reason.slug]) || WORDS.busy
