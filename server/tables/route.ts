/** Released tables, looked up: the figures were made once, in the build. The form of a request decides before any data does. */
import { Hono } from 'hono'
import { ROUTES_ID } from '../../analysis/catalogue/grammar.ts'
import { readJourneys, readTable } from '../../analysis/disclosure/released/bundle.ts'
import { ALL, sumOfReleased } from '../../analysis/disclosure/released/sums.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Manifest, Policy } from '../../survey-schema/release/bundle.ts'
import type { ReleasedJourneys, ReleasedTable } from '../../survey-schema/release/released-table.ts'
import type { Language } from '../../survey-schema/text.ts'
import type { Deps } from '../deps.ts'
import { RELEASED_AGAIN } from '../http/headers.ts'
import { operation, UNCHANGED } from '../http/operation.ts'
import { editionOfPathInAnyCase } from '../http/parameters.ts'
import { WordedProblem } from '../http/problem.ts'
import type { PublicAnswers } from '../http/public-answers.ts'
import { refusing, validated } from '../http/validated.ts'
import { checksum as checksumOf } from '../sealing/checksum.ts'
import { read, type Store } from '../store/port.ts'
import { withdrawnEverywhere } from '../store/queries/errata.ts'
import { releasedEverywhere, releasedManifest, releasedTable, volumeOf } from '../store/queries/releases.ts'
import { TABLE_CONTENT } from './answers.ts'
import { type TableFormat, TableQuery, type TableRequest, tableRequest } from './request.ts'

interface FileContext {
  readonly edition: string
  readonly fictional: boolean
  readonly language: Language
}

/** How released figures become a file. Only released ones can: the types take nothing else. */
export interface Writer {
  readonly type: string
  readonly ending: string
  /** @param policy under which the edition was published */
  readonly table: (table: ReleasedTable, context: FileContext, policy: Policy) => Uint8Array<ArrayBuffer> | string
  readonly routes: (routes: ReleasedJourneys, context: FileContext) => Uint8Array<ArrayBuffer> | string
}

type Needs = Pick<Deps, 'store'> & {
  readonly answers: PublicAnswers
  readonly writers: Readonly<Record<TableFormat, Writer>>
}

export const tables = ({ store, answers, writers }: Needs) =>
  new Hono().get(
    '/editions/:edition/tables',
    operation({
      id: 'table',
      tag: 'editions',
      summary: 'One released table',
      description:
        'Every equivalent request is redirected to one canonical address. A combination that is never shown is refused by its form alone.',
      answers: {
        200: { description: 'Released figures.', content: TABLE_CONTENT, headers: { ETag: 'Checksum of the released table.' } },
        304: UNCHANGED,
        308: { description: 'The same table at its canonical address.', headers: { Location: 'The canonical address.' } },
      },
      problems: ['unknown-variable', 'refused-table', 'not-released', 'table-withdrawn'],
    }),
    editionOfPathInAnyCase,
    validated('query', TableQuery, refusing('unknown-variable')),
    async (c) => {
      const url = new URL(c.req.url)
      const { edition } = c.req.valid('param')
      const [held] = await read(store, volumeOf(edition))
      const request = tableRequest(edition, c.req.valid('query'), held?.volume ?? null)
      if (`${url.pathname}${url.search}` !== request.address) return c.redirect(request.address, 308)
      return answers.of(c.req.raw.headers, request.address, async () => {
        const [manifest] = await read(store, releasedManifest(edition))
        if (!manifest || ![edition, held?.volume, ALL].includes(request.slice)) throw new ProblemError('not-released')
        const { fictional, policy } = JSON.parse(manifest.manifest) as Manifest
        const writer = writers[request.format]
        const context = { edition, fictional, language: request.language }
        const file = { 'Content-Disposition': `attachment; filename="${fileName(request, fictional)}.${writer.ending}"` }
        const headers = {
          'Content-Type': writer.type,
          'Cache-Control': RELEASED_AGAIN,
          ...(request.format === 'json-stat' ? {} : file),
        }
        if (request.id === ROUTES_ID) {
          const routes = await routesOf(store, request)
          return { tag: routes.checksum, headers, make: () => writer.routes(routes, context) }
        }
        const table = await tableOf(store, request)
        return { tag: table.checksum, headers, make: () => writer.table(table, context, policy) }
      })
    },
  )

/** The table of the case set, or the sum of what was published in all. @throws ProblemError 'not-released' or 'table-withdrawn' */
async function tableOf(store: Store, { id, slice, language }: TableRequest): Promise<ReleasedTable> {
  const stored = await read(store, slice === ALL ? releasedEverywhere(id) : releasedTable(slice, id))
  const tables = stored.map(({ json }) => readTable(JSON.parse(json)))
  const [table] = tables
  if (!table) throw await absent(store, id, slice, language)
  return slice === ALL ? sumOfReleased(tables, checksumOf) : table
}

async function routesOf(store: Store, { slice, language }: TableRequest): Promise<ReleasedJourneys> {
  const [stored] = await read(store, releasedTable(slice, 'routes'))
  if (!stored) throw await absent(store, 'routes', slice, language)
  return readJourneys(JSON.parse(stored.json))
}

/** A table that was withdrawn says so, with its note; any other was never there. */
async function absent(store: Store, id: string, slice: string, language: Language): Promise<ProblemError> {
  const withdrawn = (await read(store, withdrawnEverywhere(id))).find((one) => slice === ALL || one.slice === slice)
  if (!withdrawn) return new ProblemError('not-released')
  return new WordedProblem('table-withdrawn', language === 'en' ? withdrawn.note_en : withdrawn.note_ja)
}

/** `2026-1_citizenship-country_gender-list`, and it says so when the network is invented. */
const fileName = ({ id, slice }: TableRequest, fictional: boolean) =>
  [...(fictional ? ['fictional'] : []), slice, ...id.split(',').map((axis) => axis.replace('@', '-'))].join('_')
