/** The only clock of the server. It tells the day at the finest, and only the month stands beside a case. */
import type { Clock } from '../deps.ts'

export const systemClock: Clock = {
  day: () => new Date().toISOString().slice(0, 10),
  month: () => new Date().toISOString().slice(0, 7),
  year: () => new Date().getUTCFullYear(),
}
