/** Typst with our own fonts and no clock: the same template and data give the same PDF. */
import { readFileSync } from 'node:fs'
import { fontFiles } from './fonts.ts'

/** @param data reaches the template as text, never as markup */
export async function typeset(template: string, data: object): Promise<Uint8Array> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fontFiles().map((font) => readFileSync(font)) }] })
  return compiler.pdf({ mainFileContent: template, inputs: { data: JSON.stringify(data) } }, { creationTimestamp: 0 })
}
