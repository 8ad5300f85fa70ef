/** The XML of a part of an archive as text, in pieces: UTF-8 or UTF-16, by its first bytes, or what its declaration says. */
import { refuseFile } from '../file-reader.ts'
import { type UnpackBudget, unpacked, type ZipPart } from './zip.ts'

/** @throws ProblemError `invalid-file` where it is broken, unpacks too far, or is written in what we cannot decode */
export function* partTexts(part: ZipPart, budget: UnpackBudget): Generator<string> {
  let decoder: TextDecoder | null = null
  for (const piece of unpacked(part, budget)) {
    decoder ??= decoderOf(piece)
    yield decoder.decode(piece, { stream: true })
  }
  if (decoder) yield decoder.decode()
}

/** XML 1.0, appendix F: a mark, or a zero byte beside the first `<`, or an ASCII declaration. */
function decoderOf(start: Uint8Array): TextDecoder {
  const [first, second] = start
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return new TextDecoder('utf-16le')
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return new TextDecoder('utf-16be')
  const opening = String.fromCharCode(...start.subarray(0, 100))
  const declared = /^<\?xml[^>]{0,60} encoding=["']([\w.:-]{1,40})["']/.exec(opening)?.[1]
  try {
    return new TextDecoder(declared ?? 'utf-8')
  } catch {
    throw refuseFile([{ pointer: '', rule: 'broken_archive' }])
  }
}
