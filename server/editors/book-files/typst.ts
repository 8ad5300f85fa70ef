/** Typst with our own fonts and no clock: the same template and data give the same PDF, tagged as PDF/UA-1 asks. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { settable } from '../../../analysis/publication/formats/settable.ts'
import { showableIn } from './font-characters.ts'
import { fontFiles } from './fonts.ts'
import { withRowHeaders } from './row-headers.ts'

/** @param data reaches the template as text, never as markup @throws Error for a drawing without its text: PDF/UA-1 has none */
export async function typeset(template: string, data: object): Promise<Uint8Array> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const fonts = fontFiles().map((font) => readFileSync(font))
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] })
  const shown = showableIn(fonts)
  const inputs = { data: JSON.stringify(data, (_, value) => (typeof value === 'string' ? shown(settable(value)) : value)) }
  const pdf = compiler.pdf({ mainFileContent: template, inputs }, { pdfStandard: 'ua-1', creationTimestamp: 0 })
  // What it remembers for the next compilation is some 200 MB for a book, and every compilation is another.
  compiler.evictCache(0)
  return inOrder(pdf)
}

/** Lines of a dictionary of resources: `      /gs4 236 0 R`. */
const RESOURCES = /(?:^ +\/[A-Za-z]+\d+ \d+ 0 R\n){2,}/gm

/**
 * The resources of each drawing by name. Typst lists them as a hash table happens to hold them, in another order each time it runs; the
 * lines only change places, so every offset in the file stays right.
 */
function inOrder(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  const number = (line: string) => Number(/\d+/.exec(line)?.[0])
  const sorted = text.replaceAll(RESOURCES, (lines) =>
    lines
      .split(/(?<=\n)/)
      .sort((one, other) => number(one) - number(other) || (one < other ? -1 : 1))
      .join(''),
  )
  return new Uint8Array(Buffer.from(named(withRowHeaders(sorted)), 'latin1'))
}

/** The name of the file is made from what Typst wrote before its lines were put in order; here it is made from what stands there now. */
function named(text: string): string {
  const name = /\/ID \[\(([A-Za-z0-9+/=]{24})\)/.exec(text)?.[1]
  if (name === undefined) return text
  const bare = text.replaceAll(name, '0'.repeat(name.length))
  return text.replaceAll(name, createHash('sha256').update(bare, 'latin1').digest().subarray(0, 16).toString('base64'))
}
