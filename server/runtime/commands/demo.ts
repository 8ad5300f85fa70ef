/** `demo`: the whole idea at work on a fictional network, and its pages. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { POLICY_V1 } from '../../../analysis/disclosure/policy.ts'
import { exampleCommand } from '../../demo/example.ts'
import { bank, headlines } from '../../demo/headlines.ts'
import { answers } from '../../demo/question-bank.ts'
import { EDITION, runDemo } from '../../demo/run.ts'
import { defineCommand } from '../command.ts'
import { wholeNumber } from '../options.ts'

interface Options {
  readonly cases: number
  readonly seed: number
  readonly port: number
  readonly open: boolean
  readonly once?: boolean
  readonly data?: string
}

const MOST_CASES = 100_000

export function register(program: Command): void {
  defineCommand<Options>(program, {
    usage: 'demo',
    summary: 'a fictional network of twelve partners: cases in, tables out, pages open',
    options: (command) =>
      command
        .option('--cases <n>', 'cases of the fictional network', wholeNumber('--cases', POLICY_V1.smallestEdition, MOST_CASES), 480)
        .option('--seed <n>', 'another seed, another network', wholeNumber('--seed', 0, 2 ** 31 - 1), 1)
        .option('--port <n>', 'port on 127.0.0.1; 0 takes any that is free', wholeNumber('--port', 0, 65_535), 8787)
        .option('--no-open', 'do not open a browser')
        .option('--once', 'print the headline tables and end')
        .option('--data <dir>', 'an empty folder to keep; a temporary one unless given'),
    async run({ terminal, options: { cases, seed, port, open, once = false, data } }) {
      const dataDir = data ?? mkdtempSync(join(tmpdir(), 'jnatip-fictional-'))
      const leave = () => {
        if (data === undefined) rmSync(dataDir, { recursive: true, force: true })
      }
      try {
        const { server, bundle, bundleFile, organisationKey, truth } = await runDemo({ cases, seed, port, dataDir }, terminal)
        terminal.result(
          { url: server.url, organisationKey, dataDir, bundle: bundleFile, edition: EDITION },
          [
            headlines(bundle),
            bank(answers(bundle, truth)),
            ...(once
              ? []
              : [
                  '',
                  `Pages: ${server.url}`,
                  `Key of a fictional partner: ${organisationKey}`,
                  'Try the door:',
                  exampleCommand(server.url, organisationKey),
                  '',
                  'Ctrl-C ends the demo.',
                ]),
          ].join('\n'),
        )
        if (!once) {
          if (open && !terminal.json && process.stdout.isTTY) openBrowser(server.url)
          await told()
        }
        await server.close()
      } finally {
        leave()
      }
    },
  })
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
