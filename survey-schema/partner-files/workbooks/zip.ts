/**
 * The parts of a ZIP archive, unpacked piece by piece. The limits count the bytes that come out; the sizes that the archive states
 * are not used.
 */
import { Inflate } from 'fflate'
import { ProblemError } from '../../problem.ts'
import { refuseFile } from '../file-reader.ts'

/** P19. Workbooks of cases unpack some ten to thirty times; a bomb a thousand times. */
export const UNPACK_LIMITS = { bytes: 512 << 20, ratio: 150, ratioFrom: 4 << 20, parts: 2000 } as const

export interface ZipPart {
  readonly name: string
  readonly packed: Uint8Array
  /** 0 stored, 8 deflated. */
  readonly method: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const ZIP64_LOCATOR = 0x07064b50
/** Bytes of the locator, which stands before the end of the directory. */
const LOCATOR = 20
const ZIP64_END = 0x06064b50
/** Stands for a number that is written in the extra field of the entry. */
const IN_EXTRA = 0xffffffff
const PIECE = 1 << 14
const broken = () => refuseFile([{ pointer: '', rule: 'broken_archive' }])

/**
 * Every part by name, folders separated by `/`.
 * @throws ProblemError `invalid-file` for what is no archive, is encrypted, holds one name twice, or has parts that share their bytes
 */
export function zipParts(bytes: Uint8Array): ReadonlyMap<string, ZipPart> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = new Map<string, ZipPart>()
  const places: (readonly [from: number, to: number])[] = []
  try {
    let { at, count } = directoryOf(view)
    if (count > UNPACK_LIMITS.parts) throw new ProblemError('too-large', [{ pointer: '', rule: 'too_many' }])
    for (; count > 0; count--) {
      if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw broken()
      if (view.getUint16(at + 8, true) & 1) throw refuseFile([{ pointer: '', rule: 'encrypted' }])
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number]
      // Some programs for Windows write its own separator.
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/')
      const { size, local } = sizeAndPlace(view, at, at + 46 + nameLength, extra)
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      // Of two parts of one name a reader would have to pick one, and the other would be lost without a word.
      if (start + size > bytes.length || parts.has(name)) throw broken()
      parts.set(name, { name, method: view.getUint16(at + 10, true), packed: bytes.subarray(start, start + size) })
      places.push([start, start + size])
      at += 46 + nameLength + extra + comment
    }
  } catch (error) {
    throw error instanceof RangeError ? broken() : error
  }
  // A small file could be read thousands of times over.
  places.sort(([one], [other]) => one - other)
  if (places.some(([from, to], at) => to > from && from < (places[at - 1]?.[1] ?? 0))) throw broken()
  return parts
}

/** Where the list of parts begins, and how many it has. Large numbers stand in a record of their own (APPNOTE 4.3.14). */
function directoryOf(view: DataView): { at: number; count: number } {
  const end = endOfDirectory(view)
  if (end >= LOCATOR && view.getUint32(end - LOCATOR, true) === ZIP64_LOCATOR) {
    const record = large(view, end - LOCATOR + 8)
    if (view.getUint32(record, true) !== ZIP64_END) throw broken()
    return { count: large(view, record + 32), at: large(view, record + 48) }
  }
  return { count: view.getUint16(end + 10, true), at: view.getUint32(end + 16, true) }
}

/** Packed bytes of a part and where it stands: some programs write all numbers in 64 bits (APPNOTE 4.5.3). */
function sizeAndPlace(view: DataView, entry: number, extra: number, length: number): { readonly size: number; readonly local: number } {
  const [unpackedSize, size, local] = [24, 20, 42].map((offset) => view.getUint32(entry + offset, true)) as [number, number, number]
  if (size !== IN_EXTRA && local !== IN_EXTRA) return { size, local }
  for (let at = extra; at + 4 <= extra + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    const first = at + 4 + (unpackedSize === IN_EXTRA ? 8 : 0)
    const second = first + (size === IN_EXTRA ? 8 : 0)
    return { size: size === IN_EXTRA ? large(view, first) : size, local: local === IN_EXTRA ? large(view, second) : local }
  }
  throw broken()
}

/** A number of 64 bits; what no file here can reach is no number of a good archive. */
function large(view: DataView, at: number): number {
  const number = Number(view.getBigUint64(at, true))
  if (number > view.byteLength) throw broken()
  return number
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 65_557)
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  throw broken()
}

/** What may still be unpacked of one file, over all its parts. */
export class UnpackBudget {
  #left: number = UNPACK_LIMITS.bytes

  /** @throws ProblemError `too-large`, or `invalid-file` with `unpack_ratio` */
  spend(bytes: number, unpacked: number, packed: number): void {
    this.#left -= bytes
    if (this.#left < 0) throw new ProblemError('too-large', [{ pointer: '', rule: 'too_large' }])
    if (unpacked > UNPACK_LIMITS.ratioFrom && unpacked > packed * UNPACK_LIMITS.ratio)
      throw refuseFile([{ pointer: '', rule: 'unpack_ratio' }])
  }
}

/** The content of a part, in pieces. @throws ProblemError when it is broken or unpacks too far */
export function* unpacked(part: ZipPart, budget: UnpackBudget): Generator<Uint8Array> {
  if (part.method === 0) {
    budget.spend(part.packed.length, part.packed.length, part.packed.length)
    yield part.packed
    return
  }
  if (part.method !== 8) throw broken()
  const pieces: Uint8Array[] = []
  const inflate = new Inflate((piece) => pieces.push(piece))
  let [into, out] = [0, 0]
  for (let at = 0; at < part.packed.length; at += PIECE) {
    const piece = part.packed.subarray(at, at + PIECE)
    into += piece.length
    try {
      inflate.push(piece, at + PIECE >= part.packed.length)
    } catch {
      throw broken()
    }
    for (const content of pieces.splice(0)) {
      out += content.length
      budget.spend(content.length, out, into)
      yield content
    }
  }
}
