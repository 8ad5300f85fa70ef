/** `keys retag`: in a network of before, an organisation puts its own tags in the place of those that the server made of its case references. */

import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Command } from 'commander'
import * as z from 'zod'
import { caseTag } from '../../../survey-schema/credentials/case-tag.ts'
import { signTranslation, type TagTranslation } from '../../../survey-schema/credentials/tag-translation.ts'
import { answeredProblem } from '../../http/answered.ts'
import { ask } from '../../http/ask.ts'
import { toHex } from '../../sealing/bytes.ts'
import { defineCommand } from '../command.ts'
import { caseReferences } from '../files/case-references.ts'
import { type KeyOptions, keyOptions, serverAndKey } from '../organisation-key.ts'
import { keysIn } from '../organisation-secret.ts'
import { ownRegister, type ServerAndKey } from '../own-register.ts'

interface Options extends KeyOptions {
  readonly to: string
  readonly secretFile: string
  readonly column?: string
}

/** Pairs of one request. */
const TOGETHER = 500
/** Milliseconds after which a server that is busy is asked again. */
const PAUSE = 1000

const Answer = z.object({ translated: z.int() })

export function registerRetag(keys: Command): void {
  defineCommand<Options>(
    keys
      .command('retag <list>')
      .description('in a network of before: give your cases the tags of your own secret; doing it again changes nothing'),
    {
      options: (one) =>
        keyOptions(one.requiredOption('--to <url>', 'server'), 'submit', '--to')
          .requiredOption('--secret-file <file>', 'your secret; its public keys are registered before')
          .option('--column <heading>', 'where the case references stand, in a table or workbook'),
      async run({ terminal, args: [list], options }) {
        const { to, secretFile, column, ...key } = options
        const server = await serverAndKey(to, key, terminal)
        const { tagKey, signing } = keysIn(readFileSync(secretFile, 'utf8'))
        const { number: organisation } = await ownRegister(server)
        const references = await caseReferences(list as string, column)
        const bar = terminal.progress('Sending', references.length)
        let translated = 0
        for (let at = 0; at < references.length; at += TOGETHER) {
          const pairs = references
            .slice(at, at + TOGETHER)
            .map((reference) => ({ partner_case_key: reference, tag: toHex(caseTag(tagKey, reference)) }))
          translated += await sent(server, { organisation, pairs }, signing.privateKey)
          bar.advance(pairs.length)
        }
        bar.stop()
        tagKey.fill(0)
        signing.privateKey.fill(0)
        terminal.result(
          { references: references.length, translated },
          `${references.length} case references sent; ${translated} of them stood under tags of the server, and stand under yours now`,
        )
      },
    },
  )
}

async function sent({ url, key }: ServerAndKey, translation: TagTranslation, privateKey: Uint8Array): Promise<number> {
  const signature = toHex(signTranslation(translation, privateKey))
  for (;;) {
    const response = await ask(url, '/api/v1/organisation/tags', {
      method: 'POST',
      key,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ pairs: translation.pairs, signature }),
    })
    if (response.ok) return Answer.parse(await response.json()).translated
    if (response.status !== 429 && response.status !== 503) throw await answeredProblem(response)
    await wait(PAUSE)
  }
}
