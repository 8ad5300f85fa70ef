/** What the routes of an import take and answer, as schemas: they describe the API and type the answers. */
import * as z from 'zod'
import { ProblemError } from '../../survey-schema/problem.ts'
import { QUOTAS } from '../../survey-schema/quotas.ts'
import type { Described } from '../http/operation.ts'

/** Parts that a file may come in. */
const MOST_PARTS = 100_000

const Existing = z.enum(['refuse', 'replace'])

export const Beginning = z
  .strictObject({
    rows: z.int().min(1).max(QUOTAS.openImportRows).describe('Rows of the whole file.'),
    existing: Existing.default('refuse').describe('What becomes of a row whose case reference is held in the open edition.'),
  })
  .meta({ id: 'Beginning' })

/** @throws ProblemError naming the field by our own name, or nothing where it has none */
export function readBeginning(body: unknown): z.output<typeof Beginning> {
  const parsed = Beginning.safeParse(body)
  if (parsed.success) return parsed.data
  if (parsed.error.issues.some(({ code }) => code === 'unrecognized_keys'))
    throw new ProblemError('unknown-key', [{ pointer: '', rule: 'unknown_key' }])
  const rules = new Map(
    parsed.error.issues.map(({ path, code }) => [
      path[0] === undefined ? '' : `/${String(path[0])}`,
      code === 'too_big' ? 'too_many' : 'invalid_type',
    ]),
  )
  throw new ProblemError(
    'invalid-request',
    [...rules].map(([pointer, rule]) => ({ pointer, rule })),
  )
}

/** No size outlives the commit. */
const size = (of: string) => z.int().nullable().describe(`${of} Null once the import is committed, but in the answer of the commit itself.`)

export const ImportAnswer = z
  .object({
    id: z.string(),
    rows: size('Of the whole file.'),
    existing: Existing,
    state: z.enum(['waiting', 'committed']),
    parts: z.array(
      z.object({
        part: z.int(),
        rows: size('Of the part.'),
        stored: size('New cases.'),
        replaced: size('Corrected cases.'),
        left_out: size('Counted in a closed edition before, or withdrawn.'),
      }),
    ),
  })
  .meta({ id: 'Import' })
export type ImportAnswer = Described<typeof ImportAnswer>

const Row = z.object({
  line: z.int().describe('Of the part, from 1.'),
  outcome: z
    .enum(['stored', 'replaced', 'already_counted', 'withdrawn'])
    .describe('`stored`: a new case. `replaced`: a corrected one. The other two are left out, and nothing of them is kept.'),
  id: z.string().nullable(),
  receipt: z.string().nullable().describe('Of a new case. The receipt of a corrected one stays.'),
  stripped: z.array(z.object({ path: z.string(), kind: z.string() })),
  generalised: z.array(z.object({ path: z.string(), to: z.string() })),
  flags: z.array(z.string()),
})
export type RowAnswer = Described<typeof Row>
export type RowOutcome = RowAnswer['outcome']

export const PartAnswer = z.object({ part: z.int(), rows: z.array(Row) }).meta({ id: 'PartAnswer' })
export type PartAnswer = Described<typeof PartAnswer>

export const Lines = z.string().describe('One case a line, as in `Submission`.')

const id = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .describe('Of the import.')

export const ImportId = z.object({ id })

/** Nothing of it is kept: it is said again with each part. */
export const PartQuery = z.strictObject({
  running_keys: z
    .literal('true', { error: 'unknown_value' })
    .optional()
    .describe(
      'The case references of the file are running numbers: one prefix of up to six letters or marks, and numbers that grow from row to row. Such a reference may look like a passport or national number of up to nine digits; any other identifier is refused.',
    ),
})

export const PartOfImport = z.object({
  id,
  part: z
    .preprocess((text) => (/^[1-9]\d{0,5}$/.test(String(text)) ? Number(text) : text), z.int().min(1).max(MOST_PARTS))
    .describe('From 1.'),
})
