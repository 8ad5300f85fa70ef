/** `restore`: a copy becomes the database again, without the cases that were withdrawn since. */
import type { Command } from 'commander'
import { restore } from '../../runtime/backup.ts'
import { Misuse } from '../../runtime/refusal.ts'
import { defineCommand } from '../command.ts'
import { collected } from '../options.ts'

interface Options {
  readonly data: string
  readonly ledger: readonly string[]
  readonly head: readonly string[]
  readonly identity?: string
}

export function register(command: Command): void {
  defineCommand<Options>(command, {
    options: (one) =>
      one
        .requiredOption('--data <dir>', 'data folder of this machine')
        .option('--ledger <file>', 'ledger of withdrawals beside the one in the folder; may be given several times', collected, [])
        .option('--head <head>', 'head that was written down: a ledger that lacks it is refused; may be given several times', collected, [])
        .option('--identity <file>', 'age identity that opens an encrypted copy'),
    async run({ terminal, args, options: { data, ledger, head, identity } }) {
      if (head.some((one) => !/^[0-9a-f]{32}$/.test(one))) throw new Misuse('--head takes 32 hexadecimal digits')
      const restored = await restore({
        file: args[0] as string,
        dataDir: data,
        ledgers: ledger,
        heads: head,
        identity: identity ?? null,
      })
      const { withdrawn, ended, accounts, keys } = restored
      const open = `${accounts} accounts and ${keys} access keys of the copy are open`
      const since =
        ended === null
          ? `${open} again. No list of ended access was there: whatever was ended since the copy was made has to be ended again, before the server is started for others. Look through the people and the keys of each organisation.`
          : `${ended} accounts and access keys of the copy had been ended since and stay ended; ${open}. Roles that were taken away since have come back: look through the people.`
      terminal.result(restored, `restored; ${withdrawn} cases of the copy had been withdrawn since and are not in it\n${since}`)
    },
  })
}
