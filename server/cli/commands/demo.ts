/** `demo`: the whole idea at work on a fictional network, and its pages. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { POLICY_V2 } from '../../../analysis/policy/policy.ts'
import { makeBook, placeOfBook } from '../../demo/book-beside.ts'
import { exampleCommand } from '../../demo/example.ts'
import { EDITION, startDemo } from '../../demo/run.ts'
import { DEMO_PASSWORD, signInLines } from '../../demo/sign-ins.ts'
import { threeLines } from '../../demo/three-lines.ts'
import { secondsNow } from '../../runtime/clock.ts'
import { defineCommand } from '../command.ts'
import { wholeNumber } from '../options.ts'
import type { Terminal } from '../terminal.ts'

interface Options {
  readonly cases: number
  readonly seed: number
  readonly port: number
  readonly open: boolean
  readonly once?: boolean
  readonly tables?: boolean
  readonly data?: string
  /** False for `--no-book`. */
  readonly book: string | boolean
}

const MOST_CASES = 100_000

export function register(command: Command): void {
  defineCommand<Options>(command, {
    options: (one) =>
      one
        .option('--cases <n>', 'cases of the fictional network', wholeNumber('--cases', POLICY_V2.smallestEdition, MOST_CASES), 480)
        .option('--seed <n>', 'another seed, another network', wholeNumber('--seed', 0, 2 ** 31 - 1), 1)
        .option('--port <n>', 'port on localhost; 0 takes any that is free', wholeNumber('--port', 0, 65_535), 8787)
        .option('--no-open', 'do not open a browser')
        .option('--once', 'print the headline tables and end')
        .option('--tables', 'print the headline tables, the question bank and a command that sends a case')
        .option('--data <dir>', 'an empty folder to keep; a temporary one unless given')
        .option('--book <dir>', "folder for the data book, to be made; the server's own unless given")
        .option('--no-book', 'make no data book'),
    async run({ terminal, options }) {
      const dataDir = options.data ?? mkdtempSync(join(tmpdir(), 'jnatip-fictional-'))
      try {
        await runDemo(dataDir, options, terminal)
      } finally {
        if (options.data === undefined) rmSync(dataDir, { recursive: true, force: true })
      }
    },
  })
}

async function runDemo(dataDir: string, { cases, seed, port, open, once = false, tables = false, book }: Options, terminal: Terminal) {
  const demo = await startDemo({ cases, seed, port, dataDir }, terminal)
  try {
    const { url, organisationKey, organisationSecret, invitations, signIns, bundleFile } = demo
    const ended = once ? new Promise<'ended'>(() => {}) : untilEnded()
    if (!once) {
      terminal.say(threeLines(url, organisationKey, organisationSecret))
      terminal.say(signInLines(url, secondsNow()))
      if (invitations[0]) terminal.say(`An affected person answers by invitation: ${url}/answer#${invitations[0]}`)
      if (open && !terminal.json && process.stdout.isTTY) openBrowser(url)
    }
    const building = progressOf(terminal)
    const built = await Promise.race([demo.build(building.to), ended]).finally(building.stop)
    if (built === 'ended') return
    // With --once the server ends, and with it the folder that it offers files from.
    const out = typeof book === 'string' ? resolve(book) : once ? mkdtempSync(join(tmpdir(), 'fictional-data-book-')) : null
    const task = book === false ? null : { bundleFile, dataDir, edition: EDITION, out }
    const ready = {
      url,
      organisationKey,
      organisationSecret,
      invitations,
      password: DEMO_PASSWORD,
      signIns,
      dataDir,
      bundle: bundleFile,
      edition: EDITION,
      ...(task === null ? {} : { book: placeOfBook(task) }),
    }
    if (terminal.json) terminal.result(ready)
    else if (once || tables) {
      // Loaded where it is wanted: the address stands on the screen sooner.
      const { tablesToPrint } = await import('../../demo/tables-to-print.ts')
      terminal.result(ready, tablesToPrint(bundleFile, demo.truth()))
    }
    if (tables) terminal.say(`\nTo send a case by hand:\n${exampleCommand(url, organisationKey, organisationSecret)}\n`)
    if (task !== null) {
      terminal.say('The figures are there. Making the data book in Japanese and English: about half a minute on a quiet machine.')
      if (!(await makeBook(task, ended))) return
      terminal.say(`The data book of the fictional network: ${once ? ready.book : `${url}/book${out === null ? '' : ` and ${out}`}`}`)
    }
    if (once) return
    terminal.say('All is there. Ctrl-C ends the demo.')
    if (!terminal.json) terminal.result(ready, threeLines(url, organisationKey, organisationSecret))
    await ended
  } finally {
    await demo.close()
  }
}

/** Percent of the build. */
const QUARTER = 25

/** A bar on a terminal; elsewhere a line for each quarter. */
function progressOf(terminal: Terminal) {
  const line = (percent: number) => `Edition ${EDITION} is being built: ${percent}%`
  const bar = terminal.progress(`Edition ${EDITION} is being built`, 100)
  let said = 0
  if (!process.stderr.isTTY) terminal.say(line(0))
  return {
    to(share: number): void {
      const percent = Math.round(share * 100)
      bar.to(percent)
      if (process.stderr.isTTY || percent < said + QUARTER) return
      said = percent - (percent % QUARTER)
      terminal.say(line(said))
    },
    stop: () => bar.stop(),
  }
}

/** Resolved when somebody ends the demo. */
const untilEnded = () =>
  new Promise<'ended'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve('ended'))
  })

/** A browser shows the page where there is one; where there is none, nothing happens. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin' ? ['open', url] : process.platform === 'win32' ? ['cmd', '/c', 'start', '', url] : ['xdg-open', url]
  spawn(command as string, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
