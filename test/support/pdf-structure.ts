/** The structure tree of a PDF as it lies in the file, read without a program of others: what a screen reader is told of each part. */

export interface TaggedPart {
  /** `H1`, `Table`, `TH`, … */
  readonly kind: string
  /** Text that is read in its place; null where there is none. */
  readonly alternative: string | null
  /** `Row` or `Column` of a header cell. */
  readonly scope: string | null
  readonly parts: readonly TaggedPart[]
}

export interface TaggedPdf {
  readonly language: string | null
  readonly titleShown: boolean
  /** Part of ISO 14289 that it says it follows. */
  readonly accessible: string | null
  readonly root: TaggedPart
}

/** @param pdf whose objects are not compressed, as the typesetter leaves them */
export function taggedPdf(pdf: Uint8Array): TaggedPdf {
  const text = Buffer.from(pdf).toString('latin1')
  const objects = new Map([...text.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(([, id, body]) => [Number(id), body!]))
  const partOf = (id: number): TaggedPart => {
    const body = objects.get(id) ?? ''
    const children = /\/K \[([^\]]*)\]/.exec(body)?.[1] ?? ''
    return {
      kind: /\/S \/(\w+)/.exec(body)?.[1] ?? '',
      alternative: textString(body, '/Alt '),
      scope: /\/Scope \/(\w+)/.exec(body)?.[1] ?? null,
      parts: [...children.matchAll(/(\d+) 0 R/g)].flatMap(([, child]) =>
        objects.get(Number(child))?.includes('/StructElem') ? [partOf(Number(child))] : [],
      ),
    }
  }
  const tree = [...objects.values()].find((body) => body.includes('/StructTreeRoot') && body.includes('/ParentTree'))
  const first = Number(/\/K \[(\d+) 0 R\]/.exec(tree ?? '')?.[1] ?? Number.NaN)
  const catalog = [...objects.values()].find((body) => body.includes('/Type /Catalog')) ?? ''
  return {
    language: textString(catalog, '/Lang '),
    titleShown: catalog.includes('/DisplayDocTitle true'),
    accessible: /pdfuaid:part>(\d)</.exec(text)?.[1] ?? null,
    root: partOf(first),
  }
}

/** Every part of the tree, in reading order. */
export const partsIn = (part: TaggedPart): readonly TaggedPart[] => [part, ...part.parts.flatMap(partsIn)]

/** A string of PDF as text, written in digits or literally: UTF-16 behind its mark, else one byte a character. */
function textString(body: string, key: string): string | null {
  const digits = body.split(`${key}<`)[1]?.split('>')[0]
  return digits === undefined ? literalString(body, key) : decoded(Buffer.from(digits, 'hex'))
}

function literalString(body: string, key: string): string | null {
  const at = body.indexOf(`${key}(`)
  if (at < 0) return null
  let [depth, bytes, place] = [1, '', at + key.length + 1]
  for (; depth > 0; place++) {
    const character = body[place]!
    if (character === '\\') {
      const octal = /^[0-7]{1,3}/.exec(body.slice(place + 1, place + 4))?.[0]
      if (octal) bytes += String.fromCharCode(Number.parseInt(octal, 8))
      else bytes += { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[body[place + 1]!] ?? body[place + 1]!
      place += octal ? octal.length : 1
    } else {
      depth += character === '(' ? 1 : character === ')' ? -1 : 0
      if (depth > 0) bytes += character
    }
  }
  return decoded(Buffer.from(bytes, 'latin1'))
}

const decoded = (raw: Buffer) =>
  raw[0] === 0xfe && raw[1] === 0xff ? raw.subarray(2).swap16().toString('utf16le') : raw.toString('latin1')
