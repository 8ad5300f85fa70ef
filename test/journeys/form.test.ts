/** A case worker reports a case in a real browser and is given a receipt, in either language. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import decodeQR from 'qr/decode.js'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { readReceipt } from '../../survey-schema/receipt-code.ts'
import { LANGUAGES, type Language, type Text } from '../../survey-schema/text.ts'
import { WORDS as CREDENTIAL } from '../../web/credential/words.ts'
import { RECEIPT_WORDS } from '../../web/questionnaire/receipt-words.ts'
import { WORDS } from '../../web/questionnaire/words.ts'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityFindings, watchedPage } from '../support/page.ts'
import { type CaseOnPaper, fillInForm } from './case-worker.ts'

/** An invented person. */
const PAPER: CaseOnPaper = {
  answers: {
    registration_year: '2019',
    consent_basis: 'person_informed',
    consent_uses: ['aggregate_tables'],
    source_type: 'ngo_shelter',
    information_basis: 'not_asked',
    gender: 'woman',
    age_band_registration: '30_38',
    minor_when_exploited: 'no',
    citizenship: ['PH'],
    exploitation_types: ['forced_labour'],
    means_of_control: ['debt', 'documents'],
    exit_mode: 'escaped_alone',
    state_recognition: 'not_asked',
    return_status: 'not_asked',
    org_judgement: 'not_asked',
  },
  legs: [
    { leg_from_country: 'PH', leg_to_country: 'KR', leg_purpose: 'transit' },
    { leg_from_country: 'KR', leg_to_country: 'JP', leg_purpose: 'to_exploitation' },
  ],
  contacts: [{ step_actor: 'ngo_shelter' }],
}

/** Words that tell where a receipt comes from, or what it is about (P33). */
const namesOfNetwork = (host: string) => new RegExp(`jnatip|traffick|人身|${host}`, 'i')

/** The receipt on screen, on paper, in its image and in its file is the code and names nobody; leaving it unsaved asks first. */
async function receiptIsKept(page: Page, code: string, language: Language): Promise<readonly string[]> {
  const names = namesOfNetwork(new URL(page.url()).host)
  const button = (text: Text) => page.getByRole('button', { name: text[language], exact: true })
  expect(await page.locator('body').innerText()).not.toMatch(names)
  expect(await qrText(page)).toBe(code)

  await button(RECEIPT_WORDS.another).click()
  const asking = page.getByRole('dialog', { name: RECEIPT_WORDS.askHeading[language] })
  await asking.waitFor()
  const findings = await accessibilityFindings(page)
  await button(RECEIPT_WORDS.stay).click()

  await page.emulateMedia({ media: 'print' })
  expect((await page.locator('body').innerText()).replaceAll(/\s/g, '')).toBe(RECEIPT_WORDS.code[language].replaceAll(' ', '') + code)
  await page.emulateMedia({ media: null })

  await page.setViewportSize({ width: 320, height: 800 })
  const [saved] = await Promise.all([page.waitForEvent('download'), button(RECEIPT_WORDS.save).click()])
  expect(saved.suggestedFilename()).toBe('code.txt')
  expect(readFileSync(await saved.path(), 'utf8')).toBe(`${code}\n`)
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  const heights = await page.locator('.receipt-code > span').evaluateAll((groups) => groups.map((group) => group.getClientRects().length))
  expect(heights).toEqual(code.split('-').map(() => 1))
  return findings
}

/** What a telephone reads from the image. */
async function qrText(page: Page): Promise<string> {
  const { size, drawn } = await page.locator('.receipt-qr').evaluate((image) => ({
    size: Number(image.getAttribute('viewBox')?.split(' ').at(-1)),
    drawn: image.querySelector('path')?.getAttribute('d') ?? '',
  }))
  const SCALE = 4
  const width = size * SCALE
  const data = new Uint8Array(width * width * 4).fill(255)
  for (const [, x, y] of drawn.matchAll(/M(\d+) (\d+)/g))
    for (let down = 0; down < SCALE; down++)
      for (let across = 0; across < SCALE; across++)
        data.fill(
          0,
          ((Number(y) * SCALE + down) * width + Number(x) * SCALE + across) * 4,
          ((Number(y) * SCALE + down) * width + Number(x) * SCALE + across) * 4 + 3,
        )
  return decodeQR({ width, height: width, data })
}

