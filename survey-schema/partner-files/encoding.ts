/**
 * Detects the encoding of a partner's text file: by its byte order mark, then by which encodings can decode it, then by which result
 * looks like Japanese. The report names it, because a wrong guess turns names of countries into others.
 */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'windows-1252'

/** As a partner knows them. CP932 is what Windows calls Shift_JIS; Latin-1 files of Windows are windows-1252. */
export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  shift_jis: 'Shift_JIS (CP932)',
  'windows-1252': 'Latin-1 (Windows-1252)',
}

export interface DetectedEncoding {
  readonly encoding: Encoding
  /** A byte order mark stands at the start. */
  readonly mark: boolean
}

const JAPANESE = /[\u3000-\u30FF\u4E00-\u9FFF\uFF01-\uFF9F]/
/** Two or more in a row. A Latin letter with an accent and its neighbour, misread, give one kanji between Latin letters. */
const JAPANESE_RUN = /[\u3000-\u30FF\u4E00-\u9FFF\uFF01-\uFF9F]{2,}/g
const LATIN_NEIGHBOUR = /[A-Za-z][\u3000-\u30FF\u4E00-\u9FFF\uFF61-\uFF9F](?![\u3000-\u30FF\u4E00-\u9FFF\uFF01-\uFF9F])/g

const isValid = (bytes: Uint8Array, encoding: Encoding): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Takes a whole file in pieces, then names its encoding. Keeps only a sample of the lines that are not ASCII. */
export class EncodingDetector {
  #first: Uint8Array | undefined
  #utf8: TextDecoder | null = new TextDecoder('utf-8', { fatal: true })
  #zerosEven = 0
  #zerosOdd = 0
  #length = 0
  #foreign: Uint8Array[] = []
  #foreignLength = 0
  #cut = new Uint8Array()

  push(bytes: Uint8Array): void {
    this.#first ??= bytes.slice(0, 4)
    for (let at = 0; at < bytes.length && this.#length + at < ENOUGH; at++) {
      if (bytes[at] !== 0) continue
      if ((this.#length + at) % 2 === 0) this.#zerosEven++
      else this.#zerosOdd++
    }
    this.#length += bytes.length
    if (this.#utf8) {
      try {
        this.#utf8.decode(bytes, { stream: true })
      } catch {
        this.#utf8 = null
      }
    }
    if (this.#foreignLength < ENOUGH) this.#keepForeignLines(bytes)
  }

  /** Whole lines only: a character cut in two would look like another encoding. */
  #keepForeignLines(bytes: Uint8Array): void {
    const all = this.#cut.length > 0 ? joined([this.#cut, bytes]) : bytes
    let start = 0
    for (;;) {
      const feed = all.indexOf(LINE_FEED, start)
      if (feed < 0 || this.#foreignLength >= ENOUGH) break
      this.#keepIfForeign(all.subarray(start, feed + 1))
      start = feed + 1
    }
    this.#cut = all.length - start > ENOUGH ? new Uint8Array() : all.slice(start)
  }

  #keepIfForeign(line: Uint8Array): void {
    if (!line.some((byte) => byte > 0x7f)) return
    this.#foreign.push(line.slice())
    this.#foreignLength += line.length
  }

  /** What the bytes so far are in. */
  detected(): DetectedEncoding {
    const [a, b, c] = this.#first ?? []
    if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', mark: true }
    if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', mark: true }
    if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', mark: true }
    const looked = Math.min(this.#length, ENOUGH) / 2
    // Every second byte of a comma or a digit in UTF-16 is zero; no other text file holds zeros.
    if (this.#zerosOdd > looked / 10) return { encoding: 'utf-16le', mark: false }
    if (this.#zerosEven > looked / 10) return { encoding: 'utf-16be', mark: false }
    if (this.#utf8) return { encoding: 'utf-8', mark: false }
    this.#keepIfForeign(this.#cut)
    this.#cut = new Uint8Array()
    const sample = joined(this.#foreign)
    if (isMostlyUtf8(sample)) return { encoding: 'utf-8', mark: false }
    return { encoding: looksJapanese(sample) ? 'shift_jis' : 'windows-1252', mark: false }
  }
}

/** Some broken bytes in a file of UTF-8 are broken bytes, not another encoding: their rows are refused. */
function isMostlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder().decode(sample)
  const foreign = text.match(/\P{ASCII}/gu)?.length ?? 0
  return (text.match(/\uFFFD/g)?.length ?? 0) * 10 < foreign
}

function looksJapanese(sample: Uint8Array): boolean {
  if (!isValid(sample, 'shift_jis')) return false
  const text = new TextDecoder('shift_jis').decode(sample)
  if (!JAPANESE.test(text)) return false
  const inRuns = (text.match(JAPANESE_RUN) ?? []).reduce((sum, run) => sum + run.length, 0)
  return inRuns >= (text.match(LATIN_NEIGHBOUR)?.length ?? 0) * 2
}

const ENOUGH = 1 << 18
const LINE_FEED = 0x0a

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** The encoding of a whole file. */
export function detectEncoding(chunks: Iterable<Uint8Array>): DetectedEncoding {
  const detector = new EncodingDetector()
  for (const chunk of chunks) detector.push(chunk)
  return detector.detected()
}

/**
 * The text in pieces, without its byte order mark. Bytes that the encoding does not have come out as U+FFFD, which whoever
 * reads the rows refuses by row and column.
 */
export function* decoded(chunks: Iterable<Uint8Array>, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding)
  for (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
