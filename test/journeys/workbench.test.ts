/** An author picks tables, puts them in order and writes beside them; the file is made in the browser and no request carries a word of it. */
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityFindings, watchedPage } from '../support/page.ts'

/** Words that stand nowhere else; looked for in every request. */
const WORDS = { title: '最初の扉をたたく人たち', whole: '秘密の前書き', one: '借金という鎖', two: 'Unmistakable remark' }

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

/** Everything that a request says, with its encodings undone. */
function saidBy(request: Request): string {
  const told = [request.url(), request.postData() ?? '', ...Object.values(request.headers())].join('\n')
  const decoded = [told]
  try {
    decoded.push(decodeURIComponent(told))
  } catch {}
  return decoded.join('\n')
}

const carriesWords = (told: string) =>
  Object.values(WORDS).some(
    (words) =>
      told.includes(words) ||
      told.includes(Buffer.from(words).toString('base64').slice(0, -4)) ||
      told.includes(JSON.stringify(words).slice(1, -1)),
  )

async function downloaded(page: Page, name: RegExp): Promise<Record<string, string>> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  const file = await waiting
  const entries = Object.entries(unzipSync(readFileSync(await file.path())))
  return Object.fromEntries(entries.map(([path, bytes]) => [path, strFromU8(bytes)]))
}

const textIn = (xml: string) => [...xml.matchAll(/<(?:w:)?t\b[^>]*>([^<]*)</g)].map(([, text]) => text ?? '')

