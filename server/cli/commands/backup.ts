/** `backup`: a dated copy of the database, whole, checked and encrypted, for the custodians. */
import type { Command } from 'commander'
import { backUp } from '../../runtime/backup.ts'
import { systemClock } from '../../runtime/clock.ts'
import { defineCommand } from '../command.ts'
import { collected } from '../options.ts'

interface Options {
  readonly data: string
  readonly out: string
  readonly recipient: readonly string[]
}

export function register(command: Command): void {
  defineCommand<Options>(command, {
    options: (one) =>
      one
        .requiredOption('--data <dir>', 'data folder of this machine')
        .requiredOption('--out <dir>', 'folder of the copies')
        .option('--recipient <age1…>', 'encrypt to this custodian (age); needed, may be given several times', collected, []),
    async run({ terminal, options: { data, out, recipient } }) {
      const { file, head, closed } = await backUp({ dataDir: data, out, day: systemClock.day(), recipients: recipient })
      terminal.result(
        { file, head, encrypted: true },
        [
          `${file}, encrypted`,
          ...(closed ? [] : ['warning: others on this machine may look into this folder; the files in it are for their owner alone']),
          `head of the ledger: ${head ?? 'none yet'}; write it down apart`,
          'Neither the tag key nor the key of the audit log is in it. A case that is withdrawn later stays in this file, sealed: keep few copies, and not for long.',
        ].join('\n'),
      )
    },
  })
}
