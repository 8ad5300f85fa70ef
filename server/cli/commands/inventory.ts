/** `inventory`: what a court order for this machine would yield: every file, every column and how much of it there is. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { openDataDir } from '../../runtime/data-dir.ts'
import { ASIDE } from '../../runtime/ledger-file.ts'
import { COLUMNS } from '../../store/columns.ts'
import { read } from '../../store/port.ts'
import { countRows } from '../../store/queries/health.ts'
import { defineCommand } from '../command.ts'

interface Options {
  readonly data: string
}

/** What each file of the folder holds. Anything else is not ours, and said to be. */
const FILES: Readonly<Record<string, string>> = {
  'cases.sqlite': 'The tables below.',
  'cases.sqlite-wal': 'The newest changes of the tables, until the next minute.',
  'cases.sqlite-shm': 'Where in the log these changes lie.',
  'cases.sqlite-open': 'Nothing. There while a program has the tables open, and after it was killed.',
  'ledger-key': 'Key of the ledger of withdrawals and of the digests of editions. It knows no case reference again and opens no case.',
  'tag-key':
    'Key of the tags of cases that came without a secret of their organisation. With it and the case reference of a partner, the case of that reference is known again; it opens no case.',
  'log-key':
    'Key that signs the audit log. With it and the tables a log can be signed that never was; heads that others have cosigned show it.',
  'log-heads': 'Number and hash of the newest signed state of each chain of the audit log.',
  'account-key':
    'Key under which secrets of authenticator apps are encrypted. With it and the database, the codes of an app can be made; no password follows from it, and no case.',
  'network.json': 'Settings of the network. Everybody is told them.',
  'withdrawals.ledger': 'Tags of withdrawn cases, and a random name for each time that this list grew.',
}

const OLD_LOG_KEY = /^log-key\.aside-[0-9a-f]{8}$/
const LAID_ASIDE = 'A ledger of withdrawals that could not be read, kept for its holder to look at: as withdrawals.ledger, altered or cut.'

/** What is not here, whoever asks. */
const ABSENT = [
  'answers in clear: they are sealed to a key whose three shares lie with custodians elsewhere; two open it',
  'names, addresses, telephone numbers, free text: they were never taken in',
  'network addresses and times of arrival',
  'receipt codes, organisation keys and the case references of partners: hashes only',
  'names, e-mail addresses and devices of people who sign in; their passwords and recovery codes: hashes only',
]

export function register(command: Command): void {
  defineCommand<Options>(command, {
    options: (one) => one.requiredOption('--data <dir>', 'data folder of this machine'),
    async run({ terminal, options: { data } }) {
      const { store } = openDataDir(data)
      try {
        const tables = []
        for (const [table, columns] of Object.entries(COLUMNS)) {
          const [counted] = await read(store, countRows(table as keyof typeof COLUMNS))
          tables.push({ table, rows: counted?.rows ?? 0, columns })
        }
        const files = readdirSync(data)
          .sort()
          .map((name) => ({
            name,
            bytes: statSync(join(data, name)).size,
            holds:
              FILES[name] ??
              (ASIDE.test(name)
                ? LAID_ASIDE
                : OLD_LOG_KEY.test(name)
                  ? 'A key of the audit log that was replaced.'
                  : 'Not a file of this program.'),
          }))
        terminal.result(
          { files, tables, absent: ABSENT },
          [
            'Files',
            ...files.map(({ name, bytes, holds }) => `  ${name} (${bytes} bytes): ${holds}`),
            ...tables.flatMap(({ table, rows, columns }) => [
              `Table ${table}, ${rows} rows`,
              ...Object.entries(columns).map(([column, meaning]) => `  ${column}: ${meaning}`),
            ]),
            'Not here',
            ...ABSENT.map((line) => `  ${line}`),
          ].join('\n'),
        )
      } finally {
        store.close()
      }
    },
  })
}
