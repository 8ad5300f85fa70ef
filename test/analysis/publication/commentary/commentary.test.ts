/** Commentary of editors: laid out as it may be, with released figures alone; whatever is wrong is refused with its place. */
import { beforeAll, describe, expect, it } from 'vitest'
import { POLICY_V2 } from '../../../../analysis/policy/policy.ts'
import { type CommentaryFound, commentaryOf } from '../../../../analysis/publication/commentary/commentary.ts'
import { type IdentifierDetector, loadIdentifierDetector } from '../../../../survey-schema/identifiers/detect.ts'
import type { Commentary } from '../../../../survey-schema/release/commentary.ts'
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import { sha256 } from '../../../support/book.ts'
import { axisOf, blockOf, chapterOf } from '../../../support/drawn-table.ts'
import { recomputed } from '../../../support/said-figures.ts'

const shown = (figure: number): ReleasedCell => ({ status: 'shown', figure })
const axes = [axisOf('means_of_control@ctdc8', false, 2), axisOf('gender@list', false, 2)] as const
/** Debt and threats by women and men; debt of men is withheld. */
const crosstab = blockOf(axes, [
  shown(51),
  { status: 'withheld' },
  shown(5),
  shown(6),
  shown(60),
  shown(33),
  shown(12),
  ...Array<ReleasedCell>(3).fill(shown(9)),
  ...Array<ReleasedCell>(10).fill(shown(7)),
  shown(103),
  shown(61),
  shown(0),
  shown(0),
  shown(164),
])
const single = blockOf([axisOf('gender@list', true, 2)], [shown(103), shown(61), shown(164)])
const chapter = { ...chapterOf('exploitation', crosstab, single), number: 7 }
const book = { chapters: [chapter] }

let detector: IdentifierDetector
beforeAll(async () => {
  detector = await loadIdentifierDetector()
})

const EDITORS = 'Hanako Sample\nTaro Example\n'
const read = (files: Readonly<Record<string, string>>): CommentaryFound =>
  commentaryOf(new Map(Object.entries({ 'editors.txt': EDITORS, ...files })), { book, policy: POLICY_V2, detector, checksum: sha256 })
