/**
 * Detects the encoding of a partner's text file: by its byte order mark, then by what its bytes prove (UTF-8, UTF-16, ISO-2022-JP), then
 * by which script the bytes write in each encoding (`script-plausibility.ts`). What two encodings read equally well is not guessed: the
 * partner is asked. A wrong guess turns names of countries into others.
 */
import { refuseFile } from '../file-reader.ts'
import { type PlausibleReading, readingsOf } from './script-plausibility.ts'

/** Every encoding that is read, as a partner knows it. CP932 is what Windows calls Shift_JIS, CP874 what it calls TIS-620. */
export const ENCODING_NAMES = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  shift_jis: 'Shift_JIS (CP932)',
  'euc-jp': 'EUC-JP',
  'iso-2022-jp': 'ISO-2022-JP',
  'windows-874': 'Thai (Windows-874, TIS-620)',
  'euc-kr': 'Korean (EUC-KR, CP949)',
  gb18030: 'Chinese, simplified (GB18030, GBK)',
  big5: 'Chinese, traditional (Big5)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'windows-1252': 'Latin-1 (Windows-1252)',
} as const
export type Encoding = keyof typeof ENCODING_NAMES
export const ENCODINGS = Object.keys(ENCODING_NAMES) as readonly Encoding[]

export interface DetectedEncoding {
  readonly encoding: Encoding
  /** A byte order mark stands at the start. */
  readonly mark: boolean
  /** Present where the bytes do not decide: what the file may be in, most plausible first. Empty: none of what we read. */
  readonly unsure?: readonly Encoding[]
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
    if (!line.some((byte) => byte > 0x7f || byte === ESCAPE)) return
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
    this.#keepIfForeign(this.#cut)
    this.#cut = new Uint8Array()
    const sample = joined(this.#foreign)
    if (this.#utf8) {
      if (switchesSets(sample)) return chosen(readingsOf(sample, ['iso-2022-jp']))
      return isUtf8ByChance(sample)
        ? { encoding: 'utf-8', mark: false, unsure: offeredWithUtf8(sample) }
        : { encoding: 'utf-8', mark: false }
    }
    if (isMostlyUtf8(sample)) return { encoding: 'utf-8', mark: false }
    return chosen(readingsOf(sample, BY_SCRIPT))
  }
}

/** Of encodings that give the same text, the first is named. */
const BY_SCRIPT: readonly Encoding[] = ['windows-1252', 'shift_jis', 'euc-jp', 'windows-874', 'euc-kr', 'gb18030', 'big5', 'windows-1251']
/** Share of the characters that are as the script writes them, and how far the next encoding must be behind. */
const PLAUSIBLE = { share: 0.7, ahead: 0.25, offered: 0.3, fewest: 2 } as const
/** Thai is spelled by rules that its own text hardly breaks, and that chance keeps half of the time. */
const PLAUSIBLE_THAI = 0.85
/** Added to how far it must be ahead, for each character that there is: two say less than twenty. */
const AHEAD_OF_FEW = 0.35

/** The reading that stands out; without one, those that a partner may choose from. */
function chosen(readings: readonly PlausibleReading<Encoding>[]): DetectedEncoding {
  const [best, ...others] = readings
  // Another encoding that gives the very same text is no other reading.
  const next = others.find(({ text }) => text !== best?.text)
  const offered = readings.filter(({ share }) => share >= PLAUSIBLE.offered).map(({ encoding }) => encoding)
  if (!best) return { encoding: 'windows-1252', mark: false, unsure: [] }
  const { encoding, share, characters, broken } = best
  const enough = encoding === 'windows-1252' || characters >= PLAUSIBLE.fewest
  const plausible = share >= (encoding === 'windows-874' ? PLAUSIBLE_THAI : PLAUSIBLE.share)
  const standsOut = plausible && share - (next?.share ?? 0) >= PLAUSIBLE.ahead + AHEAD_OF_FEW / characters
  return enough && standsOut && !broken && encoding !== 'windows-1251'
    ? { encoding, mark: false }
    : { encoding, mark: false, unsure: offered }
}

