/** A file in pieces of whole lines, so that memory stays flat and no character is cut in two. */
import { closeSync, openSync, readSync } from 'node:fs'

const PIECE_BYTES = 1 << 20
const LINE_FEED = 0x0a
/** A single line longer than this is not a partner file. */
const LONGEST_LINE = 8 << 20

export class LineTooLong extends Error {}

/**
 * Bytes of whole lines, each piece about a megabyte; the last may lack its line feed.
 * @throws LineTooLong when a line is longer than 8 MiB
 */
export function* piecesOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r')
  try {
    let rest: Buffer = Buffer.alloc(0)
    for (;;) {
      const buffer = Buffer.allocUnsafe(PIECE_BYTES)
      const read = readSync(file, buffer, 0, PIECE_BYTES, null)
      if (read === 0) break
      const bytes = rest.length === 0 ? buffer.subarray(0, read) : Buffer.concat([rest, buffer.subarray(0, read)])
      const end = bytes.lastIndexOf(LINE_FEED) + 1
      if (end > 0) yield bytes.subarray(0, end)
      rest = bytes.subarray(end)
      if (rest.length > LONGEST_LINE) throw new LineTooLong()
    }
    if (rest.length > 0) yield rest
  } finally {
    closeSync(file)
  }
}
