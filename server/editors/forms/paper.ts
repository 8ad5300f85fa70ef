/** The paper form as a PDF: the same bytes each time, for the kanji too, because the fonts are ours and the clock is left out. */
import { readFileSync } from 'node:fs'
import { type Paper, paperForm } from '../../../survey-schema/forms/paper.ts'
import type { Text } from '../../../survey-schema/text.ts'
import { fontFiles } from '../book-files/fonts.ts'
import { PAPER_TEMPLATE } from './paper-template.ts'
import { PAPER_WORDS } from './paper-words.ts'

/** The key to which cases of an edition are sealed, as people compare it; blank lines where it is not yet known. */
export interface PaperKey {
  readonly edition: string
  readonly fingerprint: string
}

interface Drawn {
  readonly paper: Paper
  readonly words: Omit<typeof PAPER_WORDS, 'after' | 'withdraw'> & { readonly after: readonly Text[] }
  readonly edition: string | null
  readonly fingerprint: string | null
}

/** @param host under which cases are withdrawn; without it the form names no address */
export async function paperPdf(key: PaperKey | null, host: string | null = null): Promise<Uint8Array> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fontFiles().map((font) => readFileSync(font)) }] })
  const { withdraw, ...words } = PAPER_WORDS
  const after = host === null ? words.after : [...words.after, withdraw(`https://${host}/withdraw`)]
  const drawn: Drawn = {
    paper: paperForm(),
    words: { ...words, after },
    edition: key?.edition ?? null,
    fingerprint: key?.fingerprint ?? null,
  }
  return compiler.pdf({ mainFileContent: PAPER_TEMPLATE, inputs: { data: JSON.stringify(drawn) } }, { creationTimestamp: 0 })
}
