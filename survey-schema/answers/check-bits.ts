/** Ids of checks as bits: R01 is the lowest bit of the first byte. */
import type { CheckId } from '../release/case-record.ts'
import { corrupt } from './answer-bytes.ts'

/** Bytes that a set of checks takes. */
export const FLAG_BYTES = 3

const CHECK_IDS: readonly CheckId[] = Array.from({ length: 23 }, (_, at) => `R${at + 1}` as const).map((id) =>
  id.length === 2 ? (`R0${id.slice(1)}` as CheckId) : id,
)

/** @throws RangeError for an id that is no check */
export function writeChecks(bytes: Uint8Array, offset: number, ids: readonly CheckId[]): void {
  for (const id of ids) {
    const at = CHECK_IDS.indexOf(id)
    if (at < 0) throw corrupt()
    bytes[offset + (at >> 3)] = (bytes[offset + (at >> 3)] as number) | (1 << (at & 7))
  }
}

/** @throws RangeError where the one bit that no check uses is set */
export function readChecks(bytes: Uint8Array, offset: number): readonly CheckId[] {
  if ((bytes[offset + FLAG_BYTES - 1] as number) >>> 7 !== 0) throw corrupt()
  if (bytes[offset] === 0 && bytes[offset + 1] === 0 && bytes[offset + 2] === 0) return []
  return CHECK_IDS.filter((_, at) => ((bytes[offset + (at >> 3)] as number) >> (at & 7)) & 1)
}
