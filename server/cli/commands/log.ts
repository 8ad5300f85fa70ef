/** `log`: the audit log of a server as a file for whoever verifies it, and its public key. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import type { Command } from 'commander'
import { logPublicKey } from '../../../survey-schema/audit-log/head.ts'
import { exportedLog } from '../../audit-log/export.ts'
import { answeredProblem } from '../../http/answered.ts'
import { ask } from '../../http/ask.ts'
import { systemClock } from '../../runtime/clock.ts'
import { openDataDir } from '../../runtime/data-dir.ts'
import { openLogKey } from '../../runtime/log-key.ts'
import { PRIVATE } from '../../runtime/private-file.ts'
import { Misuse } from '../../runtime/refusal.ts'
import { toHex } from '../../sealing/bytes.ts'
import { BY_COMMAND, enteredReading } from '../../store/queries/audit.ts'
import { defineCommand } from '../command.ts'
import { type KeyOptions, keyOptions, serverAndKey } from '../organisation-key.ts'

export function register(log: Command): void {
  registerExport(log)
  registerKey(log)
}

interface ExportOptions extends KeyOptions {
  readonly data?: string
  readonly from?: string
  readonly out: string
}

function registerExport(log: Command): void {
  defineCommand<ExportOptions>(
    log
      .command('export')
      .description('write entries, heads and cosignatures for `verify-log`; they tell how many cases each organisation sent in each month'),
    {
      options: (command) =>
        keyOptions(
          command.option('--data <dir>', 'data folder of this machine').option('--from <url>', 'server'),
          'edit',
          '--from',
        ).requiredOption('--out <file>', 'file to write'),
      async run({ terminal, options: { data, from, out, ...key } }) {
        if ((data === undefined) === (from === undefined)) throw new Misuse('say either --data DIR or --from URL')
        if (from !== undefined) {
          const server = await serverAndKey(from, key, terminal)
          const response = await ask(server.url, '/api/v1/audit-log', { key: server.key })
          if (!response.ok || !response.body) throw await answeredProblem(response)
          await pipeline(Readable.fromWeb(response.body as NodeStream), createWriteStream(out, { mode: PRIVATE, flags: 'wx' }))
        } else {
          const { store } = openDataDir(data as string)
          try {
            await store.batch([enteredReading({ action: 'read-log', ...BY_COMMAND, subject: null, day: systemClock.day() })])
            await pipeline(Readable.from(withLineEnds(exportedLog(store))), createWriteStream(out, { mode: PRIVATE, flags: 'wx' }))
          } finally {
            store.close()
          }
        }
        terminal.result({ file: out }, `${out}. It tells how many cases each organisation sent in each month: it is for verifiers alone.`)
      },
    },
  )
}

async function* withLineEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`
}

function registerKey(log: Command): void {
  defineCommand<{ readonly data: string }>(log.command('key').description('print the public key of the log, for partners and verifiers'), {
    options: (command) => command.requiredOption('--data <dir>', 'data folder of this machine'),
    async run({ terminal, options: { data } }) {
      const { store } = openDataDir(data)
      try {
        const key = toHex(logPublicKey(await openLogKey(data, store)))
        terminal.result({ key }, key)
      } finally {
        store.close()
      }
    },
  })
}
