/** A case worker sends a spreadsheet: looked through on the page, decided about, sent in parts, and its receipts kept. */
import { readFileSync } from 'node:fs'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { readReceipt } from '../../survey-schema/receipt-code.ts'
import type { Language } from '../../survey-schema/text.ts'
import { WORDS as CREDENTIAL } from '../../web/credential/words.ts'
import { WORDS } from '../../web/import/words.ts'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityFindings, watchedPage } from '../support/page.ts'
import { plainSubmission } from '../support/records.ts'
import { encode } from '../survey-schema/encode.ts'
import { SHELTER } from '../survey-schema/office-sheets.ts'
import { BAD_ROWS, NEXT_SHEET, OUTSIDER, SECRETS } from '../survey-schema/outsider.ts'
import { workbook } from '../survey-schema/workbook.ts'

describe('a file', () => {
  const { url, organisationKey, organisationSecret } = inject('demo')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  async function chosen(page: Page, language: Language, name: string, bytes: Uint8Array, decisions?: string) {
    await page.getByLabel(WORDS.file[language]).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
    if (decisions !== undefined) {
      await page.getByText(WORDS.more[language]).click()
      await page.getByLabel(WORDS.decisionsFile[language]).setInputFiles(decisions)
    }
    await button(page, WORDS.read[language]).click()
  }
  async function kept(page: Page, name: string): Promise<{ readonly path: string; readonly text: string }> {
    const waiting = page.waitForEvent('download')
    await button(page, name).click()
    const path = await ((await waiting) as Download).path()
    return { path, text: readFileSync(path, 'utf8') }
  }

  it.each([
    ['ja', 1280],
    ['en', 360],
  ] as const)(
    'P06 P72 in %s at %i px a sheet typed by an outsider is read in at most ten decisions and sent without a name in it',
    async (language, width) => {
      const { page, complaints, close } = await watchedPage(browser, { viewport: { width, height: 800 } })
      const sent: string[] = []
      page.on('request', (request) => {
        if (request.method() !== 'GET') sent.push(`${request.method()} ${new URL(request.url()).pathname} ${request.postData() ?? ''}`)
      })
      const findings: string[] = []
      const looked = async () => {
        findings.push(...(await accessibilityFindings(page)))
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(
          0,
        )
      }
      await page.goto(`${url}/import?lang=${language}`)
      await chosen(page, language, 'list.xlsx', workbook([OUTSIDER, { ...OUTSIDER, name: '一覧 (2)' }]))
      await page.getByRole('heading', { name: WORDS.decideHeading[language] }).waitFor()
      await looked()
      await button(page, WORDS.goOn[language]).click()
      await page.getByText(WORDS.yesNeeded[language]).waitFor()
      const whole = page.locator('.whole-file')
      const cards = page.getByLabel(WORDS.yes[language])
      expect((await cards.count()) + (await whole.locator('.decision').count())).toBeLessThanOrEqual(10)
      for (const card of await cards.all()) await card.check()
      await whole.locator('select').nth(0).selectOption('person_informed')
      await whole.locator('input[type=checkbox]').first().check()
      await whole.locator('select').nth(1).selectOption('ngo_shelter')
      await button(page, WORDS.goOn[language]).click()

      await page.getByText(WORDS.summary(50, 45, 5)[language]).waitFor()
      await looked()
      for (const row of BAD_ROWS) expect(await page.getByText(WORDS.rowAt(String(row))[language], { exact: true }).count()).toBe(1)
      expect(await page.locator('.column-fates tbody tr').count()).toBe(13)
      const decisions = await kept(page, WORDS.keepDecisions[language])
      expect(sent).toEqual([])

      await page.getByLabel(CREDENTIAL.access[language]).fill(organisationKey)
      await page.getByLabel(CREDENTIAL.secret[language]).fill(organisationSecret)
      await button(page, WORDS.send(45)[language]).click()
      await page.getByText(WORDS.withoutNeeded[language]).waitFor()
      await page.getByLabel(WORDS.without(5)[language]).check()
      // The other language sent this sheet before: its cases are corrected then.
      await page.getByLabel(WORDS.existingReplace[language]).check()
      await button(page, WORDS.send(45)[language]).click()
      await page.getByRole('heading', { name: WORDS.doneHeading[language] }).waitFor()
      await looked()
      const receipts = (await kept(page, WORDS.keepReceipts[language])).text.trim().split('\r\n')
      expect(receipts.length).toBe(46)
      if (language === 'ja') for (const line of receipts.slice(1)) expect(readReceipt(line.split(',')[3] ?? '')).toBe(line.split(',')[3])
      expect(
        sent.map((line) =>
          line
            .split(' ')
            .slice(0, 2)
            .join(' ')
            .replace(/[0-9a-f]{32}/, 'ID'),
        ),
        // What is to be corrected is signed for its next version; where the whole file was held before, also for the list of receipts.
      ).toEqual([
        'POST /api/v1/imports',
        'POST /api/v1/cases/held',
        'PUT /api/v1/imports/ID/parts/1',
        ...(language === 'en' ? ['POST /api/v1/cases/held'] : []),
        'POST /api/v1/imports/ID/commit',
      ])
      // Tags and signatures are long random digits, in which any four digits may stand.
      const read = sent.map((line) => line.replaceAll(/[0-9a-f]{32,}/g, ''))
      expect(SECRETS.filter((secret) => read.some((line) => line.includes(secret)))).toEqual([])

      await button(page, WORDS.another[language]).click()
      await chosen(page, language, 'next.xlsx', workbook([NEXT_SHEET]), decisions.path)
      await page.getByRole('heading', { name: WORDS.decideHeading[language] }).waitFor()
      // One new word, and nothing of what was decided before.
      expect(await page.getByLabel(WORDS.yes[language]).count()).toBe(1)
      await page.getByLabel(WORDS.yes[language]).check()
      await button(page, WORDS.goOn[language]).click()
      await page.getByText(WORDS.summary(5, 5, 0)[language]).waitFor()
      expect(findings).toEqual([])
      expect(complaints).toEqual([])
      await close()
    },
  )

  it.each(['ja', 'en'] as const)(
    'P06 P72 in %s the sheet of an office is read whole in at most ten decisions, and what waits is a link',
    async (language) => {
      const { page, complaints, close } = await watchedPage(browser, { viewport: { width: 800, height: 900 } })
      await page.goto(`${url}/import?lang=${language}`)
      await chosen(page, language, 'list.xlsx', workbook([SHELTER]))
      await page.getByRole('heading', { name: WORDS.decideHeading[language] }).waitFor()
      // A word on no list, and every state among its choices.
      const word = page.locator('.meaning', { hasText: '占い師' }).locator('select')
      expect(await word.locator('option').allTextContents()).toEqual(expect.arrayContaining([WORDS.leaveAnswerOut[language]]))
      await word.selectOption('recruited')
      let decisions = 1
      await button(page, WORDS.goOn[language]).click()
      const links = page.locator('.send-refused a')
      expect(await links.count()).toBeGreaterThan(9)
      for (const place of await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') as string)))
        expect(await page.locator(`[id="${place.slice(1)}"]`).count()).toBe(1)
      // A column that ticks one answer is left out like any other.
      const tick = page.locator('li.decision', { hasText: '監禁・監視' }).first()
      await tick.locator('select').first().selectOption('leave out')
      await page.locator('.form-actions button').nth(0).click()
      await page.locator('.form-actions button').nth(1).click()
      decisions += 3
      const whole = page.locator('.whole-file')
      await whole.locator('select').nth(0).selectOption('existing_record_rule')
      await whole.locator('input[type=checkbox]').first().check()
      await whole.locator('select').nth(1).selectOption('ngo_shelter')
      decisions += 3
      expect(await accessibilityFindings(page)).toEqual([])
      await button(page, WORDS.goOn[language]).click()
      await page.getByText(WORDS.summary(30, 30, 0)[language]).waitFor()
      expect(decisions).toBeLessThanOrEqual(10)
      console.log(`embassy officer, ${language}: 30 of 30 rows in ${decisions} decisions`)
      expect(await page.locator('.cells-read').textContent()).toMatch(language === 'en' ? /^\d+ cells = / : /^セル\d+個＝/)
      expect(await page.locator('.column-fates tr', { hasText: '監禁・監視' }).textContent()).toContain(WORDS.leftOut[language])
      expect(await accessibilityFindings(page)).toEqual([])
      await button(page, WORDS.decideAgain[language]).click()
      await page.getByRole('heading', { name: WORDS.decideHeading[language] }).waitFor()
      expect(complaints).toEqual([])
      await close()
    },
  )

  it('P12 goes on where the line dropped, and is held once', async () => {
    const { page, complaints, close } = await watchedPage(browser)
    const cases = Array.from({ length: 450 }, (_, number) => JSON.stringify(plainSubmission({ partner_case_key: `page-${number}` })))
    const parts: string[] = []
    let dropped = true
    await page.route('**/parts/2*', (route) => (dropped ? route.abort() : route.continue()))
    page.on('requestfinished', (request) => {
      if (request.method() === 'PUT') parts.push(new URL(request.url()).pathname.split('/').at(-1) as string)
    })
    await page.goto(`${url}/import?lang=en`)
    await chosen(page, 'en', 'cases.ndjson', Buffer.from(cases.join('\n')))
    await page.getByText(WORDS.summary(450, 450, 0).en).waitFor()
    await page.getByLabel(CREDENTIAL.access.en).fill(organisationKey)
    await page.getByLabel(CREDENTIAL.secret.en).fill(organisationSecret)
    await button(page, WORDS.send(450).en).click()
    await page.getByText(WORDS.lineLost.en).waitFor({ timeout: 60_000 })
    expect(parts).toEqual(['1'])
    const list = async () => {
      const ids: string[] = []
      for (let after: string | null = ''; after !== null; ) {
        const answer = await fetch(`${url}/api/v1/cases?after=${after}`, { headers: { Authorization: `Bearer ${organisationKey}` } })
        const { cases: found, next } = (await answer.json()) as { cases: { id: string }[]; next: string | null }
        ids.push(...found.map(({ id }) => id))
        after = next
      }
      return ids.length
    }
    const before = await list()
    dropped = false
    await button(page, WORDS.goOnSending.en).click()
    await page.getByText(WORDS.doneStored(450, 0, 0).en).waitFor({ timeout: 60_000 })
    expect(await list()).toBe(before + 450)
    expect(new Set((await kept(page, WORDS.keepReceipts.en)).text.match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){4}/g)).size).toBe(450)
    expect(complaints.filter((line) => !line.includes('ERR_FAILED'))).toEqual([])
    await close()
  })

  it('P72 in an encoding that its bytes do not decide is read as the partner chooses, with nothing sent', async () => {
    const { page, complaints, close } = await watchedPage(browser, { viewport: { width: 360, height: 800 } })
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url())
    })
    await page.goto(`${url}/import?lang=ja`)
    await chosen(page, 'ja', 'list.csv', encode('Номер,Гражданство\nК-1,Россия\nК-2,Украина\n', 'windows-1251', false))
    await page.getByRole('heading', { name: WORDS.encodingHeading.ja }).waitFor()
    expect(await page.locator('.encoding-preview pre').first().innerText()).toContain('К-1,Россия')
    expect(await accessibilityFindings(page)).toEqual([])
    await page.getByRole('radio').first().check()
    await button(page, WORDS.goOn.ja).click()
    await page.getByRole('heading', { name: WORDS.decideHeading.ja }).waitFor()
    expect(await page.locator('main').innerText()).toContain('Cyrillic (Windows-1251) · コンマ区切り')
    expect([sent, complaints]).toEqual([[], []])
    await close()
  })

  it('P06 whose rows rest on the organisation’s rule is sent after the register was asked, or shown with them refused', async () => {
    const { page, complaints, close } = await watchedPage(browser)
    const rows = [
      plainSubmission({ partner_case_key: 'rule-1', consent_basis: 'existing_record_rule' }),
      plainSubmission({ partner_case_key: 'rule-2' }),
    ]
    await page.goto(`${url}/import?lang=en`)
    await chosen(page, 'en', 'cases.ndjson', Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n')))
    await page.getByText(WORDS.restsOnRule(1).en).waitFor()
    await page.route('**/api/v1/organisation', async (route) => {
      const told = (await (await route.fetch()).json()) as object
      await route.fulfill({ json: { ...told, existing_record_rule: null } })
    })
    await page.getByLabel(CREDENTIAL.access.en).fill(organisationKey)
    await page.getByLabel(CREDENTIAL.secret.en).fill(organisationSecret)
    await button(page, WORDS.send(2).en).click()
    await page.getByText(WORDS.summary(2, 1, 1).en).waitFor()
    expect(await page.getByText(WORDS.restsOnRule(1).en).count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  it('P13 P16 that is nothing we read is refused in words, and what it says is not repeated', async () => {
    const { page, complaints, close } = await watchedPage(browser)
    await page.goto(`${url}/import?lang=en`)
    await chosen(page, 'en', 'scan.pdf', Buffer.from('%PDF-1.7 Yamanoue Hanako'))
    await page.getByText(WORDS.refusedFile.en).waitFor()
    expect(await page.locator('main').innerText()).not.toContain('Yamanoue')
    expect(await accessibilityFindings(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })
})
