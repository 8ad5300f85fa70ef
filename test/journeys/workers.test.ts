/** The pages on Workers and D1 as on Node: a journey of each person, beginning with what the demo holds and has published. `npm run journeys -- --workers` runs all others there. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { totpCode } from '../../server/sealing/totp.ts'
import { WORDS as CREDENTIAL } from '../../web/credential/words.ts'
import { WORDS as EMBED } from '../../web/embed/words.ts'
import { WORDS as EXPLORE, FORMAT_WORDS } from '../../web/explore/words.ts'
import { WORDS as FRAME } from '../../web/frame/words.ts'
import { WORDS as PEOPLE } from '../../web/people/words.ts'
import { RECEIPT_WORDS } from '../../web/questionnaire/receipt-words.ts'
import { WORDS as FORM } from '../../web/questionnaire/words.ts'
import { WORDS as SIGN_IN } from '../../web/sign-in/words.ts'
import { fromBase32 } from '../server/people.ts'
import { launchChromium } from '../support/chromium.ts'
import { type Watched, watchedPage } from '../support/page.ts'
import { type CaseOnPaper, fillInForm } from './case-worker.ts'
import { type RunningWorker, workerOf } from './running-worker.ts'

/** An invented person. */
const PAPER: CaseOnPaper = {
  answers: {
    partner_case_key: 'journey-workers-1',
    registration_year: '2019',
    consent_basis: 'person_informed',
    consent_uses: ['aggregate_tables'],
    source_type: 'ngo_shelter',
    gender: 'woman',
    citizenship: ['PH'],
    exploitation_types: ['forced_labour'],
  },
  legs: [{ leg_from_country: 'PH', leg_to_country: 'JP', leg_purpose: 'to_exploitation' }],
  contacts: 'none',
}

