/** A reader opens the book: contents, every chapter, fact sheets. Each drawing has words and a table beside it, and no number that was not published. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { PLAN } from '../../analysis/publication/book/plan/plan.ts'
import { WORDS } from '../../web/book/words.ts'
import { DRAW_ALL } from '../../web/figures/draw-all.ts'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityFindings, watchedPage } from '../support/page.ts'

/** Every chapter once, in turn in Japanese on a desk and in English on a telephone. */
const SIGHTS = PLAN.map(({ id }, place) => ({ chapter: id, language: place % 2 === 0 ? 'ja' : 'en', width: place % 2 === 0 ? 1280 : 360 }))

/** Numbers that stand alone or at the end of a label. */
const numbers = (texts: readonly string[]) =>
  texts.flatMap((text) => /(?:^|\s)([\d,]+)$/.exec(text)?.[1] ?? []).map((text) => Number(text.replaceAll(',', '')))

interface Drawn {
  readonly alt: string
  readonly width: number
  readonly src: string
  /** Figures in the tables of the same block. */
  readonly beside: readonly string[]
  /** Names of lines: the drawing breaks them, and a part of one may end in a number. */
  readonly labels: readonly string[]
}

/** Every figure of the page once it is drawn, with the table that stands beside it. */
const drawnOn = (page: Page) =>
  page.locator('.book-block figure').evaluateAll((figures) =>
    figures.map((figure): Drawn => {
      const { alt, naturalWidth: width, src } = figure.querySelector('img') as HTMLImageElement
      const block = figure.closest('.book-block')
      const texts = (found: NodeListOf<Element> | undefined) => [...(found ?? [])].map((one) => one.firstChild?.textContent ?? '')
      // A share stands in the same cell, below the figure.
      return { alt, width, src, beside: texts(block?.querySelectorAll('td.figure')), labels: texts(block?.querySelectorAll('th')) }
    }),
  )

/** Words and numbers written into a picture. It is read here and not in the page, whose policy would stop its inline styles. */
const writtenIn = (src: string) =>
  [...decodeURIComponent(src.slice(src.indexOf(',') + 1)).matchAll(/<(text|tspan|title|desc)\b[^>]*>([^<]*)</g)].map((match) =>
    (match[2] ?? '').trim(),
  )

/** As before printing: what is not near is drawn when it is reached. */
const allDrawn = async (page: Page) => {
  await page.evaluate((event) => window.dispatchEvent(new Event(event)), DRAW_ALL)
  await page.waitForFunction(() => [...document.querySelectorAll('figure.drawn')].every((figure) => figure.querySelector('img')))
}

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

describe('the book', () => {
  const { url } = inject('demo')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  it.each(SIGHTS)(
    'P80 chapter $chapter in $language at $width px: drawings with words, tables beside them, and the same numbers in both',
    async ({ chapter, language, width }) => {
      const { page, complaints, close } = await watchedPage(browser, { viewport: { width, height: 900 } })
      await page.goto(`${url}/book?chapter=${chapter}&lang=${language}`, { waitUntil: 'networkidle' })
      const planned = PLAN.find(({ id }) => id === chapter)!
      await page.waitForFunction((count) => document.querySelectorAll('article.book-table').length === count, planned.tables.length)
      expect(await page.locator('.book-finding .book-question').count()).toBe(1)
      await allDrawn(page)
      const drawn = await drawnOn(page)
      for (const { alt, width: wide, src, beside, labels } of drawn) {
        expect(alt).not.toBe('')
        expect(wide, alt).toBeGreaterThan(0)
        const published = [
          ...numbers(beside),
          ...labels.flatMap((label) => label.match(/\d[\d,]*/g) ?? []).map((text) => Number(text.replaceAll(',', ''))),
        ]
        expect(
          numbers(writtenIn(src)).filter((figure) => !published.includes(figure)),
          alt,
        ).toEqual([])
      }
      expect(await fits(page)).toBe(true)
      expect(await accessibilityFindings(page)).toEqual([])
      expect(complaints).toEqual([])
      await close()
    },
  )

  it('opens with its main points and its contents, and leads from a fact sheet to the table of a figure', async () => {
    const { page, complaints, close } = await watchedPage(browser, { viewport: { width: 360, height: 900 } })
    await page.goto(`${url}/book?lang=ja`, { waitUntil: 'networkidle' })
    await page.waitForSelector('.book-chapter-list')
    expect(await page.locator('.book-chapter-list h3').count()).toBe(14)
    expect(await page.locator('.book-chapter-list ul a').count()).toBe(PLAN.flatMap(({ tables }) => tables).length)
    const points = await page.locator('.book-points li').count()
    expect([points > 0, points <= 6]).toEqual([true, true])
    expect(await page.locator('.book-points li strong').count()).toBeGreaterThanOrEqual(points)
    expect(await page.locator('.book-headline').count()).toBeGreaterThan(5)
    expect(
      await page.evaluate(() => document.querySelector('.book-points')!.compareDocumentPosition(document.querySelector('.book-contents')!)),
    ).toBe(4)
    expect(await fits(page)).toBe(true)
    expect(await accessibilityFindings(page)).toEqual([])
    await page.goto(`${url}/book?chapter=sheets&lang=ja`, { waitUntil: 'networkidle' })
    await page.waitForSelector('article.sheet')
    expect(await page.locator('article.sheet').count()).toBeGreaterThanOrEqual(4)
    expect(await fits(page)).toBe(true)
    expect(await accessibilityFindings(page)).toEqual([])
    const [number] = (await page.locator('.sheet-headline a').first().textContent())!.match(/[\d.]+/)!
    await page.locator('.sheet-headline a').first().click()
    await page.waitForSelector(`#table-${number.replace('.', '-')}`)
    expect(complaints).toEqual([])
    await close()
  })

  it('is printed without menus, each table with its notes', async () => {
    const { page, close } = await watchedPage(browser)
    await page.goto(`${url}/book?chapter=contact&lang=ja`, { waitUntil: 'networkidle' })
    await page.waitForSelector('article.book-table')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.book-menu').isVisible()).toBe(false)
    expect(await page.locator('.table-notes').first().isVisible()).toBe(true)
    // What was not drawn in time is said; where all is drawn nothing is.
    const missing = page.getByText(WORDS.notDrawn.ja)
    expect(await missing.isVisible()).toBe(true)
    await allDrawn(page)
    expect(await missing.isVisible()).toBe(false)
    await close()
  })
})
