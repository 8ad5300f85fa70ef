/** Compression of finished answers, off the thread that answers requests. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encode } from '../http/representation.ts'

const [brotli, zipped] = [promisify(brotliCompress), promisify(gzip)]

/**
 * Each answer is compressed once, but whoever asks for many addresses decides how many there are: the levels are middle ones, because the
 * highest take many times the work for few bytes less.
 */
const BROTLI = 5
const GZIP = 6

export const encode: Encode = async (bytes, coding) =>
  new Uint8Array(
    coding === 'br'
      ? await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength } })
      : await zipped(bytes, { level: GZIP }),
  )
