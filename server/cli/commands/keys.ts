/** `keys`: the key of an edition, its installation, and the keys of organisations. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { QUESTIONNAIRE_VERSION } from '../../../survey-schema/questionnaire/index.ts'
import { monthAfter, readRecordRule, register as registered } from '../../accounts/register.ts'
import { EDITION_ID, readEditionKeyFile, writeEditionKeyFile } from '../../editions/edition-key-file.ts'
import { installEdition, installQueries } from '../../editions/install.ts'
import { newEditionKey } from '../../editors/keys/edition-key.ts'
import { makeShares } from '../../editors/keys/shares.ts'
import { SCOPES, type Scope } from '../../http/credential.ts'
import { systemClock } from '../../runtime/clock.ts'
import { openDataDir } from '../../runtime/data-dir.ts'
import { Misuse } from '../../runtime/refusal.ts'
import { fingerprint } from '../../sealing/fingerprint.ts'
import { asSql } from '../../store/literal.ts'
import type { Store } from '../../store/port.ts'
import { defineCommand } from '../command.ts'
import { collected, wholeNumber } from '../options.ts'

export function register(keys: Command): void {
  registerMake(keys)
  registerInstall(keys)
  registerOrganisation(keys)
}

function registerMake(keys: Command): void {
  defineCommand<{ readonly edition: string; readonly out: string; readonly fictional?: boolean }>(
    keys.command('make').description('make the key of an edition: one public file for the server, three shares of which any two open'),
    {
      options: (command) =>
        command
          .requiredOption('--edition <id>', 'name of the edition: small letters, digits, hyphens')
          .requiredOption('--out <dir>', 'folder to write to')
          .option('--fictional', 'the whole network is invented; every page and file will say so'),
      async run({ terminal, options: { edition, out, fictional = false } }) {
        if (!EDITION_ID.test(edition)) throw new Misuse('an edition is named by small letters, digits and hyphens, 32 at most')
        const key = await newEditionKey()
        mkdirSync(out, { recursive: true, mode: 0o700 })
        const publicFile = join(out, `${edition}.public.json`)
        const shares = (await makeShares(edition, key)).map((text, index) => ({
          text,
          file: join(out, `${edition}.share-${index + 1}.txt`),
        }))
        // An edition's key is made once: files that are there already stay, and the command is refused.
        writeFileSync(
          publicFile,
          writeEditionKeyFile({ edition, questionnaire: QUESTIONNAIRE_VERSION, fictional, publicKey: key.publicKey }),
          { flag: 'wx' },
        )
        for (const { text, file } of shares) writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
        key.secret.fill(0)
        terminal.result(
          { edition, publicFile, shares: shares.map(({ file }) => file), fingerprint: fingerprint(key.publicKey) },
          [
            `Public key: ${publicFile}`,
            `Fingerprint: ${fingerprint(key.publicKey)}`,
            ...shares.map(({ file }) => `Share: ${file} (give it to one custodian, then remove it here)`),
          ].join('\n'),
        )
      },
    },
  )
}

function registerInstall(keys: Command): void {
  defineCommand<{ readonly data?: string; readonly emitSql?: string }>(
    keys.command('install <file>').description('open an edition with its public key and close the one before'),
    {
      options: (command) =>
        command
          .option('--data <dir>', 'data folder of the server')
          .option('--emit-sql <file>', 'write the statements for a D1 database instead'),
      async run({ terminal, args: [file], options: { data, emitSql } }) {
        const edition = readFile(file as string)
        const closed = await entered({ data, emitSql }, installQueries(edition), (store) => installEdition(store, edition))
        terminal.result(
          { edition: edition.edition, closed, fingerprint: fingerprint(edition.publicKey) },
          emitSql ? `Statements for ${edition.edition}: ${emitSql}` : `${edition.edition} is open${closed ? `, ${closed} is closed` : ''}`,
        )
      },
    },
  )
}

interface OrganisationOptions {
  readonly data?: string
  readonly emitSql?: string
  readonly scope: readonly string[]
  readonly holding?: string
  readonly recordRule?: string
  readonly months: number
}

function registerOrganisation(keys: Command): void {
  defineCommand<OrganisationOptions>(
    keys.command('organisation <name>').description('register an organisation, or find it by its name, and print one key for it'),
    {
      options: (command) =>
        command
          .option('--data <dir>', 'data folder of the server')
          .option('--emit-sql <file>', 'write the statements for a D1 database instead')
          .option(
            '--scope <scope>',
            `what the key may do: ${SCOPES.join(', ')} (submit unless given; may be given several times)`,
            collected,
            [],
          )
          .option('--holding <name>', 'umbrella to which the organisation belongs')
          .option('--record-rule <text>', 'its rule for research use of existing records: "RULE, YEAR, APPROVER"')
          .option('--months <n>', 'how long the key is good', wholeNumber('--months', 1, 60), 12),
      async run({ terminal, args: [name], options: { data, emitSql, scope, holding, recordRule, months } }) {
        const scopes = scope.length > 0 ? scope : ['submit']
        if (!scopes.every((entry): entry is Scope => (SCOPES as readonly string[]).includes(entry)))
          throw new Misuse(`a scope is one of ${SCOPES.join(', ')}`)
        const expires = monthAfter(systemClock.month(), months)
        const { key, queries } = registered({
          name: (name as string).normalize('NFKC').trim(),
          holding: holding ?? null,
          recordRule: recordRule === undefined ? null : ruleOf(recordRule),
          scopes: scopes as readonly Scope[],
          expires,
        })
        await entered({ data, emitSql }, queries, (store) => store.batch(queries))
        terminal.result(
          { organisation: name, key, scopes, expires },
          `Key, shown once: ${key}\nIt may ${scopes.join(', ')} until the end of ${expires}.`,
        )
      },
    },
  )
}

/** Into the database of this machine, or as statements into a file. */
async function entered<Result>(
  { data, emitSql }: { readonly data?: string | undefined; readonly emitSql?: string | undefined },
  queries: Parameters<typeof asSql>[0],
  enter: (store: Store) => Promise<Result>,
): Promise<Result | null> {
  if ((data === undefined) === (emitSql === undefined)) throw new Misuse('say either --data DIR or --emit-sql FILE')
  if (emitSql !== undefined) {
    writeFileSync(emitSql, asSql(queries), { mode: 0o600, flag: 'wx' })
    return null
  }
  const { store } = openDataDir(data as string, { create: true })
  try {
    return await enter(store)
  } finally {
    store.close()
  }
}

function readFile(file: string) {
  try {
    return readEditionKeyFile(readFileSync(file, 'utf8'))
  } catch (error) {
    throw error instanceof RangeError ? new Misuse(error.message) : error
  }
}

function ruleOf(text: string) {
  try {
    return readRecordRule(text)
  } catch {
    throw new Misuse('a record rule is written as "RULE, YEAR, APPROVER"')
  }
}
