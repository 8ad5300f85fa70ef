/** Affected persons answer for themselves, by invitation and without an account; organisations make the invitations. */
import { Hono } from 'hono'
import type * as z from 'zod'
import { type Received, receive } from '../../survey-schema/answers/receive.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { jsonBody, jsonIn } from '../http/body.ts'
import { holderOf } from '../http/credential.ts'
import { jsonFields } from '../http/json-fields.ts'
import { json, operation } from '../http/operation.ts'
import { question, questionRate } from '../http/quota.ts'
import { idempotencyKey, type RequestKey, requestKey } from '../http/request-key.ts'
import { whileIntakeIsOpen } from '../http/shut.ts'
import { fromHex } from '../sealing/bytes.ts'
import type { CaseIdentity } from '../sealing/case-identity.ts'
import { invitedIdentity } from '../sealing/invited-identity.ts'
import { type OpenEdition, openEditions } from '../store/open-edition.ts'
import { keepInvitations, provenInvitation } from './invitations.ts'
import { AnswerBody, AnswerEnvelope, AnswerReceipt, Invitation, Invitations, InvitationsKept, ProvenCode } from './shapes.ts'

/** Bytes of a list of 500 keys. */
const LARGEST_LIST = 64 * 1024
/** Bytes of all answers of the questionnaire, which are some 5,000. */
const LARGEST_ANSWER = 64 * 1024

interface ArrivingAnswer {
  readonly identity: CaseIdentity
  readonly organisation: number
  readonly request: RequestKey
  readonly body: Uint8Array
  readonly receiptHash: Uint8Array
}

type Needs = Pick<Deps, 'store' | 'commit' | 'clock' | 'events' | 'shut'> & {
  readonly receipts: { readonly issue: (bits: Uint8Array) => { readonly code: string; readonly hash: Uint8Array } }
  /** As cases of partners are kept. */
  readonly keep: (
    arriving: ArrivingAnswer,
    editionOpen: () => Promise<OpenEdition>,
    needs: Pick<Deps, 'store' | 'commit' | 'clock'>,
  ) => Promise<{ readonly outcome: 'stored' | 'replayed' }>
}

export const answers = (needs: Needs) => {
  const editionOpen = openEditions(needs.store)
  return new Hono()
    .post(
      '/answer-invitations',
      operation({
        id: 'makeInvitations',
        tag: 'answers',
        summary: 'Make known the public keys behind invitations that your organisation has made and signed',
        description:
          'Each code makes one case of your organisation, until the edition closes. The codes stay with you and whom you give them to.',
        audited: { entry: 'make-invitations' },
        answers: { 200: json('It was there before.', InvitationsKept), 201: json('Kept.', InvitationsKept) },
        problems: ['invalid-request', 'unknown-key', 'invalid-signature', 'edition-changed', 'no-open-edition', 'quota-reached'],
      }),
      whileIntakeIsOpen(needs),
      holderOf('submit', needs),
      question(questionRate()),
      jsonBody(LARGEST_LIST, Invitations),
      async (c) => {
        const kept = await keepInvitations(judged(Invitations, jsonIn(c.var.body)), c.var.credential, needs)
        return c.json(kept, kept.new ? 201 : 200)
      },
    )
    .post(
      '/answers/invitation',
      operation({
        id: 'invitation',
        tag: 'answers',
        summary: 'What a code is good for, told to whoever shows that they hold it',
        description: 'A code that was never made and one that is not shown to be held are refused alike.',
        audited: { none: 'It changes nothing.' },
        answers: { 200: json('It may be used.', Invitation) },
        problems: ['invitation-refused', 'invitation-used', 'invitation-over'],
      }),
      whileIntakeIsOpen(needs),
      jsonFields(ProvenCode),
      async (c) => c.json({ ...(await provenInvitation(c.var.given, needs)), year: needs.clock.year() }, 200),
    )
    .post(
      '/answers',
      operation({
        id: 'answer',
        tag: 'answers',
        summary: 'Answer by invitation, once',
        description: '201 means durable. The same request sent again answers the same receipt, with `Idempotency-Replayed: true`.',
        audited: { entry: 'intake' },
        answers: { 201: json('Sealed and durable, as a case of the organisation that invited.', AnswerReceipt) },
        problems: [
          'invalid-submission',
          'unknown-key',
          'invalid-signature',
          'invitation-refused',
          'invitation-used',
          'invitation-over',
          'record-differs',
          'idempotency-mismatch',
          'no-open-edition',
        ],
      }),
      whileIntakeIsOpen(needs),
      idempotencyKey('Random, 1 to 128 visible ASCII characters, unquoted. The receipt is made of it.'),
      jsonBody(LARGEST_ANSWER, AnswerBody),
      async (c) => {
        const { body } = c.var
        const { invitation, case: given } = judged(AnswerEnvelope, jsonIn(body))
        // A request sent again after a lost answer comes with a used code.
        const invited = await provenInvitation(invitation, needs, { evenUsed: true })
        const received = receive(given, { currentYear: needs.clock.year(), existingRecordRule: false })
        requireOwnWord(received)
        const identity = invitedIdentity(received, fromHex(invitation.key, 32), invited)
        const request = requestKey(invitation.proof, c.req.valid('header')['Idempotency-Key'])
        const receipt = needs.receipts.issue(request.receipt)
        const { organisation } = invited
        const { outcome } = await needs
          .keep({ identity, organisation, request, body, receiptHash: receipt.hash }, editionOpen, needs)
          .catch((error) => Promise.reject(inWordsOfCodes(error)))
        if (outcome === 'stored') needs.events.intakeAccepted()
        else c.header('Idempotency-Replayed', 'true')
        const { stripped, generalised, flags } = received
        return c.json({ id: request.id, receipt: receipt.code, stripped, generalised, flags }, 201)
      },
    )
}

/** Only the person herself has an invitation: another source would be counted as what it is not. */
function requireOwnWord({ record }: Received): void {
  if (record.answers.source_type !== 'victim_self')
    throw new ProblemError('invalid-submission', [{ pointer: '/answers/source_type', rule: 'invalid_code' }])
}

/** What stands in the way of a case, said of its code. */
function inWordsOfCodes(error: unknown): unknown {
  if (!(error instanceof ProblemError)) return error
  if (['case-exists', 'already-counted', 'case-withdrawn'].includes(error.slug)) return new ProblemError('invitation-used')
  return error.slug === 'edition-changed' ? new ProblemError('invitation-over') : error
}

/** @throws ProblemError 'invalid-request', 'unknown-key' naming fields of ours */
function judged<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  if (issues.some(({ code }) => code === 'unrecognized_keys')) throw new ProblemError('unknown-key', [{ pointer: '', rule: 'unknown_key' }])
  throw new ProblemError(
    'invalid-request',
    issues.map(({ path }) => ({ pointer: path.map((part) => `/${String(part)}`).join(''), rule: 'invalid_type' })),
  )
}
