/** Cases of a partner: read whole, strip and check, seal, commit durably, answer. Between the network and the seal a case exists only here. */
import { Hono } from 'hono'
import { receive } from '../../survey-schema/answers/receive.ts'
import { parseJson } from '../../survey-schema/json.ts'
import { WITHDRAWING } from '../../survey-schema/withdrawal.ts'
import type { Deps } from '../deps.ts'
import { LARGEST_CASE, readWhole, requireJson, utf8Text } from '../http/body.ts'
import { authenticate } from '../http/credential.ts'
import { idempotencyKey, requestKey } from '../http/request-key.ts'
import { openEditions } from '../store/open-edition.ts'
import { correctCase } from './correct.ts'
import { keep } from './keep.ts'
import { askedCaseReference, findOwn, ownCases } from './own.ts'
import { entityTag, requiredVersion } from './version.ts'
import { withdrawOwn } from './withdraw-own.ts'

/** Bytes of a question after one case reference. */
const LARGEST_QUESTION = 4 * 1024

interface Receipts {
  /** What the partner sees, once, and what is kept of it. */
  readonly issue: (bits: Uint8Array) => { readonly code: string; readonly hash: Uint8Array }
}

type Needs = Pick<Deps, 'store' | 'commit' | 'tagKey' | 'clock' | 'events'> & { readonly receipts: Receipts }

export const intake = (needs: Needs) => {
  const editionOpen = openEditions(needs.store)
  return new Hono()
    .post('/cases', async (c) => {
      const { headers } = c.req.raw
      const key = idempotencyKey(headers)
      requireJson(headers)
      const body = await readWhole(c.req.raw, LARGEST_CASE)
      const { presented, organisation, existingRecordRule } = await authenticate(headers, 'submit', needs)
      const { record, partnerCaseKey, stripped, generalised, flags } = receive(parseJson(utf8Text(body)), {
        currentYear: needs.clock.year(),
        existingRecordRule,
      })
      const request = requestKey(presented, key)
      const receipt = needs.receipts.issue(request.receipt)
      const { outcome, version } = await keep(
        { record, partnerCaseKey, organisation, request, body, receiptHash: receipt.hash },
        editionOpen,
        needs,
      )
      if (outcome === 'stored') needs.events.intakeAccepted()
      else c.header('Idempotency-Replayed', 'true')
      c.header('ETag', entityTag(version))
      return c.json({ id: request.id, receipt: receipt.code, stripped, generalised, flags }, 201)
    })
    .get('/cases', async (c) => {
      const { organisation } = await authenticate(c.req.raw.headers, 'submit', needs)
      return c.json(await ownCases(organisation, c.req.query('after') ?? '', needs))
    })
    .post('/cases/find', async (c) => {
      const { headers } = c.req.raw
      requireJson(headers)
      const body = await readWhole(c.req.raw, LARGEST_QUESTION)
      const { organisation } = await authenticate(headers, 'submit', needs)
      const { version, ...found } = await findOwn(organisation, askedCaseReference(parseJson(utf8Text(body))), needs)
      c.header('ETag', entityTag(version))
      return c.json(found)
    })
    .put('/cases/:id', async (c) => {
      const { headers } = c.req.raw
      requireJson(headers)
      const body = await readWhole(c.req.raw, LARGEST_CASE)
      const { presented, organisation, existingRecordRule } = await authenticate(headers, 'submit', needs)
      const version = requiredVersion(headers)
      const { record, partnerCaseKey, stripped, generalised, flags } = receive(parseJson(utf8Text(body)), {
        currentYear: needs.clock.year(),
        existingRecordRule,
      })
      const id = c.req.param('id')
      const corrected = await correctCase(
        { id, organisation, version, record, partnerCaseKey, body, credential: presented },
        editionOpen,
        needs,
      )
      if (corrected.outcome === 'replayed') c.header('Idempotency-Replayed', 'true')
      c.header('ETag', entityTag(corrected.version))
      return c.json({ id, stripped, generalised, flags })
    })
    .delete('/cases/:id', async (c) => {
      const { organisation } = await authenticate(c.req.raw.headers, 'submit', needs)
      await withdrawOwn({ id: c.req.param('id'), organisation, version: requiredVersion(c.req.raw.headers) }, needs)
      return c.json(WITHDRAWING, 202)
    })
}
