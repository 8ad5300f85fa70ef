/** `publish`: a bundle becomes public, whole and once. */
import { existsSync, readFileSync } from 'node:fs'
import type { Command } from 'commander'
import type { Bundle } from '../../../survey-schema/release/bundle.ts'
import { publishBundle } from '../../editions/publish.ts'
import { readBundleFile, uploadBundle, uploadStatements } from '../../editors/bundle-file.ts'
import { eventLog } from '../../http/events.ts'
import { systemClock } from '../../runtime/clock.ts'
import { openDataDir } from '../../runtime/data-dir.ts'
import { Misuse } from '../../runtime/refusal.ts'
import { keepStatements } from '../../statements/keep.ts'
import { BY_COMMAND } from '../../store/queries/audit.ts'
import { defineCommand } from '../command.ts'
import { readStatements, type StatementsFile } from '../files/statements-file.ts'
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
      const statements = statementsBeside(file as string, bundle)
      const published = server ? await uploadBundle(server.url, server.key, bundle) : await publishHere(data as string, bundle)
      for (const { edition, statements: sealed } of statements?.editions ?? []) {
        if (server) await uploadStatements(server.url, server.key, edition, sealed)
        else await keepHere(data as string, edition, sealed)
      }
      if (statements === null && hasCommitments(bundle))
        terminal.warn(
          `warning: ${file}.statements is not beside the bundle: organisations cannot see what was counted. Publish again once it is`,
        )
      const sent = statements?.editions.reduce((sum, one) => sum + one.statements.length, 0) ?? 0
      terminal.result(
        { ...published, statements: sent },
        `${[...published.editions, ...(published.volume ? [published.volume] : [])].join(', ')}: ${published.tables} tables ${published.new ? 'are public' : 'were public already'}${sent > 0 ? `; ${sent} statements for organisations` : ''}`,
      )
    },
  })
}

const manifestOf = (bundle: unknown) => (bundle as Partial<Bundle> | null)?.manifest

const hasCommitments = (bundle: unknown) =>
  manifestOf(bundle)?.provenance?.editions.some(({ statements }) => statements.length > 0) ?? false

/** What `build` wrote beside the bundle; null where it is not there. @throws Refusal where it was made with another bundle */
function statementsBeside(file: string, bundle: unknown): StatementsFile | null {
  const path = `${file}.statements`
  return existsSync(path) ? readStatements(readFileSync(path, 'utf8'), manifestOf(bundle)?.checksum ?? '') : null
}

async function keepHere(data: string, edition: string, statements: object) {
  const { store } = openDataDir(data)
  try {
    await keepStatements({ statements }, { edition, by: BY_COMMAND }, { store, clock: systemClock })
  } finally {
    store.close()
  }
}

async function publishHere(data: string, bundle: unknown) {
  const { store, serverKey } = openDataDir(data)
  try {
    return await publishBundle(bundle, { store, serverKey, clock: systemClock, events: eventLog(() => {}) })
  } finally {
    store.close()
  }
}
