/** Released tables, looked up: the figures were made once, in the build. The form of a request decides before any data does. */
import { Hono } from 'hono'
import { ROUTES_ID } from '../../analysis/catalogue/grammar.ts'
import { ALL } from '../../analysis/disclosure/released/sums.ts'
import type { Policy } from '../../survey-schema/release/bundle.ts'
import type { ReleasedJourneys, ReleasedTable } from '../../survey-schema/release/released-table.ts'
import type { Language } from '../../survey-schema/text.ts'
import type { Deps } from '../deps.ts'
import { RELEASED_AGAIN } from '../http/headers.ts'
import { operation, UNCHANGED } from '../http/operation.ts'
import { editionOfPathInAnyCase } from '../http/parameters.ts'
import type { PublicAnswers } from '../http/public-answers.ts'
import { refusing, validated } from '../http/validated.ts'
import { read } from '../store/port.ts'
import { volumeOf } from '../store/queries/releases.ts'
import { TABLE_CONTENT } from './answers.ts'
import { fileName, journeysOf, manifestOf, tableOf } from './lookup.ts'
import { type TableFormat, TableQuery, tableRequest } from './request.ts'

export interface FileContext {
  readonly edition: string
  readonly fictional: boolean
  readonly language: Language
}

/** The checksum of what was released, and the number of the form where it was changed. */
export const tagOf = ({ checksum }: { readonly checksum: string }, { form }: Pick<Writer, 'form'>): string =>
  form === undefined ? checksum : `${checksum}-${form}`

/** How released figures become a file. Only released ones can: the types take nothing else. */
export interface Writer {
  readonly type: string
  readonly ending: string
  /** How often the form was changed for figures that stay: a part of the ETag, so that no cache keeps the form of before. */
  readonly form?: number | undefined
  /** @param policy under which the edition was published */
  readonly table: (table: ReleasedTable, context: FileContext, policy: Policy) => Uint8Array<ArrayBuffer> | string
  readonly routes: (routes: ReleasedJourneys, context: FileContext) => Uint8Array<ArrayBuffer> | string
}

export const TAG_WORDS = 'Checksum of the released table, and the number of the form where the form of files was changed.'

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
        200: { description: 'Released figures.', content: TABLE_CONTENT, headers: { ETag: TAG_WORDS } },
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
        const { fictional, policy } = await manifestOf(store, edition, request.slice, [edition, held?.volume, ALL])
        const writer = writers[request.format]
        const context = { edition, fictional, language: request.language }
        const file = { 'Content-Disposition': `attachment; filename="${fileName(request, fictional)}.${writer.ending}"` }
        const headers = {
          'Content-Type': writer.type,
          'Cache-Control': RELEASED_AGAIN,
          ...(request.format === 'json-stat' ? {} : file),
        }
        if (request.id === ROUTES_ID) {
          const routes = await journeysOf(store, request)
          return { tag: tagOf(routes, writer), headers, make: () => writer.routes(routes, context) }
        }
        const table = await tableOf(store, request)
        return { tag: tagOf(table, writer), headers, make: () => writer.table(table, context, policy) }
      })
    },
  )
