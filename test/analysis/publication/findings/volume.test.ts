/** The findings volume of 40, 150 and 480 cases, and of two editions: true, short, and silent with a reason where nothing is well founded. */
import { beforeAll, describe, expect, it } from 'vitest'
import { PLAN } from '../../../../analysis/publication/book/plan/plan.ts'
import { CHAPTER_QUESTIONS, MAIN_POINT_ORDER } from '../../../../analysis/publication/findings/chapter-questions.ts'
import { candidatesOf, WELL_FOUNDED } from '../../../../analysis/publication/findings/lead.ts'
import { CHAPTER_LIMITS } from '../../../../analysis/publication/findings/limits.ts'
import type { Book } from '../../../../survey-schema/release/book.ts'
import type { Bundle } from '../../../../survey-schema/release/bundle.ts'
import type { Sentence } from '../../../../survey-schema/release/sentence.ts'
import { bookFor, bundleOf, twoBundles, withheldIn } from '../../../support/book.ts'
import { intervalOf, recomputed, releasedCells, tokensIn } from '../../../support/said-figures.ts'

let made: readonly { readonly bundles: readonly Bundle[]; readonly book: Book }[]
beforeAll(() => {
  const [first, second] = twoBundles()
  const small = [bundleOf({ cases: 40, seed: 1 }), bundleOf({ cases: 150, seed: 3 }), first]
  made = [
    ...small.map((bundle) => ({ bundles: [bundle], book: bookFor(bundle) })),
    { bundles: [first, second], book: bookFor(second, [first]) },
  ]
})

const wordsOf = ({ findings }: Book): readonly Sentence[] => [
  ...findings.mainPoints.map(({ sentence }) => sentence),
  ...findings.chapters.flatMap(({ finding, figures, sentences }) => [
    ...(finding ? [finding.headline, finding.sentence] : []),
    ...figures.map(({ title }) => title),
    ...sentences.map(({ sentence }) => sentence),
  ]),
]

