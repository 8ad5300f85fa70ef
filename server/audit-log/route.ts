/** The audit log from outside: monthly heads for partners, their cosignatures, and the whole log for whoever verifies it. */
import { Hono } from 'hono'
import * as z from 'zod'
import { CHAINS } from '../../survey-schema/audit-log/entry.ts'
import { commitmentTo } from '../../survey-schema/audit-log/head.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { jsonBody, jsonIn } from '../http/body.ts'
import { holderOf } from '../http/credential.ts'
import { json, operation } from '../http/operation.ts'
import { question, questionRate } from '../http/quota.ts'
import { refusingBare, validated } from '../http/validated.ts'
import { fromHex, toHex } from '../sealing/bytes.ts'
import { read } from '../store/port.ts'
import { byMachine, enteredReading } from '../store/queries/audit.ts'
import { headsOf } from '../store/queries/audit-heads.ts'
import { cosign } from './cosign.ts'
import { logStream } from './export.ts'

/** Bytes of a cosignature with its name. */
const LARGEST = 1024

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const month = z.string().regex(/^\d{4}-\d{2}$/)

const LogHeads = z
  .object({
    heads: z.array(
      z.object({
        chain: z.enum(CHAINS),
        month,
        commitment: hex(32).describe('Hash of the state of the chain with random bytes: it tells no number of entries.'),
        previous: hex(32).describe('Hash of the head of the month before it, or zeros.'),
        key: hex(32).describe('Public key of the log.'),
        signature: hex(64),
      }),
    ),
  })
  .meta({ id: 'LogHeads' })

const NamedHead = z.object({ chain: z.enum(CHAINS).describe('`intake` or `other`.'), month: month.describe('`YYYY-MM`') })
const CosignatureBody = z.strictObject({ signature: hex(64).describe('Ed25519, hexadecimal.') }).meta({ id: 'Cosignature' })
const Cosigned = z.object({ chain: z.enum(CHAINS), month }).meta({ id: 'Cosigned' })

export const auditLog = (needs: Pick<Deps, 'store' | 'clock'>) => {
  const { store, clock } = needs
  const rate = questionRate()
  return new Hono()
    .get(
      '/audit-log/heads',
      operation({
        id: 'logHeads',
        tag: 'audit-log',
        summary: 'The signed state of the audit log at the end of each month',
        description:
          'Of both chains, each in order. Each head names the one before it, so that a program that remembers one notices another log.',
        answers: { 200: json('Monthly heads.', LogHeads) },
      }),
      holderOf('submit', needs),
      question(rate),
      async (c) => {
        const heads = (await Promise.all(CHAINS.map((chain) => read(store, headsOf(chain, 'month'))))).flat()
        const shown = heads.map((head) => ({
          chain: head.chain,
          month: head.period,
          commitment: toHex(commitmentTo(head)),
          previous: toHex(head.previous),
          key: toHex(head.key),
          signature: toHex(head.signature),
        }))
        return c.json({ heads: shown } satisfies z.infer<typeof LogHeads>, 200)
      },
    )
    .put(
      '/audit-log/heads/:chain/:month/cosignature',
      operation({
        id: 'cosignHead',
        tag: 'audit-log',
        summary: 'Sign a monthly head that your program has seen',
        description:
          'With the signing key of your organisation’s secret. Sent again it changes nothing, and answers with `Idempotency-Replayed: true`.',
        audited: { entry: 'cosignature' },
        answers: { 200: json('Kept.', Cosigned) },
        problems: ['cosignature-refused', 'unknown-key'],
      }),
      holderOf('submit', needs),
      validated('param', NamedHead, refusingBare('not-found')),
      question(rate),
      jsonBody(LARGEST, CosignatureBody),
      async (c) => {
        const { chain, month: of } = c.req.valid('param')
        const signature = signatureIn(jsonIn(c.var.body))
        const kept = await cosign({ organisation: c.var.credential.organisation, chain, month: of, signature }, needs)
        if (!kept) c.header('Idempotency-Replayed', 'true')
        return c.json({ chain, month: of }, 200)
      },
    )
    .get(
      '/audit-log',
      operation({
        id: 'auditLog',
        tag: 'audit-log',
        summary: 'The whole audit log, for `jnatip verify-log`',
        description: 'It tells how many cases each organisation sent in each month; a key with the scope `edit` is needed.',
        audited: { entry: 'read-log' },
        answers: {
          200: {
            description: 'Entries, heads and cosignatures, one JSON object a line.',
            content: { 'application/x-ndjson': z.string().meta({ id: 'AuditLogLines' }) },
          },
        },
      }),
      holderOf('edit', needs),
      async (c) => {
        await store.batch([
          enteredReading({ action: 'read-log', ...byMachine(c.var.credential.organisation), subject: null, day: clock.day() }),
        ])
        return c.body(logStream(store), 200, { 'Content-Type': 'application/x-ndjson' })
      },
    )
}

/** @throws ProblemError 'unknown-key', 'cosignature-refused' */
function signatureIn(body: unknown): Uint8Array {
  const parsed = CosignatureBody.safeParse(body)
  if (parsed.success) return fromHex(parsed.data.signature, 64)
  if (parsed.error.issues.some(({ code }) => code === 'unrecognized_keys'))
    throw new ProblemError('unknown-key', [{ pointer: '', rule: 'unknown_key' }])
  throw new ProblemError('cosignature-refused', [{ pointer: '/signature', rule: 'invalid_type' }])
}
