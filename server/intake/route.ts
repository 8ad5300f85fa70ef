/** Cases of a partner: read whole, strip and check, seal, commit durably, answer. Between the network and the seal a case exists only here. */
import { Hono } from 'hono'
import { receive } from '../../survey-schema/answers/receive.ts'
import type { SecretKeys } from '../../survey-schema/credentials/secret.ts'
import { HELD_KEYS } from '../../survey-schema/identifiers/case-keys.ts'
import { Withdrawing } from '../../survey-schema/withdrawal.ts'
import { WITHDRAWING } from '../../survey-schema/withdrawal-words.ts'
import type { Deps } from '../deps.ts'
import { jsonBody, jsonIn, LARGEST_CASE } from '../http/body.ts'
import { type Credential, holderOf } from '../http/credential.ts'
import { json, operation } from '../http/operation.ts'
import { ANY_NAME } from '../http/parameters.ts'
import { question, questionRate } from '../http/quota.ts'
import { idempotencyKey, requestKey } from '../http/request-key.ts'
import { presentedSecret } from '../http/secret.ts'
import { whileIntakeIsOpen, whileKeysAreRight } from '../http/shut.ts'
import { validated } from '../http/validated.ts'
import { caseIdentity, type Identifying } from '../sealing/case-identity.ts'
import { openEditions } from '../store/open-edition.ts'
import { After, CaseId, CaseReference, Corrected, Found, HeldCases, OwnCases, Receipt, Submission, Tags } from './answers.ts'
import { correctCase } from './correct.ts'
import { keep } from './keep.ts'
import { askedCase, findOwn, heldOwn, ownCases } from './own.ts'
import { entityTag, ifMatch, VERSION } from './version.ts'
import { withdrawOwn } from './withdraw-own.ts'

/** Bytes of a question after one case reference. */
const LARGEST_QUESTION = 4 * 1024
/** Bytes of a question after as many tags as one may ask for. */
const LARGEST_TAGS = 64 * 1024

interface Receipts {
  /** What the partner sees, once, and what is kept of it. */
  readonly issue: (bits: Uint8Array) => { readonly code: string; readonly hash: Uint8Array }
}

type Needs = Pick<Deps, 'store' | 'commit' | 'tagKey' | 'clock' | 'events' | 'shut'> & { readonly receipts: Receipts }

