/**
 * `POST /withdrawals`: whoever holds a receipt may have its case withdrawn, without an account. Unknown, used and valid codes answer alike and
 * at the same moment, because they are looked up together and answered together; nothing limits how many may ask.
 */
import { Hono } from 'hono'
import * as z from 'zod'
import { ProblemError } from '../../survey-schema/problem.ts'
import { readReceipt } from '../../survey-schema/receipt-code.ts'
import { Withdrawing } from '../../survey-schema/withdrawal.ts'
import { WITHDRAWING } from '../../survey-schema/withdrawal-words.ts'
import type { Deps } from '../deps.ts'
import { jsonBody, jsonIn, SHORT_PACE } from '../http/body.ts'
import { json, operation } from '../http/operation.ts'
import { receiptHash } from './code.ts'

/** Bytes of a request; a code has 24. */
const LARGEST = 1024

const ReceiptCode = z
  .strictObject({ code: z.string().describe('As it was shown or typed; its check characters are looked at first.') })
  .meta({ id: 'ReceiptCode' })

export const withdrawals = ({ askWithdrawal }: Pick<Deps, 'askWithdrawal'>) =>
  new Hono().post(
    '/withdrawals',
    operation({
      id: 'withdraw',
      tag: 'withdrawals',
      summary: 'Withdraw a case with its receipt; no account is needed',
      description:
        'Unknown, used and valid codes answer alike, together with all others of the same quarter of a second. Nothing about the sender is looked at or kept.',
      audited: { entry: 'withdrawal', later: true },
      answers: { 202: json('The same for every code that could be one.', Withdrawing) },
      problems: ['invalid-receipt', 'unknown-key', 'busy'],
    }),
    jsonBody(LARGEST, ReceiptCode, SHORT_PACE),
    async (c) => {
      const code = codeIn(jsonIn(c.var.body))
      await askWithdrawal(receiptHash(code))
      return c.json(WITHDRAWING, 202)
    },
  )

/** A wrong check character is a slip, which anybody can compute without us. @throws ProblemError 'invalid-receipt', 'unknown-key' */
function codeIn(body: unknown): string {
  const given = typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Readonly<Record<string, unknown>>) : {}
  if (Object.keys(given).some((key) => key !== 'code')) throw new ProblemError('unknown-key', [{ pointer: '', rule: 'unknown_key' }])
  const code = typeof given.code === 'string' && given.code.length <= 100 ? readReceipt(given.code) : null
  if (code === null) throw new ProblemError('invalid-receipt', [{ pointer: '/code', rule: 'check_characters' }])
  return code
}
