/** From the code of the first start to a partner with a key of its own, by the pages alone, as people would go. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { register } from '../../server/accounts/register.ts'
import { databasePath, openDataDir } from '../../server/runtime/data-dir.ts'
import { type NodeServer, startNode } from '../../server/runtime/node.ts'
import { totpCode } from '../../server/sealing/totp.ts'
import { LANGUAGES } from '../../survey-schema/text.ts'
import { WORDS as ACCOUNT } from '../../web/account/words.ts'
import { WORDS as ADMINISTRATION } from '../../web/administration/words.ts'
import { WORDS as ORGANISATION } from '../../web/organisation/words.ts'
import { WORDS as PEOPLE } from '../../web/people/words.ts'
import { WORDS as SIGN_IN } from '../../web/sign-in/words.ts'
import { fromBase32, PASSWORD } from '../server/people.ts'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityFindings, type Watched, watchedPage } from '../support/page.ts'
import { virtualAuthenticator } from '../support/virtual-authenticator.ts'

const SHELTER = 'Invented Shelter'

/** The second and third step: codes are read off the page and two of them typed back. */
async function codesTypedBack(page: Page): Promise<readonly string[]> {
  await page.getByRole('button', { name: ACCOUNT.showCodes.en }).click()
  await page.locator('.codes li').first().waitFor()
  const codes = await page.locator('.codes li').allTextContents()
  await page.getByLabel(ACCOUNT.firstCode.en).fill(codes[4] as string)
  await page.getByLabel(ACCOUNT.secondCode.en).fill((codes[2] as string).toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: ACCOUNT.finish.en }).click()
  await page.getByRole('heading', { name: ACCOUNT.sessions.en }).waitFor()
  return codes
}

/** In both languages, narrow and wide: nothing that axe finds, nothing that has to be scrolled sideways. */
async function looksRight(page: Page, path: string): Promise<void> {
  for (const { id } of LANGUAGES)
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(`${new URL(page.url()).origin}${path}?lang=${id}`, { waitUntil: 'networkidle' })
      expect(await accessibilityFindings(page), `${path} ${id} ${width}`).toEqual([])
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(sideways, `${path} ${id} ${width}`).toBeLessThanOrEqual(0)
      if (process.env.PICTURES) {
        mkdirSync(process.env.PICTURES, { recursive: true })
        await page.screenshot({ path: join(process.env.PICTURES, `${path.slice(1)}-${id}-${width}.png`), fullPage: true })
      }
    }
  await page.setViewportSize({ width: 1280, height: 900 })
}

