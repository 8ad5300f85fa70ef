/** Pages over a bad line on an old phone: bytes of the first load as they travel, and seconds until the page can be used. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { PROGRAM } from '../support/program.ts'
import { slowed } from '../support/slow-line.ts'
import { serverProcess } from './server-process.ts'

/** What must be seen, and the seconds that it may take; null where nothing is promised but bytes. */
const SIGHTS = [
  { name: 'form', path: '/questionnaire', seen: '.question input, .question select', seconds: 6, kilobytes: 150 },
  { name: 'start', path: '/', seen: 'h1', seconds: 4, kilobytes: 90 },
  { name: 'explore, first table', path: '/explore?rows=citizenship@country', seen: 'table.figures', seconds: 9, kilobytes: 150 },
  { name: 'book', path: '/book', seen: 'main h1', seconds: null, kilobytes: 350 },
  { name: 'a chapter', path: '/book?chapter=routes', seen: 'main h2', seconds: null, kilobytes: 350 },
  { name: 'workbench', path: '/workbench', seen: 'main h1', seconds: null, kilobytes: 350 },
  { name: 'import', path: '/import', seen: 'main h1', seconds: null, kilobytes: 350 },
  { name: 'sign in', path: '/sign-in', seen: 'main h1', seconds: null, kilobytes: 350 },
] as const

/** @param running the address of a server that has published; without it one is started */
export async function benchWeb(print: (line: string) => void, running: string | null = null): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jnatip-bench-web-'))
  const options = ['--cases', '480', '--json', '--no-open', '--no-book', '--port', '0', '--data', join(folder, 'data')]
  const server = running === null ? await serverProcess(PROGRAM, 'demo', ...options) : null
  const browser = await launchChromium()
  print('web: slow 3G (400 kbit/s, 2 s), processor a quarter as fast')
  try {
    for (const { name, path, seen, seconds, kilobytes } of SIGHTS) {
      const { bytes, took } = await first(browser, `${running ?? server?.url}${path}${path.includes('?') ? '&' : '?'}lang=ja`, seen)
      print(
        `  ${name.padEnd(22)} ${(bytes / 1000).toFixed(0).padStart(4)} kB (goal ${kilobytes}), seen after ${took.toFixed(1)} s${seconds === null ? '' : ` (goal ${seconds})`}`,
      )
    }
  } finally {
    await browser.close()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A reader who was never here. @returns bytes of all answers until the page asks for no more, and seconds until `seen` is there */
async function first(browser: Browser, address: string, seen: string): Promise<{ readonly bytes: number; readonly took: number }> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  const line = await slowed(page)
  let bytes = 0
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  const start = performance.now()
  await page.goto(address, { waitUntil: 'commit', timeout: 120_000 })
  await page.locator(seen).first().waitFor({ timeout: 120_000 })
  const took = (performance.now() - start) / 1000
  const before = bytes
  await page.waitForLoadState('networkidle', { timeout: 120_000 })
  await context.close()
  return { bytes: Math.max(before, bytes), took }
}
