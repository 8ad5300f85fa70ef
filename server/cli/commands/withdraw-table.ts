/** `withdraw-table`: one published table is no longer shown, and a note stands in its place. */
import type { Command } from 'commander'
import { withdrawTable } from '../../editions/errata.ts'
import { readNote } from '../../editions/note.ts'
import { systemClock } from '../../runtime/clock.ts'
import { openDataDir } from '../../runtime/data-dir.ts'
import { defineCommand } from '../command.ts'

interface Options {
  readonly data: string
  readonly noteEn: string
  readonly noteJa: string
}

export function register(command: Command): void {
  defineCommand<Options>(command, {
    options: (one) =>
      one
        .requiredOption('--data <dir>', 'data folder of this machine')
        .requiredOption('--note-en <text>', 'why, for readers, in English')
        .requiredOption('--note-ja <text>', 'the same in Japanese'),
    async run({ terminal, args: [slice, table], options: { data, noteEn, noteJa } }) {
      const note = readNote({ en: noteEn, ja: noteJa })
      const { store } = openDataDir(data)
      try {
        await withdrawTable(slice as string, table as string, note, { store, clock: systemClock })
      } finally {
        store.close()
      }
      terminal.result({ slice, table, withdrawn: true }, `${slice}/${table} is withdrawn`)
    },
  })
}