const found = (files: Readonly<Record<string, string>>): Commentary => {
  const one = read(files)
  if (!('commentary' in one)) throw new Error(JSON.stringify(one))
  return one.commentary
}
/** Of a text in one language, beside one in the other that is right. */
const troubles = (markdown: string, language: 'ja' | 'en' = 'en') => {
  const one = read({
    [`front.${language}.md`]: markdown,
    [`front.${language === 'en' ? 'ja' : 'en'}.md`]: language === 'en' ? '説明。' : 'Words.',
  })
  return 'troubles' in one ? one.troubles.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`) : []
}

describe('commentary', () => {
  it('has paragraphs, lists and emphasis in both languages, at front, chapters and fact sheets', () => {
    const { parts, editors } = found({
      'front.ja.md': '**はじめに**言う。\n\n- 支援\n- 保護',
      'front.en.md': 'We *ask* for\nprotection.\n\n- support\n- shelter',
      'chapter-7.ja.md': '説明。',
      'chapter-7.en.md': 'Words.',
      'fact-sheet-debt.ja.md': '説明。',
      'fact-sheet-debt.en.md': 'Words.',
    })
    expect(editors).toEqual(['Hanako Sample', 'Taro Example'])
    expect(parts.map(({ place }) => place)).toEqual([
      { kind: 'chapter', id: 'exploitation' },
      { kind: 'fact-sheet', id: 'debt' },
      { kind: 'front' },
    ])
    const front = parts[2]!.paragraphs
    expect(front.en).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { part: 'We ', style: 'plain' },
          { part: 'ask', style: 'emphasis' },
          { part: ' for\nprotection.', style: 'plain' },
        ],
      },
      { kind: 'list-item', runs: [{ part: 'support', style: 'plain' }] },
      { kind: 'list-item', runs: [{ part: 'shelter', style: 'plain' }] },
    ])
    expect(front.ja[0]!.runs[0]).toEqual({ part: 'はじめに', style: 'strong' })
  })

  it('has for every reference the released figure, in whichever order the lines are named', () => {
    const text =
      'Debt held {{1.1 debt_earnings×woman}} of {{1.1 woman×total}}, {{1.1 woman × debt_earnings %}}, and {{1.1 gender:man}} were men.'
    const tokens = found({
      'front.en.md': text,
      'front.ja.md': '{{1.1 debt_earnings×woman}}件。',
    }).parts[0]!.paragraphs.en[0]!.runs.flatMap(({ part }) => (typeof part === 'string' ? [] : [part]))
    expect(tokens.map(({ figure }) => figure)).toEqual([51, 103, 50, 61])
    for (const token of tokens)
      expect(recomputed(token, (_, table) => (table === single.table.id ? single : crosstab).table.cells)).toBe(token.figure)
  })

  it('has a checksum of its own, which one other word changes', () => {
    const files = { 'front.ja.md': '説明。', 'front.en.md': 'Words.' }
    expect(found(files).checksum).toMatch(/^[0-9a-f]{64}$/)
    expect(found(files).checksum).toBe(found(files).checksum)
    expect(found({ ...files, 'front.en.md': 'Other words.' }).checksum).not.toBe(found(files).checksum)
  })
})

describe('a reference is refused', () => {
  it.each([
    ['{{1.1 debt_earnings×man}}', 'withheld'],
    ['{{1.1 debt_earnings×man %}}', 'withheld'],
    ['{{1.1 debt×woman}}', 'reference'],
    ['{{9.9 woman}}', 'reference'],
    ['{{1.1 woman×woman}}', 'reference'],
    ['{{1.1@other woman}}', 'reference'],
    ['{{woman}}', 'reference'],
    ['{{1.1 woman', 'reference'],
    ['{n:51}', 'reference'],
  ])('%s: %s', (words, rule) => {
    expect(troubles(`Some words\nand ${words}.`)[0]).toBe(`front.en.md:2:5 ${rule}`)
  })

  it('where two questions of the table have the line, unless the variable is named', () => {
    const other = { ...blockOf([axisOf('minor_when_exploited@list', true)], [shown(20), shown(80)]), caption: { ja: '別', en: 'other' } }
    const again = { ...blockOf([axisOf('retrafficked@list', true)], [shown(90)]), caption: { ja: '再', en: 'again' } }
    const files = (words: string) =>
      new Map([
        ['editors.txt', EDITORS],
        ['front.en.md', words],
        ['front.ja.md', '説明。'],
      ])
    const context = { book: { chapters: [chapterOf('return', other, again)] }, policy: POLICY_V2, detector, checksum: sha256 }
    expect(commentaryOf(files('{{1.1 no}}'), context)).toMatchObject({ troubles: [{ rule: 'ambiguous' }] })
    expect(commentaryOf(files('{{1.1 minor_when_exploited:no}}'), context)).toHaveProperty('commentary')
  })
})

describe('a number that is no reference is refused with its place', () => {
  it.each([
    ['en', 'It was 51.', 8],
    ['en', 'It was ５１.', 8],
    ['en', 'It was ٥١.', 8],
    ['en', 'It was ½.', 8],
    ['en', 'It was ④.', 8],
    ['en', 'It was fifty-one.', 8],
    ['en', 'It was ｆｉｆｔｙ.', 8],
    ['en', 'It was XII.', 8],
    ['en', 'It was two-thirds.', 8],
    ['en', 'It was dozens.', 8],
    ['en', 'It was half.', 8],
    ['en', 'It was &#53;.', 8],
    ['en', 'It was fi**ft**y.', 8],
    ['en', 'It was twice that.', 8],
    ['en', 'It was a lot, in percent.', 18],
    ['ja', 'それは五十一件だった。', 4],
    ['ja', 'それは51件だった。', 4],
    ['ja', 'それは半数だった。', 4],
    ['ja', 'それはふたりだった。', 4],
    ['ja', 'それは〇だった。', 4],
    ['ja', 'それは㍘だった。', 4],
    ['ja', 'それは数十件だった。', 5],
    ['ja', 'それは三割だった。', 4],
  ] as const)('%s: %s', (language, text, column) => {
    expect(troubles(text, language)[0]).toBe(`front.${language}.md:1:${column} number`)
  })

  it('on the second line of the second paragraph', () => {
    expect(troubles('One word\n\nand again\nit was 7.')).toEqual(['front.en.md:1:1 number', 'front.en.md:4:8 number'])
  })

  it('but not years, articles and tables that are marked, nor words that only hold a numeral', () => {
    expect(troubles('Since {y:2004}, Article {art:6} and Table {t:1.1}; no one, third parties.')).toEqual([])
    expect(troubles('{y:2004}年以降、第{art:6.3}条と表{t:1.1}。一般に、第三者が十分に役割を果たす割合。', 'ja')).toEqual([])
  })

  it('and marked numbers count nothing', () => {
    expect(troubles('Since {y:2004} cases.')).toEqual(['front.en.md:1:7 number'])
    expect(troubles('{art:51}件だった。', 'ja')).toEqual(['front.ja.md:1:1 number'])
    for (const mark of ['{y:51}', '{y:3004}', '{t:9.9}', '{art:0}']) expect(troubles(`See ${mark}.`)).toEqual(['front.en.md:1:5 reference'])
  })
})

describe('what else is refused', () => {
  it.each([
    ['# Heading', 1],
    ['[link](https://example.org)', 1],
    ['words <b>bold</b>', 7],
    ['![picture](a.png)', 1],
    ['> quoted', 1],
    ['`code`', 1],
    ['words\n\n---', 1],
    ['- a\n  - b', 3],
  ])('%s', (text, column) => {
    expect(troubles(text).some((one) => one.endsWith(`:${column} element`))).toBe(true)
  })

  it.each([
    ['en', 'Write to someone@example.org today.'],
    ['en', 'Ms. Santos told us so.'],
    ['ja', '山田さんは言った。'],
    ['ja', '住所：東京都新宿区。'],
  ] as const)('persons: %s %s', (language, text) => {
    expect(troubles(text, language).some((one) => one.endsWith(' identifier'))).toBe(true)
  })

  it('nor are supporters, patients and countries persons', () => {
    expect(troubles('患者さんや支援者の皆さんに感謝する。タイ、日本、フィリピン。', 'ja')).toEqual([])
    expect(troubles('We thank the embassies of Thailand and the Philippines.')).toEqual([])
  })

  it('characters that nobody sees, and letters of other scripts', () => {
    expect(troubles('fo\u200bur')).toEqual(['front.en.md:1:3 character'])
    expect(troubles('f\u043eur')).toEqual(['front.en.md:1:2 character'])
  })

  it('texts without their other language, files that are no place, editors who are not two', () => {
    const wrong = (files: Readonly<Record<string, string>>) => {
      const one = read(files)
      return 'troubles' in one ? one.troubles.map(({ file, rule }) => `${file} ${rule}`) : []
    }
    expect(wrong({ 'front.en.md': 'Words.' })).toEqual(['front.ja.md language'])
    expect(wrong({ 'front.en.md': 'Words.', 'front.ja.md': ' ' })).toEqual(['front.ja.md language'])
    for (const name of ['chapter-8.en.md', 'fact-sheet-weather.en.md', 'notes.md', '../front.en.md'])
      expect(wrong({ [name]: 'Words.' })).toContain(`${name} place`)
    for (const editors of ['', 'One', 'One\nOne', 'One\nTwo\nThree'])
      expect(wrong({ 'editors.txt': editors })).toEqual(['editors.txt editors'])
  })
})