describe('pages on Workers and D1', () => {
  const demo = inject('demo')
  let worker: RunningWorker
  let browser: Browser
  let watched: Watched
  beforeAll(async () => {
    worker = await workerOf(demo.data)
    browser = await launchChromium()
    watched = await watchedPage(browser, { acceptDownloads: true })
  })
  afterAll(async () => {
    await watched?.close()
    await browser?.close()
    await worker?.close()
  })
  const casesHeld = async () => {
    let held = 0
    for (let after: string | null = ''; after !== null; ) {
      const answer = await fetch(`${worker.url}/api/v1/cases?after=${after}`, {
        headers: { Authorization: `Bearer ${demo.organisationKey}` },
      })
      const { cases, next } = (await answer.json()) as { cases: readonly unknown[]; next: string | null }
      held += cases.length
      after = next
    }
    return held
  }
  /** What was opened so far without a complaint. */
  const opened = async (path: string): Promise<Page> => {
    await watched.page.goto(`${worker.url}${path}${path.includes('?') ? '&' : '?'}lang=en`, { waitUntil: 'networkidle' })
    await watched.page.waitForFunction(() => document.documentElement.lang === 'en')
    expect(watched.complaints, path).toEqual([])
    return watched.page
  }

  it('every page opens, an address without one has a page too, and addresses of files are those of Node', async () => {
    for (const path of ['/', '/help', '/book', '/book?chapter=people', '/workbench', '/import', '/sign-in', '/setup', '/invitation']) {
      const page = await opened(path)
      await page.getByText(FRAME.fictional.en).first().waitFor()
      expect(await page.locator('h1').innerText(), path).not.toBe('')
      expect(await page.locator('.trouble').count(), path).toBe(0)
    }
    for (const path of ['/nowhere', '/questionnaire', '/embed', '/api/v1/nothing', '/assets/none.js']) {
      const answers = await Promise.all(
        [demo.url, worker.url].map((url) => fetch(`${url}${path}`, { headers: { Accept: 'text/html' }, redirect: 'manual' })),
      )
      const [onNode, onWorkers] = answers.map(({ status, headers }) => [
        status,
        ...['Content-Type', 'Content-Security-Policy', 'X-Frame-Options', 'Referrer-Policy', 'Cross-Origin-Resource-Policy'].map((name) =>
          headers.get(name),
        ),
      ])
      expect(onWorkers, path).toEqual(onNode)
    }
  })

  it('P33 a case worker sends a case by the form, signed in the browser, and has a receipt', async () => {
    const page = await opened('/questionnaire')
    await fillInForm(page, PAPER, 'en')
    await page.getByLabel(CREDENTIAL.access.en).fill(demo.organisationKey)
    await page.getByLabel(CREDENTIAL.secret.en).fill(demo.organisationSecret)
    await page.getByRole('button', { name: FORM.send.en, exact: true }).click()
    await page.getByRole('heading', { name: RECEIPT_WORDS.heading.en }).waitFor()
    expect(await page.locator('.receipt-code').textContent()).toMatch(/^(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
    expect(watched.complaints).toEqual([])
  })

  it('P30 an affected person answers by invitation, withdraws with the receipt, and the tick carries it out', async () => {
    const page = await opened('/answer')
    await page.locator('#invitation-code').fill(demo.invitations.at(-1) as string)
    await page.keyboard.press('Enter')
    await page.locator('.answer-step .choice').click()
    const goOn = () => page.locator('.answer-step .form-actions button').last().click()
    await goOn()
    await page.locator('.answer-step .choices .choice:visible').first().click()
    while ((await page.locator('.own-answers').count()) === 0) await goOn()
    await goOn()
    await page.locator('.receipt').waitFor()
    const [receipt] = (await page.locator('.receipt').innerText()).match(/(?:[0-9A-Z]{4}\s*-\s*){4}[0-9A-Z]{4}/) ?? ['']
    const held = await casesHeld()
    await opened('/withdraw')
    await page.locator('#receipt-code').fill(receipt)
    await page.keyboard.press('Enter')
    await page.locator('.withdraw-done').waitFor()
    await worker.tick()
    expect(await casesHeld()).toBe(held - 1)
    expect(watched.complaints).toEqual([])
  })

  it('a partner sees its cases by month', async () => {
    const page = await opened('/own-cases')
    await page.getByLabel(CREDENTIAL.access.en).fill(demo.organisationKey)
    await page.keyboard.press('Enter')
    await page.locator('.own-cases table').waitFor()
    expect(watched.complaints).toEqual([])
  })

  it('somebody signs in by password and code, and sees the own account', async () => {
    const { username, app } = demo.signIns[0] as (typeof demo.signIns)[number]
    const page = await opened('/sign-in')
    await page.getByText(SIGN_IN.withPassword.en).click()
    await page.getByLabel(PEOPLE.username.en).first().fill(username)
    await page.getByLabel(PEOPLE.password.en, { exact: true }).fill(demo.password)
    await page
      .getByLabel(PEOPLE.appCode.en)
      .first()
      .fill(totpCode(fromBase32(app.replaceAll(' ', '')), Math.floor(Date.now() / 30_000)))
    await page.getByRole('button', { name: SIGN_IN.signIn.en, exact: true }).click()
    await page.getByRole('button', { name: PEOPLE.signOut.en }).waitFor()
    expect(watched.complaints).toEqual([])
  })

  it('P80 an analyst finds a table, has it as a file, and frames its figure elsewhere', async () => {
    const page = await opened('/explore?rows=citizenship@country')
    await page.locator('table.figures').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: FORMAT_WORDS.xlsx.en }).first().click()
    expect((await download).suggestedFilename()).toMatch(/citizenship-country\.xlsx$/)
    const table = `/api/v1/editions/${demo.edition}/tables?rows=citizenship@country&lang=en&format=csv`
    const [onNode, onWorkers] = await Promise.all([demo.url, worker.url].map(async (url) => (await fetch(`${url}${table}`)).text()))
    expect(onWorkers).toBe(onNode)
    await page.getByText(EXPLORE.cite.en).click()
    const [, address = ''] = /src="([^"]+)"/.exec((await page.locator('.copied-code').last().textContent()) ?? '') ?? []
    await page.goto(address.replaceAll('&amp;', '&'))
    await page.getByText(EMBED.source.en).waitFor()
    await page.locator('.drawn img').waitFor()
    expect(watched.complaints).toEqual([])
  })
})
