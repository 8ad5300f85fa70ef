/** Values that no other call returns, for the rows of a store. */
let next = 0

/** 32 bytes. */
export const unique = (): Uint8Array => {
  const made = new Uint8Array(32).fill(5)
  new DataView(made.buffer).setUint32(0, ++next)
  return made
}

/** An id of 32 hexadecimal digits. */
export const hexId = (): string => String(++next).padStart(32, '0')

const bytes = (length: number, fill: number) => new Uint8Array(length).fill(fill)

/** A sealed case as it arrives, by a request of its own; what is given stands in the place of that. */
export const arrival = <Given extends object>(given: Given) => ({
  id: hexId(),
  edition: 'e-1',
  organisation: 1,
  tag: unique(),
  receipt_hash: unique(),
  version: 1,
  month: '2026-11',
  enc: bytes(32, 1),
  ciphertext: bytes(272, 2),
  lookup: unique(),
  body: unique(),
  ...given,
})
