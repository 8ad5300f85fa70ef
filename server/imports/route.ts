/** A file of cases in parts: begun, sent part by part, and then all of it is held or none. */
import { Hono } from 'hono'
import { RunningKeys } from '../../survey-schema/identifiers/case-keys.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { QUOTAS } from '../../survey-schema/quotas.ts'
import type { Deps } from '../deps.ts'
import { announced, jsonBody, jsonIn, readWhole } from '../http/body.ts'
import { holderOf } from '../http/credential.ts'
import { json, operation } from '../http/operation.ts'
import { question, questionRate, quotaReached } from '../http/quota.ts'
import { idempotencyKey, importId } from '../http/request-key.ts'
import { presentedSecret } from '../http/secret.ts'
import { whileIntakeIsOpen } from '../http/shut.ts'
import { refusingBare, validated } from '../http/validated.ts'
import { openEditions } from '../store/open-edition.ts'
import { read } from '../store/port.ts'
import {
  beginImport,
  commitImport,
  type ImportHeld,
  type ImportPartRow,
  importHeld,
  openImports,
  partsHeld,
  restartImport,
} from '../store/queries/imports.ts'
import { Beginning, ImportAnswer, ImportId, Lines, PartAnswer, PartOfImport, PartQuery, readBeginning } from './answers.ts'
import { type Receipts, stage } from './stage.ts'

/** Bytes of one part. */
export const LARGEST_PART = 20 * 1024 * 1024
const LARGEST_BEGINNING = 1024

type Needs = Pick<Deps, 'store' | 'tagKey' | 'clock' | 'events' | 'shut' | 'turns'> & { readonly receipts: Receipts }

const told = (id: string, { rows, existing, state }: ImportHeld, parts: readonly ImportPartRow[]): ImportAnswer => ({
  id,
  rows,
  existing,
  state,
  parts: parts.map(({ part, rows: all, stored, replaced }) => ({
    part,
    rows: all,
    stored,
    replaced,
    left_out: all === null || stored === null || replaced === null ? null : all - stored - replaced,
  })),
})

