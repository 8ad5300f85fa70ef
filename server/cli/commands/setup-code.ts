/** `setup-code`: the code for the first administrator, where the start that showed it is long ago, or where the database is D1. */
import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { newSetupCode } from '../../accounts/setup-code.ts'
import { systemClock } from '../../runtime/clock.ts'
import { openDataDir } from '../../runtime/data-dir.ts'
import { Misuse, Refusal } from '../../runtime/refusal.ts'
import { asSql } from '../../store/literal.ts'
import { defineCommand } from '../command.ts'

interface Options {
  readonly data?: string
  readonly emitSql?: string
}

export function register(command: Command): void {
  defineCommand<Options>(command, {
    options: (one) =>
      one
        .option('--data <dir>', 'data folder of the server; it may run meanwhile')
        .option('--emit-sql <file>', 'write the statements for a D1 database instead'),
    async run({ terminal, options: { data, emitSql } }) {
      if ((data === undefined) === (emitSql === undefined)) throw new Misuse('say either --data DIR or --emit-sql FILE')
      const { code, queries } = newSetupCode(systemClock.day())
      if (emitSql !== undefined) writeFileSync(emitSql, asSql(queries), { mode: 0o600, flag: 'wx' })
      else await enter(data as string, queries)
      terminal.result(
        { code },
        `Type this on the page /setup until tomorrow. It works once, and only while nobody has an account:\n  ${code}`,
      )
    },
  })
}

async function enter(data: string, queries: ReturnType<typeof newSetupCode>['queries']): Promise<void> {
  const { store } = openDataDir(data)
  try {
    const outcomes = await store.batch(queries)
    if (outcomes.at(-1)?.changes !== 1) throw new Refusal('accounts-exist', 'somebody has an account: an administrator invites others')
  } finally {
    store.close()
  }
}
