/** A bad line and an old phone, as a browser can play them: 400 kbit/s, two seconds for each answer, a processor a quarter as fast. */
import type { Page } from 'playwright-core'

const LINE = { offline: false, latency: 2000, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const SLOWER = 4

/** @returns the session of the page with its browser, which also tells what travels */
export async function slowed(page: Page) {
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', LINE)
  await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return line
}
