/** An affected person withdraws with her receipt, in her language: alone, on any telephone, on a bad line, and leaves no trace on the device. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { withoutReadings } from '../../web/language/spoken.ts'
import { words as spanish } from '../../web/languages/es.ts'
import { words as easy } from '../../web/languages/ja-simple.ts'
import { words as thai } from '../../web/languages/th.ts'
import { LEAVING_WORDS } from '../../web/leaving/words.ts'
import { WORDS } from '../../web/withdraw/words.ts'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityFindings, watchedPage } from '../support/page.ts'

/** A code with right check characters that belongs to no case. */
const CODE = '0000-0000-0000-0000-0001'
const FURTHER = { th: thai.withdraw, es: spanish.withdraw, 'ja-simple': easy.withdraw }
const TAGS = ['ja', 'en', 'th', 'es', 'ja-simple'] as const
type Tag = (typeof TAGS)[number]
type Key = 'heading' | 'send' | 'slip' | 'done' | 'noConnection'
const said = (tag: Tag, key: Key) => (tag === 'ja' || tag === 'en' ? WORDS[key][tag] : withoutReadings(FURTHER[tag][key]))

/** What stands on the page, without the readings over its kanji. */
const shown = (page: Page) =>
  page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement
    for (const reading of body.querySelectorAll('rt, rp')) reading.remove()
    return body.textContent ?? ''
  })

/** A page that is wider than its window. */
const sideways = async (page: Page) =>
  (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) ? ['scrolls sideways'] : []

describe('withdrawing', () => {
  const { url } = inject('demo')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  it.each(TAGS)(
    'P33 P72 in %s a slip is found before anything is sent, and a code answers in words that do not depend on it',
    async (tag) => {
      const { page, complaints, close } = await watchedPage(browser, { viewport: { width: 360, height: 800 } })
      const sent: string[] = []
      page.on('request', (request) => {
        if (request.method() === 'POST') sent.push(new URL(request.url()).pathname)
      })
      await page.goto(`${url}/withdraw?lang=${tag}`, { waitUntil: 'networkidle' })
      await page.waitForFunction((lang) => document.documentElement.lang === lang, tag)
      expect(await shown(page)).toContain(said(tag, 'heading'))
      expect(await page.title()).not.toMatch(/traffick|exploit|victim|人身|搾取|被害/i)
      const findings = await accessibilityFindings(page)
      const field = page.locator('#receipt-code')
      await field.fill(CODE.replace('1', '2'))
      await field.press('Enter')
      await page.locator('#receipt-code-trouble').waitFor()
      expect(await shown(page)).toContain(said(tag, 'slip'))
      findings.push(...(await sideways(page)), ...(await accessibilityFindings(page)))
      expect(sent).toEqual([])

      await field.fill(` ${CODE.toLowerCase().replaceAll('-', ' ')} `)
      // A press that comes twice before the page has changed.
      await page.locator('.code-form').evaluate((form: HTMLFormElement) => [form.requestSubmit(), form.requestSubmit()])
      await page.locator('.withdraw-done').waitFor()
      expect(await shown(page)).toContain(said(tag, 'done'))
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('withdraw-title')
      expect(sent).toEqual(['/api/v1/withdrawals'])
      findings.push(...(await sideways(page)))
      await page.setViewportSize({ width: 1280, height: 900 })
      expect([...findings, ...(await sideways(page)), ...(await accessibilityFindings(page))]).toEqual([])
      expect(complaints).toEqual([])
      await close()
    },
  )

  it('a line that drops keeps the code, says what to do, and the next press goes through', async () => {
    const { page, close } = await watchedPage(browser)
    await page.goto(`${url}/withdraw?lang=es`, { waitUntil: 'networkidle' })
    await page.locator('#receipt-code').fill(CODE)
    await page.context().setOffline(true)
    await page.locator('#receipt-code').press('Enter')
    await page.getByText(said('es', 'noConnection')).waitFor()
    expect(await page.locator('#receipt-code').inputValue()).toBe(CODE)
    await page.context().setOffline(false)
    await page.locator('#receipt-code').press('Enter')
    await page.getByText(said('es', 'done')).waitFor()
    await close()
  })

  it('P71 three presses of Shift leave: each is announced, the history and the storage of the browser keep neither page nor code', async () => {
    const { page, complaints, close } = await watchedPage(browser)
    await page.route('https://www.jma.go.jp/**', async (route) => {
      expect(route.request().headers().referer).toBeUndefined()
      await route.fulfill({ body: '<p>weather</p>', contentType: 'text/html' })
    })
    await page.goto(`${url}/withdraw?lang=en`, { waitUntil: 'networkidle' })
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(LEAVING_WORDS.leaveFirst.en)
    await page.getByRole('button', { name: 'Español' }).click()
    await page.getByRole('button', { name: 'English' }).click()
    await page.locator('#receipt-code').fill(CODE)
    // A capital letter is no press of Shift alone.
    await page.keyboard.press('Shift+A')
    await page.keyboard.press('Shift')
    await page
      .getByRole('status')
      .filter({ hasText: LEAVING_WORDS.morePresses(2).en })
      .waitFor()
    await page.keyboard.press('Shift')
    await page
      .getByRole('status')
      .filter({ hasText: LEAVING_WORDS.morePresses(1).en })
      .waitFor()
    const before = await page.evaluate(() => history.length)
    await page.keyboard.press('Shift')
    await page.getByText('weather').waitFor()
    expect(await page.evaluate(() => history.length)).toBe(before)
    await page.goBack()
    expect(await page.content()).not.toContain(CODE)
    await page.goto(`${url}/withdraw`, { waitUntil: 'networkidle' })
    expect(await page.locator('#receipt-code').inputValue()).toBe('')
    expect(await page.evaluate(() => [localStorage, sessionStorage].flatMap((kept) => Object.entries(kept)))).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('a page that nobody uses says so and leaves', async () => {
    const { page, close } = await watchedPage(browser)
    await page.route('https://www.jma.go.jp/**', (route) => route.fulfill({ body: '<p>weather</p>', contentType: 'text/html' }))
    await page.clock.install()
    await page.goto(`${url}/withdraw?lang=en`)
    await page.locator('#receipt-code').fill(CODE)
    await page.clock.fastForward('10:06')
    await page.getByText(LEAVING_WORDS.idleSoon.en).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    await page.getByRole('button', { name: LEAVING_WORDS.stillHere.en }).click()
    expect(await page.locator('#receipt-code').inputValue()).toBe(CODE)
    await page.clock.fastForward('12:06')
    await page.clock.fastForward('00:02')
    await page.getByText('weather').waitFor()
    await close()
  })
})
