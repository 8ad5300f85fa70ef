/**
 * The one way to the server. Every answer is parsed before a page sees it; only released figures come back, and what a
 * partner sends leaves by `submitCase` and the three steps of an import alone.
 */

import type { ReleasedView, viewOfJsonStat } from '../analysis/publication/figures/views/released-view.ts'
import type { AskedTable, BookChapter, BookContents, Change, FactSheet } from '../survey-schema/release/book.ts'
import type { Provenance } from '../survey-schema/release/bundle.ts'
import type { FindingsVolume } from '../survey-schema/release/findings.ts'
import type { Language } from '../survey-schema/text.ts'
import {
  bookPart,
  doneOf,
  type Edition,
  editionsOf,
  type FoundCase,
  filesOf,
  foundCaseOf,
  type Hotline,
  heldOf,
  hotlinesOf,
  type ImportProgress,
  type Issue,
  importOf,
  type LineKept,
  type ListedCase,
  type Network,
  networkOf,
  type OfferedFile,
  type OrganisationAsTold,
  organisationOf,
  ownCasesOf,
  partOf,
  problemOf,
  provenanceOf,
  type Receipt,
  receiptOf,
  type StatementAsSent,
  statementOf,
  tableIdsOf,
} from './answer-shapes.ts'
import { REQUEST, underWay } from './frame/under-way.ts'

export type { Edition, FoundCase, Issue, ListedCase, Network, Receipt } from './answer-shapes.ts'

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

let network: Promise<Network> | null = null

export type AskedFormat =
  | 'json-stat'
  | 'csv'
  | 'csv-long'
  | 'csv-excel'
  | 'xlsx'
  | 'docx'
  | 'sav'
  | 'dta'
  | 'parquet'
  | 'markdown'
  | 'latex'
  | 'block'

export interface TableQuestion {
  readonly edition: string
  readonly rows: string
  readonly columns: string | null
  /** Edition or volume, where it is known. */
  readonly slice?: string
}

/** The address of a table; the server leads to the canonical one, which names the edition or volume whose figures these are. */
export function tableAddress({ edition, rows, columns, slice }: TableQuestion, language: Language, format: AskedFormat): string {
  // A table of one variable is that of the edition; which volume holds a pair, and which of the two stands first, the server knows.
  const asked = [
    `rows=${rows}`,
    ...(columns ? [`columns=${columns}`] : []),
    ...(slice || !columns ? [`slice=${encodeURIComponent(slice ?? edition)}`] : []),
    `lang=${language}`,
    `format=${format}`,
  ]
  return `${API}/editions/${encodeURIComponent(edition)}/tables?${asked.join('&')}`
}

const bookAddress = (edition: string, part: string) => `${API}/editions/${encodeURIComponent(edition)}/book?part=${part}`

