/** Cuts a file of cases into the parts in which it is sent. The same file always gives the same parts, so that sending it again changes nothing. */

/** What becomes of a row whose case reference is held in the open edition. */
export type Existing = 'refuse' | 'replace'

export interface SentRow {
  /** Row of the partner's file. */
  readonly row: number
  readonly submission: object
}

export interface ImportPart {
  /** From 1. */
  readonly part: number
  /** NDJSON, one case a line. */
  readonly text: string
  /** The row of the partner's file for each line. */
  readonly rows: readonly number[]
  /** Its cases, for whoever signs them before they are sent. */
  readonly submissions: readonly object[]
}

/** What the server did with a row, and the receipt of a new case. An outcome that a later server adds is a text like the others. */
export interface RowReceipt {
  /** Row of the partner's file. */
  readonly row: number
  readonly outcome: string
  readonly id: string | null
  readonly receipt: string | null
  /** Of a signed row that is held: its tag in hexadecimal, and its version. */
  readonly tag?: string
  readonly version?: number
}

/** Small enough for a slow line, large enough that a question each costs nothing: characters and rows of one part. */
const PART_TEXT = 350_000
const PART_ROWS = 400

/** A case as it is sent, and as the digest of the file takes it in. */
export const lineOf = (submission: object): string => `${JSON.stringify(submission)}\n`

/** The address of a part, below that of its import. `runningKeys`: case references are running numbers, which the server need not search. */
export const partPath = (part: number, runningKeys: boolean): string => `/parts/${part}${runningKeys ? '?running_keys=true' : ''}`

export function* partsToSend(sent: Iterable<SentRow>): Generator<ImportPart> {
  let [part, text, rows, submissions] = [1, '', [] as number[], [] as object[]]
  for (const { row, submission } of sent) {
    text += lineOf(submission)
    rows.push(row)
    submissions.push(submission)
    if (text.length < PART_TEXT && rows.length < PART_ROWS) continue
    yield { part: part++, text, rows, submissions }
    text = ''
    rows = []
    submissions = []
  }
  if (rows.length > 0) yield { part, text, rows, submissions }
}

/** The name under which a file is sent. A file that was to be refused may be sent again to replace: that is another import. */
export const importName = (digest: string, existing: Existing): string => `${digest}-${existing}`

/** `/lines/3/answers/gender` of a part becomes a row of the file and `/answers/gender`. */
export function placeInFile(pointer: string, rows: readonly number[]): { readonly row: number | null; readonly pointer: string } {
  const [, line, rest = ''] = /^\/lines\/(\d{1,9})(\/.*)?$/.exec(pointer) ?? []
  return line === undefined ? { row: null, pointer } : { row: rows[Number(line) - 1] ?? null, pointer: rest }
}