/** ISO 2022 says in so many bytes that another set of characters begins. */
function switchesSets(sample: Uint8Array): boolean {
  return sample.some((byte, at) => byte === ESCAPE && (sample[at + 1] === 0x24 || sample[at + 1] === 0x28))
}

/** A few words in an encoding of China are valid UTF-8 as well, and then give letters of several scripts, some of which no list of cases has. */
function isUtf8ByChance(sample: Uint8Array): boolean {
  const foreign = new TextDecoder().decode(sample).match(/\P{ASCII}/gu) ?? []
  const codes = foreign.map((character) => character.codePointAt(0) as number)
  const scripts = new Set(codes.map((code) => code >> 8))
  return scripts.size > 1 && codes.every((code) => code < 0x800) && foreign.some((character) => UNHEARD_OF.test(character))
}

/** Latin letters of no language but African ones and phonetics (Vietnamese and Pinyin excepted), old Cyrillic, points of Hebrew and Syriac. */
const UNHEARD_OF = /[\u0180-\u019F\u01A2-\u01AE\u01B1-\u01CC\u01DD-\u024F\u0460-\u05CF\u0700-\u07FF]/

const offeredWithUtf8 = (sample: Uint8Array): readonly Encoding[] => [
  'utf-8',
  ...readingsOf(sample, BY_SCRIPT).flatMap(({ encoding, share }) => (share >= PLAUSIBLE.offered ? [encoding] : [])),
]

/** Some broken bytes in a file of UTF-8 are broken bytes, not another encoding: their rows are refused. */
function isMostlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder().decode(sample)
  const foreign = text.match(/\P{ASCII}/gu)?.length ?? 0
  return (text.match(/\uFFFD/g)?.length ?? 0) * 10 < foreign
}

const ENOUGH = 1 << 18
const LINE_FEED = 0x0a
const ESCAPE = 0x1b

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
 * The encoding of a whole file, as the partner says or as the bytes decide.
 * @throws ProblemError `invalid-file`: `encoding_unsure` with a pointer for each candidate, `encoding_unknown` where there is none, or where
 * this machine does not know the encoding
 */
export function encodingOf(chunks: Iterable<Uint8Array>, said?: Encoding): DetectedEncoding {
  const detected = said === undefined ? detectEncoding(chunks) : { encoding: said, mark: false }
  if (detected.unsure?.length === 0 || !isKnown(detected.encoding)) throw refuseFile([{ pointer: '', rule: 'encoding_unknown' }])
  if (detected.unsure) throw refuseFile(detected.unsure.map((one) => ({ pointer: `/encoding/${one}`, rule: 'encoding_unsure' })))
  return detected
}

function isKnown(encoding: Encoding): boolean {
  try {
    return new TextDecoder(encoding) !== null
  } catch {
    return false
  }
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

/** Lines of a preview, and characters of each. */
const PREVIEW = { lines: 4, characters: 80 } as const

/** The first lines that are not ASCII, as the encoding reads them: for the partner to choose, on the partner's own machine. */
export function linesIn(chunks: Iterable<Uint8Array>, encoding: Encoding): readonly string[] {
  const found: string[] = []
  let waiting = ''
  for (const text of decoded(chunks, encoding)) {
    const lines = (waiting + text).split(/\r\n|\n|\r(?!$)/)
    waiting = lines.pop() as string
    found.push(...lines.filter((line) => /\P{ASCII}/u.test(line)))
    if (found.length >= PREVIEW.lines) break
  }
  if (/\P{ASCII}/u.test(waiting)) found.push(waiting)
  return found.slice(0, PREVIEW.lines).map((line) => line.slice(0, PREVIEW.characters))
}
