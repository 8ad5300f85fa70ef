/** `keys secret`, `keys register`, `keys public`: the half of an organisation's credential that the server never sees, and its public keys. */
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { keysOf } from '../../../survey-schema/credentials/secret.ts'
import { SECRET_BYTES, secretText } from '../../../survey-schema/credentials/secret-text.ts'
import { organisationKeysFile, readOrganisationKeysFile } from '../../accounts/organisation-keys-file.ts'
import { systemClock } from '../../runtime/clock.ts'
import { openDataDir } from '../../runtime/data-dir.ts'
import { PRIVATE, PUBLIC, writeTogether } from '../../runtime/private-file.ts'
import { Misuse, Refusal } from '../../runtime/refusal.ts'
import { fingerprint } from '../../sealing/fingerprint.ts'
import { randomBytes } from '../../sealing/keyed.ts'
import { read } from '../../store/port.ts'
import { BY_COMMAND, entered } from '../../store/queries/audit.ts'
import { organisationNamed } from '../../store/queries/organisations.ts'
import { addPublicKeys, publicKeysOf } from '../../store/queries/public-keys.ts'
import { defineCommand } from '../command.ts'
import { type KeyOptions, keyOptions, serverAndKey } from '../organisation-key.ts'
import { keysIn, ownSecrets } from '../organisation-secret.ts'
import { registerKeys } from '../register-keys.ts'

export function registerSecrets(keys: Command): void {
  registerSecret(keys)
  registerRegister(keys)
  registerPublic(keys)
}

function registerSecret(keys: Command): void {
  defineCommand<{ readonly out: string }>(
    keys.command('secret').description('make the secret of an organisation, on a machine of its own; no server ever gets it'),
    {
      options: (command) => command.requiredOption('--out <file>', 'file to write; beside it, with .public.json, its public keys'),
      run({ terminal, options: { out } }) {
        const secret = randomBytes(SECRET_BYTES)
        const made = keysOf(secret)
        const publicFile = `${out}.public.json`
        writeTogether([
          { file: out, text: `${secretText(secret)}\n`, mode: PRIVATE },
          { file: publicFile, text: organisationKeysFile(made), mode: PUBLIC },
        ])
        secret.fill(0)
        const shown = fingerprint(made.signing.publicKey)
        terminal.result(
          { secretFile: out, publicFile, fingerprint: shown },
          [
            `Secret: ${out}. Keep a copy apart: without it cases are found no more, and doubles are not noticed`,
            `Public keys: ${publicFile}`,
            `Fingerprint of the signing key: ${shown}`,
          ].join('\n'),
        )
      },
    },
  )
}

interface RegisterOptions extends KeyOptions {
  readonly to: string
  readonly secretFile?: string
  readonly previousSecretFile?: string
}

function registerRegister(keys: Command): void {
  defineCommand<RegisterOptions>(
    keys.command('register').description('register the public keys of your secret with a server; the secret stays here'),
    {
      options: (command) =>
        keyOptions(command.requiredOption('--to <url>', 'server'), 'submit', '--to')
          .option('--secret-file <file>', 'file of the secret, as `keys secret` writes it (else JNATIP_SECRET)')
          .option('--previous-secret-file <file>', 'file of the secret before, from the second one on'),
      async run({ terminal, options: { to, secretFile, previousSecretFile, ...key } }) {
        const secrets = ownSecrets(secretFile === undefined ? {} : { secretFile })
        if (!secrets) throw new Misuse('--secret-file, or JNATIP_SECRET, says which secret')
        const previous = previousSecretFile === undefined ? null : keysIn(readFileSync(previousSecretFile, 'utf8'))
        const generation = await registerKeys(await serverAndKey(to, key, terminal), secrets.keys, previous)
        const shown = fingerprint(secrets.keys.signing.publicKey)
        terminal.result(
          { generation, fingerprint: shown },
          `Registered as generation ${generation}: its cases are signed from now on.\nFingerprint of the signing key, to be compared in person: ${shown}`,
        )
      },
    },
  )
}

interface PublicOptions {
  readonly data: string
  readonly keys: string
}

function registerPublic(keys: Command): void {
  defineCommand<PublicOptions>(
    keys
      .command('public <name>')
      .description('on the server: add the public keys of an organisation that has lost its secret, after their fingerprint was compared'),
    {
      options: (command) =>
        command
          .requiredOption('--data <dir>', 'data folder of the server')
          .requiredOption('--keys <file>', 'its public keys, as `keys secret` writes them'),
      async run({ terminal, args: [name], options: { data, keys: file } }) {
        const offered = publicKeysIn(file)
        const { store } = openDataDir(data)
        try {
          const [named] = await read(store, organisationNamed((name as string).normalize('NFKC').trim()))
          if (!named) throw new Refusal('not-found', 'there is no organisation of this name')
          const generation = ((await read(store, publicKeysOf(named.id))).at(-1)?.generation ?? 0) + 1
          const entry = entered({ action: 'register-keys', ...BY_COMMAND, subject: String(named.id), day: systemClock.day() })
          const [, added] = await store.batch([...addPublicKeys({ organisation: named.id, generation, ...offered }), entry])
          if (added.changes !== 1) throw new Refusal('keys-held', 'these keys are registered already')
          const shown = fingerprint(offered.signing)
          terminal.result(
            { organisation: name, generation, fingerprint: shown },
            `Generation ${generation}. Fingerprint of the signing key: ${shown}`,
          )
        } finally {
          store.close()
        }
      },
    },
  )
}

function publicKeysIn(file: string) {
  try {
    return readOrganisationKeysFile(readFileSync(file, 'utf8'))
  } catch (error) {
    throw error instanceof RangeError ? new Misuse(error.message) : error
  }
}
