/**
 * How often somebody may try to sign in under one username, whether there is such an account or not: five times a minute and a hundred times a day.
 * With three codes of a million good at a time, a hundred tries find one with a probability of 0.03 %, and that is after the password was found.
 */
import { derived } from '../../survey-schema/credentials/derived.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { toHex } from '../sealing/bytes.ts'
import { keyed } from '../sealing/keyed.ts'
import type { StatementOutcome, Store } from '../store/port.ts'
import { countTry, type Tries } from '../store/queries/deadlines.ts'

const EACH_MINUTE = 5
const EACH_DAY = 100

/** Digits of the stored name. There are 65,536 such names, so that a flood of invented usernames cannot fill the database; two that share one share their tries. */
const DIGITS = 4

/** What is stored in the place of the username, so that a password which was typed in its place is not kept either. */
export const triesName = (accountKey: Uint8Array, username: string): string =>
  toHex(keyed(derived(accountKey, 'jnatip/tries/1'), username)).slice(0, DIGITS)

/**
 * Counted after the password was hashed, whose number at a time is bounded, and before anybody learns what came of it: tries that come at once are all
 * counted, and a flood writes no faster than passwords are hashed. @throws ProblemError 'too-many-requests'
 */
export async function oneTryMore(store: Store, name: string, seconds: number): Promise<void> {
  const outcomes = await store.batch(countTry(name, seconds))
  const [tries] = (outcomes[2] as StatementOutcome<Tries>).rows
  if (!tries || tries.minute > EACH_MINUTE || tries.day > EACH_DAY) throw new ProblemError('too-many-requests')
}
