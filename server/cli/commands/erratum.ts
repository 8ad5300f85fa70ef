/** `erratum`: within 90 days, tables of a new bundle take the place of published ones that differ. */
import type { Command } from 'commander'
import { readBundle, readTable } from '../../../analysis/disclosure/released/bundle.ts'
import type { ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import { publishErratum } from '../../editions/errata.ts'
import { readNote } from '../../editions/note.ts'
import { requireSafeErratum } from '../../editors/audit/erratum-audit.ts'
import { highsSolver } from '../../editors/audit/solver.ts'
import { readBundleFile, requireWholeChain, uploadErratum } from '../../editors/bundle-file.ts'
import { eventLog } from '../../http/events.ts'
import { systemClock } from '../../runtime/clock.ts'
import { openDataDir } from '../../runtime/data-dir.ts'
import { Misuse } from '../../runtime/refusal.ts'
import { checksum } from '../../sealing/checksum.ts'
import { read, type Store } from '../../store/port.ts'
import { everPublished } from '../../store/queries/errata.ts'
import { releaseNamed } from '../../store/queries/releases.ts'
import { defineCommand } from '../command.ts'
import { collected } from '../options.ts'
import { type KeyOptions, keyOptions, serverAndKey } from '../organisation-key.ts'

type ErratumNote = ReturnType<typeof readNote>

interface Options extends KeyOptions {
  readonly data?: string
  readonly to?: string
  readonly before: readonly string[]
  readonly noteEn: string
  readonly noteJa: string
}

export function register(command: Command): void {
  defineCommand<Options>(command, {
    options: (one) =>
      keyOptions(one.option('--data <dir>', 'data folder of this machine').option('--to <url>', 'server'), 'publish', '--to')
        .option('--before <bundle>', 'bundle published before, for --to; all of them are needed, in any order', collected, [])
        .requiredOption('--note-en <text>', 'what was wrong, for readers, in English')
        .requiredOption('--note-ja <text>', 'the same in Japanese'),
    async run({ terminal, args: [file], options: { data, to, before, noteEn, noteJa, ...key } }) {
      if ((data === undefined) === (to === undefined)) throw new Misuse('say either --data DIR or --to URL')
      const server = to === undefined ? null : await serverAndKey(to, key, terminal)
      const note = readNote({ en: noteEn, ja: noteJa })
      const bundle = readBundleFile(file as string)
      const done = server ? await there(server, bundle, before, note) : await here(data as string, bundle, note)
      terminal.result(
        done,
        done.new
          ? `${done.replaced.length} tables replaced: ${done.replaced.join(' ')}`
          : 'this bundle was published before; nothing changed',
      )
    },
  })
}

/** To a server: its figures are in the bundles that were published, whose chain says whether all are there. */
async function there(
  { url, key }: { readonly url: string; readonly key: string },
  value: unknown,
  before: readonly string[],
  note: ErratumNote,
) {
  const bundle = readBundle(value, checksum)
  const published = before.map((file) => readBundle(readBundleFile(file), checksum))
  requireWholeChain(bundle, published)
  requireSafeErratum(
    published.flatMap(({ tables }) => tables),
    bundle,
    await highsSolver(),
  )
  return uploadErratum(url, key, { note, bundle })
}

async function here(data: string, value: unknown, note: ErratumNote) {
  const { store, serverKey } = openDataDir(data)
  try {
    const bundle = readBundle(value, checksum)
    const [same] = await read(store, releaseNamed(bundle.manifest.checksum))
    if (!same) requireSafeErratum(await tablesEverPublished(store), bundle, await highsSolver())
    return await publishErratum(value, note, { store, serverKey, clock: systemClock, events: eventLog(() => {}) })
  } finally {
    store.close()
  }
}

/** Replaced and withdrawn ones included: readers keep what they have. */
async function tablesEverPublished(store: Store): Promise<ReleasedTable[]> {
  const values = (await read(store, everPublished())).map(({ json }) => JSON.parse(json) as { readonly id?: unknown })
  return values.filter(({ id }) => id !== 'routes').map(readTable)
}
