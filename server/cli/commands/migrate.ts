/** `migrate`: what a network of before does once. */
import { existsSync, readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { systemClock } from '../../runtime/clock.ts'
import { besideDatabase, openDataDir } from '../../runtime/data-dir.ts'
import { PRIVATE, writeTogether } from '../../runtime/private-file.ts'
import { Misuse, Refusal } from '../../runtime/refusal.ts'
import { eraseTagKey, tagKeyText } from '../../runtime/tag-key-file.ts'
import { fromHex } from '../../sealing/bytes.ts'
import { serverKeyOf, serverKeyText } from '../../sealing/server-key.ts'
import { asSql } from '../../store/literal.ts'
import { read, type Store } from '../../store/port.ts'
import { BY_COMMAND, enteredReading } from '../../store/queries/audit.ts'
import { type EarlierLeft, type EarlierTombstones, earlierCases, earlierTombstones, letTagKeyGo } from '../../store/queries/earlier-tags.ts'
import { defineCommand } from '../command.ts'
import type { Terminal } from '../terminal.ts'

interface Options {
  readonly data?: string
  readonly emitSql?: string
  readonly tagKeyFile?: string
  readonly out?: string
  readonly confirm?: boolean
}

export function register(group: Command): void {
  defineCommand<Options>(
    group.command('tags').description('say how many cases stand under tags of the server, and take the key of these tags to custodians'),
    {
      options: (one) =>
        one
          .option('--data <dir>', 'data folder of this machine; its server is stopped')
          .option('--emit-sql <file>', 'for a D1 database: write the statements that count what is left, and those that let the key go')
          .option('--tag-key-file <file>', 'with --emit-sql: a file with TAG_KEY; what LEDGER_KEY has to be from then on goes to --out')
          .option('--out <file>', 'file for the key, to be kept by custodians, away from this machine')
          .option('--confirm', 'write the key to --out and remove it here, whatever still stands under its tags'),
      async run({ terminal, options: { data, emitSql, tagKeyFile, out, confirm = false } }) {
        if ((data === undefined) === (emitSql === undefined)) throw new Misuse('say either --data DIR or --emit-sql FILE')
        if (data === undefined) return forD1(terminal, { emitSql: emitSql as string, tagKeyFile, out })
        if (confirm && out === undefined) throw new Misuse('--confirm needs --out: where the key goes')
        if (besideDatabase(data).some((path) => path.endsWith('-open') && existsSync(path)))
          throw new Refusal(
            'server-running',
            'a program has this database open, or was killed: stop the server, or start it once and stop it',
          )
        const { store, tagKey } = openDataDir(data)
        let left: Left
        try {
          left = await leftUnder(store)
          if (tagKey === null) {
            terminal.result({ ...left, gone: true }, [...described(left), 'This server has no key of tags.'].join('\n'))
            return
          }
          if (confirm) {
            kept(out as string, tagKeyText(tagKey))
            await store.batch(keyLeaves())
          }
        } finally {
          store.close()
        }
        // The database first: a start in between finds the key and goes on as before.
        if (confirm) eraseTagKey(data)
        terminal.result(
          { ...left, gone: confirm, out: confirm ? out : null },
          [
            ...described(left),
            confirm
              ? `The key of the tags is in ${out} and no longer here. Give it to the custodians, on media of their own, and remove that file too`
              : 'Nothing was changed. --confirm --out FILE takes the key away; each organisation first sends its references once (`jnatip keys retag`)',
          ].join('\n'),
        )
      },
    },
  )
}

/** With its entry in the audit log. */
const keyLeaves = () => [
  ...letTagKeyGo(systemClock.year()),
  enteredReading({ action: 'let-tag-key-go', ...BY_COMMAND, subject: null, day: systemClock.day() }),
]

/** A Worker has no folder: its operator counts, sets LEDGER_KEY, lets the key go in the database, and deletes TAG_KEY, in this order. */
function forD1(
  terminal: Terminal,
  { emitSql, tagKeyFile, out }: { readonly emitSql: string; readonly tagKeyFile: string | undefined; readonly out: string | undefined },
): void {
  if (tagKeyFile === undefined || out === undefined) throw new Misuse('--emit-sql needs --tag-key-file and --out')
  const tagKey = tagKeyIn(readFileSync(tagKeyFile, 'utf8'))
  const counts = asSql([earlierCases(), earlierTombstones()])
  const go = asSql(keyLeaves())
  const sql = `-- What still stands under tags of the server; run this part first.\n${counts}-- Once LEDGER_KEY is set as in the other file.\n${go}`
  writeTogether([
    { file: emitSql, text: sql, mode: PRIVATE },
    { file: out, text: `${serverKeyText(serverKeyOf(tagKey))}\n`, mode: PRIVATE },
  ])
  terminal.result(
    { sql: emitSql, out },
    `Statements: ${emitSql}\nLEDGER_KEY: ${out}, for \`wrangler secret put LEDGER_KEY\`. Then run the statements, give TAG_KEY to the custodians, and \`wrangler secret delete TAG_KEY\``,
  )
}

function tagKeyIn(text: string): Uint8Array {
  try {
    return fromHex(text.trim(), 32)
  } catch {
    throw new Misuse('the file of --tag-key-file does not hold 32 bytes in hexadecimal')
  }
}

interface Left extends EarlierTombstones {
  readonly organisations: readonly EarlierLeft[]
}

async function leftUnder(store: Store): Promise<Left> {
  const [tombstones] = await read(store, earlierTombstones())
  const organisations = (await read(store, earlierCases())).filter(({ cases }) => cases > 0)
  return { organisations, ...(tombstones ?? { withdrawn: 0, destroyed: 0 }) }
}

const described = ({ organisations, withdrawn, destroyed }: Left): string[] => [
  ...organisations.map(({ organisation, name, cases }) => `organisation ${organisation}, ${name}: ${cases} cases under tags of the server`),
  `${withdrawn} withdrawn and ${destroyed} destroyed cases under tags of the server, of all organisations together: whose they were is kept nowhere`,
  ...(withdrawn + destroyed > 0
    ? [
        'Without the key nobody knows these again: an organisation that sends one of them once more is asked before it sends cases of these years',
      ]
    : []),
]

/** Where a run before this one was cut off, the same key is there already. */
function kept(out: string, text: string): void {
  if (existsSync(out) && readFileSync(out, 'utf8') === text) return
  writeTogether([{ file: out, text, mode: PRIVATE }])
}
