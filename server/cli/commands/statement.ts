/** `statement`: which of one's own cases a build counted, compared with one's own receipts. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { readBundle } from '../../../analysis/disclosure/released/bundle.ts'
import { compareStatement, isWhole, type StatementComparison } from '../../../survey-schema/credentials/statement-comparison.ts'
import { readBundleFile } from '../../editors/bundle-file.ts'
import { checksum } from '../../sealing/checksum.ts'
import { defineCommand } from '../command.ts'
import { invitedTags } from '../files/invited-tags.ts'
import { manifestFromUrl, ownStatement, provenanceIn } from '../files/own-statement.ts'
import { keptReceipts } from '../files/receipt-rows.ts'
import { collected } from '../options.ts'
import { type KeyOptions, keyOptions, serverAndKey } from '../organisation-key.ts'
import { keysIn } from '../organisation-secret.ts'

interface Options extends KeyOptions {
  readonly from: string
  readonly edition: string
  readonly secretFile: readonly string[]
  readonly receipts: readonly string[]
  readonly invitations: readonly string[]
  readonly bundle?: string
}

export function register(command: Command): void {
  defineCommand<Options>(command, {
    options: (one) =>
      keyOptions(one.requiredOption('--from <url>', 'server to ask'), 'submit', '--from')
        .requiredOption('--edition <id>', 'edition that was built')
        .requiredOption('--secret-file <file>', 'your secret; several where it was changed', collected, [])
        .requiredOption('--receipts <file>', 'receipts that you kept, oldest first; may be given several times', collected, [])
        .option('--invitations <file>', 'tags of your invitations (.tags of `invitations make`); several may be given', collected, [])
        .option('--bundle <file>', 'the published bundle, as you hold it: then nothing that this server shows of it is relied on'),
    async run({ terminal, options }) {
      const { from, edition, secretFile, receipts, invitations, bundle } = options
      const server = await serverAndKey(from, options, terminal)
      const secrets = secretFile.map((file) => keysIn(readFileSync(file, 'utf8'))).reverse()
      const rows = receipts.map((file) => keptReceipts(readFileSync(file, 'utf8'), basename(file), edition))
      const manifest =
        bundle === undefined
          ? await manifestFromUrl(server.url, edition)
          : provenanceIn(readBundle(readBundleFile(bundle), checksum).manifest)
      const statement = await ownStatement(server, edition, secrets, manifest)
      const compared = compareStatement(
        statement.entries,
        rows.flatMap(({ entries }) => entries),
        new Set(invitations.flatMap(invitedTags)),
      )
      const withoutTag = rows.reduce((sum, one) => sum + one.withoutTag, 0)
      const whole = isWhole(compared)
      terminal.result(
        { edition, whole, ...compared, withoutTag, bundle: manifest.checksum, register: statement.register },
        [
          ...(whole
            ? [
                `${edition}: all of ours was counted, nothing else (${compared.counted} cases${compared.answered > 0 ? `, and ${compared.answered} answers by invitation` : ''})`,
              ]
            : differences(edition, compared)),
          ...(withoutTag > 0
            ? [`${withoutTag} lines of the receipts have no tag and were not compared: they were sent without a secret, or refused`]
            : []),
          `The statement belongs to the bundle ${manifest.checksum}. Compare that with another reader's: a server could show one to you alone.`,
        ].join('\n'),
      )
      if (!whole) process.exitCode = 1
    },
  })
}

/** Rows that a list may be long; all of them stand in the line of --json. */
const NAMED = 20

function differences(edition: string, { counted, missing, otherVersion, twice, foreign }: StatementComparison): string[] {
  const named = (rows: readonly string[]) => [
    ...rows.slice(0, NAMED).map((row) => `  ${row}`),
    ...(rows.length > NAMED ? [`  and ${rows.length - NAMED} more (--json names all)`] : []),
  ]
  return [
    `${edition}: something is off; ${counted} cases were counted as you have them`,
    ...(missing.length > 0
      ? [
          `not counted: ${missing.length} rows. They were withdrawn with their receipts since, belong to another edition, or were dropped`,
          ...named(missing),
        ]
      : []),
    ...(otherVersion.length > 0
      ? [
          `counted in another version: ${otherVersion.length} rows`,
          ...named(otherVersion.map((one) => `${one.row}: version ${one.counted} was counted, you have ${one.own}`)),
        ]
      : []),
    ...(twice.length > 0 ? [`counted more than once: ${twice.length} rows`, ...named(twice)] : []),
    ...(foreign > 0 ? [`counted as yours and in none of your rows: ${foreign} cases`] : []),
  ]
}
