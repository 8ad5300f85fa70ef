/**
 * Sends a file of cases in parts and commits it. The import is named by the digest of what is sent: whoever sends the same file again
 * goes on where the line dropped, changes nothing, and gets the same receipts.
 */
import * as z from 'zod'
import {
  type Existing,
  type ImportPart,
  lineOf,
  partPath,
  partsToSend,
  placeInFile,
  type RowReceipt,
  type SentRow,
} from '../../survey-schema/partner-files/import-parts.ts'
import type { Issue } from '../../survey-schema/problem.ts'
import { answeredProblem } from '../http/answered.ts'
import { ask, NotSent } from '../http/ask.ts'
import { referenceOf } from './reference-names.ts'
import type { CaseSigner } from './signing.ts'
import { PAUSES, WAITS } from './submit-lines.ts'

export interface Importing {
  readonly url: string
  readonly key: string
  /** Made of the digest of all submissions, in order. */
  readonly name: string
  readonly rows: number
  readonly existing: Existing
  /** Case references are running numbers. */
  readonly runningKeys: boolean
  /** The same rows each time. */
  readonly sent: () => Iterable<SentRow>
  /** Where receipts are wanted: parts that came already are sent again for theirs. */
  readonly receipts: ReceiptsTaken | null
  readonly onRows: (rows: number) => void
  /** Left out where case references go out in clear. */
  readonly signer?: CaseSigner | null
}

const ImportTold = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'committed']),
  /** No numbers once it is committed. */
  parts: z.array(z.object({ part: z.int(), stored: z.int().nullable(), replaced: z.int().nullable() })),
})
const PartTold = z.object({
  rows: z.array(z.object({ line: z.int(), outcome: z.string(), id: z.string().nullable(), receipt: z.string().nullable() })),
})

export interface ReceiptsTaken {
  take(receipt: RowReceipt): void
  /** What was taken so far is not held: everything is sent once more. */
  restart(): void
}

interface ImportedCounts {
  readonly stored: number
  readonly replaced: number
  /** Counted in a closed edition before, or withdrawn. */
  readonly leftOut: number
}

export interface Imported {
  /** Null where this very file was committed before and its parts were not sent again: the server keeps no size of it. */
  readonly counts: ImportedCounts | null
  /** True when this very file was committed before. */
  readonly before: boolean
}

/** The server refused; `rows` are rows of the partner's file. Nothing of the file is held. */
export class ImportRefused extends Error {
  readonly slug: string
  readonly rows: readonly { readonly row: number | null; readonly issue: Issue }[]
  constructor(slug: string, rows: ImportRefused['rows']) {
    super(slug)
    this.name = 'ImportRefused'
    this.slug = slug
    this.rows = rows
  }
}

/** Cases may change while a file is sent; more often than this is trouble. */
const TRIES = 3

/** All rows are held, or none. @throws ImportRefused, NotSent, or TypeError when the server cannot be reached */
export async function importParts(importing: Importing): Promise<Imported> {
  const api = caller(importing)
  const body = JSON.stringify({ rows: importing.rows, existing: importing.existing })
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': importing.name }
  let signedAgain = false
  for (let tries = 1; ; tries++) {
    const begun = ImportTold.parse((await api('POST', '', body, headers)).body)
    const before = begun.state === 'committed'
    try {
      importing.receipts?.restart()
      const counts = !before || importing.receipts ? await sendParts(importing, api, begun) : null
      await api('POST', `/${begun.id}/commit`)
      return { counts, before }
    } catch (error) {
      if (!(error instanceof ImportRefused) || tries === TRIES) throw error
      // Signed for another edition or version than the server has by now: once more with what it says then.
      if (importing.signer && !signedAgain && asksToSignAgain(error)) {
        signedAgain = true
        await importing.signer.renew(importing.signer.standing)
      } else if (error.slug !== 'import-stale') throw error
    }
  }
}

