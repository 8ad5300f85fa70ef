/** Days of the calendar, as codes and resets count them. */

/** For which an invitation is good. */
export const INVITATION_DAYS = 7
/** In which a code of a reset has to be typed. */
export const RESET_CODE_DAYS = 2
/** In which the old access can object where nobody else of the organisation could ask. */
export const OBJECTION_DAYS = 7
/** For which a colleague must have been there to ask for a reset. */
export const SETTLED_DAYS = 7
/** In which a second administrator ends an account that one asked to end. */
export const ENDING_DAYS = 14

const DAY = 86_400_000

/** The day so many days later, or earlier where the number is negative. @param day `2026-11-30` */
export const daysAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