export const imports = (needs: Needs) => {
  const { store, turns = (_, work) => work() } = needs
  const editionOpen = openEditions(store)
  const found = async (id: string, organisation: number): Promise<ImportHeld> => {
    const [held] = await read(store, importHeld(id, organisation))
    if (!held) throw new ProblemError('not-found')
    return held
  }
  const answered = async (id: string, held: ImportHeld): Promise<ImportAnswer> => told(id, held, await read(store, partsHeld(id)))
  const overQuota = async (organisation: number) => {
    const [open] = await read(store, openImports(organisation))
    return quotaReached(open && open.imports >= QUOTAS.openImports ? 'open_imports' : 'open_import_rows')
  }
  const rate = questionRate()
  const importOfPath = validated('param', ImportId, refusingBare('not-found'))

  return new Hono()
    .post(
      '/imports',
      operation({
        id: 'beginImport',
        tag: 'imports',
        summary: 'A file of cases is begun, and comes in parts',
        description:
          'The key is the digest of the file: begun again, it is the same import. An organisation may have 20 imports open, of 200,000 rows together. What nobody goes on with is erased after a day.',
        audited: { none: 'Nothing is held before the commit, which is entered.' },
        answers: { 201: json('Begun, or begun before.', ImportAnswer) },
        problems: ['unknown-key', 'idempotency-mismatch', 'no-open-edition', 'quota-reached'],
      }),
      whileIntakeIsOpen(needs),
      idempotencyKey('Digest of the file; 1 to 128 visible ASCII characters, unquoted.'),
      holderOf('submit', needs),
      jsonBody(LARGEST_BEGINNING, Beginning),
      async (c) => {
        const { presented, organisation } = c.var.credential
        const { rows, existing } = readBeginning(jsonIn(c.var.body))
        const id = importId(presented, c.req.valid('header')['Idempotency-Key'])
        await editionOpen()
        const [begun] = await store.batch([beginImport({ id, organisation, rows, existing, day: needs.clock.day() }, QUOTAS)])
        const [held] = await read(store, importHeld(id, organisation))
        if (!held) throw await overQuota(organisation)
        if ((held.rows !== null && held.rows !== rows) || held.existing !== existing) throw new ProblemError('idempotency-mismatch')
        if (begun.changes !== 1) c.header('Idempotency-Replayed', 'true')
        return c.json(await answered(id, held), 201)
      },
    )
    .get(
      '/imports/:id',
      operation({
        id: 'import',
        tag: 'imports',
        summary: 'An import of your own and the parts that came',
        answers: { 200: json('The import.', ImportAnswer) },
      }),
      holderOf('submit', needs),
      question(rate),
      importOfPath,
      async (c) => {
        const { id } = c.req.valid('param')
        return c.json(await answered(id, await found(id, c.var.credential.organisation)), 200)
      },
    )
    .put(
      '/imports/:id/parts/:part',
      operation({
        id: 'importPart',
        tag: 'imports',
        summary: 'Send one part: a case a line, at most 20 MiB and 2,000 cases',
        description:
          'Each row is stripped, checked and sealed on arrival, and counted by nobody before the commit. A refused row refuses the part: nothing of it is kept. ' +
          'The same part sent again answers the same receipts, with `Idempotency-Replayed: true`. A signed row is signed for the version that it will have: ' +
          '1, or one more than the case that it replaces.',
        audited: { none: 'Nothing is held before the commit, which is entered; an entry for each part would tell the size of the file.' },
        answers: { 200: json('Sealed and durable. The receipts are good once the import is committed.', PartAnswer) },
        problems: [
          'invalid-submission',
          'invalid-request',
          'too-large',
          'too-slow',
          'idempotency-mismatch',
          'import-stale',
          'no-open-edition',
          'edition-changed',
        ],
      }),
      whileIntakeIsOpen(needs),
      // The credential before the body: without one nobody makes the server hold 20 MiB. No transaction is open while the body is read.
      announced('application/x-ndjson', Lines),
      holderOf('submit', needs),
      presentedSecret,
      validated('param', PartOfImport, refusingBare('not-found')),
      validated('query', PartQuery),
      async (c) => {
        const { presented, organisation } = c.var.credential
        const { id, part } = c.req.valid('param')
        const running = c.req.valid('query').running_keys === 'true'
        await found(id, organisation)
        const { answer, replayed } = await turns(organisation, async () => {
          const body = await readWhole(c.req.raw, LARGEST_PART, organisation)
          const { existingRecordRule, publicKeys } = await c.var.stillHolds()
          const identifying = { organisation, publicKeys, secret: c.var.secret, tagKey: needs.tagKey }
          const held = await found(id, organisation)
          if (held.state === 'waiting' && !held.fresh) {
            await store.batch(restartImport(id, organisation))
            throw new ProblemError('import-stale')
          }
          return stage(
            { id, part, identifying, credential: presented, body, held },
            { currentYear: needs.clock.year(), existingRecordRule, ...(running ? { runningKeys: new RunningKeys() } : {}) },
            editionOpen,
            needs,
          )
        })
        if (replayed) c.header('Idempotency-Replayed', 'true')
        return c.json(answer, 200)
      },
    )
    .post(
      '/imports/:id/commit',
      operation({
        id: 'commitImport',
        tag: 'imports',
        summary: 'All cases of the import are held, or none',
        audited: { entry: 'import' },
        answers: { 200: json('Committed, now or before.', ImportAnswer) },
        problems: ['import-incomplete', 'import-stale'],
      }),
      whileIntakeIsOpen(needs),
      holderOf('submit', needs),
      importOfPath,
      async (c) => {
        const { organisation } = c.var.credential
        const { id } = c.req.valid('param')
        await found(id, organisation)
        const [{ rows: files }, { rows: parts }, decided] = await store.batch(commitImport(id, organisation, needs.clock.month()))
        const [file] = files
        if (!file) throw new ProblemError('not-found')
        if (decided.changes === 1) needs.events.intakeAccepted(file.rows ?? 0)
        else if (file.state === 'committed') c.header('Idempotency-Replayed', 'true')
        else {
          const received = parts.reduce((sum, part) => sum + (part.rows ?? 0), 0)
          if (file.rows !== null && received < file.rows) throw new ProblemError('import-incomplete')
          await store.batch(restartImport(id, organisation))
          throw new ProblemError('import-stale')
        }
        return c.json(told(id, { ...file, state: 'committed' }, parts), 200)
      },
    )
}
