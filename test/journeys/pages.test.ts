/** Every page at its first sight: in both languages, narrow and wide, quiet, accessible, light, and neutral in its title. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { LANGUAGES } from '../../survey-schema/text.ts'
import { WORDS } from '../../web/frame/words.ts'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityFindings, watchedPage } from '../support/page.ts'
import { smallTargets } from './small-targets.ts'

/** px: a row of buttons, with a little room around it. */
const ONE_ROW = 64
const SIGHTS = ['/', '/questionnaire', '/import', '/explore', '/book', '/workbench', '/sign-in', '/setup', '/invitation', '/help'].flatMap(
  (path) => LANGUAGES.flatMap(({ id }) => [360, 1280].map((width) => ({ path, language: id, width }))),
)
/** Bytes of the first load as they travel, answers of the API left out; any other page may have `ANY_PAGE`. */
const HEAVIEST: Readonly<Record<string, number>> = {
  '/questionnaire': 150_000,
  '/': 90_000,
  '/explore?rows=citizenship@country': 150_000,
  '/book': 350_000,
  // With a map of the world, seen to its end.
  '/book?chapter=people': 350_000,
}
/** What is loaded only to draw a figure, by the name of the drawing library and what is made of it. */
const DRAWS = /\/assets\/(draw|install|bars|heat|label|createClip|shades|block-drawing|rolldown-runtime)/
/** Words that a glance at a window title must not show. */
const SUBJECT = /traffick|exploit|victim|survivor|人身|搾取|被害|売買/i

describe('every page', () => {
  const { url } = inject('demo')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  it.each(SIGHTS)(
    'P72 $path in $language at $width px has no accessibility finding, no sideways scrolling and the right language',
    async ({ path, language, width }) => {
      const { page, complaints, close } = await watchedPage(browser, { viewport: { width, height: 800 } })
      await page.goto(`${url}${path}?lang=${language}`, { waitUntil: 'networkidle' })
      await page.getByText(WORDS.fictional[language]).first().waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      expect(await accessibilityFindings(page)).toEqual([])
      expect(await smallTargets(page)).toEqual([])
      if (width === 360) {
        const rows = await page.locator('.frame-row').evaluate((row) => row.getBoundingClientRect().height)
        expect(rows).toBeLessThan(ONE_ROW)
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
      expect(complaints).toEqual([])
      await close()
    },
  )

  it('P71 no window title names the subject', async () => {
    const { page, close } = await watchedPage(browser)
    for (const { path, language } of SIGHTS) {
      await page.goto(`${url}${path}?lang=${language}`, { waitUntil: 'networkidle' })
      expect(await page.title()).not.toMatch(SUBJECT)
      expect(await page.title()).not.toBe('')
    }
    await close()
  })

  it('P72 pages weigh no more than a bad line carries: the form and explore 150 kB, the start page 90, any page 350', async () => {
    for (const [path, most] of Object.entries(HEAVIEST)) {
      const { page, close } = await watchedPage(browser)
      const weights: Promise<number>[] = []
      page.on('requestfinished', (request) => {
        const { pathname } = new URL(request.url())
        if (!pathname.startsWith('/api/') && !DRAWS.test(pathname))
          weights.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
      })
      await page.goto(`${url}${path}${path.includes('?') ? '&' : '?'}lang=ja`, { waitUntil: 'networkidle' })
      const sum = (await Promise.all(weights)).reduce((all, bytes) => all + bytes, 0)
      expect(weights.length).toBeGreaterThan(1)
      expect(sum, path).toBeLessThanOrEqual(most)
      expect(sum, path).toBeGreaterThan(10_000)
      await close()
    }
  })

  it('an address without a page has one, and public pages alone may be found by search engines', async () => {
    const mayBeFound = async (path: string) => {
      const response = await fetch(`${url}${path}`, { headers: { Accept: 'text/html' } })
      return [response.status, !/<meta name="robots" content="noindex"/.test(await response.text())]
    }
    for (const path of ['/', '/explore', '/book', '/workbench', '/help']) expect(await mayBeFound(path), path).toEqual([200, true])
    for (const path of [
      '/questionnaire',
      '/import',
      '/sign-in',
      '/account',
      '/administration',
      '/organisation',
      '/setup',
      '/invitation',
      '/embed',
    ])
      expect(await mayBeFound(path), path).toEqual([200, false])
    expect(await mayBeFound('/nowhere/at/all')).toEqual([404, false])
    const { page, close } = await watchedPage(browser)
    await page.goto(`${url}/nowhere/at/all`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    await close()
  })

  it('in a narrow window places and languages open below one row, and the language is changed there and stays', async () => {
    const { page, complaints, close } = await watchedPage(browser, { viewport: { width: 360, height: 800 } })
    await page.goto(`${url}/?lang=ja`)
    await page.getByRole('button', { name: WORDS.menu.ja, exact: true }).click()
    await page.getByRole('link', { name: WORDS.workbench.ja, exact: true }).first().waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    await page.getByRole('button', { name: WORDS.language.ja }).click()
    expect(await page.locator('.frame-places').isVisible()).toBe(false)
    expect(await smallTargets(page)).toEqual([])
    await page.getByRole('button', { name: 'English', exact: true }).click()
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    await page.goto(`${url}/explore`)
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    expect(complaints).toEqual([])
    await close()
  })
})