/** Rules of rows that were signed for what the server does not have any more. */
const STALE_ROWS: readonly string[] = ['stale_version', 'record_differs']

const asksToSignAgain = ({ slug, rows }: ImportRefused): boolean =>
  slug === 'edition-changed' || (rows.length > 0 && rows.every(({ issue }) => STALE_ROWS.includes(issue.rule)))

interface Told {
  readonly body: unknown
  /** What was sent is known from before. */
  readonly replayed: boolean
}

type Api = (method: string, path: string, body?: string, headers?: Record<string, string>, rows?: readonly number[]) => Promise<Told>

async function sendParts(
  { sent, existing, runningKeys, receipts, onRows, signer = null }: Importing,
  api: Api,
  begun: z.output<typeof ImportTold>,
): Promise<ImportedCounts> {
  const there = new Map(begun.parts.map((one) => [one.part, one]))
  let [stored, replaced, done] = [0, 0, 0]
  for (const one of partsToSend(sent())) {
    const { part, rows } = one
    const before = there.get(part)
    if (before && !receipts) {
      stored += before.stored ?? 0
      replaced += before.replaced ?? 0
    } else {
      const signed = signer ? await signedPart(signer, one, existing) : null
      const path = `/${begun.id}${partPath(part, runningKeys && !signed)}`
      const told = await api('PUT', path, signed?.text ?? one.text, { 'Content-Type': 'application/x-ndjson' }, rows)
      // Of what was sent before, only the server knows which version it is by now.
      const versions = signer && receipts && told.replayed ? await signer.held(referencesOf(one.submissions)) : null
      for (const { line, outcome, id, receipt } of PartTold.parse(told.body).rows) {
        if (outcome === 'stored') stored++
        if (outcome === 'replaced') replaced++
        const row = signed?.rows[line - 1]
        const version = row && (versions ? versions.get(row.tag) : row.version)
        const held = row && id !== null && version !== undefined ? { tag: row.tag, version } : {}
        receipts?.take({ row: rows[line - 1] as number, outcome, id, receipt, ...held })
      }
    }
    done += rows.length
    onRows(done)
  }
  return { stored, replaced, leftOut: done - stored - replaced }
}

const referencesOf = (submissions: readonly object[]): readonly string[] => submissions.map((one) => referenceOf(one) ?? '')

interface SignedPart {
  readonly text: string
  readonly rows: readonly { readonly tag: string; readonly version: number }[]
}

/** Each row signed for the version that it will have. */
async function signedPart(signer: CaseSigner, { submissions }: ImportPart, existing: Existing): Promise<SignedPart> {
  const held = existing === 'replace' ? await signer.held(referencesOf(submissions)) : new Map<string, number>()
  let text = ''
  const rows = submissions.map((submission) => {
    const first = signer.sign(submission, 1)
    const version = (held.get(first.tag) ?? 0) + 1
    const { body, tag } = version === 1 ? first : signer.sign(submission, version)
    text += lineOf(body)
    return { tag, version }
  })
  return { text, rows }
}

function caller({ url, key }: Importing): Api {
  return async (method, path, body, headers = {}, rows = []) => {
    for (let tries = 0; ; tries++) {
      const pause = PAUSES[tries]
      const request = { method, key, headers, ...(body === undefined ? {} : { body }) }
      const response = await ask(url, `/api/v1/imports${path}`, request).catch((error: unknown) => {
        if (pause === undefined || error instanceof NotSent) throw error
        return null
      })
      if (response?.ok) return { body: await response.json(), replayed: response.headers.has('Idempotency-Replayed') }
      if (response && (!WAITS.includes(response.status) || pause === undefined)) {
        const { slug, errors = [] } = await answeredProblem(response)
        throw new ImportRefused(
          slug,
          errors.map((issue) => {
            const { row, pointer } = placeInFile(issue.pointer, rows)
            return { row, issue: { ...issue, pointer } }
          }),
        )
      }
      await response?.body?.cancel()
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
