/** When figures come to rest: days and months as the store keeps them, `2026-11-21` and `2026-11`. */

/** Days for which an erratum may replace what was published. */
export const OPEN_DAYS = 90
const DAY = 86_400_000

/** The oldest day of publication that is not frozen today. */
export const oldestOpenDay = (today: string): string => new Date(Date.parse(today) - OPEN_DAYS * DAY).toISOString().slice(0, 10)

/** @param day of publication */
export const isFrozen = (day: string, today: string): boolean => day < oldestOpenDay(today)

/** @param month `2026-11`; so many months before it */
export function monthBefore(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const count = year * 12 + number - 1 - months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}
