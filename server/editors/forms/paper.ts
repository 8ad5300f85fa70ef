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

/** What stands at the end of the form. @param host under which cases are withdrawn; without it the form names no address */
export const afterFilling = (host: string | null): readonly Text[] =>
  host === null ? PAPER_WORDS.after : [...PAPER_WORDS.after, PAPER_WORDS.withdraw(`https://${host}/withdraw`)]

/** @param host as in `afterFilling` */
export async function paperPdf(key: PaperKey | null, host: string | null = null): Promise<Uint8Array> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fontFiles().map((font) => readFileSync(font)) }] })
  const { withdraw: _, ...words } = PAPER_WORDS
  const drawn: Drawn = {
    paper: paperForm(),
    words: { ...words, after: afterFilling(host) },
    edition: key?.edition ?? null,
    fingerprint: key?.fingerprint ?? null,
  }
  return compiler.pdf({ mainFileContent: PAPER_TEMPLATE, inputs: { data: JSON.stringify(drawn) } }, { creationTimestamp: 0 })
}
