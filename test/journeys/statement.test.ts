/** A partner signs in and asks whether all of its cases were counted; the statement is opened and compared in its own browser. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { totpCode } from '../../server/sealing/totp.ts'
import { secretText } from '../../survey-schema/credentials/secret-text.ts'
import { LANGUAGES } from '../../survey-schema/text.ts'
import { WORDS as CREDENTIAL, TROUBLES } from '../../web/credential/words.ts'
import { STATEMENT_WORDS as WORDS } from '../../web/organisation/statement-words.ts'
import { WORDS as PEOPLE } from '../../web/people/words.ts'
import { WORDS as SIGN_IN } from '../../web/sign-in/words.ts'
import { fromBase32 } from '../server/people.ts'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityFindings, watchedPage } from '../support/page.ts'

const HEADING = 'row,outcome,id,receipt,tag,version'

describe('the statement of a build', () => {
  const { url, organisationKey, organisationSecret, password, signIns, edition } = inject('demo')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  const asked = async (page: Page, receipts: string, language: 'ja' | 'en' = 'en') => {
    await page
      .getByLabel(WORDS.receipts[language])
      .setInputFiles({ name: 'receipts.csv', mimeType: 'text/csv', buffer: Buffer.from(receipts) })
    await page.getByRole('button', { name: WORDS.check[language], exact: true }).click()
  }

  it('P64 P72 is opened with the secret, compared with receipts, and refused to another secret', async () => {
    const { page, complaints, close } = await watchedPage(browser)
    const partner = signIns.find(({ roles }) => roles.includes('partner'))!
    await page.goto(`${url}/sign-in?lang=en`)
    await page.getByText(SIGN_IN.withPassword.en).click()
    await page.getByLabel(PEOPLE.username.en).first().fill(partner.username)
    await page.getByLabel(PEOPLE.password.en).first().fill(password)
    await page
      .getByLabel(PEOPLE.appCode.en)
      .first()
      .fill(totpCode(fromBase32(partner.app), Math.floor(Date.now() / 1000 / 30)))
    await page.getByRole('button', { name: SIGN_IN.signIn.en, exact: true }).click()
    await page.waitForURL('**/account*')
    await page.goto(`${url}/organisation?lang=en`)
    await page.getByRole('heading', { name: WORDS.heading.en }).waitFor()
    expect(await page.getByLabel(WORDS.edition.en, { exact: true }).inputValue()).toBe(edition)

    await asked(page, `${HEADING}\n`)
    // Asked once on the page, and pointed to where it is missing.
    await page.getByText(TROUBLES['access-missing'].en).waitFor()
    expect(await page.evaluate(() => document.activeElement?.matches('#own-credential input'))).toBe(true)
    expect(await page.getByLabel(CREDENTIAL.access.en).count()).toBe(1)
    await page.getByLabel(CREDENTIAL.access.en).fill(organisationKey)
    await page.getByLabel(CREDENTIAL.secret.en, { exact: true }).last().fill(organisationSecret)
    // The demo keeps no receipts of what its partners sent: every case is one that stands in no file.
    await asked(page, `${HEADING}\n9,stored,${'ab'.repeat(16)},A,${'cd'.repeat(32)},1\n`)
    await page.getByText(WORDS.off.en).waitFor()
    await page.getByText(/^Not counted: 1 \(receipts\.csv, row 9\)/).waitFor()
    const foreign = await page.getByText(/^Counted as yours and in none of these files: \d+\./).textContent()
    expect(Number(/\d+/.exec(foreign ?? '')?.[0])).toBeGreaterThan(20)
    expect(await accessibilityFindings(page)).toEqual([])

    await asked(page, 'name,age\nInvented,30\n')
    await page.getByText(WORDS.noReceipts('receipts.csv', 1).en).waitFor()
    await page
      .getByLabel(CREDENTIAL.secret.en, { exact: true })
      .last()
      .fill(secretText(new Uint8Array(32).fill(1)))
    await asked(page, `${HEADING}\n`)
    await page.getByText(WORDS['sealed-to-another'].en).waitFor()
    expect(complaints).toEqual([])
    for (const { id } of LANGUAGES)
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(`${url}/organisation?lang=${id}`)
        await page.getByRole('heading', { name: WORDS.heading[id] }).waitFor()
        expect(await accessibilityFindings(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(
          0,
        )
        if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/statement-${id}-${width}.png`, fullPage: true })
      }
    await close()
  })
})
