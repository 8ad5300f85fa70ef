/** A reader of a book with two editions sets them side by side, on a desk and on a telephone. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type NodeServer, startNode } from '../../server/runtime/node.ts'
import { batch, network } from '../server/three-editions.ts'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityFindings, watchedPage } from '../support/page.ts'

describe('two editions, too small for crosstabs', () => {
  let running: Awaited<ReturnType<typeof network>>
  let node: NodeServer
  let browser: Browser
  beforeAll(async () => {
    running = await network()
    await running.open('2026-1')
    await running.send(batch(160, 3))
    await running.open('2026-2')
    await running.publish((await running.build(['2026-1'])).bundle)
    await running.send(batch(150, 4))
    await running.open('2026-3')
    await running.publish((await running.build(['2026-2'])).bundle)
    node = await startNode({ dataDir: running.dataDir, port: 0 })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await node?.close()
    running?.close()
  })

  it.each([
    { language: 'ja', width: 1280, beside: '版ごとの数値を並べて見る' },
    { language: 'en', width: 360, beside: 'Editions side by side' },
  ])(
    'P80 stand beside each other in $language at $width px with the figures that each of them prints',
    async ({ language, width, beside }) => {
      const { page, complaints, close } = await watchedPage(browser, { viewport: { width, height: 900 } })
      await page.goto(`${node.url}/book?edition=2026-2&chapter=people&lang=${language}`, { waitUntil: 'networkidle' })
      const frame = page.locator('#table-2-4 details.book-beside')
      await frame.getByText(beside).click()
      const heads = await frame.locator('table').first().locator('thead th').allTextContents()
      expect(heads.slice(1, 3)).toEqual(['2026-1', '2026-2'])
      const rows = await frame
        .locator('table')
        .first()
        .locator('tbody tr')
        .evaluateAll((lines) => lines.map((line) => [...line.querySelectorAll('th, td')].map((cell) => cell.firstChild?.textContent ?? '')))
      const sums = rows.filter((cells) => cells.slice(1, 3).every((text) => /^\d+$/.test(text)) && /^\d+$/.test(cells[3] ?? ''))
      expect(sums.length).toBeGreaterThan(1)
      for (const [, first, second, sum] of sums) expect(Number(first) + Number(second)).toBe(Number(sum))
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      expect(await accessibilityFindings(page)).toEqual([])
      await page.goto(`${node.url}/book?edition=2026-1&chapter=people&lang=${language}`, { waitUntil: 'networkidle' })
      await page.waitForSelector('#table-2-4')
      expect(await page.locator('details.book-beside').count()).toBe(0)
      expect(complaints).toEqual([])
      await close()
    },
  )
})
