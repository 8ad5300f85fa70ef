/** Commentary in the files of a book: marked as the editors' wherever it stands, with a checksum of its own, or refused with its place. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookDocx } from '../../../../analysis/publication/formats/office/book-docx.ts'
import type { Bundle } from '../../../../survey-schema/release/bundle.ts'
import { bookOfBundle } from '../../../support/book-files.ts'
import { makeEdition } from '../../../support/edition.ts'
import { PROGRAM } from '../../../support/program.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-commentary-'))
const at = (...names: readonly string[]) => join(folder, ...names)
let bundle: Bundle
beforeAll(() => {
  bundle = makeEdition({ cases: 160, seed: 5 }).bundle
  writeFileSync(at('bundle.json'), JSON.stringify(bundle))
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function texts(name: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(at(name))
  for (const [file, text] of Object.entries({ 'editors.txt': 'Hanako Sample\nTaro Example\n', ...files }))
    writeFileSync(at(name, file), text)
  return at(name)
}

const book = (commentary: string, out: string, to: string) =>
  new Promise<{ readonly code: number; readonly said: string }>((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, 'book', at('bundle.json'), '--commentary', commentary, '--to', to, '--out', at(out)])
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += text
      })
    child.once('close', (code) => resolve({ code: code ?? 1, said }))
  })

const women = () => {
  const { axes, cells } = bundle.tables.find(({ id }) => id === 'gender@list')!
  const cell = cells[axes[0].lines.findIndex(({ code }) => code === 'woman')]!
  return 'figure' in cell ? String(cell.figure) : ''
}

describe('jnatip book --commentary', () => {
  it('prints it in its place under the names of the editors, with the released figure, and says so in index.json', async () => {
    const given = texts('given', {
      'front.ja.md': '**保護**が先である。',
      'front.en.md': 'Protection *first*.',
      'chapter-2.ja.md': '女性は{{2.1 woman}}件だった。\n\n- 支援を',
      'chapter-2.en.md': 'Women: {{2.1 woman}}.\n\n- support',
      'fact-sheet-legal.ja.md': '処罰ではなく保護を。',
      'fact-sheet-legal.en.md': 'Protection, not punishment.',
    })
    const { code, said } = await book(given, 'book', 'html,fact-sheets')
    expect(code, said).toBe(0)
    const html = readFileSync(at('book', readdirSync(at('book')).find((name) => name.endsWith('.html'))!)).toString()
    const asides = html.match(/<aside class="commentary">.*?<\/aside>/gs)!
    expect(asides).toHaveLength(3)
    for (const aside of asides)
      for (const words of ['編集者の解説', 'Commentary by the editors', 'By Hanako Sample and Taro Example']) expect(aside).toContain(words)
    expect(asides[0]).toContain('<p>Protection <em>first</em>.</p>')
    expect(asides[2]).toContain(`<p>女性は${women()}件だった。</p><ul><li>支援を</li></ul>`)
    const index = JSON.parse(readFileSync(at('book', 'index.json'), 'utf8'))
    expect(index.commentary).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), editors: ['Hanako Sample', 'Taro Example'] })
    expect(index.checksum).toBe(bundle.manifest.checksum)
    for (const name of readdirSync(at('book')).filter((one) => one.includes('fact-sheet-legal')))
      expect(
        readFileSync(at('book', name))
          .toString('latin1')
          .match(/\/Type \/Page\b(?!s)/g),
        name,
      ).toHaveLength(1)
  })

  it('stands in the Word file before the tables of its chapter, with its emphasis', () => {
    const paragraphs = {
      ja: [],
      en: [
        {
          kind: 'paragraph' as const,
          runs: [
            { part: 'Protection ', style: 'plain' as const },
            { part: 'first', style: 'strong' as const },
          ],
        },
      ],
    }
    const commentary = {
      editors: ['Hanako Sample', 'Taro Example'] as const,
      checksum: 'c'.repeat(64),
      parts: [{ place: { kind: 'chapter' as const, id: 'people' }, paragraphs }],
    }
    const document = strFromU8(unzipSync(bookDocx({ ...bookOfBundle(bundle), commentary }, 'en', () => null))['word/document.xml']!)
    const at = document.indexOf('Commentary by the editors')
    expect(
      document
        .slice(at)
        .replaceAll(/<[^>]*>/g, '')
        .startsWith('Commentary by the editorsProtection firstBy Hanako Sample and Taro Example'),
    ).toBe(true)
    expect(document.slice(at)).toMatch(/<w:b\/>.{0,120}first/)
    expect(document.slice(0, at).lastIndexOf('2　The people')).toBeGreaterThan(document.indexOf('Table 1.4'))
    expect(at).toBeLessThan(document.indexOf('Table 2.1'))
  })

  it('is refused with file, line and column, without a word of it, and nothing is written', async () => {
    const given = texts('wrong', { 'front.ja.md': '四十二件。', 'front.en.md': 'First\nthere were 42 unmistakable ones.' })
    const { code, said } = await book(given, 'refused', 'html')
    expect(code).toBe(1)
    for (const words of ['front.ja.md:1:1: a number', 'front.en.md:2:12: a number']) expect(said).toContain(words)
    expect(said).not.toMatch(/42|unmistakable|四十二/)
    expect(readdirSync(folder)).not.toContain('refused')
    expect((await book(at('nowhere'), 'refused', 'html')).said).toContain('names no folder of texts')
  })
})
