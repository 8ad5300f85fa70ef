/** `build`: sealed cases and two shares in, one bundle out. */
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { buildFromSource } from '../../build/build-edition.ts'
import { writeBundle } from '../../build/bundle-file.ts'
import { type SealedSource, sealedFromStore, sealedFromUrl } from '../../build/sealed-source.ts'
import { defineCommand } from '../command.ts'
import { openDataDir } from '../data-dir.ts'
import { collected } from '../options.ts'
import { Misuse } from '../terminal.ts'

interface Options {
  readonly data?: string
  readonly from?: string
  readonly key?: string
  readonly edition: string
  readonly share: readonly string[]
  readonly policy: string
  readonly out: string
}

export function register(program: Command): void {
  defineCommand<Options>(program, {
    usage: 'build',
    summary: 'open the sealed cases of a closed edition and build its protected tables',
    options: (command) =>
      command
        .option('--data <dir>', 'data folder of this machine')
        .option('--from <url>', 'server to fetch the sealed cases from')
        .option('--key <key>', 'organisation key with the scope edit, for --from')
        .requiredOption('--edition <id>', 'edition to build')
        .requiredOption('--share <file>', 'key share; two are needed', collected, [])
        .option('--policy <name>', 'noise', 'noise')
        .requiredOption('--out <bundle>', 'file to write'),
    async run({ terminal, options: { data, from, key, edition, share, policy, out } }) {
      if ((data === undefined) === (from === undefined)) throw new Misuse('say either --data DIR or --from URL')
      if (from !== undefined && key === undefined) throw new Misuse('--from needs --key')
      if (policy !== 'noise') throw new Misuse('the only policy is noise')
      const shares = share.map((file) => readFileSync(file, 'utf8'))
      const build = async (source: SealedSource) => {
        const opening = terminal.progress('Opening', source.head.cases)
        const counting = { bar: null as ReturnType<typeof terminal.progress> | null }
        const { bundle } = await buildFromSource(source, shares, {
          opened: (done) => opening.to(done),
          counted(done, of) {
            opening.stop()
            counting.bar ??= terminal.progress('Counting', of)
            counting.bar.to(done, of)
          },
        })
        counting.bar?.stop()
        writeBundle(out, bundle)
        const { manifest } = bundle
        terminal.result(
          { edition: manifest.edition, tables: manifest.tables.length, cases: manifest.cases, checksum: manifest.checksum, bundle: out },
          `${manifest.edition}: ${manifest.tables.length} tables and the tree of routes in ${out}`,
        )
      }
      if (from !== undefined) return build(await sealedFromUrl(from, key as string, edition))
      const { store, tagKey } = openDataDir(data as string)
      try {
        await build(await sealedFromStore(store, tagKey, edition))
      } finally {
        store.close()
      }
    },
  })
}
