/**
 * The one way to the server. Every answer is parsed before a page sees it; only released figures come back, and what a
 * partner sends leaves by `submitCase` alone.
 */
import * as z from 'zod/mini'
import type { Language } from './language/text.ts'
import { type ReleasedView, viewOf } from './tables/released-view.ts'

const Edition = z.object({
  id: z.string(),
  state: z.enum(['open', 'closed', 'published']),
  fictional: z.boolean(),
  questionnaire: z.string(),
})
const Editions = z.object({ editions: z.array(Edition) })
const EditionTables = z.object({ tables: z.array(z.string()) })
const Receipt = z.object({
  id: z.string(),
  receipt: z.string(),
  stripped: z.array(z.object({ path: z.string(), kind: z.string() })),
  generalised: z.array(z.object({ path: z.string(), to: z.string() })),
  flags: z.array(z.string()),
})
const Problem = z.object({
  type: z.string(),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ pointer: z.string(), rule: z.string(), kind: z.optional(z.string()) }))),
})

export type Edition = z.infer<typeof Edition>
export type Receipt = z.infer<typeof Receipt>
export interface Issue {
  readonly pointer: string
  readonly rule: string
  readonly kind?: string | undefined
}

/** An answer that is a refusal: the slug of the problem, or `no-connection`; `detail` is in the language asked for. */
export class Refused extends Error {
  readonly slug: string
  readonly detail: string | null
  readonly errors: readonly Issue[]
  constructor(slug: string, detail: string | null = null, errors: readonly Issue[] = []) {
    super(slug)
    this.slug = slug
    this.detail = detail
    this.errors = errors
  }
}

const API = '/api/v1'

export interface TableRequest {
  readonly edition: string
  readonly rows: string
  readonly columns: string | null
}

/** The canonical address of a table: parameters in the order of the server, so that it is one address everywhere. */
export function tableAddress({ edition, rows, columns }: TableRequest, language: Language, format: 'json-stat' | 'csv'): string {
  const asked = [
    `rows=${rows}`,
    ...(columns ? [`columns=${columns}`] : []),
    `slice=${encodeURIComponent(edition)}`,
    `lang=${language}`,
    `format=${format}`,
  ]
  return `${API}/editions/${encodeURIComponent(edition)}/tables?${asked.join('&')}`
}

export const client = {
  /** Newest first, as the server lists them. @throws Refused */
  async editions(): Promise<readonly Edition[]> {
    return read(await get(`${API}/editions`), Editions).editions
  },

  /** Ids of all tables of a published edition. @throws Refused */
  async tableIds(edition: string): Promise<readonly string[]> {
    return read(await get(`${API}/editions/${encodeURIComponent(edition)}`), EditionTables).tables
  },

  /** A released table as the server holds it; which variable stands in the rows is the affair of the page. @throws Refused */
  async table(request: TableRequest, language: Language): Promise<ReleasedView> {
    const { rows, columns } = request
    const body = await get(tableAddress(request, language, 'json-stat'))
    return viewOf(body, [rows, ...(columns?.split(',') ?? [])])
  },

  /** The case is stored for good once this returns. Sent again with the same key it answers the same receipt. @throws Refused */
  async submitCase(submission: string, organisationKey: string, idempotencyKey: string): Promise<Receipt> {
    const answer = await send(`${API}/cases`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${organisationKey}`, 'Idempotency-Key': idempotencyKey },
      body: submission,
    })
    return read(answer, Receipt)
  },
}

const get = (address: string) => send(address, { headers: { Accept: 'application/json' } })

async function send(address: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(address, { ...request, credentials: 'omit', referrerPolicy: 'no-referrer' }).catch(() => null)
  if (!response) throw new Refused('no-connection')
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return body
  const problem = z.safeParse(Problem, body)
  if (!problem.success) throw new Refused('internal')
  const { type, detail, errors } = problem.data
  throw new Refused(type.split(/[/:#]/).at(-1) ?? 'internal', detail ?? null, errors ?? [])
}

function read<T extends z.ZodMiniType>(body: unknown, shape: T): z.output<T> {
  const parsed = z.safeParse(shape, body)
  if (!parsed.success) throw new Refused('internal')
  return parsed.data
}
