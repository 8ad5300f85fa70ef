/** What a build says to each organisation about its cases: in from the editors' machine, out to that organisation alone. */
import { Hono } from 'hono'
import * as z from 'zod'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { announced, jsonBody, jsonIn } from '../http/body.ts'
import { holderOf } from '../http/credential.ts'
import { json, operation } from '../http/operation.ts'
import { editionOfPath } from '../http/parameters.ts'
import { question, questionRate } from '../http/quota.ts'
import { toBase64 } from '../sealing/bytes.ts'
import { read } from '../store/port.ts'
import { byMachine } from '../store/queries/audit.ts'
import { statementTo } from '../store/queries/statements.ts'
import { keepStatements, StatementsBody } from './keep.ts'

/** Bytes of all statements of an edition: 36 for each case and organisation, in base64. */
const LARGEST_STATEMENTS = 64 * 1024 * 1024

const KeptStatements = z
  .object({ edition: z.string(), new: z.boolean().describe('False if these very statements were there before.') })
  .meta({ id: 'StatementsKept' })

const OwnStatement = z
  .object({
    edition: z.string(),
    organisation: z.int().describe('Your own number.'),
    enc: z.string().describe('Public half of the one-time key of the seal, base64.'),
    ciphertext: z.string().describe('Sealed to your statement key, base64.'),
  })
  .meta({ id: 'OwnStatement' })

export const statements = (needs: Pick<Deps, 'store' | 'clock'>) =>
  new Hono()
    .put(
      '/editions/:edition/statements',
      operation({
        id: 'keepStatements',
        tag: 'publishing',
        audited: { entry: 'keep-statements' },
        summary: 'Keep what the build sealed to each organisation, once and whole, after its bundle was published',
        answers: { 200: json('They were there before.', KeptStatements), 201: json('Kept.', KeptStatements) },
        problems: ['invalid-file', 'not-released', 'statements-exist'],
      }),
      editionOfPath,
      announced('application/json', StatementsBody),
      holderOf('publish', needs),
      jsonBody(LARGEST_STATEMENTS, StatementsBody),
      async (c) => {
        const { edition } = c.req.valid('param')
        const fresh = await keepStatements(jsonIn(c.var.body), { edition, by: byMachine(c.var.credential.organisation) }, needs)
        return c.json({ edition, new: fresh }, fresh ? 201 : 200)
      },
    )
    .get(
      '/editions/:edition/statement',
      operation({
        id: 'ownStatement',
        tag: 'cases',
        summary: 'What the build of an edition sealed to your own organisation',
        description:
          'Which of your cases were opened and counted, each by its tag and version. Whether it is genuine shows in the manifest of the edition.',
        answers: { 200: json('Of the holder of the key alone.', OwnStatement) },
      }),
      editionOfPath,
      holderOf('submit', needs),
      question(questionRate()),
      async (c) => {
        const { edition } = c.req.valid('param')
        const { organisation } = c.var.credential
        const [own] = await read(needs.store, statementTo(edition, organisation))
        if (!own) throw new ProblemError('not-found')
        const { enc, ciphertext } = own
        return c.json({ edition, organisation, enc: toBase64(new Uint8Array(enc)), ciphertext: toBase64(new Uint8Array(ciphertext)) }, 200)
      },
    )
