/** One part of a file: judged, sealed and staged as a whole, where nobody counts it before the commit. */
import type { CheckContext } from '../../survey-schema/answers/checks.ts'
import { type Issue, ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { type PartKey, partKey } from '../http/request-key.ts'
import { equalBytes, toHex } from '../sealing/bytes.ts'
import { referenceTag } from '../sealing/reference-tag.ts'
import { seal } from '../sealing/seal.ts'
import { turn } from '../sealing/turn.ts'
import type { OpenEdition } from '../store/open-edition.ts'
import { read, type Store } from '../store/port.ts'
import {
  type ImportHeld,
  partsHeld,
  restartImport,
  type StagedCase,
  stagePart,
  type TagStanding,
  tagStandings,
} from '../store/queries/imports.ts'
import type { PartAnswer, RowAnswer, RowOutcome } from './answers.ts'
import { type PartRow, readRows } from './rows.ts'

export interface Receipts {
  readonly issue: (bits: Uint8Array) => { readonly code: string; readonly hash: Uint8Array }
}

export type StageNeeds = Pick<Deps, 'store' | 'tagKey' | 'clock'> & { readonly receipts: Receipts }

export interface Staged {
  readonly id: string
  readonly part: number
  readonly organisation: number
  readonly credential: string
  readonly body: Uint8Array
  readonly held: ImportHeld
}

/** Rows that are sealed at the same time, and tags of one question. */
const TOGETHER = 16
const ASKED = 200

interface RowToStage {
  readonly row: PartRow
  readonly tag: Uint8Array
  readonly outcome: RowOutcome
  readonly id: string
  readonly version: number
}

/**
 * The part is staged, or was before by the very same request; the answer is the same.
 * @throws ProblemError 'invalid-submission' naming line and rule, 'idempotency-mismatch', 'import-stale'
 */
export async function stage(
  { id, part, organisation, credential, body, held }: Staged,
  context: CheckContext,
  editionOpen: () => Promise<OpenEdition>,
  needs: StageNeeds,
): Promise<{ readonly answer: PartAnswer; readonly replayed: boolean }> {
  const key = partKey(credential, id, part)
  const digest = await key.digest(body)
  const parts = await read(needs.store, partsHeld(id))
  const before = parts.find((one) => one.part === part)
  if (before ? !equalBytes(before.body, digest) : held.state === 'committed') throw new ProblemError('idempotency-mismatch')
  const rows = await readRows(body, context)
  try {
    const expected = (held.rows ?? 0) - parts.reduce((sum, one) => sum + (one.rows ?? 0), 0)
    // A part without a case would be a row of the database for nothing.
    if (rows.length === 0) throw new ProblemError('invalid-submission', [{ pointer: '/rows', rule: 'too_few' }])
    if (!before && rows.length > expected) throw new ProblemError('invalid-submission', [{ pointer: '/rows', rule: 'too_many' }])
    const { judged, issues } = await judge(rows, { id, organisation, key, held }, needs)
    const replayed = before !== undefined || (issues.length > 0 && (await isKept(needs.store, id, part, digest)))
    if (issues.length > 0 && !replayed) throw new ProblemError('invalid-submission', issues)
    if (!replayed) await keepPart(judged, { id, part, organisation, digest, rows: rows.length }, key, editionOpen, needs)
    return { answer: { part, rows: judged.map((one) => answered(one, key, needs.receipts)) }, replayed }
  } finally {
    for (const { plaintext } of rows) plaintext.fill(0)
  }
}

const answered = (
  { row: { line, stripped, generalised, flags }, outcome, id }: RowToStage,
  key: PartKey,
  receipts: Receipts,
): RowAnswer => ({
  line,
  outcome,
  id: outcome === 'stored' || outcome === 'replaced' ? id : null,
  receipt: outcome === 'stored' ? receipts.issue(key.row(line).receipt).code : null,
  stripped,
  generalised,
  flags,
})

/** Whether this very part is there: it may have come twice at once. */
const isKept = async (store: Store, id: string, part: number, digest: Uint8Array): Promise<boolean> =>
  (await read(store, partsHeld(id))).some((one) => one.part === part && equalBytes(one.body, digest))

/** The outcome of each row, by its case reference, and the issues for which rows are refused. */
async function judge(
  rows: readonly PartRow[],
  { id, organisation, key, held }: Pick<Staged, 'id' | 'organisation' | 'held'> & { readonly key: PartKey },
  { store, tagKey }: StageNeeds,
): Promise<{ readonly judged: RowToStage[]; readonly issues: Issue[] }> {
  const judged: RowToStage[] = []
  const issues: Issue[] = []
  for (let at = 0; at < rows.length; at += ASKED) {
    await turn()
    const some = rows.slice(at, at + ASKED).map((row) => ({ row, tag: referenceTag(tagKey, organisation, row.partnerCaseKey) }))
    const tags = some.map(({ tag }) => tag)
    const standings = new Map((await read(store, tagStandings(id, tags))).map((standing) => [standing.tag, standing]))
    for (const { row, tag } of some) {
      const standing = standings.get(toHex(tag)) as TagStanding
      const own = key.row(row.line).id
      const rule = refusal(standing, own, held)
      if (rule) issues.push({ pointer: `/lines/${row.line}/answers/partner_case_key`, rule })
      judged.push({ row, tag, ...outcomeOf(standing, own) })
    }
  }
  return { judged, issues }
}

function refusal({ id, state, staged, withdrawn, destroyed }: TagStanding, own: string, { existing }: ImportHeld): string | null {
  // The same case reference stands in another row of the file, which is staged.
  if (staged !== null) return 'duplicate_key'
  if (withdrawn || destroyed) return null
  return id !== null && id !== own && state === 'open' && existing === 'refuse' ? 'case_exists' : null
}

function outcomeOf({ id, version, state, withdrawn, destroyed }: TagStanding, own: string): Pick<RowToStage, 'outcome' | 'id' | 'version'> {
  if (withdrawn) return { outcome: 'withdrawn', id: own, version: 1 }
  if (id === null || version === null) return { outcome: destroyed ? 'already_counted' : 'stored', id: own, version: 1 }
  if (id === own) return { outcome: 'stored', id: own, version }
  return state === 'open' ? { outcome: 'replaced', id, version: version + 1 } : { outcome: 'already_counted', id: own, version: 1 }
}

interface Keeping {
  readonly id: string
  readonly part: number
  readonly organisation: number
  readonly digest: Uint8Array
  readonly rows: number
}

/** @throws ProblemError 'import-stale' when the edition closed or the part does not fit the file any more */
async function keepPart(
  judged: readonly RowToStage[],
  { id, part, organisation, digest, rows }: Keeping,
  key: PartKey,
  editionOpen: () => Promise<OpenEdition>,
  { store, clock, receipts }: StageNeeds,
): Promise<void> {
  const edition = await editionOpen()
  const kept = judged.filter(({ outcome }) => outcome === 'stored' || outcome === 'replaced')
  const cases: StagedCase[] = []
  for (let at = 0; at < kept.length; at += TOGETHER) {
    await turn()
    const some = kept.slice(at, at + TOGETHER).map(async (one): Promise<StagedCase> => {
      const sealed = await seal(one.row.plaintext, { edition: edition.id, id: one.id, organisation, version: one.version }, edition.key)
      const { hash } = receipts.issue(key.row(one.row.line).receipt)
      return { id: one.id, tag: one.tag, receipt_hash: hash, version: one.version, month: clock.month(), ...sealed }
    })
    cases.push(...(await Promise.all(some)))
  }
  const count = (outcome: RowOutcome) => kept.filter((one) => one.outcome === outcome).length
  const [staged] = await store.batch(
    stagePart({
      id,
      organisation,
      edition: edition.id,
      day: clock.day(),
      part: { part, body: digest, rows, stored: count('stored'), replaced: count('replaced') },
      cases,
    }),
  )
  if (staged?.changes === 1) return
  // The same part came twice at once, and the other was first.
  if (await isKept(store, id, part, digest)) return
  await store.batch(restartImport(id, organisation))
  throw new ProblemError('import-stale')
}
