/** `invitations make`: codes by which affected persons answer for themselves, made on this machine; the server gets public keys alone. */
import type { Command } from 'commander'
import {
  type InvitationList,
  invitationKeys,
  invitationTag,
  MOST_INVITATIONS,
  signList,
} from '../../../survey-schema/credentials/answer-invitation.ts'
import { invitationCode } from '../../../survey-schema/receipt-code.ts'
import { answeredProblem } from '../../http/answered.ts'
import { ask } from '../../http/ask.ts'
import { PRIVATE, writeTogether } from '../../runtime/private-file.ts'
import { Misuse, Refusal } from '../../runtime/refusal.ts'
import { toHex } from '../../sealing/bytes.ts'
import { randomBytes } from '../../sealing/keyed.ts'
import { defineCommand } from '../command.ts'
import { type KeyOptions, keyOptions, serverAndKey } from '../organisation-key.ts'
import { ownSecrets, type SecretOptions, secretOptions } from '../organisation-secret.ts'
import { ownRegister, type ServerAndKey } from '../own-register.ts'

interface Options extends KeyOptions, SecretOptions {
  readonly to: string
  readonly out: string
}

export function register(invitations: Command): void {
  defineCommand<Options>(
    invitations
      .command('make <number>')
      .description('make codes, each good for one answer until the open edition closes, and sign and register their public keys'),
    {
      options: (command) =>
        secretOptions(keyOptions(command.requiredOption('--to <url>', 'server'), 'submit', '--to')).requiredOption(
          '--out <file>',
          'file to write the codes to, one a line; beside it, with .tags, what `statement --invitations` knows the answers by',
        ),
      async run({ terminal, args: [asked], options: { to, out, secretFile, earlierSecretFile, ...key } }) {
        const number = Number(asked)
        if (!Number.isInteger(number) || number < 1 || number > MOST_INVITATIONS)
          throw new Misuse(`a number from 1 to ${MOST_INVITATIONS} says how many codes`)
        const secrets = ownSecrets({ ...(secretFile ? { secretFile } : {}), ...(earlierSecretFile ? { earlierSecretFile } : {}) })
        if (!secrets) throw new Misuse('--secret-file, or JNATIP_SECRET, says which secret signs')
        const server = await serverAndKey(to, key, terminal)
        const { number: organisation, open_edition: open, keys } = await ownRegister(server)
        if (!open) throw new Refusal('no-open-edition', 'no edition is open for cases; nothing was made')
        const own = keys.find(({ signing }) => signing === toHex(secrets.keys.signing.publicKey))
        if (!own) throw new Refusal('secret-not-registered', 'the public keys of this secret are not registered: `keys register` does it')
        const codes = Array.from({ length: number }, () => invitationCode(randomBytes(12)))
        const publicKeys = codes.map((code) => invitationKeys(code).publicKey)
        const list = { organisation, edition: open.id, generation: own.generation, keys: publicKeys.map(toHex).sort() }
        // Codes that the server does not know are worth nothing; a server that knows codes which nobody has is worse.
        const tagsFile = `${out}.tags`
        writeTogether([
          { file: out, text: `${codes.join('\n')}\n`, mode: PRIVATE },
          {
            file: tagsFile,
            text: `${publicKeys
              .map((publicKey) => toHex(invitationTag(publicKey)))
              .sort()
              .join('\n')}\n`,
            mode: PRIVATE,
          },
        ])
        await registerList(server, list, secrets.keys.signing.privateKey)
        terminal.result(
          { codes: number, edition: open.id, file: out, tags: tagsFile },
          [
            `${number} codes: ${out}. Each is good for one answer on ${server.url}/answer, until the edition ${open.id} closes`,
            'Give each to one person, by hand, and note nowhere to whom. Cross a code out when it is given away, and remove the file after the last',
            `Keep ${tagsFile} beside your receipts: a statement is compared with both`,
          ].join('\n'),
        )
      },
    },
  )
}

async function registerList(server: ServerAndKey, list: InvitationList, privateKey: Uint8Array): Promise<void> {
  const { edition, generation, keys } = list
  const response = await ask(server.url, '/api/v1/answer-invitations', {
    method: 'POST',
    key: server.key,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ edition, generation, keys, signature: toHex(signList(list, privateKey)) }),
  })
  if (response.ok) return void (await response.body?.cancel())
  const { slug, errors } = await answeredProblem(response)
  throw new Refusal(
    slug,
    `the server refused the invitations (${[slug, ...errors.map(({ pointer, rule }) => `${pointer} ${rule}`)].join(', ')}); the codes are good for nothing`,
  )
}
