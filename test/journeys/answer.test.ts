/** An affected person answers by invitation in her language, on a telephone, on a bad line, and leaves no trace on the device. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { readInvitation, readReceipt } from '../../survey-schema/receipt-code.ts'
import { WORDS } from '../../web/answer/words.ts'
import { withoutReadings } from '../../web/language/spoken.ts'
import { words as spanish } from '../../web/languages/es.ts'
import { words as easy } from '../../web/languages/ja-simple.ts'
import { words as thai } from '../../web/languages/th.ts'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityFindings, watchedPage } from '../support/page.ts'

const FURTHER = { th: thai.answer, es: spanish.answer, 'ja-simple': easy.answer }
const TAGS = ['ja', 'en', 'th', 'es', 'ja-simple'] as const
type Tag = (typeof TAGS)[number]
type Key = 'heading' | 'needNot' | 'agree' | 'gender' | 'doneHeading' | 'codeUsed' | 'codeSlip' | 'off' | 'noConnection' | 'nothing'
const said = (tag: Tag, key: Key) => (tag === 'ja' || tag === 'en' ? WORDS[key][tag] : withoutReadings(FURTHER[tag][key]))

/** What stands on the page, without the readings over its kanji. */
const shown = (page: Page) =>
  page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement
    for (const reading of body.querySelectorAll('rt, rp')) reading.remove()
    return body.textContent ?? ''
  })
const goOn = (page: Page) => page.locator('.answer-step .form-actions button').last().click()
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

describe('answering by invitation', () => {
  const { url, invitations } = inject('demo')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  it.each(TAGS.map((tag, at) => ({ tag, at, width: at % 2 === 0 ? 320 : 1280 })))(
    'P30 P72 in $tag at $width px: help first, a code, some questions, a receipt; the code is good for nothing afterwards',
    async ({ tag, at, width }) => {
      const code = invitations[at] as string
      const { page, complaints, close } = await watchedPage(browser, { viewport: { width, height: 800 } })
      const sent: string[] = []
      page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
      await page.goto(`${url}/answer?lang=${tag}#${code}`, { waitUntil: 'networkidle' })
      await page.waitForFunction((lang) => document.documentElement.lang === lang, tag)
      // The code was in the address; nothing there tells it any more.
      expect(page.url()).not.toContain(code)
      expect(await page.inputValue('#invitation-code')).toBe(code)
      const text = await shown(page)
      expect(text.indexOf(said(tag, 'needNot'))).toBeGreaterThan(-1)
      expect(await page.title()).not.toMatch(/traffick|exploit|victim|人身|搾取|被害/i)
      const findings = await accessibilityFindings(page)
      // A choice is kept in the address alone: a language that is stored tells the next reader of this computer who sat here.
      const languages = page.locator('.frame-open').first()
      if (await languages.isVisible()) await languages.click()
      await page.locator('.languages [aria-pressed=true]').click()
      await page.locator('.code-form button').dblclick()
      await page.locator('#answer-title').waitFor()
      expect(await shown(page)).toContain(said(tag, 'agree'))
      await page.locator('.answer-step .choice').click()
      await goOn(page)
      expect(await shown(page)).toContain(said(tag, 'gender'))
      findings.push(...(await accessibilityFindings(page)))
      await page.locator('.answer-step .choices .choice:visible').first().click()
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      let questions = 0
      for (; (await page.locator('.own-answers').count()) === 0; questions++) {
        expect(await overflow(page)).toBeLessThanOrEqual(0)
        await goOn(page)
      }
      expect(questions).toBeLessThanOrEqual(15)
      // Back goes a question back, and the answers stay.
      await page.goBack()
      await page.locator('.answer-step [type=submit]').waitFor()
      await page.goForward()
      await page.locator('.own-answers').waitFor()
      findings.push(...(await accessibilityFindings(page)))
      await page.context().setOffline(true)
      await goOn(page)
      await page.locator('.answer .troubles').waitFor()
      expect(await shown(page)).toContain(said(tag, 'noConnection'))
      await page.context().setOffline(false)
      await page.locator('.answer-step .form-actions button').last().dblclick()
      await page.locator('.receipt').waitFor()
      expect(await shown(page)).toContain(said(tag, 'doneHeading'))
      findings.push(...(await accessibilityFindings(page)))
      const receipt = readReceipt((await page.locator('.receipt').innerText()).match(/(?:[0-9A-Z]{4}\s*-\s*){4}[0-9A-Z]{4}/)?.[0] ?? '')
      expect(receipt).not.toBeNull()
      expect(findings).toEqual([])
      for (const one of sent) expect(one.replaceAll('-', '')).not.toContain(code.replaceAll('-', ''))
      expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])

      await page.goto(`${url}/answer?lang=${tag}`)
      await page.locator('#invitation-code').fill(code.toLowerCase())
      await page.keyboard.press('Enter')
      await page.locator('#invitation-code-trouble').waitFor()
      expect(await shown(page)).toContain(said(tag, 'codeUsed'))
      expect(complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
      const withdrawn = await fetch(`${url}/api/v1/withdrawals`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ code: receipt }),
      })
      expect(withdrawn.status).toBe(202)
      await close()
    },
  )

  it('P72 is off in a language that the network has not switched on: then there is help, and nothing else', async () => {
    const { page, complaints, close } = await watchedPage(browser)
    await page.route('**/api/v1/network', (route) =>
      route.fulfill({ json: { quick_exit: 'https://weather.example/', receipt_host: null, answers: ['th'], hotlines: [] } }),
    )
    await page.goto(`${url}/answer?lang=en`, { waitUntil: 'networkidle' })
    const text = await shown(page)
    expect([
      text.includes(said('en', 'off')),
      text.includes(said('en', 'needNot')),
      await page.locator('#invitation-code').count(),
    ]).toEqual([true, true, 0])
    expect(complaints).toEqual([])
    await close()
  })

  it('who skips everything has nothing to send, and a slip of the code is found before anything is asked', async () => {
    const { page, complaints, close } = await watchedPage(browser, { viewport: { width: 360, height: 700 } })
    const posted: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') posted.push(new URL(request.url()).pathname)
    })
    await page.goto(`${url}/answer?lang=en`, { waitUntil: 'networkidle' })
    // One changed character in 37 makes a receipt of an invitation, which the page says in other words.
    const slips = [...'0123456789'].map((last) => (invitations[9] as string).replace(/.$/, last))
    await page.locator('#invitation-code').fill(slips.find((slip) => readInvitation(slip) === null && readReceipt(slip) === null)!)
    await page.keyboard.press('Enter')
    await page.locator('#invitation-code-trouble').waitFor()
    expect([await shown(page).then((text) => text.includes(said('en', 'codeSlip'))), posted]).toEqual([true, []])
    await page.locator('#invitation-code').fill(invitations[9] as string)
    await page.keyboard.press('Enter')
    await page.locator('.answer-step .choice').click()
    await goOn(page)
    while ((await page.locator('.own-answers').count()) === 0) await goOn(page)
    expect(await shown(page)).toContain(said('en', 'nothing'))
    expect(posted).toEqual(['/api/v1/answers/invitation'])
    expect(complaints).toEqual([])
    await close()
  })
})
