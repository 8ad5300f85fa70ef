/** A reader opens the three chapters: each figure has words and a table beside it, and holds no number that was not published. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { CHAPTERS } from '../../web/book/chapters.ts'
import { LANGUAGES } from '../../web/language/text.ts'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityFindings, watchedPage } from '../support/page.ts'

const SIGHTS = CHAPTERS.flatMap((chapter) => LANGUAGES.map(({ id }) => ({ chapter: chapter.id, language: id })))

/** Numbers that stand alone or at the end of a label. */
const numbers = (texts: readonly string[]) =>
  texts.flatMap((text) => /(?:^|\s)([\d,]+)$/.exec(text)?.[1] ?? []).map((text) => Number(text.replaceAll(',', '')))

interface Drawn {
  readonly alt: string
  readonly width: number
  readonly src: string
  /** Figures in the table of the same article. */
  readonly beside: readonly string[]
}

/** Every figure of the page once it is drawn, with the table that stands beside it. */
const drawnOn = (page: Page) =>
  page.locator('article').evaluateAll((articles) =>
    articles.map((article): Drawn => {
      const { alt, naturalWidth: width, src } = article.querySelector('figure img') as HTMLImageElement
      return { alt, width, src, beside: [...article.querySelectorAll('td.figure')].map((cell) => cell.textContent ?? '') }
    }),
  )

/** Words and numbers written into a picture. It is read here and not in the page, whose policy would stop its inline styles. */
const writtenIn = (src: string) =>
  [...decodeURIComponent(src.slice(src.indexOf(',') + 1)).matchAll(/<(text|tspan|title|desc)\b[^>]*>([^<]*)</g)].map((match) =>
    (match[2] ?? '').trim(),
  )

describe('the book', () => {
  const { url } = inject('demo')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  it.each(SIGHTS)(
    'P80 chapter $chapter in $language: figures with words, tables beside them, and the same numbers in both',
    async ({ chapter, language }) => {
      const { page, complaints, close } = await watchedPage(browser)
      await page.goto(`${url}/book?chapter=${chapter}&lang=${language}`, { waitUntil: 'networkidle' })
      const wanted = CHAPTERS.find(({ id }) => id === chapter)
      const articles = (wanted?.tables.length ?? 0) + (wanted?.tree ? 1 : 0)
      await page.waitForFunction((count) => document.querySelectorAll('article figure img').length === count, articles)
      const drawn = await drawnOn(page)
      for (const { alt, width, src, beside } of drawn) {
        const written = writtenIn(src)
        expect(alt).not.toBe('')
        expect(width, alt).toBeGreaterThan(0)
        expect(beside.length, alt).toBeGreaterThan(0)
        const published = numbers(beside)

        expect(
          numbers(written).filter((figure) => !published.includes(figure)),
          alt,
        ).toEqual([])
      }
      expect(drawn.flatMap(({ src }) => numbers(writtenIn(src))).length).toBeGreaterThan(0)
      expect(await accessibilityFindings(page)).toEqual([])
      expect(complaints).toEqual([])
      await close()
    },
  )
})
