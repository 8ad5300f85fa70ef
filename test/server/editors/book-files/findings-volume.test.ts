/** The findings volume as files: at most 16 pages, main points first, each drawing with its text, and no number but those of the book's findings. */
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { BOOK_WORDS } from '../../../../analysis/publication/formats/book-words.ts'
import { findingsImprint } from '../../../../analysis/publication/formats/findings-imprint.ts'
import { bySpeaking, namedFigures } from '../../../../analysis/publication/formats/findings-words.ts'
import { findingsDocx } from '../../../../analysis/publication/formats/office/findings-docx.ts'
import { findingsHtml } from '../../../../server/editors/book-files/findings-html.ts'
import type { Book } from '../../../../survey-schema/release/book.ts'
import type { CommentaryPlace } from '../../../../survey-schema/release/commentary.ts'
import type { PlacedSentence } from '../../../../survey-schema/release/findings.ts'
import { numeral } from '../../../../survey-schema/text.ts'
import { bookOfBundle, filesOf } from '../../../support/book-files.ts'
import { makeEdition } from '../../../support/edition.ts'
import { textsIn } from '../../../support/file-text.ts'
import { partsIn, type TaggedPart, taggedPdf } from '../../../support/pdf-structure.ts'

let book: Book
let files: ReadonlyMap<string, Uint8Array>
beforeAll(async () => {
  book = bookOfBundle(makeEdition({ cases: 160, seed: 5 }).bundle)
  files = await filesOf(book, ['findings', 'findings-html'])
}, 300_000)

const pdfOf = (language: string) => files.get(`findings.${language}.pdf`)!
const kinds = (parts: readonly TaggedPart[]) => parts.map(({ kind }) => kind).filter((kind) => /^H\d$/.test(kind))

describe.each(['ja', 'en'] as const)('the findings volume as PDF: %s', (language) => {
  it('has at most 16 pages of A4', () => {
    const text = Buffer.from(pdfOf(language)).toString('latin1')
    const pages = text.match(/\/Type \/Page\b(?!s)/g) ?? []
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.length).toBeLessThanOrEqual(16)
    expect(text).toMatch(/\/MediaBox \[0 0 595\.\d+ 841\.\d+\]/)
  })

  it('is read in this order: main points, each chapter with its finding and its limits, chapters without one, the rule', () => {
    const { speaking, silent } = bySpeaking(book.findings)
    expect([speaking.length > 5, silent.length > 0, book.findings.mainPoints.length > 0]).toEqual([true, true, true])
    const { accessible, titleShown, root, language: said } = taggedPdf(pdfOf(language))
    expect([accessible, titleShown, said]).toEqual(['1', true, language === 'ja' ? 'ja-JP' : 'en-GB'])
    expect(kinds(partsIn(root))).toEqual([
      'H1',
      ...speaking.flatMap(() => ['H1', 'H2', 'H3']),
      ...['H1', ...silent.map(() => 'H2')],
      ...['H1', 'H1'],
    ])
  })

  it('reads each drawing out by the figures of its table, one or two to a chapter', () => {
    const alternatives = partsIn(taggedPdf(pdfOf(language)).root).flatMap(({ kind, alternative }) =>
      kind === 'Figure' ? [alternative] : [],
    )
    const { speaking } = bySpeaking(book.findings)
    const planned = speaking.map((chapter) => namedFigures(book, chapter).map(({ figure }) => figure.alternative[language]))
    expect(alternatives.length).toBeGreaterThan(5)
    expect(planned.flat().filter((words) => alternatives.includes(words))).toEqual(alternatives)
    for (const [first] of planned.filter(({ length }) => length > 0)) expect(alternatives).toContain(first)
  })
})

/** Every sentence of the volume: of main points, of findings, and beside them. */
const sentencesOf = ({ findings }: Book): readonly PlacedSentence[] => [
  ...findings.mainPoints,
  ...findings.chapters.flatMap(({ finding, sentences }) => [...(finding ? [finding] : []), ...sentences]),
]
const tokensOf = (placed: PlacedSentence, language: 'ja' | 'en') =>
  placed.sentence.parts[language].flatMap((part) =>
    typeof part === 'string' || part.kind === 'rounded' ? [] : [part.kind === 'share' ? `${part.figure}%` : numeral(part.figure)],
  )
const numbersIn = (text: string) => text.match(/\d[\d,.]*(?<![,.])/g) ?? []

