/** Parts of a JSON answer, read by hand: a page that shows one table should not load a library for it. Each says what it wanted, never what it met. */
export type Fields = Readonly<Record<string, unknown>>
/** @throws TypeError for anything else */
type Read<T> = (value: unknown) => T

export const fields: Read<Fields> = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not an object')
  return value as Fields
}

export const text: Read<string> = (value) => {
  if (typeof value !== 'string') throw new TypeError('not a text')
  return value
}

export const count: Read<number> = (value) => {
  if (typeof value !== 'number') throw new TypeError('not a number')
  return value
}

export const oneOf =
  <T extends string>(words: readonly T[]): Read<T> =>
  (value) => {
    const found = words.find((word) => word === value)
    if (found === undefined) throw new TypeError('not a word of the list')
    return found
  }

export const listOf =
  <T>(entry: Read<T>): Read<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value)) throw new TypeError('not a list')
    return value.map(entry)
  }

export const mapOf =
  <T>(entry: Read<T>): Read<Readonly<Record<string, T>>> =>
  (value) =>
    Object.fromEntries(Object.entries(fields(value)).map(([name, part]) => [name, entry(part)]))
