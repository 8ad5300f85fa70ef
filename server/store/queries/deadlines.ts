/** The one table that holds times finer than a day: when sessions end, how often somebody tried, what was used once. */
import type { CompiledQuery, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { sqlFor } from '../compile.ts'
import type { DeadlineKind } from '../schema.ts'

/** The row is there, with this time, if the condition holds. */
export const setDeadline = (kind: DeadlineKind, subject: string, until: number, condition: RawBuilder<unknown> = sql`true`) =>
  sql`INSERT INTO deadline (kind, subject, until, count) SELECT ${kind}, ${subject}, ${until}, 0 WHERE ${condition}
    ON CONFLICT (kind, subject) DO UPDATE SET until = excluded.until, count = 0`.compile(sqlFor)

/** Holds while nobody has used it. */
export const unused = (kind: 'totp-step' | 'challenge', subject: string) =>
  sql`NOT EXISTS (SELECT 1 FROM deadline WHERE kind = ${kind} AND subject = ${subject})`

export interface Tries {
  readonly minute: number
  readonly day: number
}

const counted = (kind: DeadlineKind, subject: string, seconds: number, length: number) =>
  sql`INSERT INTO deadline (kind, subject, until, count) VALUES (${kind}, ${subject}, ${seconds + length}, 1)
    ON CONFLICT (kind, subject) DO UPDATE SET
      count = CASE WHEN until <= ${seconds} THEN 1 ELSE count + 1 END,
      until = CASE WHEN until <= ${seconds} THEN excluded.until ELSE until END`.compile(sqlFor)

const MINUTE = 60
const DAY = 86_400

/** One try more, counted before it is judged, so that many at once are all counted; then how many there were with it. */
export const countTry = (
  subject: string,
  seconds: number,
): readonly [CompiledQuery<unknown>, CompiledQuery<unknown>, CompiledQuery<Tries>] => [
  counted('tries-minute', subject, seconds, MINUTE),
  counted('tries-day', subject, seconds, DAY),
  sql<Tries>`SELECT (SELECT count FROM deadline WHERE kind = 'tries-minute' AND subject = ${subject}) AS minute,
    (SELECT count FROM deadline WHERE kind = 'tries-day' AND subject = ${subject}) AS day`.compile(sqlFor),
]

export const forgetTries = (subject: string, condition: RawBuilder<unknown> = sql`true`): CompiledQuery<unknown> =>
  sql`DELETE FROM deadline WHERE kind IN ('tries-minute', 'tries-day') AND subject = ${subject} AND ${condition}`.compile(sqlFor)

/** What is over is erased: times, the sessions that they ended, codes that nobody used. @param day today */
export const eraseOverdue = (seconds: number, day: string): readonly CompiledQuery<unknown>[] => [
  sql`DELETE FROM deadline WHERE until <= ${seconds}`.compile(sqlFor),
  sql`DELETE FROM session WHERE id NOT IN (SELECT subject FROM deadline WHERE kind = 'session-idle')
    OR id NOT IN (SELECT subject FROM deadline WHERE kind = 'session-end')`.compile(sqlFor),
  sql`DELETE FROM deadline WHERE kind IN ('session-idle', 'session-end') AND subject NOT IN (SELECT id FROM session)`.compile(sqlFor),
  sql`DELETE FROM one_time_code WHERE expires < ${day}`.compile(sqlFor),
  sql`DELETE FROM access_reset WHERE ready < date(${day}, '-7 days')`.compile(sqlFor),
]