export const client = {
  /** Newest first, as the server lists them. @throws Refused */
  async editions(): Promise<readonly Edition[]> {
    return read(await get(`${API}/editions`), editionsOf)
  },

  /** What the network has set for its pages, asked once a page. @throws Refused */
  network(): Promise<Network> {
    network ??= get(`${API}/network`).then((body) => read(body, networkOf))
    network.catch(() => {
      network = null
    })
    return network
  },

  /** The same is answered for every code that could be one. Asking again does no harm. @throws Refused */
  async withdraw(code: string): Promise<void> {
    await send(`${API}/withdrawals`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code }),
    })
  },

  /** How far the edition of a demo is built, from 0 to 1; null where none is being built. Any other server knows no such address. */
  async preparing(): Promise<number | null> {
    return get(`${API}/preparing`).then(
      (body) => read(body, doneOf),
      () => null,
    )
  },

  /** Whom to call, as the network has set it; nobody where it has set nothing, or cannot be asked. */
  async hotlines(): Promise<readonly Hotline[]> {
    return get(`${API}/network`).then(
      (body) => read(body, hotlinesOf),
      () => [],
    )
  },

  /** Ids of all tables of a published edition. @throws Refused */
  async tableIds(edition: string): Promise<readonly string[]> {
    return read(await get(`${API}/editions/${encodeURIComponent(edition)}`), tableIdsOf)
  },

  /** A released table as the server holds it; which variable stands in the rows is the affair of the page. @param view loaded by pages that show tables @throws Refused */
  async table(request: TableQuestion, language: Language, view: typeof viewOfJsonStat): Promise<ReleasedView> {
    const { rows, columns } = request
    const body = await get(tableAddress(request, language, 'json-stat'))
    return read(body, (value) => view(value, [rows, ...(columns?.split(',') ?? [])]))
  },

  /** The same as the book would print it; in both languages, whichever page asks. @throws Refused */
  async tableBlock(request: TableQuestion): Promise<AskedTable> {
    return read(await get(tableAddress(request, 'ja', 'block')), bookPart<AskedTable>('block'))
  },

  /** Title page and contents of the book of an edition. @throws Refused */
  async bookContents(edition: string): Promise<BookContents> {
    return read(await get(bookAddress(edition, 'contents')), bookPart<BookContents>('chapters'))
  },

  /** What the book found: main points, and chapter by chapter. @throws Refused */
  async bookFindings(edition: string): Promise<FindingsVolume> {
    return read(await get(bookAddress(edition, 'findings')), bookPart<{ readonly findings: FindingsVolume }>('findings')).findings
  },

  /** @throws Refused */
  async bookChapter(edition: string, id: string): Promise<BookChapter> {
    return read(await get(bookAddress(edition, id)), bookPart<BookChapter>('chapter'))
  },

  /** @throws Refused */
  async factSheets(edition: string): Promise<readonly FactSheet[]> {
    return read(await get(bookAddress(edition, 'sheets')), bookPart<{ readonly sheets: readonly FactSheet[] }>('sheets')).sheets
  },

  /** Newest first. @throws Refused */
  async bookChanges(edition: string): Promise<readonly Change[]> {
    return read(await get(bookAddress(edition, 'changes')), bookPart<{ readonly changes: readonly Change[] }>('changes')).changes
  },

  /** The files of the book that the server offers, with their addresses. @throws Refused */
  async bookFiles(edition: string): Promise<readonly (OfferedFile & { readonly address: string })[]> {
    const files = `${API}/editions/${encodeURIComponent(edition)}/files`
    return read(await get(files), filesOf).map((file) => ({ ...file, address: `${files}/${encodeURIComponent(file.name)}` }))
  },

  /** The case is stored for good once this returns. Sent again with the same key it answers the same receipt. @throws Refused */
  async submitCase(submission: string, organisationKey: string, idempotencyKey: string): Promise<Receipt> {
    const answer = await send(`${API}/cases`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${organisationKey}`, 'Idempotency-Key': idempotencyKey },
      body: submission,
    })
    return read(answer, receiptOf)
  },

  /** Month and state of every case that the organisation holds, nothing else. @throws Refused */
  async ownCases(organisationKey: string): Promise<readonly ListedCase[]> {
    const cases: ListedCase[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: ReturnType<typeof ownCasesOf> = read(
        await send(`${API}/cases?after=${after}`, { headers: bearer(organisationKey) }),
        ownCasesOf,
      )
      cases.push(...page.cases)
      after = page.next
    }
    return cases
  },

  /** The case with this tag, or with this reference where the organisation signs nothing. @throws Refused */
  async findCase(asked: { readonly tag: string } | { readonly partner_case_key: string }, organisationKey: string): Promise<FoundCase> {
    const { body, version } = await answerOf(`${API}/cases/find`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...bearer(organisationKey) },
      body: JSON.stringify(asked),
    })
    return { ...read(body, foundCaseOf), version }
  },

  /** The submission stands in the place of the version that was found; its receipt stays. @throws Refused */
  async correctCase(submission: string, { id, version }: FoundCase, organisationKey: string): Promise<void> {
    const headers = { 'Content-Type': 'application/json', ...bearer(organisationKey), 'If-Match': `"${version}"` }
    await send(`${API}/cases/${id}`, { method: 'PUT', headers, body: submission })
  },

  /** Gone within five minutes. @throws Refused */
  async withdrawCase({ id, version }: FoundCase, organisationKey: string): Promise<void> {
    await send(`${API}/cases/${id}`, { method: 'DELETE', headers: { ...bearer(organisationKey), 'If-Match': `"${version}"` } })
  },

  /** What the register says of the holder of the key. @throws Refused */
  async organisation(organisationKey: string): Promise<OrganisationAsTold> {
    return read(await send(`${API}/organisation`, { headers: { Authorization: `Bearer ${organisationKey}` } }), organisationOf)
  },

  /** What the manifest of a published edition says of its register and statements; null where it says nothing. @throws Refused */
  async provenance(edition: string): Promise<Provenance | null> {
    return read(await get(`${API}/editions/${encodeURIComponent(edition)}`), provenanceOf)
  },

  /** What the build counted of the organisation's own cases, under its seal. @throws Refused */
  async statement(edition: string, organisationKey: string): Promise<StatementAsSent> {
    const headers = { Authorization: `Bearer ${organisationKey}` }
    return read(await send(`${API}/editions/${encodeURIComponent(edition)}/statement`, { headers }), statementOf)
  },

  /** In which version the cases with these tags are held; those that are not held are not in it. At most 500. @throws Refused */
  async heldVersions(tags: readonly string[], organisationKey: string): Promise<ReadonlyMap<string, number>> {
    const answer = await send(`${API}/cases/held`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${organisationKey}` },
      body: JSON.stringify({ tags }),
    })
    return read(answer, heldOf)
  },

  /** A file begins, or goes on under the same name. @throws Refused */
  async beginImport(name: string, rows: number, existing: 'refuse' | 'replace', organisationKey: string): Promise<ImportProgress> {
    const answer = await send(`${API}/imports`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${organisationKey}`, 'Idempotency-Key': name },
      body: JSON.stringify({ rows, existing }),
    })
    return read(answer, importOf)
  },

  /** The part is kept, sealed and not yet counted. Sent again it answers the same. `part` is made by `partPath`. @throws Refused */
  async sendPart(id: string, part: string, lines: string, organisationKey: string): Promise<readonly LineKept[]> {
    const answer = await send(`${API}/imports/${id}${part}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/x-ndjson', Authorization: `Bearer ${organisationKey}` },
      body: lines,
    })
    return read(answer, partOf)
  },

  /** Every case of the file is held once this returns, or none is. @throws Refused */
  async commitImport(id: string, organisationKey: string): Promise<ImportProgress> {
    const answer = await send(`${API}/imports/${id}/commit`, { method: 'POST', headers: { Authorization: `Bearer ${organisationKey}` } })
    return read(answer, importOf)
  },
}

const get = async (address: string): Promise<unknown> => (await answerTo(underWay(address) ?? fetch(address, REQUEST))).body

const bearer = (organisationKey: string) => ({ Authorization: `Bearer ${organisationKey}` })

const send = async (address: string, request: RequestInit): Promise<unknown> => (await answerOf(address, request)).body

const answerOf = (address: string, request: RequestInit) =>
  answerTo(fetch(address, { ...request, credentials: 'omit', referrerPolicy: 'no-referrer' }))

/** @returns the version of a case that the answer names, 0 where it names none */
async function answerTo(asked: Promise<Response>): Promise<{ readonly body: unknown; readonly version: number }> {
  const response = await asked.catch(() => null)
  if (!response) throw new Refused('no-connection')
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return { body, version: Number(/^"(\d{1,9})"$/.exec(response.headers.get('ETag') ?? '')?.[1] ?? 0) }
  const { type, detail, errors } = read(body, problemOf)
  throw new Refused(type.split(/[/:#]/).at(-1) ?? 'internal', detail, errors)
}

/** An answer in a shape we do not know is a fault of ours, not of the reader. */
function read<T>(body: unknown, shape: (value: unknown) => T): T {
  try {
    return shape(body)
  } catch {
    throw new Refused('internal')
  }
}