export const intake = (needs: Needs) => {
  const caseOfPath = validated('param', CaseId, ANY_NAME)
  const editionOpen = openEditions(needs.store)
  const rate = questionRate()
  const identifying = ({ credential, secret }: { readonly credential: Credential; readonly secret: SecretKeys | null }): Identifying => ({
    organisation: credential.organisation,
    publicKeys: credential.publicKeys,
    secret,
    tagKey: needs.tagKey,
  })
  return new Hono()
    .post(
      '/cases',
      operation({
        id: 'submitCase',
        tag: 'cases',
        summary: 'Submit one case',
        description:
          'At most 256 KiB, JSON in UTF-8. Keys on the list of identifiers are dropped unread and reported by kind; any other unknown key is refused. 201 means durable. ' +
          'The same request sent again answers the same receipt, with `Idempotency-Replayed: true`. An organisation that registered public keys signs: ' +
          '`signed` stands in the place of the case reference, for version 1.',
        audited: { entry: 'intake' },
        answers: { 201: json('Sealed and durable.', Receipt, VERSION) },
        problems: [
          'invalid-submission',
          'unknown-key',
          'case-exists',
          'already-counted',
          'case-withdrawn',
          'idempotency-mismatch',
          'no-open-edition',
          'edition-changed',
          'record-differs',
        ],
      }),
      whileIntakeIsOpen(needs),
      idempotencyKey('1 to 128 visible ASCII characters, unquoted.'),
      holderOf('submit', needs),
      presentedSecret,
      jsonBody(LARGEST_CASE, Submission),
      async (c) => {
        const { body, credential } = c.var
        const { presented, organisation, existingRecordRule } = credential
        const received = receive(jsonIn(body), { currentYear: needs.clock.year(), existingRecordRule })
        const { stripped, generalised, flags } = received
        const identity = caseIdentity(received, identifying(c.var))
        const request = requestKey(presented, c.req.valid('header')['Idempotency-Key'])
        const receipt = needs.receipts.issue(request.receipt)
        const { outcome, version } = await keep({ identity, organisation, request, body, receiptHash: receipt.hash }, editionOpen, needs)
        if (outcome === 'stored') needs.events.intakeAccepted()
        else c.header('Idempotency-Replayed', 'true')
        c.header('ETag', entityTag(version))
        return c.json({ id: request.id, receipt: receipt.code, stripped, generalised, flags }, 201)
      },
    )
    .get(
      '/cases',
      operation({
        id: 'ownCases',
        tag: 'cases',
        summary: 'Your own cases: month and state, never content, never in order of arrival',
        answers: { 200: json('A page of 500 at most.', OwnCases) },
      }),
      holderOf('submit', needs),
      question(rate),
      validated('query', After),
      async (c) => c.json(await ownCases(c.var.credential.organisation, c.req.valid('query').after, needs), 200),
    )
    .post(
      '/cases/find',
      operation({
        id: 'findCase',
        tag: 'cases',
        summary: 'Find a case of your own by its tag, or by its case reference',
        audited: { none: 'It reads a case of its own.' },
        answers: { 200: json('The case.', Found, VERSION) },
        problems: ['invalid-submission', 'unknown-key'],
      }),
      whileKeysAreRight(needs),
      holderOf('submit', needs),
      question(rate),
      presentedSecret,
      jsonBody(LARGEST_QUESTION, CaseReference),
      async (c) => {
        const { version, ...found } = await findOwn(askedCase(jsonIn(c.var.body)), identifying(c.var), needs)
        c.header('ETag', entityTag(version))
        return c.json(found, 200)
      },
    )
    .post(
      '/cases/held',
      operation({
        id: 'heldCases',
        tag: 'cases',
        summary: 'Which of these tags are those of cases that you hold, and in which version',
        audited: { none: 'It reads cases of its own.' },
        answers: { 200: json('At most 500 tags at a time.', HeldCases) },
        problems: ['invalid-request', 'unknown-key'],
      }),
      whileKeysAreRight(needs),
      holderOf('submit', needs),
      question(rate),
      jsonBody(LARGEST_TAGS, Tags),
      async (c) => c.json(await heldOwn(c.var.credential.organisation, jsonIn(c.var.body), needs), 200),
    )
    .put(
      '/cases/:id',
      operation({
        id: 'correctCase',
        tag: 'cases',
        summary: 'Correct a case of your own, in the open edition',
        description:
          'The whole case again, under the same case reference or tag; signed for the next version. It takes the place of the earlier one, of which nothing is kept; id and receipt stay. ' +
          'The same correction sent again answers the same, with `Idempotency-Replayed: true`.',
        audited: { entry: 'correction' },
        answers: { 200: json('Sealed and durable.', Corrected, VERSION) },
        problems: [
          'invalid-submission',
          'unknown-key',
          'case-exists',
          'edition-frozen',
          'stale-version',
          'no-open-edition',
          'edition-changed',
          'record-differs',
        ],
      }),
      whileIntakeIsOpen(needs),
      caseOfPath,
      holderOf('submit', needs),
      presentedSecret,
      jsonBody(LARGEST_CASE, Submission),
      ifMatch,
      async (c) => {
        const { body, credential } = c.var
        const { presented, organisation, existingRecordRule } = credential
        const received = receive(jsonIn(body), {
          currentYear: needs.clock.year(),
          existingRecordRule,
          // The reference must be that of the case, so nothing new comes in with it.
          runningKeys: HELD_KEYS,
        })
        const { stripped, generalised, flags } = received
        const identity = caseIdentity(received, identifying(c.var))
        const { id } = c.req.valid('param')
        const corrected = await correctCase(
          { id, organisation, version: c.req.valid('header')['If-Match'], identity, body, credential: presented },
          editionOpen,
          needs,
        )
        if (corrected.outcome === 'replayed') c.header('Idempotency-Replayed', 'true')
        c.header('ETag', entityTag(corrected.version))
        return c.json({ id, stripped, generalised, flags }, 200)
      },
    )
    .delete(
      '/cases/:id',
      operation({
        id: 'withdrawCase',
        tag: 'cases',
        summary: 'Withdraw a case of your own, whatever its edition',
        audited: { entry: 'withdrawal', later: true },
        answers: { 202: json('Gone within five minutes. Published figures stay.', Withdrawing) },
        problems: ['stale-version'],
      }),
      caseOfPath,
      holderOf('submit', needs),
      question(rate),
      ifMatch,
      async (c) => {
        const { id } = c.req.valid('param')
        await withdrawOwn({ id, organisation: c.var.credential.organisation, version: c.req.valid('header')['If-Match'] }, needs)
        return c.json(WITHDRAWING, 202)
      },
    )
}
