/** `serve`: the server on one machine, until it is told to stop. */
import type { Command } from 'commander'
import { eventLog } from '../../http/events.ts'
import { type NodeServer, startNode } from '../../runtime/node.ts'
import { environmentSettings, readSettings } from '../../runtime/settings.ts'
import { defineCommand } from '../command.ts'
import { clearOften } from '../heap.ts'

interface Options {
  readonly data?: string
  readonly port?: string
  readonly host?: string
  readonly behindProxy?: boolean
  readonly origin?: string
  readonly tickSeconds?: string
  readonly confirmLedger?: boolean
  readonly rebuildLedger?: boolean
  readonly newLogKey?: boolean
}

export function register(command: Command): void {
  defineCommand<Options>(command, {
    options: (one) =>
      one
        .option('--data <dir>', 'folder of the database (JNATIP_DATA; ./data unless given)')
        .option('--port <n>', 'port (JNATIP_PORT; 8787 unless given)')
        .option('--host <address>', 'address to listen on (JNATIP_HOST; 127.0.0.1 unless given)')
        .option('--behind-proxy', 'a proxy in front of this server ends TLS (JNATIP_BEHIND_PROXY)')
        .option(
          '--origin <address>',
          'address under which people open the pages, https://HOST (JNATIP_ORIGIN); without it people sign in on this machine alone',
        )
        .option('--tick-seconds <n>', 'how often withdrawals are carried out (JNATIP_TICK; 60 unless given, 120 at most)')
        .option(
          '--confirm-ledger',
          'open intake although database and ledger of withdrawals grew apart, or the log of a killed server is lost: you know why',
        )
        .option(
          '--rebuild-ledger',
          'make the ledger of withdrawals, and the list of ended access, anew from what is left of them and from the database, where one is missing, cut, altered or old',
        )
        .option(
          '--new-log-key',
          'sign the audit log with a new key, where the old one is lost or known to somebody; tell everybody who verifies it',
        ),
    async run({ terminal, options: { data, ...rest } }) {
      clearOften()
      const settings = readSettings({
        dataDir: './data',
        port: 8787,
        ...environmentSettings(process.env),
        ...(data ? { dataDir: data } : {}),
        ...rest,
      })
      const events = eventLog((line) => process.stderr.write(`${line}\n`))
      const server = await startNode({ ...settings, events })
      terminal.result(
        {
          url: server.url,
          dataDir: settings.dataDir,
          intakeOpen: server.intakeOpen,
          logWhole: server.logWhole,
          ...(server.setupCode === null ? {} : { setupCode: server.setupCode }),
        },
        `Listening on ${server.url}${server.intakeOpen ? '' : SHUT}${server.logWhole ? '' : OLDER_LOG}${setupLine(server)}${administratorsLine(server)}${server.accountKeyLost ? KEY_LOST : ''}`,
      )
      silenceCrashes()
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close().then(resolve))
      })
    },
  })
}

const SHUT =
  '\nThe ledger of withdrawals knows more than the database, as after an older copy was put in its place. Withdrawn cases are gone again; intake stays shut, withdrawing and reading go on. Find out why, then start once with --confirm-ledger.'

const OLDER_LOG =
  '\nThe audit log lacks entries that were signed here before, as after an older copy of the database was put in its place. It goes on from there; programs of partners that remember a later head will say so. Tell them why.'

const KEY_LOST =
  '\nwarning: the file account-key is missing beside the database; nobody can sign in until it is brought back. Cases come in.'

/** Where nobody has an account. */
const setupLine = ({ setupCode, origin }: NodeServer): string =>
  setupCode === null
    ? ''
    : `\nNobody has an account yet. On ${origin}/setup this code makes the first administrator, once, until tomorrow:\n  ${setupCode}`

const administratorsLine = ({ administrators }: NodeServer): string =>
  administrators === 1
    ? '\nwarning: there was never more than one administrator. Cases come in once a second one has set up an account.'
    : ''

/** The usual report of a crash quotes whatever the error holds; ours names its class and ends the process. */
function silenceCrashes(): void {
  const end = (error: unknown) => {
    process.stderr.write(`${JSON.stringify({ event: 'crash', error: error instanceof Error ? error.name : 'unknown' })}\n`)
    process.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
