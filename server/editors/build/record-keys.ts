/** What makes the noise repeat: keys of records and the order of shuffles, both under the edition's secret. */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { derived } from '../../../survey-schema/credentials/derived.ts'
import { fromHex } from '../../sealing/bytes.ts'

/** HMAC-SHA256 of the 16 bytes of a case id, first 48 bits: a whole number that every sum of two keys still holds exactly. */
export function recordKey(editionSecret: Uint8Array, id: string): number {
  const mac = hmac(sha256, editionSecret, fromHex(id, 16))
  const view = new DataView(mac.buffer, mac.byteOffset)
  return view.getUint16(0) * 2 ** 32 + view.getUint32(2)
}

/** The next 32-bit integer at each call: HMAC-SHA256 of a counter, eight integers a block. Two builds get the same ones. */
export function keyedShuffle(editionSecret: Uint8Array): () => number {
  const key = derived(editionSecret, 'shuffle')
  const counter = new DataView(new ArrayBuffer(8))
  let block = new DataView(new ArrayBuffer(32))
  let at = 32
  let count = 0n
  return () => {
    if (at === 32) {
      counter.setBigUint64(0, count++)
      const mac = hmac(sha256, key, new Uint8Array(counter.buffer))
      block = new DataView(mac.buffer, mac.byteOffset)
      at = 0
    }
    at += 4
    return block.getUint32(at - 4)
  }
}
