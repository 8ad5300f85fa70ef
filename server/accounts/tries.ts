/**
 * How often somebody may try to sign in under one username, whether there is such an account or not: five times, then again after a minute, then
 * after two, four and so on up to an hour, until a day has passed or somebody signs in. That is some 150 tries a day. With three codes of a million
 * good at a time they find one with a probability of 0.05 %, and that is after the password was found.
 */
import { derived } from '../../survey-schema/credentials/derived.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { toHex } from '../sealing/bytes.ts'
import { keyed } from '../sealing/keyed.ts'
import { read, type Store } from '../store/port.ts'
import { countTry, EACH_TIME, triesNow } from '../store/queries/deadlines.ts'

/** Digits of the stored name. Two usernames that share one share their tries, and nobody finds such a pair; what a flood of invented ones can leave in a day is bounded by how fast a password is hashed. */
const DIGITS = 8

/** What is stored in the place of the username, so that a password which was typed in its place is not kept either. */
export const triesName = (accountKey: Uint8Array, username: string): string =>
  toHex(keyed(derived(accountKey, 'jnatip/tries/1'), username)).slice(0, DIGITS)

/** Writes nothing. @throws ProblemError 'too-many-requests' */
export async function requireTriesLeft(store: Store, name: string, seconds: number): Promise<void> {
  const [tries] = await read(store, triesNow(name, seconds))
  if ((tries?.count ?? 0) >= EACH_TIME) throw new ProblemError('too-many-requests')
}

/** Counted before it is judged, so that tries that come at once are all counted. @throws ProblemError 'too-many-requests' */
export async function oneTryMore(store: Store, name: string, seconds: number): Promise<void> {
  // Read in the batch that counts: of those that come at once each has its own number.
  const [, , { rows }] = await store.batch(countTry(name, seconds))
  const [tries] = rows
  if ((tries?.count ?? 0) > EACH_TIME) throw new ProblemError('too-many-requests')
}
