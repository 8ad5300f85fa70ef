/** What the register says of the organisation that asks, and of no other: a program can then judge and sign a file as the server will. */
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { jsonBody, jsonIn } from '../http/body.ts'
import { holderOf } from '../http/credential.ts'
import { json, operation } from '../http/operation.ts'
import { question, questionRate } from '../http/quota.ts'
import { presentedSecret } from '../http/secret.ts'
import { read } from '../store/port.ts'
import { earlierTombstones, tagKeyGone } from '../store/queries/earlier-tags.ts'
import { openEdition } from '../store/queries/editions.ts'
import { AddedKeys, KeysToAdd, OwnOrganisation } from './organisation-answers.ts'
import { addKeys, keysOfSecret, offeredKeys, toldKeys } from './public-keys.ts'

/** Bytes of public keys and their proofs. */
const LARGEST_KEYS = 2 * 1024

export const accounts = (needs: Pick<Deps, 'store' | 'clock' | 'tagKey'>) => {
  const rate = questionRate()
  return new Hono()
    .get(
      '/organisation',
      operation({
        id: 'organisation',
        tag: 'server',
        summary: 'What the register says of your own organisation',
        answers: { 200: json('Of the holder of the key alone.', OwnOrganisation) },
      }),
      holderOf('submit', needs),
      question(rate),
      async (c) => {
        const { organisation, recordRuleYear, publicKeys } = c.var.credential
        const [edition] = await read(needs.store, openEdition())
        const [left] = await read(needs.store, earlierTombstones())
        const [gone] = await read(needs.store, tagKeyGone())
        // Where the server still makes tags itself and the organisation does not sign, it knows them all.
        const unknown = (publicKeys.length > 0 || !needs.tagKey) && left && left.withdrawn + left.destroyed > 0
        return c.json(
          {
            existing_record_rule: recordRuleYear === null ? null : { year: recordRuleYear },
            number: organisation,
            open_edition: edition ? { id: edition.id, layout: edition.layout } : null,
            year: needs.clock.year(),
            references: publicKeys.length > 0 ? ('signed' as const) : needs.tagKey ? ('plain' as const) : ('secret' as const),
            keys: toldKeys(publicKeys),
            earlier_withdrawals: unknown ? { until: gone?.year ?? needs.clock.year() } : null,
          } satisfies OwnOrganisation,
          200,
        )
      },
    )
    .post(
      '/organisation/keys',
      operation({
        id: 'addOrganisationKeys',
        tag: 'server',
        audited: { entry: 'register-keys' },
        summary: 'Register the public keys of a new secret of your own organisation',
        description:
          'From then on its cases are signed. The keys before stay good until the open edition closes. The same request sent again changes nothing. ' +
          'With `JNATIP-Secret` and `{}` the server makes the first keys in memory. The build trusts the register that two people signed, and not this one.',
        answers: { 201: json('Registered, now or before.', AddedKeys) },
        problems: ['unknown-key', 'invalid-signature'],
      }),
      holderOf('submit', needs),
      question(rate),
      presentedSecret,
      jsonBody(LARGEST_KEYS, KeysToAdd),
      async (c) => {
        const { body, credential, secret } = c.var
        const bare = secret !== null && (body.length === 0 || /^\s*\{\s*\}\s*$/.test(new TextDecoder().decode(body)))
        const offered = bare ? keysOfSecret(secret, credential) : offeredKeys(jsonIn(body))
        return c.json(await addKeys(offered, credential, needs), 201)
      },
    )
}