describe('the findings volume', () => {
  it('has every chapter of the plan, with its question, its limits, and a finding or the reason why there is none', () => {
    for (const { book } of made) {
      expect(book.findings.chapters.map(({ id }) => id)).toEqual(PLAN.map(({ id }) => id))
      for (const { finding, silent, question, limits, sentences, figures } of book.findings.chapters) {
        expect(finding === null).toBe(silent !== null)
        expect([limits.length > 0, question.en.endsWith('?'), question.ja.endsWith('か。')]).toEqual([true, true, true])
        expect([sentences.length <= 3, figures.length <= 2]).toEqual([true, true])
      }
    }
    const led = made.map(({ book }) => book.findings.chapters.filter(({ finding }) => finding !== null).length)
    expect(led[0]).toBeLessThan(led[2]!)
    expect(led[2]).toBe(13)
    const few = made[0]!.book.findings.chapters.filter(({ finding, sentences }) => finding === null && sentences.length > 0)
    expect(few.length).toBeGreaterThan(8)
    expect(few[0]!.silent!.en).toContain('No base has 50 cases')
  })

  it('has no number but those of the released cells that it names', () => {
    let tokens = 0
    for (const { bundles, book } of made) {
      const cellsOf = releasedCells(bundles)
      for (const words of wordsOf(book))
        for (const token of tokensIn(words)) {
          expect(recomputed(token, cellsOf), words.en).toBe(token.figure)
          tokens++
        }
    }
    expect(tokens).toBeGreaterThan(500)
  })

  it('leads with shares that are well founded by the stated rule', () => {
    for (const { bundles, book } of made) {
      const noise = bundles[0]!.manifest.policy.noise?.v ?? 0
      for (const { finding } of book.findings.chapters) {
        if (finding?.kind !== 'share') continue
        const [base, part] = ['base', 'count'].map((kind) => tokensIn(finding.sentence).find((token) => token.kind === kind)!.figure)
        const [low, high] = intervalOf(part!, base!, noise * bundles.length)
        expect(base).toBeGreaterThanOrEqual(WELL_FOUNDED.smallestBase)
        expect((Math.ceil(high) - Math.floor(low)) / 2).toBeLessThanOrEqual(WELL_FOUNDED.widestHalf)
        const rounded = tokensIn(finding.headline).find(({ kind }) => kind === 'rounded')!
        expect(rounded.cells).toEqual(tokensIn(finding.sentence).find(({ kind }) => kind === 'count')!.cells)
      }
    }
  })

  it('takes the largest share of the first question that has one, not the most striking', () => {
    const { bundles, book } = made[2]!
    for (const chapter of book.chapters) {
      const { shares, changes, differences } = candidatesOf(chapter, bundles[0]!.manifest.policy)
      const { finding } = book.findings.chapters.find(({ id }) => id === chapter.id)!
      expect(finding?.sentence.en).toBe((shares[0] ?? changes[0] ?? differences[0])?.sentence.en)
    }
    const [control] = book.chapters.flatMap(({ tables }) => tables).filter(({ number }) => number === '7.1')
    const { finding } = book.findings.chapters.find(({ id }) => id === 'exploitation')!
    expect(finding).toMatchObject({ table: control!.number, kind: 'share' })
    expect(finding!.headline.en).toMatch(/reported cases involved sexual exploitation$/)
  })

  it('draws the block that a title speaks of', () => {
    for (const { book } of made) {
      const tables = book.chapters.flatMap((chapter) => chapter.tables)
      for (const { figures } of book.findings.chapters)
        for (const { table, figure, title } of figures) {
          const { figures: drawn, blocks } = tables.find(({ number }) => number === table)!
          const [block] = drawn.find(({ id }) => id === figure)!.draws
          const found = blocks.find(({ id }) => id === block)!
          const named = new Set(tokensIn(title).flatMap(({ cells }) => cells.map((cell) => `${cell.slice}/${cell.table}`)))
          if (found.kind === 'table' && named.size > 0) expect([...named]).toEqual([`${found.table.slice}/${found.table.id}`])
        }
    }
  })

  it('has at most six main points, one short sentence each, in the order of the book', () => {
    for (const { book } of made) {
      const { mainPoints } = book.findings
      expect(mainPoints.length).toBeLessThanOrEqual(6)
      expect(mainPoints.map(({ chapter }) => chapter)).toEqual(mainPoints.map(({ chapter }) => chapter).sort((a, b) => a - b))
      for (const { sentence, chapter } of mainPoints) {
        expect(sentence.en.split(' ').length).toBeLessThanOrEqual(25)
        expect([...sentence.ja].length).toBeLessThanOrEqual(60)
        expect(sentence.en.match(/\.(\s|$)/g)).toHaveLength(1)
        expect(sentence.ja.match(/。/g)).toHaveLength(1)
        expect(MAIN_POINT_ORDER).toContain(PLAN.find(({ number }) => number === chapter)!.id)
      }
    }
    expect(made[2]!.book.findings.mainPoints).toHaveLength(6)
  })

  it('says why where everything is withheld, and names nothing', () => {
    const { findings } = bookFor(withheldIn(made[2]!.bundles[0]!))
    expect(findings.mainPoints).toEqual([])
    for (const { finding, silent, figures, sentences } of findings.chapters) {
      expect([finding, figures, sentences]).toEqual([null, [], []])
      expect(silent!.en).toMatch(/withheld|counts no cases|people who share|shared by/)
    }
  })

  it('asks questions and states limits for every chapter, without a figure, before any figure was there', () => {
    const ids = PLAN.map(({ id }) => id)
    expect(Object.keys(CHAPTER_QUESTIONS)).toEqual(ids)
    expect(Object.keys(CHAPTER_LIMITS)).toEqual(ids)
    for (const { ja, en } of Object.values(CHAPTER_LIMITS).flat()) {
      expect(`${ja}${en}`).not.toMatch(/\d/)
      expect(ja).toMatch(/。$/)
      for (const one of en.split(/(?<=[.;:]) /)) expect(one.split(' ').length, one).toBeLessThanOrEqual(25)
    }
    for (const [id, { answeredBy }] of Object.entries(CHAPTER_QUESTIONS)) {
      const counted = PLAN.find((chapter) => chapter.id === id)!
        .tables.flatMap(({ blocks }) => blocks)
        .flatMap((block) => (block.kind === 'table' ? [block.rows, ...(block.columns ? [block.columns] : [])] : []))
      for (const name of answeredBy)
        expect(
          counted.some((one) => one === name || one.startsWith(`${name}@`)),
          `${id} ${name}`,
        ).toBe(true)
    }
  })
})
