/** `keys`: the key of an edition, its installation, and the keys of organisations; their secrets in `keys-organisation.ts`. */

import { readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { QUESTIONNAIRE_VERSION } from '../../../survey-schema/questionnaire/index.ts'
import { TypedName } from '../../../survey-schema/shown-name.ts'
import { monthAfter, readRecordRule, register as registered } from '../../accounts/register.ts'
import { EDITION_ID, readEditionKeyFile, writeEditionKeyFile } from '../../editions/edition-key-file.ts'
import { installEdition, installQueries } from '../../editions/install.ts'
import { newEditionKey } from '../../editors/keys/edition-key.ts'
import { makeShares } from '../../editors/keys/shares.ts'
import { SCOPES, type Scope } from '../../http/credential.ts'
import { systemClock } from '../../runtime/clock.ts'
import { openDataDir } from '../../runtime/data-dir.ts'
import { PRIVATE, PUBLIC, writeTogether } from '../../runtime/private-file.ts'
import { Misuse, Refusal } from '../../runtime/refusal.ts'
import { fingerprint } from '../../sealing/fingerprint.ts'
import { asSql } from '../../store/literal.ts'
import type { Store } from '../../store/port.ts'
import { BY_COMMAND, enteredOrganisation } from '../../store/queries/audit.ts'
import { defineCommand } from '../command.ts'
import { collected, wholeNumber } from '../options.ts'
import { registerSecrets } from './keys-organisation.ts'
import { registerRetag } from './retag.ts'

export function register(keys: Command): void {
  registerMake(keys)
  registerInstall(keys)
  registerOrganisation(keys)
  registerSecrets(keys)
  registerRetag(keys)
}

interface MakeOptions {
  readonly edition: string
  readonly out: string
  readonly shareTo: readonly string[]
  readonly fictional?: boolean
}

function registerMake(keys: Command): void {
  defineCommand<MakeOptions>(
    keys.command('make').description('make the key of an edition: one public file for the server, three shares of which any two open'),
    {
      options: (command) =>
        command
          .requiredOption('--edition <id>', 'name of the edition: small letters, digits, hyphens')
          .requiredOption('--out <dir>', 'folder to write to')
          .option('--share-to <dir>', 'folder of one share, on a medium of its own; given three times, no share is in --out', collected, [])
          .option('--fictional', 'the whole network is invented; every page and file will say so'),
      async run({ terminal, options: { edition, out, shareTo, fictional = false } }) {
        if (!EDITION_ID.test(edition)) throw new Misuse('an edition is named by small letters, digits and hyphens, 32 at most')
        const places = sharePlaces(shareTo)
        const key = await newEditionKey()
        const publicFile = join(out, `${edition}.public.json`)
        const texts = await makeShares(edition, key)
        const shares = texts.map((text, index) => ({ file: join(places?.[index] ?? out, `${edition}.share-${index + 1}.txt`), text }))
        const text = writeEditionKeyFile({ edition, questionnaire: QUESTIONNAIRE_VERSION, fictional, publicKey: key.publicKey })
        writeTogether([...shares.map((share) => ({ ...share, mode: PRIVATE })), { file: publicFile, text, mode: PUBLIC }])
        key.secret.fill(0)
        terminal.result(
          { edition, publicFile, shares: shares.map(({ file }) => file), fingerprint: fingerprint(key.publicKey) },
          [
            `Public key: ${publicFile}`,
            `Fingerprint: ${fingerprint(key.publicKey)}`,
            ...shares.map(
              ({ file }) =>
                `Share: ${file} (${places ? 'give its medium' : 'give it'} to one custodian${places ? '' : ', then remove it here'})`,
            ),
          ].join('\n'),
        )
      },
    },
  )
}

/** A folder that is not there is none that is made: a medium that is not plugged in would be this machine's own disk. @returns null where none is named */
function sharePlaces(given: readonly string[]): readonly string[] | null {
  if (given.length === 0) return null
  const places = given.map((path) => {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
      throw new Refusal('no-such-folder', 'one of the folders of --share-to is not there; nothing was written')
    return realpathSync(path)
  })
  if (places.length !== 3 || new Set(places).size !== 3) throw new Misuse('--share-to is given three times, each with a folder of its own')
  return places
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
        const closed = await entered({ data, emitSql }, installQueries(edition, systemClock.day()), (store) =>
          installEdition(store, edition),
        )
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
        const named = nameOf(name as string)
        const { key, queries: registering } = registered({
          name: named,
          holding: holding === undefined ? null : nameOf(holding),
          recordRule: recordRule === undefined ? null : ruleOf(recordRule),
          scopes: scopes as readonly Scope[],
          expires,
        })
        const queries = [...registering, enteredOrganisation(named, { ...BY_COMMAND, day: systemClock.day() })]
        const outcomes = await entered({ data, emitSql }, queries, (store) => store.batch(queries))
        if (outcomes?.[1]?.changes === 0) throw new Refusal('organisation-left', 'this organisation has left the network and gets no key')
        terminal.result(
          { organisation: name, key, scopes, expires },
          `Key, shown once: ${key}\nIt may ${scopes.join(', ')} until the end of ${expires}.`,
        )
      },
    },
  )
}

/** @throws Misuse where it is empty, too long, or holds characters that nobody sees */
function nameOf(given: string): string {
  const read = TypedName.safeParse(given)
  if (!read.success) throw new Misuse('a name has 1 to 200 characters, each of which is seen')
  return read.data
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
