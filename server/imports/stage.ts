/** One part of a file: judged, sealed and staged as a whole, where nobody counts it before the commit. */
import type { CheckContext } from '../../survey-schema/answers/checks.ts'
import { asSealed, type CaseSignature } from '../../survey-schema/answers/signed-bytes.ts'
import { fields } from '../../survey-schema/credentials/fields.ts'
import { type Issue, ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { type PartKey, partKey } from '../http/request-key.ts'
import { equalBytes, toHex } from '../sealing/bytes.ts'
import { type Identifying, signatureOrRefusal } from '../sealing/case-identity.ts'
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
import { type PartRow, readRows, wipe } from './rows.ts'

export interface Receipts {
  readonly issue: (bits: Uint8Array) => { readonly code: string; readonly hash: Uint8Array }
}

export type StageNeeds = Pick<Deps, 'store' | 'clock'> & { readonly receipts: Receipts }

export interface Staged {
  readonly id: string
  readonly part: number
  readonly identifying: Identifying
  readonly credential: string
  readonly body: Uint8Array
  readonly held: ImportHeld
}

/** Rows that are sealed at the same time, and tags of one question. */
const TOGETHER = 16
const ASKED = 200
/** Issues that one answer names. */
const MOST_ISSUES = 200

interface RowToStage {
  readonly row: PartRow
  readonly outcome: RowOutcome
  readonly id: string
  readonly version: number
}

/**
 * The part is staged, or was before by the very same request; the answer is the same.
 * @throws ProblemError 'invalid-submission' naming line and rule, 'idempotency-mismatch', 'import-stale', 'edition-changed', and as `caseIdentity`
 */
export async function stage(
  { id, part, identifying, credential, body, held }: Staged,
  context: CheckContext,
  editionOpen: () => Promise<OpenEdition>,
  needs: StageNeeds,
): Promise<{ readonly answer: PartAnswer; readonly replayed: boolean }> {
  const key = partKey(credential, id, part)
  const parts = await read(needs.store, partsHeld(id))
  const before = parts.find((one) => one.part === part)
  const requireSame = (digest: Uint8Array) => {
    if (before ? !equalBytes(before.body, digest) : held.state === 'committed') throw new ProblemError('idempotency-mismatch')
    return digest
  }
  // What is signed is signed anew when an edition or a version has changed: such a part is known by its cases, any other one by its bytes.
  const signs = identifying.publicKeys.length > 0
  const asBytes = signs ? null : requireSame(await key.digest(body))
  const rows = await readRows(body, context, identifying)
  try {
    const digest = asBytes ?? requireSame(await key.digest(meaningOf(rows)))
    const expected = (held.rows ?? 0) - parts.reduce((sum, one) => sum + (one.rows ?? 0), 0)
    // A part without a case would be a row of the database for nothing.
    if (rows.length === 0) throw new ProblemError('invalid-submission', [{ pointer: '/rows', rule: 'too_few' }])
    if (!before && rows.length > expected) throw new ProblemError('invalid-submission', [{ pointer: '/rows', rule: 'too_many' }])
    const { judged, issues } = await judge(rows, { id, key, held }, needs)
    const replayed = before !== undefined || (issues.length > 0 && (await isKept(needs.store, id, part, digest)))
    if (issues.length > 0 && !replayed) throw new ProblemError('invalid-submission', issues)
    if (!replayed)
      await keepPart(judged, { id, part, organisation: identifying.organisation, digest, rows: rows.length }, key, editionOpen, needs)
    return { answer: { part, rows: judged.map((one) => answered(one, key, needs.receipts)) }, replayed }
  } finally {
    wipe(rows)
  }
}

/** The cases of a part, line by line. */
const meaningOf = (rows: readonly PartRow[]): Uint8Array =>
  fields(...rows.flatMap(({ line, identity }) => [String(line), identity.meaning as Uint8Array]))

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

/** The outcome of each row, by its tag, and the issues for which rows are refused. */
async function judge(
  rows: readonly PartRow[],
  { id, key, held }: Pick<Staged, 'id' | 'held'> & { readonly key: PartKey },
  { store }: StageNeeds,
): Promise<{ readonly judged: RowToStage[]; readonly issues: Issue[] }> {
  const judged: RowToStage[] = []
  const issues: Issue[] = []
  for (let at = 0; at < rows.length; at += ASKED) {
    await turn()
    const some = rows.slice(at, at + ASKED)
    const asked = some.map(({ identity }) => identity)
    const standings = new Map((await read(store, tagStandings(id, asked))).map((standing) => [standing.tag, standing]))
    for (const row of some) {
      const standing = standings.get(toHex(row.identity.tag)) as TagStanding
      const own = key.row(row.line).id
      const rule = refusal(standing, own, held)
      if (rule) issues.push({ pointer: `/lines/${row.line}${row.identity.pointer}`, rule })
      judged.push({ row, ...outcomeOf(standing, own) })
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
  const signatures = await signaturesOf(kept, edition.id)
  const cases: StagedCase[] = []
  for (let at = 0; at < kept.length; at += TOGETHER) {
    await turn()
    const some = kept.slice(at, at + TOGETHER).map(async (one, index): Promise<StagedCase> => {
      const plaintext = asSealed(one.row.identity.record, edition.layout, signatures[at + index] ?? null)
      const binding = { edition: edition.id, id: one.id, organisation, version: one.version }
      const sealed = await seal(plaintext, binding, edition.key).finally(() => plaintext.fill(0))
      const { hash } = receipts.issue(key.row(one.row.line).receipt)
      return { id: one.id, tag: one.row.identity.tag, receipt_hash: hash, version: one.version, month: clock.month(), ...sealed }
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

/** Signatures that are verified, or made, between two turns of the event loop: some milliseconds of work. */
const SIGNED_TOGETHER = 50

/**
 * The signature of each row for the version that it will have.
 * @throws ProblemError 'edition-changed', or 'invalid-submission' naming each line whose signature does not fit, and whether it is that of another version
 */
async function signaturesOf(kept: readonly RowToStage[], edition: string): Promise<(CaseSignature | null)[]> {
  const signatures: (CaseSignature | null)[] = []
  const issues: Issue[] = []
  for (const [index, { row, version }] of kept.entries()) {
    if (index % SIGNED_TOGETHER === 0) await turn()
    const signature = await signatureOrRefusal(row.identity, edition, version)
    if (signature instanceof ProblemError) {
      if (signature.slug === 'edition-changed') throw signature
      issues.push(...(await issuesOf(signature, row, edition, version)))
      if (issues.length >= MOST_ISSUES) break
    } else signatures.push(signature)
  }
  if (issues.length > 0) throw new ProblemError('invalid-submission', issues)
  return signatures
}

/** Versions beside the right one that a sender may have thought of: of a new case, and one correction more or less. */
const nearTo = (version: number) => [1, version - 1, version + 1]

async function issuesOf({ slug, errors }: ProblemError, { line, identity }: PartRow, edition: string, version: number): Promise<Issue[]> {
  if (slug !== 'record-differs') return errors.map(({ pointer, rule }) => ({ pointer: `/lines/${line}${pointer}`, rule }))
  let stale = false
  for (const other of nearTo(version))
    if (other > 0 && !((await signatureOrRefusal(identity, edition, other)) instanceof ProblemError)) stale = true
  return [{ pointer: `/lines/${line}/signed/signature`, rule: stale ? 'stale_version' : 'record_differs' }]
}
