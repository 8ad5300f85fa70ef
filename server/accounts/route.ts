/** What the register says of the organisation that asks, and of no other: a program can then judge a file as the server will. */
import { Hono } from 'hono'
import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { holderOf } from '../http/credential.ts'
import { json, operation } from '../http/operation.ts'
import { question, questionRate } from '../http/quota.ts'

const Organisation = z
  .object({
    existing_record_rule: z
      .object({ year: z.int() })
      .nullable()
      .describe('Year of the registered rule for the research use of existing records (R22); null where none is registered.'),
  })
  .meta({ id: 'Organisation' })

export const accounts = (needs: Pick<Deps, 'store' | 'clock'>) =>
  new Hono().get(
    '/organisation',
    operation({
      id: 'organisation',
      tag: 'server',
      summary: 'What the register says of your own organisation',
      answers: { 200: json('Of the holder of the key alone.', Organisation) },
    }),
    holderOf('submit', needs),
    question(questionRate()),
    (c) => {
      const { recordRuleYear } = c.var.credential
      return c.json(
        { existing_record_rule: recordRuleYear === null ? null : { year: recordRuleYear } } satisfies z.infer<typeof Organisation>,
        200,
      )
    },
  )
