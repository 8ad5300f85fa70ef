/** Where a build gets its sealed cases: from the data folder of this machine, or from a server with an editor's key. */
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import * as z from 'zod'
import { readTable } from '../../../analysis/disclosure/released/bundle.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import type { ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import { answeredProblem } from '../../http/answered.ts'
import { ask } from '../../http/ask.ts'
import { fromBase64, fromHex } from '../../sealing/bytes.ts'
import type { ServerKey } from '../../sealing/server-key.ts'
import type { Store } from '../../store/port.ts'
import { BY_COMMAND } from '../../store/queries/audit.ts'
import type { SealedPage } from '../../store/queries/cases.ts'
import { publishedTables, type SealedHead, sealedCases, sealedHead } from '../../store/sealed-edition.ts'
import { withdrawnList } from './withdrawn-list.ts'

export interface SealedSource {
  readonly head: SealedHead
  /** Single tables published before; none for an edition that has none yet. */
  readonly published: readonly ReleasedTable[]
  readonly cases: AsyncIterable<SealedPage>
}

/** For the entry in the audit log, and nothing else. */
const today = () => new Date().toISOString().slice(0, 10)

/** Read by a command on the machine of the server, and entered in its audit log as such. @throws ProblemError 'not-found' */
export async function sealedFromStore(store: Store, serverKey: ServerKey, edition: string): Promise<SealedSource> {
  const head = await sealedHead(store, serverKey, edition, { ...BY_COMMAND, day: today() })
  if (!head) throw new ProblemError('not-found')
  return { head, published: (await publishedTables(store, edition)).map(readTable), cases: sealedCases(store, edition) }
}

const hex32 = z.string().regex(/^[0-9a-f]{64}$/)
const Head = z.strictObject({
  edition: z.string(),
  state: z.enum(['open', 'closed']),
  questionnaire: z.string(),
  fictional: z.boolean(),
  publicKey: z.string(),
  cases: z.int().min(0),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  organisations: z.array(z.strictObject({ id: z.int(), holding: z.string().nullable() })),
  keys: z.array(z.strictObject({ organisation: z.int(), generation: z.int(), signing: hex32, statements: hex32 })).default([]),
  invitations: z
    .array(
      z.strictObject({
        organisation: z.int(),
        generation: z.int(),
        keys: z.array(hex32),
        signature: z.string().regex(/^[0-9a-f]{128}$/),
      }),
    )
    .default([]),
  published: z.boolean(),
  previous: z.string().nullable(),
  volume: z.string().nullable(),
  waitingBefore: z.array(z.strictObject({ edition: z.string(), cases: z.int().min(0) })),
  withdrawn: withdrawnList,
})
const Line = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  organisation: z.int(),
  tag: z.string().regex(/^[0-9a-f]{64}$/),
  version: z.int().min(1),
  enc: z.string(),
  ciphertext: z.string(),
})

/** @throws ProblemError as the server refuses, or 'invalid-file' when its answer is cut short or is none of ours; NotSent */
export async function sealedFromUrl(url: string, key: string, edition: string): Promise<SealedSource> {
  const response = await ask(url, `/api/v1/editions/${encodeURIComponent(edition)}/sealed-cases`, { key })
  if (!response.ok || !response.body) throw await answeredProblem(response)
  const lines = createInterface({ input: Readable.fromWeb(response.body as NodeStream), crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]()
  const first = await lines.next()
  const head = parsed(Head, first.done ? '' : first.value)
  if (head.edition !== edition) throw damaged()
  return { head, published: head.published ? await publishedFromUrl(url, edition) : [], cases: casesIn(lines, head.cases) }
}

async function publishedFromUrl(url: string, edition: string): Promise<ReleasedTable[]> {
  const response = await ask(url, `/api/v1/editions/${encodeURIComponent(edition)}/published`)
  if (!response.ok) throw await answeredProblem(response)
  const { tables } = (await response.json()) as { tables: readonly unknown[] }
  return tables.map(readTable)
}

async function* casesIn(lines: AsyncIterator<string>, expected: number): AsyncGenerator<SealedPage> {
  let count = 0
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    const { tag, enc, ciphertext, ...rest } = parsed(Line, line.value)
    yield { ...rest, tag: fromHex(tag, 32), enc: fromBase64(enc, 32), ciphertext: sealOf(ciphertext) }
    count++
  }
  // A line that broke off would otherwise be an edition with fewer people.
  if (count !== expected) throw damaged()
}

/** 272 bytes in layout 1, 400 in layout 2. */
const sealOf = (text: string) => fromBase64(text, text.length > 400 ? 400 : 272)

const damaged = () => new ProblemError('invalid-file', [{ pointer: '', rule: 'sealed_cases' }])

function parsed<T>(shape: z.ZodType<T>, line: string): T {
  try {
    return shape.parse(JSON.parse(line))
  } catch {
    throw damaged()
  }
}
