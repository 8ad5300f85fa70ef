/** Every page at its first sight: in both languages, narrow and wide, quiet, accessible, light, and neutral in its title. */
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { LANGUAGES } from '../../survey-schema/text.ts'
import { WORDS } from '../../web/frame/words.ts'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityFindings, watchedPage } from '../support/page.ts'

const SIGHTS = ['/', '/questionnaire', '/import', '/explore', '/book', '/workbench', '/sign-in', '/setup', '/invitation'].flatMap((path) =>
  LANGUAGES.flatMap(({ id }) => [360, 1280].map((width) => ({ path, language: id, width }))),
)
/** Bytes of the first form, compressed. */
const HEAVIEST_FORM = 150 * 1024
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

  it('P72 the first form weighs at most 150 kB, compressed', async () => {
    const { page, close } = await watchedPage(browser)
    const weights: number[] = []
    page.on('response', async (response) => {
      const { pathname } = new URL(response.url())
      if (!pathname.startsWith('/api/') && response.ok()) weights.push(gzipSync(await response.body()).length)
    })
    await page.goto(`${url}/questionnaire?lang=ja`, { waitUntil: 'networkidle' })
    expect(weights.length).toBeGreaterThan(1)
    expect(weights.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(HEAVIEST_FORM)
    await close()
  })

  it('the language is changed on the page and stays', async () => {
    const { page, complaints, close } = await watchedPage(browser)
    await page.goto(`${url}/?lang=ja`)
    await page.getByRole('button', { name: 'English', exact: true }).click()
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    await page.goto(`${url}/explore`)
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    expect(complaints).toEqual([])
    await close()
  })
})
