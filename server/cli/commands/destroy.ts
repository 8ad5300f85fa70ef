/** `destroy`: the sealed cases of an edition whose time is over are gone, and so are their bytes. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Command } from 'commander'
import { destroyCases, RETENTION_MONTHS } from '../../editions/retention.ts'
import { systemClock } from '../../runtime/clock.ts'
import { openDataDir } from '../../runtime/data-dir.ts'
import { Refusal } from '../../runtime/refusal.ts'
import type { SqliteStore } from '../../runtime/sqlite.ts'
import { defineCommand } from '../command.ts'
import { wholeNumber } from '../options.ts'

/** How often the log is asked for, and how long another process may read it meanwhile, in milliseconds. */
const TRIES = 20
const PAUSE = 500

interface Options {
  readonly data: string
  readonly edition: string
  readonly months: number
}

export function register(command: Command): void {
  defineCommand<Options>(command, {
    options: (one) =>
      one
        .requiredOption('--edition <id>', 'edition')
        .requiredOption('--data <dir>', 'data folder of this machine')
        .option(
          '--months <n>',
          'months for which cases are kept after that of the last one',
          wholeNumber('--months', 1, 600),
          RETENTION_MONTHS,
        ),
    async run({ terminal, options: { edition, data, months } }) {
      const { store } = openDataDir(data)
      try {
        const destroyed = await destroyCases(edition, { store, clock: systemClock }, months)
        await scrubbed(store)
        terminal.result(
          destroyed,
          `${edition}: ${destroyed.new ? `${destroyed.cases} sealed cases are destroyed` : 'its cases were destroyed before'}. Destroy its key shares and the backups that hold it.`,
        )
      } finally {
        store.close()
      }
    },
  })
}

/** @throws Refusal when another process does not let go of the log; the cases are deleted, and the same command ends it later */
async function scrubbed(store: SqliteStore): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    if (store.scrub()) return
    await wait(PAUSE)
  }
  throw new Refusal('log-in-use', 'the cases are deleted, but another process reads the log in which their bytes still are; run this again')
}
