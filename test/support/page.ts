/**
 * A page under watch: a request that leaves this machine, an error in the console, a script that throws or anything that the
 * content security policy stops is written down, and `complaints` must be empty at the end of a journey.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { slowed } from './slow-line.ts'

export interface Watched {
  readonly page: Page
  /** What a careful reader would complain of so far, in order. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

const staysHere = (address: string) => {
  const url = new URL(address)
  return url.protocol === 'data:' || url.protocol === 'blob:' || url.protocol === 'about:' || LOOPBACK.has(url.hostname)
}

/** A refusal by the server (4xx) is part of a journey; Chromium reports it as an error of its own. */
const isRefusal = (message: string) => /^Failed to load resource: the server responded with a status of 4\d\d/.test(message)

/** A fresh page with nothing stored, 1280 pixels wide unless told. */
export async function watchedPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ja-JP', ...options })
  context.setDefaultTimeout(process.env.SLOW_LINE ? 240_000 : 15_000)
  const complaints: string[] = []
  await context.route(
    (url) => !staysHere(url.href),
    (route) => {
      complaints.push(`a request to ${new URL(route.request().url()).host}`)
      return route.abort()
    },
  )
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))
  })
  const page = await context.newPage()
  if (process.env.SLOW_LINE) await slowed(page)
  page.on('console', (message) => {
    if (message.type() === 'error' && !isRefusal(message.text())) complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`))
  return { page, complaints, close: () => context.close() }
}

/**
 * What axe finds against WCAG 2.2 AA and its best practices, one line a place. Empty means nothing found. Our pages have no frame of another
 * origin, so axe runs in the page itself ("legacy mode") instead of carrying its results into a second, blank page for each look.
 */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}