describe.each(['ja', 'en'] as const)('the findings volume as HTML: %s', (language) => {
  const html = () => Buffer.from(files.get('findings.html')!).toString()

  it('shows as figures those of its sentences, in their order, and no other number that the findings do not have', () => {
    const one = findingsHtml(book, [language], { bare: () => null, narrow: () => null, across: () => null, alone: () => null }, 'book.html')
    const shown = [...one.matchAll(/<strong>(\d.*?)<\/strong>/g)].map(([, text]) => text)
    expect(shown).toEqual(sentencesOf(book).flatMap((placed) => tokensOf(placed, language)))
    const known = new Set(
      [
        JSON.stringify(book.findings),
        JSON.stringify(book.chapters.map(({ number, tables }) => [number, tables.map((table) => table.number)])),
        ...findingsImprint(book.imprint).flatMap(([, value]) => JSON.stringify(value)),
        JSON.stringify(BOOK_WORDS),
        ...sentencesOf(book).map(({ sentence }) => sentence[language]),
      ].flatMap(numbersIn),
    )
    expect(
      textsIn('findings.html', Buffer.from(one))
        .flatMap(({ text }) => numbersIn(text))
        .filter((number) => !known.has(number)),
    ).toEqual([])
  })

  it('skips no level of heading, and every drawing has its text', () => {
    const levels = [...html().matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
    expect([levels[0], levels.filter((level) => level === 1)]).toEqual([1, [1]])
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1)
    const { speaking } = bySpeaking(book.findings)
    const planned = new Set(speaking.flatMap((chapter) => namedFigures(book, chapter).map(({ figure }) => figure.alternative[language])))
    const read = textsIn('findings.html', files.get('findings.html')!)[0]!.text
    expect([...planned].filter((words) => read.includes(words)).length).toBe(
      (html().match(new RegExp(`<img lang="${language}"`, 'g')) ?? []).length,
    )
  })

  it('leads nowhere but to its own parts and to tables of the book', () => {
    const places = new Set([...html().matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    for (const [, address] of html().matchAll(/href="([^"]+)"/g))
      expect(
        address!.startsWith('#') ? places.has(address!.slice(1)) : /^fictional_data-book_[\w.-]+\.html#table-\d+-\d+-all$/.test(address!),
        address,
      ).toBe(true)
  })
})

describe('the findings volume as Word', () => {
  const image = { svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', png: new Uint8Array([137, 80, 78, 71]), width: 720, height: 500 }

  it('has every sentence, and its drawings as SVG with PNG beside, each with its text', () => {
    const word = findingsDocx(book, 'en', () => image)
    const text = strFromU8(unzipSync(word)['word/document.xml']!)
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/&(?:apos|#39);/g, "'")
    for (const { sentence } of sentencesOf(book)) expect(text).toContain(sentence.en)
    const planned = bySpeaking(book.findings).speaking.flatMap((chapter) => namedFigures(book, chapter))
    const parts = Object.keys(unzipSync(word))
    for (const ending of ['svg', 'png']) expect(parts.filter((part) => part.endsWith(ending))).toHaveLength(planned.length)
    const described = textsIn('findings.docx', word)
      .map((part) => part.text)
      .join('')
    for (const { figure } of planned) expect(described).toContain(figure.alternative.en)
  })
})

describe('commentary in the findings volume', () => {
  const place = (at: CommentaryPlace) => ({ place: at, paragraphs: { ja: [], en: [paragraph(`of ${'id' in at ? at.id : at.kind}`)] } })
  const paragraph = (part: string) => ({ kind: 'paragraph' as const, runs: [{ part, style: 'plain' as const }] })

  it('stands after the main points, after the finding of its chapter, and where a chapter has none', async () => {
    const { speaking, silent } = bySpeaking(book.findings)
    const places = [{ kind: 'front' }, ...[speaking[0]!, silent[0]!].map(({ id }) => ({ kind: 'chapter', id }))] as const
    const with_: Book = {
      ...book,
      commentary: {
        editors: ['Hanako Sample', 'Taro Example'],
        checksum: 'c'.repeat(64),
        parts: places.map((one) => place(one as CommentaryPlace)),
      },
    }
    const none = () => null
    const html = findingsHtml(with_, ['en'], { bare: none, narrow: none, across: none, alone: none }, 'book.html')
    const word = strFromU8(unzipSync(findingsDocx(with_, 'en', none))['word/document.xml']!).replaceAll(/<[^>]*>/g, '')
    for (const text of [html.replaceAll(/<[^>]*>/g, ''), word]) {
      const at = ['of front', speaking[0]!.finding.headline.en, `of ${speaking[0]!.id}`, silent[0]!.silent!.en, `of ${silent[0]!.id}`].map(
        (words) => text.lastIndexOf(words),
      )
      expect(at).not.toContain(-1)
      expect(at).toEqual([...at].sort((a, b) => a - b))
    }
  })
})
