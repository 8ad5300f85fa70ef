/**
 * Sends a file of cases in parts and commits it. The import is named by the digest of what is sent: whoever sends the same file again
 * goes on where the line dropped, changes nothing, and gets the same receipts.
 */
import * as z from 'zod'
import type { Issue } from '../../survey-schema/problem.ts'
import { answeredProblem } from '../build/answered.ts'
import { PAUSES } from './submit-lines.ts'

export interface SentRow {
  /** Row of the partner's file. */
  readonly row: number
  readonly submission: object
}

export interface Importing {
  readonly url: string
  readonly key: string
  /** Made of the digest of all submissions, in order. */
  readonly name: string
  readonly rows: number
  readonly existing: 'refuse' | 'replace'
  /** The same rows each time. */
  readonly sent: () => Iterable<SentRow>
  /** Receipts are wanted, so parts that came already are sent again. */
  readonly receipts: boolean
  readonly onRows: (rows: number) => void
}

const ImportTold = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'committed']),
  parts: z.array(z.object({ part: z.int(), rows: z.int(), stored: z.int(), replaced: z.int(), left_out: z.int() })),
})
const PartTold = z.object({
  rows: z.array(z.object({ line: z.int(), outcome: z.string(), id: z.string().nullable(), receipt: z.string().nullable() })),
})

export interface RowReceipt {
  readonly row: number
  readonly outcome: string
  readonly id: string | null
  readonly receipt: string | null
}

export interface Imported {
  readonly stored: number
  readonly replaced: number
  /** Counted in a closed edition before, or withdrawn. */
  readonly leftOut: number
  /** True when this very file was committed before. */
  readonly before: boolean
  readonly receipts: readonly RowReceipt[]
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

/** Small enough for a slow line, large enough that a question each costs nothing: characters and rows of one part. */
const PART_TEXT = 350_000
const PART_ROWS = 400
/** Cases may change while a file is sent; more often than this is trouble. */
const TRIES = 3

/** All rows are held, or none. @throws ImportRefused, or TypeError when the server cannot be reached */
export async function importParts(importing: Importing): Promise<Imported> {
  const api = caller(importing)
  const body = JSON.stringify({ rows: importing.rows, existing: importing.existing })
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': importing.name }
  for (let tries = 1; ; tries++) {
    const begun = ImportTold.parse(await api('POST', '', body, headers))
    const before = begun.state === 'committed'
    try {
      const receipts = before && !importing.receipts ? [] : await sendParts(importing, api, begun)
      const { parts } = ImportTold.parse(await api('POST', `/${begun.id}/commit`))
      const sum = (count: 'stored' | 'replaced' | 'left_out') => parts.reduce((total, part) => total + part[count], 0)
      return { stored: sum('stored'), replaced: sum('replaced'), leftOut: sum('left_out'), before, receipts }
    } catch (error) {
      if (!(error instanceof ImportRefused) || error.slug !== 'import-stale' || tries === TRIES) throw error
    }
  }
}

type Api = (method: string, path: string, body?: string, headers?: Record<string, string>, rows?: readonly number[]) => Promise<unknown>

async function sendParts(
  { sent, receipts: wanted, onRows }: Importing,
  api: Api,
  begun: z.output<typeof ImportTold>,
): Promise<RowReceipt[]> {
  const there = new Set(begun.parts.map(({ part }) => part))
  const receipts: RowReceipt[] = []
  let done = 0
  for (const { part, text, rows } of partsOf(sent())) {
    if (wanted || !there.has(part)) {
      const answer = PartTold.parse(await api('PUT', `/${begun.id}/parts/${part}`, text, { 'Content-Type': 'application/x-ndjson' }, rows))
      if (wanted)
        for (const { line, outcome, id, receipt } of answer.rows) receipts.push({ row: rows[line - 1] as number, outcome, id, receipt })
    }
    done += rows.length
    onRows(done)
  }
  return receipts
}

/** Always cut alike, so that a part has the same number and the same bytes each time. */
function* partsOf(sent: Iterable<SentRow>): Generator<{ readonly part: number; readonly text: string; readonly rows: readonly number[] }> {
  let [part, text, rows] = [1, '', [] as number[]]
  for (const { row, submission } of sent) {
    text += `${JSON.stringify(submission)}\n`
    rows.push(row)
    if (text.length < PART_TEXT && rows.length < PART_ROWS) continue
    yield { part: part++, text, rows }
    text = ''
    rows = []
  }
  if (rows.length > 0) yield { part, text, rows }
}

function caller({ url, key }: Importing): Api {
  return async (method, path, body, headers = {}, rows = []) => {
    const target = new URL(`/api/v1/imports${path}`, url)
    for (let tries = 0; ; tries++) {
      const pause = PAUSES[tries]
      const response = await fetch(target, {
        method,
        headers: { Authorization: `Bearer ${key}`, ...headers },
        ...(body === undefined ? {} : { body }),
      }).catch((error: unknown) => {
        if (pause === undefined) throw error
        return null
      })
      if (response?.ok) return response.json()
      if (response && (response.status !== 503 || pause === undefined)) {
        const { slug, errors = [] } = await answeredProblem(response)
        throw new ImportRefused(
          slug,
          errors.map((issue) => inFile(issue, rows)),
        )
      }
      await response?.body?.cancel()
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

/** `/lines/3/answers/gender` of a part becomes a row of the file and `/answers/gender`. */
function inFile(issue: Issue, rows: readonly number[]): ImportRefused['rows'][number] {
  const [, line, rest = ''] = /^\/lines\/(\d+)(.*)$/.exec(issue.pointer) ?? []
  return line === undefined ? { row: null, issue } : { row: rows[Number(line) - 1] ?? null, issue: { ...issue, pointer: rest } }
}
