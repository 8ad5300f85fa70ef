/** The one table that holds times finer than a day: when sessions end, how often somebody tried, what was used once. */
import type { CompiledQuery, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { sqlFor } from '../compile.ts'
import type { DeadlineKind } from '../schema.ts'

/** The row is there, with this time, if the condition holds. */
export const setDeadline = (
  kind: DeadlineKind,
  subject: string,
  until: number,
  condition: RawBuilder<unknown> = sql`true`,
  count = 0,
): CompiledQuery<unknown> =>
  sql`INSERT INTO deadline (kind, subject, until, count) SELECT ${kind}, ${subject}, ${until}, ${count} WHERE ${condition}
    ON CONFLICT (kind, subject) DO UPDATE SET until = excluded.until, count = excluded.count`.compile(sqlFor)

/** Holds while nobody has used it. */
export const unused = (kind: 'challenge', subject: string) =>
  sql`NOT EXISTS (SELECT 1 FROM deadline WHERE kind = ${kind} AND subject = ${subject})`

/** Seconds for which the step of a used code is remembered: longer than an earlier one could be used. */
const STEP_REMEMBERED = 120

/** Holds while no code of this step or of a later one was used (RFC 6238, section 5.2). */
export const stepUnused = (account: string, step: number): RawBuilder<unknown> =>
  sql`NOT EXISTS (SELECT 1 FROM deadline WHERE kind = 'totp-step' AND subject = ${account} AND count >= ${step})`

/** The code of this step was used. */
export const useStep = (account: string, step: number, seconds: number, condition: RawBuilder<unknown> = sql`true`) =>
  setDeadline('totp-step', account, seconds + STEP_REMEMBERED, condition, step)

/** Tries that are taken one after the other before somebody has to wait. */
export const EACH_TIME = 5
const MINUTE = 60
const DAY = 86_400
/** The longest wait is 2^6 minutes, cut to an hour. */
const [MOST_DOUBLINGS, LONGEST_WAIT] = [6, 60]

const counted = (kind: DeadlineKind, subject: string, seconds: number, length: RawBuilder<unknown>) =>
  sql`INSERT INTO deadline (kind, subject, until, count) VALUES (${kind}, ${subject}, ${seconds} + ${length}, 1)
    ON CONFLICT (kind, subject) DO UPDATE SET
      count = CASE WHEN until <= ${seconds} THEN 1 ELSE count + 1 END,
      until = CASE WHEN until <= ${seconds} THEN excluded.until ELSE until END`.compile(sqlFor)

/** Length of the time that begins with the next try: it doubles with every five tries of the day. */
const nextWait = (subject: string, seconds: number) =>
  sql`${MINUTE} * min(${LONGEST_WAIT}, 1 << min(${MOST_DOUBLINGS}, coalesce((SELECT today.count FROM deadline AS today
    WHERE today.kind = 'tries-day' AND today.subject = ${subject} AND today.until > ${seconds}), 0) / ${EACH_TIME}))`

/** How many tries there were since the last wait. */
export const triesNow = (subject: string, seconds: number): CompiledQuery<{ readonly count: number }> =>
  sql<{
    readonly count: number
  }>`SELECT count FROM deadline WHERE kind = 'tries-minute' AND subject = ${subject} AND until > ${seconds}`.compile(sqlFor)

/** One try more, and how many there are with it. */
export const countTry = (
  subject: string,
  seconds: number,
): readonly [CompiledQuery<unknown>, CompiledQuery<unknown>, CompiledQuery<{ readonly count: number }>] => [
  counted('tries-minute', subject, seconds, nextWait(subject, seconds)),
  counted('tries-day', subject, seconds, sql`${DAY}`),
  triesNow(subject, seconds),
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
  sql`DELETE FROM account_ending WHERE until < ${day}`.compile(sqlFor),
  sql`DELETE FROM access_reset WHERE ready < date(${day}, '-7 days')`.compile(sqlFor),
]
