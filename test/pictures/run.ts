/**
 * `npm run pictures`: the two pictures of the README, taken of the demo: a page of the book, and one drawing of it. Their figures differ a
 * little from run to run, because every demo has keys of its own.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { PROJECT } from '../support/project-files.ts'

const FOLDER = join(PROJECT, 'docs/pictures')
/** Bytes: a README is read on a telephone, too. */
const LARGEST = 200_000

/** The first line that the demo prints. @throws Error when it ends before */
function started(demo: ChildProcess & { readonly stdout: Readable }): Promise<{ url: string; edition: string }> {
  return new Promise((resolve, reject) => {
    createInterface({ input: demo.stdout }).once('line', (line) => resolve(JSON.parse(line)))
    demo.once('exit', (code) => reject(new Error(`the demo ended with code ${code}`)))
  })
}

/** Its book can be read. */
async function published(url: string, edition: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const { ok } = await fetch(`${url}/api/v1/editions/${edition}/book?part=contents`)
    if (ok) return
    await pause(1000)
  }
  throw new Error('no edition was published')
}

const drawn = (page: Page) =>
  page.waitForFunction(() => {
    const figures = [...document.querySelectorAll('figure.drawn')]
    return figures.length > 0 && figures.every((figure) => figure.querySelector('img'))
  })

function keep(name: string, picture: Uint8Array): void {
  if (picture.length > LARGEST) throw new Error(`${name} has ${picture.length} bytes, more than ${LARGEST}`)
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, name), picture)
  process.stdout.write(`${join('docs/pictures', name)}  ${Math.round(picture.length / 1000)} kB\n`)
}

const data = mkdtempSync(join(tmpdir(), 'jnatip-pictures-'))
const demo = spawn(
  join(PROJECT, 'node_modules/.bin/tsx'),
  ['server/cli/cli.ts', 'demo', '--json', '--no-open', '--no-book', '--port', '0', '--data', data],
  { cwd: PROJECT, stdio: ['ignore', 'pipe', 'inherit'] },
)
const browser = await launchChromium()
try {
  const { url, edition } = await started(demo)
  await published(url, edition)
  const page = await browser.newPage({ viewport: { width: 1120, height: 760 } })
  await page.goto(`${url}/book?chapter=contact&lang=en`, { waitUntil: 'networkidle' })
  await drawn(page)
  keep('page.png', await page.screenshot())
  keep('figure.png', await page.locator('.book-block figure').first().screenshot())
} finally {
  await browser.close()
  const ended = new Promise((resolve) => demo.once('exit', resolve))
  demo.kill('SIGTERM')
  await ended
  rmSync(data, { recursive: true, force: true })
}
