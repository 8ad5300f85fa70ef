/** The form by keyboard, through a lost line, a crash and a second tab, and what is left of it in the browser afterwards. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { readReceipt } from '../../survey-schema/receipt-code.ts'
import { CORNER_WORDS } from '../../web/drafts/corner-words.ts'
import { DRAFT_WORDS, FAULTS } from '../../web/drafts/words.ts'
import { WORDS as FRAME } from '../../web/frame/words.ts'
import { CODING_NOTES, CODING_WORDS } from '../../web/own-cases/coding-words.ts'
import { WORDS as OWN_CASES } from '../../web/own-cases/words.ts'
import { KEY_WORDS } from '../../web/questionnaire/key-first-words.ts'
import { RECEIPT_WORDS } from '../../web/questionnaire/receipt-words.ts'
import { ADVICE } from '../../web/questionnaire/refusal-text.ts'
import { WORDS } from '../../web/questionnaire/words.ts'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityFindings, watchedPage } from '../support/page.ts'
import { coreAnswers, Keyboard } from './by-keyboard.ts'

/** Of the keys beside typed text, from the top of the page to the receipt. */
const MOST_PRESSES = 90
/** In every place of the form that takes a word. */
const SEEDED = 'ZQX-4711'
const PASSPHRASE = 'seven invented words of mine'

/** Everything that this browser keeps for our pages, as text. */
const storage = (page: Page) =>
  page.evaluate(async () => {
    const kept: string[] = [localStorage, sessionStorage].map((place) => JSON.stringify(place))
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open(name as string)
        asked.onsuccess = () => resolve(asked.result)
      })
      for (const table of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve) => {
          const asked = database.transaction(table).objectStore(table).getAll()
          asked.onsuccess = () => resolve(asked.result)
        })
        const asText = (_key: string, value: unknown) => (value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value)
        kept.push(`database ${name}`, JSON.stringify(rows, asText))
      }
      database.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      kept.push(`cache ${name}`, ...(await Promise.all((await cache.matchAll()).map((answer) => answer.text()))))
    }
    const workers = await navigator.serviceWorker.getRegistrations()
    return [...kept, ...workers.map(({ scope }) => `worker ${new URL(scope).pathname}`)].join('\n')
  })

