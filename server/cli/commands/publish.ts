/** `publish`: a bundle becomes public, whole and once. */
import type { Command } from 'commander'
import { publishBundle } from '../../editions/publish.ts'
import { readBundleFile, uploadBundle } from '../../editors/bundle-file.ts'
import { eventLog } from '../../http/events.ts'
import { systemClock } from '../../runtime/clock.ts'
import { openDataDir } from '../../runtime/data-dir.ts'
import { Misuse } from '../../runtime/refusal.ts'
import { defineCommand } from '../command.ts'
import { type KeyOptions, keyOptions, serverAndKey } from '../organisation-key.ts'

interface Options extends KeyOptions {
  readonly data?: string
  readonly to?: string
}

export function register(command: Command): void {
  defineCommand<Options>(command, {
    options: (one) =>
      keyOptions(one.option('--data <dir>', 'data folder of this machine').option('--to <url>', 'server'), 'publish', '--to'),
    async run({ terminal, args: [file], options: { data, to, ...key } }) {
      if ((data === undefined) === (to === undefined)) throw new Misuse('say either --data DIR or --to URL')
      const server = to === undefined ? null : await serverAndKey(to, key, terminal)
      const bundle = readBundleFile(file as string)
      const published = server ? await uploadBundle(server.url, server.key, bundle) : await publishHere(data as string, bundle)
      terminal.result(
        published,
        `${[...published.editions, ...(published.volume ? [published.volume] : [])].join(', ')}: ${published.tables} tables ${published.new ? 'are public' : 'were public already'}`,
      )
    },
  })
}

async function publishHere(data: string, bundle: unknown) {
  const { store, serverKey } = openDataDir(data)
  try {
    return await publishBundle(bundle, { store, serverKey, clock: systemClock, events: eventLog(() => {}) })
  } finally {
    store.close()
  }
}
