/** Sets of the persons of one case set, as bits: person i is bit i. Counted and summed here, apart from the counting of the build. */
import { cellKeyOf, type HalvedKey } from './own-secrets.ts'

export type Persons = Uint32Array

export const nobody = (size: number): Persons => new Uint32Array(Math.ceil(size / 32))

export function everybody(size: number): Persons {
  const all = nobody(size)
  for (let person = 0; person < size; person++) add(all, person)
  return all
}

export function add(to: Persons, person: number): void {
  to[person >>> 5]! |= 1 << (person & 31)
}

export const either = (sets: readonly Persons[], size: number): Persons =>
  sets.reduce((all, some) => all.map((word, at) => word | some[at]!), nobody(size))

export const both = (one: Persons, other: Persons): Persons => one.map((word, at) => word & other[at]!)

export const without = (one: Persons, other: Persons): Persons => one.map((word, at) => word & ~other[at]!)

/** How many they are. */
export function howMany(persons: Persons): number {
  let count = 0
  for (const word of persons) {
    const pairs = word - ((word >>> 1) & 0x55555555)
    const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
    count += (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
  }
  return count
}

/** Their cell key. */
export function keyOf(persons: Persons, keys: readonly HalvedKey[]): number {
  let [high, low] = [0, 0]
  for (let at = 0; at < persons.length; at++) {
    for (let word = persons[at]!; word !== 0; word &= word - 1) {
      const key = keys[(at << 5) + 31 - Math.clz32(word & -word)]!
      high += key.high
      low += key.low
    }
  }
  return cellKeyOf(high, low)
}