describe('the form', () => {
  const { url, organisationKey, organisationSecret } = inject('demo')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  it.each(LANGUAGES.map(({ id }) => id))(
    'P33 P72 in %s a case is filled in part by part, sent, and a receipt comes back',
    async (language) => {
      const { page, complaints, close } = await watchedPage(browser)
      const sent: string[] = []
      page.on('request', (request) => {
        if (request.method() !== 'GET') sent.push(`${request.method()} ${new URL(request.url()).pathname}`)
      })
      await page.goto(`${url}/questionnaire?lang=${language}`)
      await page.getByText(WORDS.independence[language]).waitFor()

      const findings: string[] = []
      const paper = { ...PAPER, answers: { partner_case_key: `journey-1-${language}`, ...PAPER.answers } }
      await fillInForm(page, paper, language, async (part) => {
        // A list is looked at while it is open.
        const list = page.locator('[role=combobox]')
        if ((await list.count()) > 0) await list.first().click()
        findings.push(...(await accessibilityFindings(page)).map((finding) => `part ${part + 1}: ${finding}`))
        if ((await list.count()) > 0) await list.first().press('Escape')
      })
      expect(sent).toEqual([])

      await page.getByLabel(CREDENTIAL.access[language]).fill(organisationKey)
      await page.getByLabel(CREDENTIAL.secret[language]).fill(organisationSecret)
      findings.push(...(await accessibilityFindings(page)))
      await page.getByRole('button', { name: WORDS.send[language], exact: true }).click()
      await page.getByRole('heading', { name: RECEIPT_WORDS.heading[language] }).waitFor()
      const code = (await page.locator('.receipt-code').textContent()) ?? ''
      expect(readReceipt(code)).toBe(code)
      findings.push(...(await accessibilityFindings(page)))
      findings.push(...(await receiptIsKept(page, code, language)))

      expect(sent).toEqual(['POST /api/v1/cases'])
      expect(findings).toEqual([])
      expect(complaints).toEqual([])
      expect(await page.evaluate(() => [localStorage, sessionStorage].flatMap((kept) => Object.values(kept)).join())).not.toContain(
        'journey',
      )
      await close()
    },
  )

  it('says beside the question what is missing, and a heading leads there', async () => {
    const { page, complaints, close } = await watchedPage(browser)
    await page.goto(`${url}/questionnaire?lang=en`)
    await page.getByRole('button', { name: WORDS.next.en, exact: true }).click()
    const first = page.locator('#trouble-list a').first()
    const target = (await first.getAttribute('href')) ?? ''
    await first.click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(target.slice(1))
    expect(await page.locator(`[id="${target.slice(1)}"] .troubles li`).count()).toBeGreaterThan(0)
    expect(await accessibilityFindings(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('P71 is left at once by three presses of Shift, with nothing kept', async () => {
    const { page, complaints, close } = await watchedPage(browser)
    await page.route('https://www.jma.go.jp/**', (route) => route.fulfill({ body: '<p>weather</p>', contentType: 'text/html' }))
    await page.goto(`${url}/questionnaire?lang=en`)
    await page.locator('[id="q-partner_case_key-first"]').fill('journey-left')
    for (let press = 0; press < 3; press++) await page.keyboard.press('Shift')
    await page.getByText('weather').waitFor()
    await page.goto(`${url}/questionnaire?lang=en`)
    expect(await page.locator('[id="q-partner_case_key-first"]').inputValue()).toBe('')
    expect(complaints).toEqual([])
    await close()
  })

  it('a wrong key is refused in words, and the answers stay', async () => {
    const { page, complaints, close } = await watchedPage(browser)
    await page.goto(`${url}/questionnaire?lang=en`)
    await fillInForm(page, { ...PAPER, answers: { partner_case_key: 'journey-wrong-key-1', ...PAPER.answers }, contacts: 'none' }, 'en')
    await page.getByLabel(CREDENTIAL.access.en).fill('not-a-key')
    await page.getByRole('button', { name: WORDS.send.en, exact: true }).click()
    await page.locator('.send-refused').waitFor()
    await page.getByRole('button', { name: WORDS.back.en, exact: true }).click()
    expect(await page.locator('#part-title').innerText()).not.toBe('')
    expect(complaints).toEqual([])
    await close()
  })
})
