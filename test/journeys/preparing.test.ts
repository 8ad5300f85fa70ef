/** Whoever opens a page while the first edition is being built sees how far it is, and then its figures, without doing anything. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Preparing } from '../../server/deps.ts'
import { type NodeServer, startNode } from '../../server/runtime/node.ts'
import { WORDS } from '../../web/frame/words.ts'
import { batch, network } from '../server/three-editions.ts'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityFindings, watchedPage } from '../support/page.ts'

const PAGE = '/explore?edition=2026-1&rows=gender&lang=en'

describe('an edition that is being built', () => {
  let running: Awaited<ReturnType<typeof network>>
  let node: NodeServer
  let browser: Browser
  let now: Preparing | null = { edition: '2026-1', done: 0.4 }
  beforeAll(async () => {
    running = await network()
    await running.open('2026-1')
    await running.send(batch(40, 3))
    await running.open('2026-2')
    node = await startNode({ dataDir: running.dataDir, port: 0, preparing: () => now })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await node?.close()
    running?.close()
  })

  it('is announced on the page, which tells how far it is and then shows the figures', async () => {
    const { page, complaints, close } = await watchedPage(browser)
    await page.goto(`${node.url}${PAGE}`)
    await page.getByText(WORDS.preparing(40).en).waitFor()
    expect(await page.locator('progress').getAttribute('value')).toBe('0.4')
    expect(await accessibilityFindings(page)).toEqual([])
    now = { edition: '2026-1', done: 0.9 }
    await page.getByText(WORDS.preparing(90).en).waitFor()
    await running.publish((await running.build(['2026-1'])).bundle)
    now = null
    await page.locator('table.figures').first().waitFor()
    expect(await page.locator('progress').count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })
})
