/** What may go wrong while a form is filled in and sent: no room for a draft, a draft that nobody came back to, a key that ends, Back while it is sent. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { CORNER_WORDS } from '../../web/drafts/corner-words.ts'
import { DAYS_KEPT } from '../../web/drafts/draft-here.ts'
import { DRAFT_WORDS, FAULTS } from '../../web/drafts/words.ts'
import { WORDS as FRAME } from '../../web/frame/words.ts'
import { KEY_WORDS } from '../../web/questionnaire/key-first-words.ts'
import { RECEIPT_WORDS } from '../../web/questionnaire/receipt-words.ts'
import { ADVICE } from '../../web/questionnaire/refusal-text.ts'
import { WORDS } from '../../web/questionnaire/words.ts'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityFindings, watchedPage } from '../support/page.ts'
import { coreAnswers, Keyboard } from './by-keyboard.ts'

const PASSPHRASE = 'seven invented words of mine'
const NO_KEY = `Bearer jnk_${'0'.repeat(32)}`

describe('the form in trouble', () => {
  const { url, organisationKey, organisationSecret } = inject('demo')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  const keepDraft = async (page: Page) => {
    await page.getByText(CORNER_WORDS.summary.en).click()
    await page.getByLabel(DRAFT_WORDS.passphrase.en, { exact: true }).fill(PASSPHRASE)
    await button(page, DRAFT_WORDS.keep.en).click()
  }
  const databases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))

  it('P71 says that there is no room for a draft, sends once through a double click and Back, and after its key has ended by another', async () => {
    const { page, complaints, close } = await watchedPage(browser)
    await page.goto(`${url}/questionnaire?lang=en`)
    await page.locator('#part-title').waitFor()
    const browserItself = await page.context().newCDPSession(page)
    await browserItself.send('Storage.overrideQuotaForOrigin', { origin: url, quotaSize: 1000 })
    await keepDraft(page)
    await page.getByText(FAULTS.full.en).waitFor()
    const [file] = await Promise.all([page.waitForEvent('download'), button(page, DRAFT_WORDS.file.en).click()])
    expect(file.suggestedFilename()).toBe('draft.json')
    await browserItself.send('Storage.overrideQuotaForOrigin', { origin: url })

    await page.getByText(WORDS.keyFirst.en).click()
    await page.locator('.key-first input[type=password]').first().fill(`${organisationKey} ${organisationSecret}`)
    await button(page, KEY_WORDS.check.en).click()
    await page.getByText(KEY_WORDS.accepted.en).waitFor()
    // Files that come late must not make Next judge what is still being read.
    await page.route('**/assets/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700))
      await route.continue()
    })
    await page.locator('#content').focus()
    await coreAnswers(new Keyboard(page), 'TROUBLE-1', false)
    await page.unroute('**/assets/*.js')

    // The server is shown a key that it does not know, as one that has ended.
    await page.route('**/api/v1/**', (route) => {
      const headers = route.request().headers()
      return route.continue(headers.authorization ? { headers: { ...headers, authorization: NO_KEY } } : {})
    })
    await button(page, WORDS.send.en).click()
    await page.getByText(ADVICE.unauthorized.en).waitFor()
    await page.locator('.send input[type=password]').first().fill(`${organisationKey} ${organisationSecret}`)
    expect(await accessibilityFindings(page)).toEqual([])
    await page.unroute('**/api/v1/**')

    const sent: string[] = []
    await page.route('**/api/v1/cases', async (route) => {
      sent.push(route.request().postData() ?? '')
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await route.continue()
    })
    await button(page, WORDS.send.en).dblclick()
    await page.getByText(WORDS.sending.en).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: RECEIPT_WORDS.heading.en }).waitFor()
    expect(sent).toHaveLength(1)
    expect(complaints).toEqual([])
    await close()
  })

  it(`P71 deletes a draft that nobody came back to for ${DAYS_KEPT} days`, async () => {
    const { page, complaints, close } = await watchedPage(browser)
    const begun = new Date('2030-01-10T10:00:00')
    const later = (days: number) => new Date(begun.getTime() + days * 86_400_000)
    await page.clock.install({ time: begun })
    await page.goto(`${url}/questionnaire?lang=en`)
    await page.locator('[id="q-partner_case_key-first"]').fill('TROUBLE-2')
    await keepDraft(page)
    await page.getByText(DRAFT_WORDS.on.en).waitFor()
    await page.clock.runFor(1000)
    expect(await databases(page)).toEqual(['draft'])
    await page.clock.setFixedTime(later(DAYS_KEPT - 1))
    await page.goto(`${url}/questionnaire?lang=en`)
    await page.getByText(FRAME.footerDraft.en).waitFor()
    await page.clock.setFixedTime(later(DAYS_KEPT + 1))
    await page.goto(`${url}/questionnaire?lang=en`)
    await page.getByText(FRAME.footerForm.en).waitFor()
    await expect.poll(() => databases(page)).toEqual([])
    expect(await page.getByText(CORNER_WORDS.here.en).count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })
})
