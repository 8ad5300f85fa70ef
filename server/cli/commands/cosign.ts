/** `cosign`: a partner's program looks at the audit log of a server, says aloud when it is another one than before, and cosigns its newest heads. */
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { Misuse } from '../../runtime/refusal.ts'
import { defineCommand } from '../command.ts'
import { cosignNewest } from '../cosigning.ts'
import { type KeyOptions, keyOptions, serverAndKey } from '../organisation-key.ts'
import { keysIn } from '../organisation-secret.ts'

interface Options extends KeyOptions {
  readonly to: string
  readonly secretFile: string
  readonly remember: string
  readonly logKey?: string
}

export function register(command: Command): void {
  defineCommand<Options>(command, {
    options: (one) =>
      keyOptions(one.requiredOption('--to <url>', 'server'), 'submit', '--to')
        .requiredOption('--secret-file <file>', 'file that holds the secret of the organisation; it is never sent')
        .requiredOption('--remember <file>', 'file of this machine in which the newest heads are kept; one for each server')
        .option(
          '--log-key <key>',
          'public key of the log, where it was told by the operator; else the first one that is seen is remembered',
        ),
    async run({ terminal, options: { to, secretFile, remember, logKey, ...key } }) {
      if (logKey !== undefined && !/^[0-9a-f]{64}$/.test(logKey)) throw new Misuse('--log-key takes 64 hexadecimal digits')
      const { signing } = keysIn(readFileSync(secretFile, 'utf8'))
      const server = await serverAndKey(to, key, terminal)
      const heads = await cosignNewest(server, { privateKey: signing.privateKey, remember, logKey, again: true })
      signing.privateKey.fill(0)
      const months = heads.map(({ chain, period }) => ({ chain, month: period }))
      terminal.result(
        { cosigned: months },
        months.length > 0
          ? `The log follows from what was seen before. Cosigned: ${months.map(({ chain, month }) => `${chain} ${month}`).join(', ')}`
          : 'The log has no head yet.',
      )
    },
  })
}