describe('people by the pages', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'jnatip-people-'))
  let node: NodeServer
  let browser: Browser
  const open: Watched[] = []
  const somebody = async () => {
    const watched = await watchedPage(browser, { locale: 'en-GB' })
    open.push(watched)
    return watched.page
  }
  beforeAll(async () => {
    const { store } = openDataDir(dataDir, { create: true })
    await store.batch(register({ name: SHELTER, holding: null, recordRule: null, scopes: ['submit'], expires: '2030-01' }).queries)
    store.close()
    node = await startNode({ dataDir, port: 0, host: 'localhost' })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await node?.close()
    rmSync(dataDir, { recursive: true })
  })

  it('P62 P63 P72 an administrator sets up, invites a partner by a code in a fragment, and the partner makes a key', async () => {
    const admin = await somebody()
    await virtualAuthenticator(admin)
    await admin.goto(`${node.origin}/sign-in?lang=en`)
    await looksRight(admin, '/sign-in')
    await admin.goto(`${node.origin}/sign-in?lang=en`)
    await admin.getByRole('link', { name: SIGN_IN.firstSetup.en }).click()
    await looksRight(admin, '/setup')
    await admin.goto(`${node.origin}/setup?lang=en`)
    await admin.getByLabel(PEOPLE.code.en, { exact: true }).fill(node.setupCode as string)
    await admin.getByLabel(PEOPLE.username.en).fill('admin-one')
    await admin.getByRole('button', { name: PEOPLE.go.en }).click()
    await admin.getByRole('heading', { name: ACCOUNT.wayIn.en }).waitFor()
    await looksRight(admin, '/account')
    await admin.goto(`${node.origin}/account?lang=en`)
    await admin.getByRole('button', { name: ACCOUNT.addPasskey.en }).click()
    await admin.getByText(ACCOUNT.wayInThere.en).waitFor()
    await codesTypedBack(admin)
    await looksRight(admin, '/account')
    await admin.goto(`${node.origin}/account?lang=en`)
    await admin.getByRole('button', { name: PEOPLE.signOut.en }).click()
    await admin.getByRole('button', { name: SIGN_IN.withPasskey.en }).click()
    await admin.getByRole('link', { name: PEOPLE.administration.en }).click()

    await admin.getByLabel(PEOPLE.username.en).fill('shelter-one')
    await admin.getByLabel(ADMINISTRATION.organisation.en, { exact: true }).selectOption({ label: SHELTER })
    await admin.getByRole('button', { name: ADMINISTRATION.makeInvitation.en }).click()
    const address = (await admin.locator('.trouble .code').nth(1).textContent()) as string
    expect(new URL(address).hash).toMatch(/^#[0-9A-Z-]{24}$/)
    await looksRight(admin, '/administration')

    const partner = await somebody()
    const asked: string[] = []
    partner.on('request', (request) => asked.push(request.url()))
    await partner.goto(address.replace('/invitation#', '/invitation?lang=en#'))
    await partner.getByRole('button', { name: PEOPLE.go.en }).waitFor()
    expect(partner.url()).not.toContain('#')
    await partner.getByRole('button', { name: PEOPLE.go.en }).click()
    await partner.getByText(ACCOUNT.passwordInstead.en).click()
    await partner.getByRole('button', { name: ACCOUNT.offerApp.en }).click()
    const secret = ((await partner.locator('.code').first().textContent()) as string).replaceAll(' ', '')
    await partner.getByLabel(ACCOUNT.newPassword.en).fill(PASSWORD)
    await partner.getByLabel(PEOPLE.appCode.en).fill(totpCode(fromBase32(secret), Math.floor(Date.now() / 30_000)))
    await partner.getByRole('button', { name: ACCOUNT.save.en }).click()
    await partner.getByText(ACCOUNT.wayInThere.en).waitFor()
    await codesTypedBack(partner)
    // A new partner waits until another one agrees, which has tests of its own.
    const database = new Database(databasePath(dataDir))
    database.prepare("UPDATE account SET agreed = 1 WHERE username = 'shelter-one'").run()
    database.close()
    await partner.getByRole('link', { name: PEOPLE.organisation.en }).click()
    await partner.getByRole('button', { name: ORGANISATION.makeKey.en }).click()
    expect(await partner.locator('.trouble .code').textContent()).toMatch(/^jnk_/)
    await looksRight(partner, '/organisation')
    const code = new URL(address).hash.slice(1)
    expect(asked.filter((url) => url.includes(code) || url.includes(secret))).toEqual([])
    await looksRight(partner, '/invitation')

    // By the keyboard: from the top of the page to the password, without a mouse.
    await partner.goto(`${node.origin}/sign-in?lang=en`)
    await partner.getByText(SIGN_IN.withPassword.en).press('Enter')
    await partner.getByLabel(PEOPLE.username.en).first().fill('shelter-one')
    await partner.getByLabel(PEOPLE.password.en, { exact: true }).fill(PASSWORD)
    await partner.getByLabel(PEOPLE.appCode.en).fill('000000')
    await partner.getByLabel(PEOPLE.appCode.en).press('Enter')
    await partner.getByRole('alert').waitFor()
    expect(await accessibilityFindings(partner)).toEqual([])
    for (const { complaints } of open) expect(complaints).toEqual([])
  })
})
