/** A reader looks for tables: the page shows the published figures and no others, hands them out in few clicks, and says why a combination is not published. */
import { spawnSync } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { viewOfJsonStat } from '../../analysis/publication/figures/views/released-view.ts'
import { LANGUAGES } from '../../survey-schema/text.ts'
import { WORDS as EMBED } from '../../web/embed/words.ts'
import { showsNothing } from '../../web/explore/all-withheld.tsx'
import { FORMAT_WORDS, WORDS } from '../../web/explore/words.ts'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityFindings, watchedPage } from '../support/page.ts'

interface Dataset {
  readonly value: readonly (number | null)[]
  readonly status?: Readonly<Record<string, string>>
}

/** Figures in the cells of the table on the page; shares are not figures. */
const figuresOn = async (page: Page) =>
  (await page.locator('table.figures td.figure:not([data-status])').allInnerTexts())
    .filter((text) => /^[\d,]+$/.test(text))
    .map((text) => Number(text.replaceAll(',', '')))

describe('explore', () => {
  const { url, edition } = inject('demo')
  const api = `${url}/api/v1/editions/${edition}/tables`
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  it.each(LANGUAGES.map(({ id }) => id))(
    'P80 in %s a variable is picked, and page, JSON-stat and CSV show the same figures',
    async (language) => {
      const { page, complaints, close } = await watchedPage(browser)
      await page.goto(`${url}/explore?lang=${language}`)
      await page.getByLabel(WORDS.rows[language]).selectOption('citizenship')
      await page.locator('table.figures').waitFor()
      const released = (await (await fetch(`${api}?rows=citizenship@country&lang=${language}`)).json()) as Dataset
      const published = released.value.filter((figure) => figure !== null)
      expect(published.length).toBeGreaterThan(5)
      // The reader's page leaves out the line "no answer", which joins the three that it shows one by one.
      const shown = await figuresOn(page)
      expect(shown.length).toBeGreaterThan(5)
      expect(shown.filter((figure) => !published.includes(figure))).toEqual([])

      const csv = await (await fetch(`${api}?rows=citizenship@country&lang=${language}&format=csv`)).text()
      const inFile = csv.split(/\r?\n/).flatMap((line) => [...line.matchAll(/,"?(\d+)"?(?=,|$)/g)].map((match) => Number(match[1])))
      expect(inFile.toSorted((a, b) => a - b)).toEqual(published.toSorted((a, b) => a - b))
      expect(await accessibilityFindings(page)).toEqual([])
      expect(complaints).toEqual([])
      await close()
    },
  )

  it('P81 two variables: every number is a published one of 5 or more or a zero, and withheld is one sign without a number', async () => {
    const { page, complaints, close } = await watchedPage(browser)
    await page.goto(`${url}/explore?rows=contact_first_actor@group5&columns=citizenship@subregion&lang=en`)
    await page.locator('table.figures').waitFor()
    const shown = await figuresOn(page)
    expect(shown.filter((figure) => figure > 0 && figure < 5)).toEqual([])
    const signs = await page.locator('td[data-status=withheld]').allInnerTexts()
    expect(signs.length).toBeGreaterThan(0)
    expect(new Set(signs).size).toBe(1)
    const marks = await page.locator('td[data-status=withheld]').evaluateAll((cells) => new Set(cells.map((cell) => cell.outerHTML)).size)
    expect(marks).toBe(1)
    expect(await accessibilityFindings(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it.each(LANGUAGES.map(({ id }) => id))('P84 in %s a combination that is not published says so, with its reason', async (language) => {
    const { page, complaints, close } = await watchedPage(browser)
    await page.goto(`${url}/explore?rows=citizenship@country&columns=first_language@top6&lang=${language}`)
    await page.getByRole('heading', { name: WORDS.refused[language] }).waitFor()
    expect(await page.locator('.trouble').innerText()).toContain(WORDS.refusedWhy[language])
    expect(await page.locator('table.figures').count()).toBe(0)
    expect(await accessibilityFindings(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it.each([
    { language: 'ja', word: '国籍', width: 1280 },
    { language: 'en', word: 'citizenship', width: 360 },
  ] as const)(
    'P88 an analyst searches in $language at $width px, and has the table in Excel, Python and a page of their own in 5 clicks',
    async ({ language, word, width }) => {
      const { page, complaints, close } = await watchedPage(browser, {
        viewport: { width, height: 800 },
        acceptDownloads: true,
        permissions: ['clipboard-read', 'clipboard-write'],
      })
      let clicks = 0
      const click = (name: string | RegExp, role: 'link' | 'button' = 'button') => {
        clicks += 1
        return page.getByRole(role, { name }).first().click()
      }
      await page.goto(`${url}/explore?lang=${language}`)
      await page.getByLabel(WORDS.search[language]).fill(word)
      clicks += 1
      await page.locator('.search-found a').first().click()
      await page.locator('table.figures').waitFor()
      // The link is gone: whoever followed it is at the table.
      expect(await page.evaluate(() => document.activeElement?.matches('.found h2'))).toBe(true)
      const download = page.waitForEvent('download')
      await click(FORMAT_WORDS.xlsx[language], 'link')
      expect((await download).suggestedFilename()).toMatch(/citizenship-country\.xlsx$/)
      clicks += 1
      await page.getByText(WORDS.programs[language]).click()
      await click(WORDS.copyNamed(WORDS.inPython[language])[language])
      const snippet = await page.evaluate(() => navigator.clipboard.readText())
      const ran = spawnSync('python3', ['-c', `${snippet}\nprint(len(rows), sum(row["cases"] is None for row in rows))`], {
        encoding: 'utf8',
      })
      const { value, status = {} } = (await (await fetch(`${api}?rows=citizenship@country&lang=${language}`)).json()) as Dataset
      expect(ran.error ? null : ran.stdout.trim().split('\n').at(-1)).toBe(
        ran.error ? null : `${value.length} ${Object.keys(status).length}`,
      )
      expect(clicks).toBeLessThanOrEqual(5)
      console.log(`analyst, ${language}: search to Excel and Python in ${clicks} clicks`)
      expect(await accessibilityFindings(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)

      await page.getByText(WORDS.cite[language]).click()
      const [, address = ''] = /src="([^"]+)"/.exec((await page.locator('.copied-code').last().textContent()) ?? '') ?? []
      await page.goto(address.replaceAll('&amp;', '&'))
      await page.getByText(EMBED.source[language]).waitFor()
      await page.locator('.drawn img').waitFor()
      expect(await accessibilityFindings(page)).toEqual([])
      expect(complaints).toEqual([])
      await close()
    },
  )

  it('a table in which all is withheld says so, and leads to one with figures', async () => {
    const { page, complaints, close } = await watchedPage(browser)
    // Noise decides which: looked for among the tables, of two variables first.
    const { tables } = (await (await fetch(`${url}/api/v1/editions/${edition}`)).json()) as { tables: string[] }
    let found: readonly string[] = []
    for (const axes of tables.map((id) => id.split(',')).filter(({ length }) => length === 2)) {
      const answer = await fetch(`${api}?rows=${axes[0]}&columns=${axes[1]}&lang=ja`)
      if (!showsNothing(viewOfJsonStat(await answer.json(), axes))) continue
      found = axes
      break
    }
    const [rows, columns] = found
    expect(rows).toBeDefined()
    await page.goto(`${url}/explore?rows=${rows}&columns=${columns}&lang=ja`)
    await page.getByText(WORDS.allWithheld.ja).waitFor()
    await page.locator('.trouble button').click()
    await page.locator('.drawn img').waitFor()
    expect((await figuresOn(page)).length).toBeGreaterThan(0)
    expect(complaints).toEqual([])
    await close()
  })
})
