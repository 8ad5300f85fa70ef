/** `erratum`: within 90 days, tables of a new bundle take the place of published ones that differ. */
import type { Command } from 'commander'
import { readBundleFile, uploadErratum } from '../../build/bundle-file.ts'
import { publishErratum } from '../../editions/errata.ts'
import { readNote } from '../../editions/note.ts'
import { eventLog } from '../../http/events.ts'
import { systemClock } from '../clock.ts'
import { defineCommand } from '../command.ts'
import { openDataDir } from '../data-dir.ts'
import { Misuse } from '../terminal.ts'

interface Options {
  readonly data?: string
  readonly to?: string
  readonly key?: string
  readonly noteEn: string
  readonly noteJa: string
}

export function register(program: Command): void {
  defineCommand<Options>(program, {
    usage: 'erratum <bundle>',
    summary: 'replace published tables by those of a new bundle that differ (`build --again` makes it), for 90 days',
    options: (command) =>
      command
        .option('--data <dir>', 'data folder of this machine')
        .option('--to <url>', 'server')
        .option('--key <key>', 'organisation key with the scope publish, for --to')
        .requiredOption('--note-en <text>', 'what was wrong, for readers, in English')
        .requiredOption('--note-ja <text>', 'the same in Japanese'),
    async run({ terminal, args: [file], options: { data, to, key, noteEn, noteJa } }) {
      if ((data === undefined) === (to === undefined)) throw new Misuse('say either --data DIR or --to URL')
      if (to !== undefined && key === undefined) throw new Misuse('--to needs --key')
      const note = readNote({ en: noteEn, ja: noteJa })
      const bundle = readBundleFile(file as string)
      const done = to !== undefined ? await uploadErratum(to, key as string, { note, bundle }) : await here(data as string, bundle, note)
      terminal.result(
        done,
        done.new
          ? `${done.replaced.length} tables replaced: ${done.replaced.join(' ')}`
          : 'this bundle was published before; nothing changed',
      )
    },
  })
}

async function here(data: string, bundle: unknown, note: ReturnType<typeof readNote>) {
  const { store, tagKey } = openDataDir(data)
  try {
    return await publishErratum(bundle, note, { store, tagKey, clock: systemClock, events: eventLog(() => {}) })
  } finally {
    store.close()
  }
}
