/** Sealed cases as the editors' machine fetches them: one JSON object a line, the edition first. */
import { toBase64, toHex } from '../sealing/bytes.ts'
import type { Store } from '../store/port.ts'
import { type SealedHead, sealedCases } from '../store/sealed-edition.ts'

/** Lines of one piece of the stream. */
const PIECE = 500

/** Head and cases as a stream of lines. */
export function sealedLines(store: Store, head: SealedHead): ReadableStream<Uint8Array> {
  const cases = sealedCases(store, head.edition)
  const encoder = new TextEncoder()
  let begun = false
  return new ReadableStream({
    async pull(controller) {
      const lines: string[] = begun ? [] : [JSON.stringify(head)]
      begun = true
      while (lines.length < PIECE) {
        const { done, value } = await cases.next()
        if (done) break
        lines.push(JSON.stringify({ ...value, tag: toHex(value.tag), enc: toBase64(value.enc), ciphertext: toBase64(value.ciphertext) }))
      }
      if (lines.length > 0) controller.enqueue(encoder.encode(`${lines.join('\n')}\n`))
      if (lines.length < PIECE) controller.close()
    },
    async cancel() {
      await cases.return(undefined)
    },
  })
}
