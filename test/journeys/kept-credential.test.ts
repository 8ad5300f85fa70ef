/** A credential kept on a device of one's own: locked by a passkey, unreadable without it, and gone when it is removed. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { WORDS as CREDENTIAL } from '../../web/credential/words.ts'
import { WORDS } from '../../web/import/words.ts'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityFindings, watchedPage } from '../support/page.ts'
import { plainSubmission } from '../support/records.ts'
import { virtualAuthenticator } from '../support/virtual-authenticator.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Everything that the database of the credential holds, as text. */
const stored = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('kept-credential')
        opening.onsuccess = () => {
          const tables = [...opening.result.objectStoreNames]
          if (tables.length === 0) return resolve('')
          const asked = opening.result.transaction(tables).objectStore('kept').getAll()
          asked.onsuccess = () => {
            opening.result.close()
            const kept = asked.result as Record<string, Uint8Array>[]
            resolve(kept.map((one) => Object.values(one).map((bytes) => String.fromCharCode(...bytes))).join())
          }
        }
      }),
  )

describe('a credential on a device of its own', () => {
  const { url, organisationKey, organisationSecret } = inject('demo')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  const toSend = async (page: Page, key: string) => {
    await page.goto(`${url}/import?lang=en`)
    const text = ['a', 'b'].map((row) => JSON.stringify(plainSubmission({ partner_case_key: `${key}${row}` }))).join('\n')
    await page.getByLabel(WORDS.file.en).setInputFiles({ name: 'cases.ndjson', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await button(page, WORDS.read.en).click()
    await page.getByText(WORDS.summary(2, 2, 0).en).waitFor()
  }

  it('P64 is kept under a passkey, unlocked by it, sends signed cases, and is removed', async () => {
    const { page, complaints, close } = await watchedPage(browser)
    await virtualAuthenticator(page)
    await toSend(page, 'kept-1')
    await page.getByText(CREDENTIAL.device.en).click()
    expect(await button(page, CREDENTIAL.keep.en).isDisabled()).toBe(true)
    // Both halves in one field, as they stand in a note.
    await page.getByLabel(CREDENTIAL.access.en).fill(`${organisationKey} ${organisationSecret}`)
    expect(await page.getByLabel(CREDENTIAL.secret.en, { exact: true }).inputValue()).toBe(organisationSecret)
    await button(page, CREDENTIAL.keep.en).click()
    await page.getByText(CREDENTIAL.kept.en).waitFor()
    const bytes = await stored(page)
    expect(bytes.length).toBeGreaterThan(100)
    expect([organisationKey, organisationSecret].filter((half) => bytes.includes(half.slice(4, 20)))).toEqual([])
    expect(await accessibilityFindings(page)).toEqual([])

    await toSend(page, 'kept-2')
    expect(await page.getByLabel(CREDENTIAL.access.en).inputValue()).toBe('')
    await button(page, CREDENTIAL.unlock.en).click()
    await page.getByText(CREDENTIAL.unlocked.en).waitFor()
    await button(page, WORDS.send(2).en).click()
    await page.getByRole('heading', { name: WORDS.doneHeading.en }).waitFor()

    await toSend(page, 'kept-3')
    await button(page, CREDENTIAL.forget.en).click()
    await page.getByText(CREDENTIAL.forgotten.en).waitFor()
    expect(await stored(page)).toBe('')
    expect(complaints).toEqual([])
    await close()
  })

  it('P64 is not opened by another passkey', async () => {
    const { page, close } = await watchedPage(browser)
    const { cdp, authenticatorId } = await virtualAuthenticator(page)
    await toSend(page, 'kept-4')
    await page.getByText(CREDENTIAL.device.en).click()
    await page.getByLabel(CREDENTIAL.access.en).fill(`${organisationKey} ${organisationSecret}`)
    await button(page, CREDENTIAL.keep.en).click()
    await page.getByText(CREDENTIAL.kept.en).waitFor()
    await cdp.send('WebAuthn.clearCredentials', { authenticatorId })
    await toSend(page, 'kept-5')
    await button(page, CREDENTIAL.unlock.en).click()
    await page.getByText(CREDENTIAL.cancelled.en).waitFor()
    expect(await page.getByLabel(CREDENTIAL.access.en).inputValue()).toBe('')
    await close()
  })
})
