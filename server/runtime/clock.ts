/** The only clock of the server. It tells the day at the finest, and only the month stands beside a case; signing in alone needs seconds. */
import type { Clock } from '../deps.ts'

export const systemClock: Clock = {
  day: () => new Date().toISOString().slice(0, 10),
  month: () => new Date().toISOString().slice(0, 7),
  year: () => new Date().getUTCFullYear(),
}

/** Whole seconds since 1970. */
export const secondsNow = (): number => Math.floor(Date.now() / 1000)
