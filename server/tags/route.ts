/** Tags of a network of before become an organisation's own. */
import { Hono } from 'hono'
import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { announced, jsonBody, jsonIn } from '../http/body.ts'
import { holderOf } from '../http/credential.ts'
import { json, operation } from '../http/operation.ts'
import { question, questionRate } from '../http/quota.ts'
import { whileIntakeIsOpen } from '../http/shut.ts'
import { TagPairs, translate } from './translate.ts'

/** Bytes of a request of 500 pairs. */
const LARGEST_PAIRS = 512 * 1024

const Translated = z
  .object({ translated: z.int().describe('How many of the references were known under a tag of before. Sent again it is 0.') })
  .meta({ id: 'TagsTranslated' })

export const tags = (needs: Pick<Deps, 'store' | 'tagKey' | 'clock' | 'shut'>) =>
  new Hono().post(
    '/organisation/tags',
    operation({
      id: 'translateTags',
      tag: 'cases',
      audited: { entry: 'translate-tags' },
      summary: 'In a network of before: put your own tags in the place of those that the server made of your case references',
      description:
        'Held, waiting, withdrawn and destroyed cases are known again under the new tags. Your organisation has registered its public keys before. The references are kept nowhere.',
      answers: { 200: json('Done; the same again changes nothing.', Translated) },
      problems: ['invalid-submission', 'tag-key-gone'],
    }),
    whileIntakeIsOpen(needs),
    announced('application/json', TagPairs),
    holderOf('submit', needs),
    question(questionRate()),
    jsonBody(LARGEST_PAIRS, TagPairs),
    async (c) => c.json({ translated: await translate(jsonIn(c.var.body), c.var.credential.organisation, needs) }, 200),
  )
