/**
 * Sends a file of cases in parts and commits it. The import is named by the digest of what is sent: whoever sends the same file again
 * goes on where the line dropped, changes nothing, and gets the same receipts.
 */
import * as z from 'zod'
import {
  type Existing,
  partPath,
  partsToSend,
  placeInFile,
  type RowReceipt,
  type SentRow,
} from '../../survey-schema/partner-files/import-parts.ts'
import type { Issue } from '../../survey-schema/problem.ts'
import { answeredProblem } from '../http/answered.ts'
import { ask, NotSent } from '../http/ask.ts'
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
  for (let tries = 1; ; tries++) {
    const begun = ImportTold.parse(await api('POST', '', body, headers))
    const before = begun.state === 'committed'
    try {
      importing.receipts?.restart()
      const counts = !before || importing.receipts ? await sendParts(importing, api, begun) : null
      await api('POST', `/${begun.id}/commit`)
      return { counts, before }
    } catch (error) {
      if (!(error instanceof ImportRefused) || error.slug !== 'import-stale' || tries === TRIES) throw error
    }
  }
}

type Api = (method: string, path: string, body?: string, headers?: Record<string, string>, rows?: readonly number[]) => Promise<unknown>

async function sendParts(
  { sent, runningKeys, receipts, onRows }: Importing,
  api: Api,
  begun: z.output<typeof ImportTold>,
): Promise<ImportedCounts> {
  const there = new Map(begun.parts.map((one) => [one.part, one]))
  let [stored, replaced, done] = [0, 0, 0]
  for (const { part, text, rows } of partsToSend(sent())) {
    const before = there.get(part)
    if (before && !receipts) {
      stored += before.stored ?? 0
      replaced += before.replaced ?? 0
    } else {
      const answer = PartTold.parse(
        await api('PUT', `/${begun.id}${partPath(part, runningKeys)}`, text, { 'Content-Type': 'application/x-ndjson' }, rows),
      )
      for (const { line, outcome, id, receipt } of answer.rows) {
        if (outcome === 'stored') stored++
        if (outcome === 'replaced') replaced++
        receipts?.take({ row: rows[line - 1] as number, outcome, id, receipt })
      }
    }
    done += rows.length
    onRows(done)
  }
  return { stored, replaced, leftOut: done - stored - replaced }
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
      if (response?.ok) return response.json()
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
