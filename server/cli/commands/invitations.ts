/** `invitations make`: codes by which affected persons answer for themselves. */
import type { Command } from 'commander'
import { MOST_INVITATIONS } from '../../../survey-schema/credentials/answer-invitation.ts'
import { PRIVATE, writeTogether } from '../../runtime/private-file.ts'
import { Misuse } from '../../runtime/refusal.ts'
import { defineCommand } from '../command.ts'
import { newInvitations } from '../new-invitations.ts'
import { type KeyOptions, keyOptions, serverAndKey } from '../organisation-key.ts'
import { ownSecrets } from '../organisation-secret.ts'

interface Options extends KeyOptions {
  readonly to: string
  readonly secretFile?: string
  readonly out: string
}

const lines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('')

export function register(invitations: Command): void {
  defineCommand<Options>(
    invitations
      .command('make <number>')
      .description('make codes, each good for one answer until the open edition closes, and sign and register their public keys'),
    {
      options: (command) =>
        keyOptions(command.requiredOption('--to <url>', 'server'), 'submit', '--to')
          .option('--secret-file <file>', 'file of the secret, as `keys secret` writes it (else JNATIP_SECRET)')
          .requiredOption(
            '--out <file>',
            'file to write the codes to, one a line; beside it, with .tags, what `statement --invitations` reads',
          ),
      async run({ terminal, args: [asked], options: { to, out, secretFile, ...key } }) {
        const number = Number(asked)
        if (!Number.isInteger(number) || number < 1 || number > MOST_INVITATIONS)
          throw new Misuse(`a number from 1 to ${MOST_INVITATIONS} says how many codes`)
        const secrets = ownSecrets(secretFile === undefined ? {} : { secretFile })
        if (!secrets) throw new Misuse('--secret-file, or JNATIP_SECRET, says which secret signs')
        const server = await serverAndKey(to, key, terminal)
        const made = await newInvitations(server, secrets.keys, number)
        const tags = `${out}.tags`
        // Codes that the server does not know are worth nothing; codes that it knows and nobody has would be worse.
        writeTogether([
          { file: out, text: lines(made.codes), mode: PRIVATE },
          { file: tags, text: lines(made.tags), mode: PRIVATE },
        ])
        await made.register()
        terminal.result(
          { codes: number, edition: made.edition, file: out, tags },
          [
            `${number} codes: ${out}. Each is good for one answer on ${server.url}/answer, until the edition ${made.edition} closes`,
            'Give each to one person, by hand, and note nowhere to whom. Cross a code out when it is given away, and remove the file after the last',
            `Keep ${tags} beside your receipts: a statement is compared with both`,
          ].join('\n'),
        )
      },
    },
  )
}
