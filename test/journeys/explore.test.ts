/** A reader looks for tables: the page shows the published figures and no others, and says why a combination is not published. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { LANGUAGES } from '../../survey-schema/text.ts'
import { WORDS } from '../../web/explore/words.ts'
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
})
