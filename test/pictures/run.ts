/**
 * `npm run pictures`: the pictures of the documents, taken of the demo: a page and a drawing of the book for the README, and the import of a list of
 * invented people for partners. Figures differ a little from run to run, because every demo has keys of its own. `npm run pictures -- ADDRESS` takes them of a demo that runs already.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { EDITION } from '../../server/demo/run.ts'
import { WORDS } from '../../web/import/words.ts'
import { launchChromium } from '../support/chromium.ts'
import { PROJECT } from '../support/project-files.ts'
import { CONSULATE } from '../survey-schema/office-sheets.ts'
import { workbook } from '../survey-schema/workbook.ts'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const FOLDER = join(PROJECT, 'docs/pictures')
/** Bytes: a README is read on a telephone, too. */
const LARGEST = 200_000

/** Stands in the first line that the demo prints. @throws Error when it ends before */
function addressOf(demo: ChildProcess & { readonly stdout: Readable }): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface({ input: demo.stdout }).once('line', (line) => resolve((JSON.parse(line) as { url: string }).url))
    demo.once('exit', (code) => reject(new Error(`the demo ended with code ${code}`)))
  })
}

/** Its book can be read. */
async function published(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const { ok } = await fetch(`${url}/api/v1/editions/${EDITION}/book?part=contents`)
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

/** A demo of its own, in a folder that is gone afterwards. */
async function ownDemo(): Promise<{ url: string; end: () => Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'jnatip-pictures-'))
  const demo = spawn(
    join(PROJECT, 'node_modules/.bin/tsx'),
    ['server/cli/cli.ts', 'demo', '--json', '--no-open', '--no-book', '--port', '0', '--data', data],
    { cwd: PROJECT, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const end = async () => {
    const ended = new Promise((resolve) => demo.once('exit', resolve))
    demo.kill('SIGTERM')
    await ended
    rmSync(data, { recursive: true, force: true })
  }
  return { url: await addressOf(demo), end }
}

const [address] = process.argv.slice(2)
const { url, end } = address ? { url: address, end: async () => {} } : await ownDemo()
const browser = await launchChromium()
try {
  await published(url)
  const page = await browser.newPage({ viewport: { width: 1120, height: 800 } })
  await page.goto(`${url}/explore?edition=${EDITION}&rows=contact_first_actor@group5&lang=en`, { waitUntil: 'networkidle' })
  await drawn(page)
  keep('page.png', await page.screenshot())
  await page.goto(`${url}/book?chapter=contact&lang=en`, { waitUntil: 'networkidle' })
  await drawn(page)
  const block = page.locator('.book-block', { hasText: 'by first person to help' })
  keep('figure.png', await block.locator('figure').first().screenshot())
  await page.setViewportSize({ width: 900, height: 1000 })
  await page.goto(`${url}/import?lang=en`, { waitUntil: 'networkidle' })
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'cases.xlsx', mimeType: WORKBOOK, buffer: Buffer.from(workbook([CONSULATE])) })
  await page.getByRole('button', { name: WORDS.read.en, exact: true }).click()
  await page.getByRole('heading', { name: WORDS.decideHeading.en }).waitFor()
  keep('import.png', await page.screenshot())
} finally {
  await browser.close()
  await end()
}