describe('the workbench', () => {
  const { url } = inject('demo')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  it('P88 three tables, put in order, with words in Japanese that stay in this browser, become one file', async () => {
    const { page, complaints, close } = await watchedPage(browser, { acceptDownloads: true })
    const requests: string[] = []
    page.on('request', (request) => requests.push(saidBy(request)))

    await page.goto(`${url}/book?chapter=people&lang=ja`, { waitUntil: 'networkidle' })
    await page.locator('#table-2-4 .add-here').first().click()
    await page.locator('#table-2-4 .add-held a').first().click()
    await page.getByRole('heading', { name: '資料を作る' }).waitFor()
    await page.locator('.add-from select').last().selectOption('contact')
    await page.waitForSelector('.add-table')
    for (const place of [0, 1]) await page.locator('.add-table li button').nth(place).click()
    const captions = () => page.locator('.chosen-head h3').allTextContents()
    const before = await captions()
    expect(before).toHaveLength(3)

    // By keyboard alone: the last table goes up twice, and the focus stays with it.
    const last = page.locator('.chosen-table').nth(2).locator('[data-by="-1"]')
    await last.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    const plain = (all: readonly string[]) => all.map((text) => text.replace(/^\d+ /, ''))
    expect(plain(await captions())).toEqual(plain([before[2]!, before[0]!, before[1]!]))
    expect(await page.evaluate(() => document.activeElement?.closest('.chosen-table')?.querySelector('h3')?.textContent)).toMatch(/^1 /)

    await page.getByLabel('題', { exact: true }).fill(WORDS.title)
    await page.getByLabel('文章', { exact: true }).fill(`# ${WORDS.whole}\n本文は**「ここ」**から。`)
    await page.getByLabel('1番目の表に付ける文章').fill(`- ${WORDS.one}\n- 二つ目`)
    await page.getByLabel('3番目の表に付ける文章').fill(WORDS.two)
    expect(await accessibilityFindings(page)).toEqual([])

    await page.reload({ waitUntil: 'networkidle' })
    expect(await page.getByLabel('題', { exact: true }).inputValue()).toBe(WORDS.title)
    expect(await page.getByLabel('1番目の表に付ける文章').inputValue()).toContain(WORDS.one)
    expect(plain(await captions())).toEqual(plain([before[2]!, before[0]!, before[1]!]))

    const word = await downloaded(page, /Word/)
    const body = word['word/document.xml']!
    // A table too wide for a page stands in parts, each with its own head.
    const tables = body.split('<w:tbl>').slice(1)
    expect(tables.length).toBeGreaterThanOrEqual(3)
    expect(tables.filter((table) => !table.includes('<w:tblHeader/>'))).toEqual([])
    const said = textIn(body)
    for (const words of Object.values(WORDS)) expect(said).toContain(words)
    const places = [WORDS.title, WORDS.whole, WORDS.one, WORDS.two].map((words) => said.indexOf(words))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    for (const part of ['集計対象：', '引用：', '注：', 'x＝秘匿'])
      expect(said.filter((text) => text.includes(part)).length, part).toBeGreaterThanOrEqual(3)

    const sheets = await downloaded(page, /Excel/)
    expect(Object.keys(sheets).filter((path) => path.startsWith('xl/worksheets/'))).toHaveLength(4)
    expect(textIn(sheets['xl/worksheets/sheet1.xml']!).join('\n')).toContain(WORDS.one)

    expect(requests.length).toBeGreaterThan(5)
    expect(requests.filter(carriesWords)).toEqual([])
    expect(complaints).toEqual([])

    await page.getByRole('button', { name: 'すべて消す' }).click()
    await page.getByRole('button', { name: '消す', exact: true }).click()
    await page.getByText('すべて消しました。').waitFor()
    expect(await page.evaluate(() => Object.entries(window.localStorage).filter(([name]) => name !== 'language'))).toEqual([])
    await page.reload({ waitUntil: 'networkidle' })
    expect(await page.getByLabel('題', { exact: true }).inputValue()).toBe('')
    expect(await page.locator('.chosen-table').count()).toBe(0)
    await close()
  })

  it('P80 P88 tables found by their variables stand in it as they were turned, and in its file without a number', async () => {
    const { page, complaints, close } = await watchedPage(browser, { acceptDownloads: true })
    for (const query of ['rows=citizenship@subregion&columns=contact_first_actor@group5', 'rows=gender@list']) {
      await page.goto(`${url}/explore?${query}&lang=ja`, { waitUntil: 'networkidle' })
      await page.getByRole('button', { name: '資料に加える' }).click()
      await page.locator('.add-held a').waitFor()
      expect(await accessibilityFindings(page)).toEqual([])
    }
    await page.locator('.add-held a').click()
    await page.waitForSelector('.chosen-table')
    const captions = ['国籍 × 最初につながった機関', '性別']
    const named = await page.locator('.chosen-head h3').allTextContents()
    expect(named.map((text) => text.replace(/^\d+ /, ''))).toEqual(captions)
    await page.locator('.chosen-figures summary').first().click()
    const rows = await page.locator('.chosen-figures').first().locator('tbody th').allTextContents()
    expect(rows).toContain('東南アジア')
    const sheets = await downloaded(page, /Excel/)
    const heads = textIn(sheets['xl/worksheets/sheet2.xml']!)
    expect(heads.some((text) => text.includes(captions[0]!))).toBe(true)
    expect(heads.some((text) => /^表\d/.test(text))).toBe(false)
    expect(complaints).toEqual([])
    await close()
  })

  it.each([
    { language: 'ja', width: 360 },
    { language: 'en', width: 1280 },
  ])(
    'P72 in $language at $width px a chosen table with its figures and a preview fits and has no accessibility finding',
    async ({ language, width }) => {
      const { page, complaints, close } = await watchedPage(browser, { viewport: { width, height: 900 } })
      await page.goto(`${url}/workbench?lang=${language}`, { waitUntil: 'networkidle' })
      await page.locator('.add-from select').last().selectOption('law')
      await page.waitForSelector('.add-table')
      for (const place of [0, 2]) await page.locator('.add-table li button').nth(place).click()
      await page
        .locator('.own-words textarea')
        .first()
        .fill(`# ${WORDS.whole}\n\n1. **a**\n2. [b](https://example.org)\n\n<script>document.title = 'run'</script>`)
      await page.locator('.own-words summary').first().click()
      await page.locator('.chosen-figures summary').first().click()
      expect(await page.locator('.written-text ol li').count()).toBe(2)
      expect(await page.locator('.written-text script').count()).toBe(0)
      expect(await page.title()).not.toBe('run')
      expect(await fits(page)).toBe(true)
      expect(await accessibilityFindings(page)).toEqual([])
      expect(complaints).toEqual([])
      await close()
    },
  )

  it.each(['ja', 'en'] as const)(
    'P88 an author has three tables of a chapter and their figures in Word in 5 clicks, in %s',
    async (language) => {
      const { page, complaints, close } = await watchedPage(browser, { acceptDownloads: true })
      await page.goto(`${url}/book?chapter=contact&lang=${language}`, { waitUntil: 'networkidle' })
      let clicks = 0
      for (let table = 0; table < 3; table += 1, clicks += 1) await page.locator('button.add-here').first().click()
      clicks += 2
      await page.locator('.add-held a').first().click()
      await page.locator('.chosen-figures').nth(2).waitFor()
      const word = await downloaded(page, /Word/)
      expect(clicks).toBeLessThanOrEqual(5)
      console.log(`author, ${language}: three tables and their figures in Word in ${clicks} clicks`)
      expect(Object.keys(word).filter((path) => /^word\/media\/figure\d\.png$/.test(path))).toHaveLength(3)
      const body = word['word/document.xml']!
      expect(body.match(/<wp:docPr [^>]*descr="[^"]+"/g)).toHaveLength(3)
      expect(await accessibilityFindings(page)).toEqual([])
      expect(complaints).toEqual([])
      await close()
    },
  )
})
