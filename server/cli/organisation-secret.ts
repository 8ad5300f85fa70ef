/** Where a command gets the secret of its organisation: a file or the environment. It is read here, and never sent. */
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { keysOf, type SecretKeys } from '../../survey-schema/credentials/secret.ts'
import { readSecret } from '../../survey-schema/credentials/secret-text.ts'
import { Misuse } from '../runtime/refusal.ts'
import { SECRET_VARIABLE } from '../runtime/settings.ts'

export interface SecretOptions {
  readonly secretFile?: string
  readonly earlierSecretFile?: string
}

export interface OwnSecrets {
  readonly keys: SecretKeys
  /** Of the generation before; null where it is not given. */
  readonly earlier: SecretKeys | null
}

export const secretOptions = (command: Command): Command =>
  command
    .option(
      '--secret-file <file>',
      `file that holds the secret of the organisation (else ${SECRET_VARIABLE}): cases are tagged and signed on this machine, and neither secret nor case references are sent`,
    )
    .option('--earlier-secret-file <file>', 'file of the secret before this one, so that cases of before are known again')

/** Null where no secret is at hand. @throws Misuse for what is no secret */
export function ownSecrets({ secretFile, earlierSecretFile }: SecretOptions): OwnSecrets | null {
  const given = secretFile === undefined ? process.env[SECRET_VARIABLE] : readFileSync(secretFile, 'utf8')
  if (given === undefined) {
    if (earlierSecretFile !== undefined) throw new Misuse('--earlier-secret-file stands beside --secret-file')
    return null
  }
  return { keys: keysIn(given), earlier: earlierSecretFile === undefined ? null : keysIn(readFileSync(earlierSecretFile, 'utf8')) }
}

/** @throws Misuse */
export function keysIn(text: string): SecretKeys {
  const secret = readSecret(text)
  if (!secret) throw new Misuse('what stands in the place of the secret is none: a character is missing or wrong')
  const keys = keysOf(secret)
  secret.fill(0)
  return keys
}
