/** Record keys that stand in a file, as whole numbers below a modulus, so that sums are exact: decimals drift when they are added. */
import { Refusal } from '../../runtime/refusal.ts'

export interface RecordKeys {
  readonly keys: readonly number[]
  readonly modulus: number
  /** The key of a cell as the file would write it: `0.88902721`, or the whole number. */
  readonly written: (key: number) => string
}

/** Doubles hold whole numbers up to 2^53 exactly, so also the sum of two keys of 15 digits. */
const MOST_DIGITS = 15

/**
 * @param modulus of whole keys; null for decimals from 0 to below 1
 * @throws Refusal `invalid-key` naming the row
 */
export function recordKeys(texts: readonly string[], modulus: number | null, firstRow: number): RecordKeys {
  const refuse = (index: number, what: string): never => {
    throw new Refusal('invalid-key', `row ${firstRow + index}: the record key is not ${what}`)
  }
  if (modulus !== null) {
    const keys = texts.map((text, index) => {
      const key = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
      return key < modulus ? key : refuse(index, `a whole number below ${modulus}`)
    })
    return { keys, modulus, written: String }
  }
  const read = texts.map((text, index) => {
    const [, whole = '', behind = '', exponent = '0'] = /^(\d*)\.?(\d*)(?:[eE]([-+]?\d{1,2}))?$/.exec(text) ?? []
    const digits = `${whole}${behind}`.replace(/^0+/, '')
    const places = behind.length - Number(exponent)
    if (text === '' || whole + behind === '' || digits.length > places) return refuse(index, 'a decimal from 0 to below 1')
    const short = digits.replace(/0+$/, '')
    return { digits: short || '0', places: short === '' ? 0 : places - (digits.length - short.length) }
  })
  const places = read.reduce((most, key) => Math.max(most, key.places), 1)
  if (places > MOST_DIGITS)
    refuse(
      read.findIndex((key) => key.places === places),
      `of at most ${MOST_DIGITS} decimals`,
    )
  return {
    keys: read.map((key) => Number(key.digits) * 10 ** (places - key.places)),
    modulus: 10 ** places,
    written: (key) => `0.${String(key).padStart(places, '0')}`,
  }
}
