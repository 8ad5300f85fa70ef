/** What poppler says of the structure of a PDF: what a screen reader meets, and in which order. */
import { execFileSync } from 'node:child_process'
import type { PrintedBlock } from '../../../survey-schema/release/book.ts'

const pdfinfo = (option: string, path: string) =>
  execFileSync('pdfinfo', [option, path], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] })

/** How often each kind of part, and each scope of a header cell, stands in the structure. */
export function partsOfPdf(path: string): Readonly<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const [, kind] of pdfinfo('-struct', path).matchAll(/^ *((?:\/Scope \/)?[A-Z]\w*)/gm)) found[kind!] = (found[kind!] ?? 0) + 1
  return found
}

const bare = (text: string) => text.replaceAll(/\s/g, '')

/**
 * Blocks whose caption, checksum and first line are not read in this order, after those of the block before. Of a short book: poppler goes
 * through its pages again for each part.
 */
export function outOfOrder(
  path: string,
  blocks: readonly PrintedBlock[],
  firstLines: readonly string[],
  language: 'ja' | 'en',
): readonly string[] {
  // Texts stand in quotes, one for each piece that was set.
  const text = bare(pdfinfo('-struct-text', path)).replaceAll('""', '')
  let from = 0
  return blocks.flatMap(({ id, caption, checksum }, at) => {
    const places: number[] = []
    for (const words of [caption[language], checksum.slice(0, 16), firstLines[at]!])
      places.push(text.indexOf(bare(words), places.at(-1) ?? from))
    if (places.some((place) => place < 0)) return [id]
    from = places.at(-1)!
    return []
  })
}