describe('the form on a device', () => {
  const { url, organisationKey, organisationSecret } = inject('demo')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  const title = (page: Page) => page.locator('#part-title').innerText()

  it(`P72 takes the core answers of a case by keyboard alone, in at most ${MOST_PRESSES} presses beside typed text`, async () => {
    const { page, complaints, close } = await watchedPage(browser)
    await page.goto(`${url}/questionnaire?lang=ja`)
    await page.locator('#part-title').waitFor()
    const keys = new Keyboard(page)
    await coreAnswers(keys, 'KEYS-1')
    expect(await title(page)).toBe(WORDS.review.ja)
    await page.locator('.send input').first().waitFor()
    await keys.tabTo('.send input[type=password]')
    await keys.type(organisationKey)
    await keys.press('Tab')
    await keys.type(organisationSecret)
    await keys.press('Enter')
    await page.getByRole('heading', { name: RECEIPT_WORDS.heading.ja }).waitFor()
    console.info(`a case with the core answers: ${keys.presses} presses`)
    expect(keys.presses).toBeLessThanOrEqual(MOST_PRESSES)
    expect(complaints).toEqual([])
    await close()
  })

  it('P71 keeps a draft that survives Back, a lost line, a crash and a second tab, sends it once, and leaves nothing after a wipe', async () => {
    const { page, complaints, close } = await watchedPage(browser)
    const context = page.context()
    const sent: string[] = []
    context.on('request', (request) => {
      if (request.method() === 'POST') sent.push(`${request.headers()['idempotency-key']} ${request.postData()}`)
    })
    await page.goto(`${url}/questionnaire?lang=en`)
    await page.locator('#part-title').waitFor()

    // The key is checked before the first part, and nothing of a case goes with it.
    await page.getByText(WORDS.keyFirst.en).click()
    await page.locator('.key-first input[type=password]').first().fill(`${organisationKey} ${organisationSecret}`)
    await button(page, KEY_WORDS.check.en).click()
    await page.getByText(KEY_WORDS.accepted.en).waitFor()
    expect(sent).toEqual([])

    await page.getByText(CORNER_WORDS.summary.en).click()
    await page.getByLabel(DRAFT_WORDS.passphrase.en, { exact: true }).fill(PASSPHRASE)
    await button(page, DRAFT_WORDS.keep.en).click()
    await page.getByText(DRAFT_WORDS.on.en).waitFor()
    await page.getByText(FRAME.footerDraft.en).waitFor()
    await button(page, DRAFT_WORDS.offlineKeep.en).click()
    await page.getByText(DRAFT_WORDS.offlineOn.en).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])

    await page.locator('#content').focus()
    const keys = new Keyboard(page)
    await coreAnswers(keys, SEEDED, false)
    const last = await title(page)
    await page.goBack()
    expect(await title(page)).not.toBe(last)
    await page.goForward()
    expect(await title(page)).toBe(last)

    // The case arrives and its receipt does not.
    await page.route('**/api/v1/cases', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await button(page, WORDS.send.en).dblclick()
    await page.getByText(ADVICE['no-connection'].en).waitFor()
    await page.waitForTimeout(600)
    expect(sent).toHaveLength(1)
    expect(await storage(page)).toContain('database draft')
    expect(await storage(page)).not.toContain(SEEDED)
    await page.close({ runBeforeUnload: false })

    // A page that is loaded without a line, in the same browser.
    const again = await context.newPage()
    await context.setOffline(true)
    await again.goto(`${url}/questionnaire?lang=en`)
    await again.getByLabel(DRAFT_WORDS.passphrase.en, { exact: true }).fill(`${PASSPHRASE}?`)
    await button(again, DRAFT_WORDS.open.en).click()
    await again.getByText(DRAFT_WORDS.wrong.en).waitFor()
    await again.getByLabel(DRAFT_WORDS.passphrase.en, { exact: true }).fill(PASSPHRASE)
    await button(again, DRAFT_WORDS.open.en).click()
    await again.getByText(DRAFT_WORDS.on.en).waitFor()
    expect(await title(again)).toBe(last)
    await context.setOffline(false)

    // Another tab goes on with it: this one says so and saves no more.
    const other = await context.newPage()
    await other.goto(`${url}/questionnaire?lang=en`)
    await other.getByLabel(DRAFT_WORDS.passphrase.en, { exact: true }).fill(PASSPHRASE)
    await button(other, DRAFT_WORDS.open.en).click()
    await other.getByText(DRAFT_WORDS.on.en).waitFor()
    await button(other, WORDS.back.en).click()
    await other.waitForTimeout(600)
    await again.bringToFront()
    await button(again, WORDS.back.en).click()
    await again.getByText(FAULTS.elsewhere.en).waitFor()
    await again.close()

    await button(other, WORDS.next.en).click()
    await other.locator('.send input[type=password]').first().fill(`${organisationKey} ${organisationSecret}`)
    await button(other, WORDS.send.en).click()
    await other.getByRole('heading', { name: RECEIPT_WORDS.heading.en }).waitFor()
    expect(readReceipt((await other.locator('.receipt-code').textContent()) ?? '')).not.toBeNull()
    expect(sent).toHaveLength(2)
    expect(sent[1]).toBe(sent[0])
    expect(await storage(other)).not.toContain('database draft')

    // A new draft, and everything is deleted by one press.
    await other.goto(`${url}/questionnaire?lang=en`)
    await other.locator('[id="q-partner_case_key-first"]').fill(SEEDED)
    await other.getByText(CORNER_WORDS.summary.en).click()
    await other.getByLabel(DRAFT_WORDS.passphrase.en, { exact: true }).fill(PASSPHRASE)
    await button(other, DRAFT_WORDS.keep.en).click()
    await other.getByText(DRAFT_WORDS.on.en).waitFor()
    expect(await storage(other)).toMatch(/database draft[\s\S]*cache form-[\s\S]*worker \/questionnaire$/)
    await button(other, DRAFT_WORDS.wipe.en).click()
    await other.getByText(DRAFT_WORDS.wiped.en).waitFor()
    expect(await storage(other)).not.toMatch(/database draft|cache |worker |ZQX/)
    await other.getByText(FRAME.footerForm.en).waitFor()
    // The line that was dropped above, and nothing else.
    expect(complaints).toEqual(['console: Failed to load resource: net::ERR_FAILED'])
    await close()
  })

  it('P72 shows a partner its cases by month, corrects one that is filled in again, and withdraws it by its reference', async () => {
    const { page, complaints, close } = await watchedPage(browser, { viewport: { width: 360, height: 800 } })
    await page.goto(`${url}/questionnaire?lang=ja`)
    await page.locator('#content').focus()
    // Of the first journey of this file.
    await coreAnswers(new Keyboard(page), 'KEYS-1', false)
    await page.locator('.send input[type=password]').first().fill(`${organisationKey} ${organisationSecret}`)
    await button(page, WORDS.send.ja).click()
    await button(page, WORDS.correct.ja).click()
    await page.getByRole('heading', { name: WORDS.correctedHeading.ja }).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])

    await page.goto(`${url}/own-cases?lang=ja`)
    await page.getByText(CODING_WORDS.heading.ja).click()
    await page.getByText(CODING_NOTES.notAsked.ja).waitFor()
    const codebook = await page.getByRole('link', { name: CODING_WORDS.codebook.ja }).getAttribute('href')
    expect(await (await page.request.get(`${url}${codebook}`)).text()).toContain(CODING_NOTES.unknown.ja.slice(1, 3))
    await page.locator('input[type=password]').first().fill(`${organisationKey} ${organisationSecret}`)
    await button(page, OWN_CASES.show.ja).click()
    const total = page.locator('tfoot td').first()
    const before = Number.parseInt((await total.textContent()) ?? '', 10)
    expect(before).toBeGreaterThan(0)
    await page.getByLabel(OWN_CASES.reference.ja).fill(' ＫＥＹＳ-1')
    await button(page, OWN_CASES.find.ja).click()
    await button(page, OWN_CASES.withdraw.ja).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
    // One press asks, and Enter there keeps the case.
    const asked: string[] = []
    page.on('request', (request) => request.method() === 'DELETE' && asked.push(request.url()))
    await button(page, OWN_CASES.withdraw.ja).click()
    await page.getByRole('dialog', { name: OWN_CASES.withdrawHeading.ja }).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    await page.keyboard.press('Enter')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(asked).toEqual([])
    await button(page, OWN_CASES.withdraw.ja).click()
    await button(page, OWN_CASES.withdrawYes.ja).dblclick()
    await page.getByText(OWN_CASES.withdrawn.ja).waitFor()
    expect(asked).toHaveLength(1)
    await button(page, OWN_CASES.find.ja).click()
    await page.getByText(OWN_CASES.referenceMissing.ja).waitFor()
    expect(complaints).toEqual([])
    await close()
  })
})
