/** A file of cases in parts: begun, sent part by part, and then all of it is held or none. */
import { Hono } from 'hono'
import * as z from 'zod'
import { parseJson } from '../../survey-schema/json.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { readWhole, requireJson, requireType, utf8Text } from '../http/body.ts'
import { authenticate } from '../http/credential.ts'
import { idempotencyKey, importId } from '../http/request-key.ts'
import { openEditions } from '../store/open-edition.ts'
import { type Outcome, read } from '../store/port.ts'
import {
  beginImport,
  type CommitStanding,
  commitImport,
  type ImportHeld,
  importHeld,
  partsHeld,
  restartImport,
} from '../store/queries/imports.ts'
import { type Receipts, stage } from './stage.ts'

/** Bytes of one part. */
export const LARGEST_PART = 20 * 1024 * 1024
const LARGEST_BEGINNING = 1024
/** Rows of one file, and parts that it may come in. */
const MOST_ROWS = 1_000_000
const MOST_PARTS = 100_000

const Beginning = z.strictObject({
  rows: z.int().min(1).max(MOST_ROWS),
  existing: z.enum(['refuse', 'replace']).default('refuse'),
})

type Needs = Pick<Deps, 'store' | 'tagKey' | 'clock' | 'events'> & { readonly receipts: Receipts }

/** @throws ProblemError naming the field by our own name, or nothing where it has none */
function readBeginning(body: unknown): z.output<typeof Beginning> {
  const parsed = Beginning.safeParse(body)
  if (parsed.success) return parsed.data
  if (parsed.error.issues.some(({ code }) => code === 'unrecognized_keys'))
    throw new ProblemError('unknown-key', [{ pointer: '', rule: 'unknown_key' }])
  const pointers = new Set(parsed.error.issues.map(({ path }) => (path[0] === undefined ? '' : `/${String(path[0])}`)))
  throw new ProblemError(
    'invalid-request',
    [...pointers].map((pointer) => ({ pointer, rule: 'invalid_type' })),
  )
}

export const imports = (needs: Needs) => {
  const { store } = needs
  const editionOpen = openEditions(store)
  const found = async (id: string, organisation: number): Promise<ImportHeld> => {
    const [held] = /^[0-9a-f]{32}$/.test(id) ? await read(store, importHeld(id, organisation)) : []
    if (!held) throw new ProblemError('not-found')
    return held
  }
  const told = async (id: string, { rows, existing, state }: ImportHeld) => ({
    id,
    rows,
    existing,
    state,
    parts: (await read(store, partsHeld(id))).map(({ part, rows: all, stored, replaced }) => ({
      part,
      rows: all,
      stored,
      replaced,
      left_out: all - stored - replaced,
    })),
  })

  return (
    new Hono()
      .post('/imports', async (c) => {
        const { headers } = c.req.raw
        const key = idempotencyKey(headers)
        requireJson(headers)
        const body = await readWhole(c.req.raw, LARGEST_BEGINNING)
        const { presented, organisation } = await authenticate(headers, 'submit', needs)
        const { rows, existing } = readBeginning(parseJson(utf8Text(body)))
        const id = importId(presented, key)
        await editionOpen()
        const [begun] = await store.batch([beginImport({ id, organisation, rows, existing, day: needs.clock.day() })])
        const held = await found(id, organisation)
        if (held.rows !== rows || held.existing !== existing) throw new ProblemError('idempotency-mismatch')
        if (begun.changes !== 1) c.header('Idempotency-Replayed', 'true')
        return c.json(await told(id, held), 201)
      })
      .get('/imports/:id', async (c) => {
        const { organisation } = await authenticate(c.req.raw.headers, 'submit', needs)
        const id = c.req.param('id')
        return c.json(await told(id, await found(id, organisation)))
      })
      // The credential first: a stranger may not make us hold 20 MiB. Nothing is open while the body is read.
      .put('/imports/:id/parts/:part', async (c) => {
        const { headers } = c.req.raw
        requireType(headers, 'application/x-ndjson')
        const { presented, organisation, existingRecordRule } = await authenticate(headers, 'submit', needs)
        const id = c.req.param('id')
        const part = /^[1-9]\d{0,5}$/.test(c.req.param('part')) ? Number(c.req.param('part')) : 0
        await found(id, organisation)
        if (part < 1 || part > MOST_PARTS) throw new ProblemError('not-found')
        const body = await readWhole(c.req.raw, LARGEST_PART)
        const held = await found(id, organisation)
        if (held.state === 'waiting' && !held.fresh) {
          await store.batch(restartImport(id, organisation))
          throw new ProblemError('import-stale')
        }
        const { answer, replayed } = await stage(
          { id, part, organisation, credential: presented, body, held },
          { currentYear: needs.clock.year(), existingRecordRule },
          editionOpen,
          needs,
        )
        if (replayed) c.header('Idempotency-Replayed', 'true')
        return c.json(answer)
      })
      .post('/imports/:id/commit', async (c) => {
        const { organisation } = await authenticate(c.req.raw.headers, 'submit', needs)
        const id = c.req.param('id')
        await found(id, organisation)
        const outcomes = await store.batch(commitImport(id, organisation))
        const [standing] = (outcomes.at(-1) as Outcome<CommitStanding>).rows
        if (standing?.state !== 'committed') {
          if (standing && standing.received < standing.rows) throw new ProblemError('import-incomplete')
          await store.batch(restartImport(id, organisation))
          throw new ProblemError('import-stale')
        }
        if (outcomes[0]?.changes === 1) needs.events.intakeAccepted(standing.rows)
        else c.header('Idempotency-Replayed', 'true')
        return c.json(await told(id, await found(id, organisation)))
      })
  )
}
