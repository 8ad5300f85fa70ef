/** `demo`: the whole idea at work on a fictional network, and its pages. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { POLICY_V1 } from '../../../analysis/policy/policy.ts'
import { bookOf } from '../../../analysis/publication/book/book.ts'
import { factSheets } from '../../../analysis/publication/book/fact-sheets/sheets.ts'
import { TOPICS } from '../../../analysis/publication/book/fact-sheets/topics.ts'
import { PLAN } from '../../../analysis/publication/book/plan/plan.ts'
import { exampleCommand } from '../../demo/example.ts'
import { bank, headlines, sheets } from '../../demo/headlines.ts'
import { answers } from '../../demo/question-bank.ts'
import { EDITION, runDemo } from '../../demo/run.ts'
import { Refusal } from '../../runtime/refusal.ts'
import { checksum } from '../../sealing/checksum.ts'
import { defineCommand } from '../command.ts'
import { wholeNumber } from '../options.ts'
import type { Terminal } from '../terminal.ts'

interface Options {
  readonly cases: number
  readonly seed: number
  readonly port: number
  readonly open: boolean
  readonly once?: boolean
  readonly data?: string
  /** False for `--no-book`. */
  readonly book: string | boolean
}

const MOST_CASES = 100_000

export function register(command: Command): void {
  defineCommand<Options>(command, {
    options: (one) =>
      one
        .option('--cases <n>', 'cases of the fictional network', wholeNumber('--cases', POLICY_V1.smallestEdition, MOST_CASES), 480)
        .option('--seed <n>', 'another seed, another network', wholeNumber('--seed', 0, 2 ** 31 - 1), 1)
        .option('--port <n>', 'port on 127.0.0.1; 0 takes any that is free', wholeNumber('--port', 0, 65_535), 8787)
        .option('--no-open', 'do not open a browser')
        .option('--once', 'print the headline tables and end')
        .option('--data <dir>', 'an empty folder to keep; a temporary one unless given')
        .option('--book <dir>', 'folder for the data book, to be made; one in the temporary folder unless given')
        .option('--no-book', 'make no data book'),
    async run({ terminal, options: { cases, seed, port, open, once = false, data, book } }) {
      const dataDir = data ?? mkdtempSync(join(tmpdir(), 'jnatip-fictional-'))
      const leave = () => {
        if (data === undefined) rmSync(dataDir, { recursive: true, force: true })
      }
      try {
        const { server, bundle, bundleFile, organisationKey, truth } = await runDemo({ cases, seed, port, dataDir }, terminal)
        const out = book === false ? null : typeof book === 'string' ? resolve(book) : mkdtempSync(join(tmpdir(), 'fictional-data-book-'))
        terminal.result(
          { url: server.url, organisationKey, dataDir, bundle: bundleFile, edition: EDITION, ...(out === null ? {} : { book: out }) },
          [
            headlines(bundle),
            bank(answers(bundle, truth)),
            sheets(factSheets(bookOf(bundle, [], PLAN, checksum)), TOPICS),
            ...(once
              ? []
              : [
                  '',
                  `Pages: ${server.url}`,
                  `Key of a fictional partner: ${organisationKey}`,
                  'Send a case:',
                  exampleCommand(server.url, organisationKey),
                ]),
          ].join('\n'),
        )
        if (!once && open && !terminal.json && process.stdout.isTTY) openBrowser(server.url)
        const ended = once ? null : told()
        if (out !== null) await makeBook(bundleFile, out, ended ?? new Promise(() => {}), terminal)
        if (ended) {
          terminal.say('Ctrl-C ends the demo.')
          await ended
        }
        await server.close()
      } finally {
        leave()
      }
    },
  })
}

const BOOK_FORMATS = 'html,pdf,fact-sheets,docx,xlsx,bibtex,ris'

/** In a process of its own, as editors would: the pages answer meanwhile. @param given up when it is resolved, and then nothing is left */
async function makeBook(bundleFile: string, out: string, given: Promise<void>, terminal: Terminal): Promise<void> {
  terminal.say('\nMaking the data book in Japanese and English: about half a minute on a quiet machine.')
  const [cli = ''] = process.argv.slice(1)
  const child = spawn(process.execPath, [...process.execArgv, cli, 'book', bundleFile, '--to', BOOK_FORMATS, '--out', out], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const closed = new Promise<number | null>((done) => child.once('close', done))
  const end = () => child.kill('SIGTERM')
  process.once('exit', end)
  const code = await Promise.race([closed, given.then(() => 'given up' as const)])
  process.off('exit', end)
  if (code === 'given up') {
    end()
    await closed
    for (const name of readdirSync(dirname(out)).filter((entry) => entry.startsWith(`.${basename(out)}.part-`)))
      rmSync(join(dirname(out), name), { recursive: true, force: true })
    if (existsSync(out) && readdirSync(out).length === 0) rmSync(out, { recursive: true })
  } else if (code === 0) terminal.say(`The data book of the fictional network: ${out}`)
  else throw new Refusal('no-book', 'the data book could not be made')
}

/** Until somebody ends it. */
const told = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })

/** A browser shows the page where there is one; where there is none, nothing happens. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin' ? ['open', url] : process.platform === 'win32' ? ['cmd', '/c', 'start', '', url] : ['xdg-open', url]
  spawn(command as string, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
