/** The only clock of the server. It tells the month and the year, and nothing finer. */
import type { Clock } from '../deps.ts'

export const systemClock: Clock = {
  month: () => new Date().toISOString().slice(0, 7),
  year: () => new Date().getUTCFullYear(),
}
