/** Ways of reading an option. */
import { Misuse } from '../runtime/refusal.ts'

/** An option that may be given several times. */
export const collected = (value: string, before: readonly string[]): readonly string[] => [...before, value]

/** A whole number within bounds, both included. */
export const wholeNumber =
  (name: string, lowest: number, highest: number) =>
  (value: string): number => {
    const number = /^\d{1,12}$/.test(value) ? Number(value) : Number.NaN
    if (!(number >= lowest && number <= highest)) throw new Misuse(`${name} is a whole number from ${lowest} to ${highest}`)
    return number
  }

/** A decimal number within bounds, both included. */
export const decimal =
  (name: string, lowest: number, highest: number) =>
  (value: string): number => {
    const number = /^\d{1,9}(\.\d{1,15})?$/.test(value) ? Number(value) : Number.NaN
    if (!(number >= lowest && number <= highest)) throw new Misuse(`${name} is a number from ${lowest} to ${highest}`)
    return number
  }
