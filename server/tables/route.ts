/** Released tables, looked up: the figures were made once, in the build. The form of a request decides before any data does. */
import { Hono } from 'hono'
import { readRoutes, readTable } from '../../analysis/disclosure/bundle.ts'
import { ROUTES_ID } from '../../analysis/edition/grammar.ts'
import type { Manifest } from '../../survey-schema/bundle.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { ReleasedRoutes, ReleasedTable } from '../../survey-schema/released-table.ts'
import type { Deps } from '../deps.ts'
import { RELEASED, RELEASED_FICTION } from '../http/headers.ts'
import { releasedManifest, releasedTable } from '../store/queries/releases.ts'
import { type Format, type Language, tableRequest } from './request.ts'

interface FileContext {
  readonly manifest: Pick<Manifest, 'edition' | 'fictional'>
  readonly language: Language
}

/** How released figures become a file. Only released ones can: the types take nothing else. */
export interface Writer {
  readonly type: string
  readonly ending: string
  readonly table: (table: ReleasedTable, context: FileContext) => string
  readonly routes: (routes: ReleasedRoutes, context: FileContext) => string
}

type Needs = Pick<Deps, 'store'> & { readonly writers: Readonly<Record<Format, Writer>> }

export const tables = ({ store, writers }: Needs) =>
  new Hono().get('/editions/:edition/tables', async (c) => {
    const url = new URL(c.req.url)
    const edition = c.req.param('edition').toLowerCase()
    const request = tableRequest(edition, url.searchParams)
    if (`${url.pathname}${url.search}` !== request.address) return c.redirect(request.address, 308)
    if (request.slice !== edition) throw new ProblemError('not-released')

    const isRoutes = request.id === ROUTES_ID
    const [release, found] = await store.batch([releasedManifest(edition), releasedTable(edition, isRoutes ? 'routes' : request.id)])
    const [manifest] = release.rows
    const [stored] = found.rows
    if (!manifest || !stored) throw new ProblemError('not-released')

    const writer = writers[request.format]
    const context = { manifest: JSON.parse(manifest.manifest) as Manifest, language: request.language }
    const value: unknown = JSON.parse(stored.json)
    const { etag, text } = isRoutes
      ? writable(readRoutes(value), writer.routes, context)
      : writable(readTable(value), writer.table, context)
    const headers = { ETag: etag, 'Cache-Control': context.manifest.fictional ? RELEASED_FICTION : RELEASED }
    if (noneMatch(c.req.header('If-None-Match'), etag)) return c.body(null, 304, headers)
    return c.body(text(), 200, {
      ...headers,
      'Content-Type': writer.type,
      ...(request.format === 'csv'
        ? { 'Content-Disposition': `attachment; filename="${fileName(request.id, context.manifest)}.${writer.ending}"` }
        : {}),
    })
  })

/** What stands for a released value in a cache, and its text, written only when somebody wants it. */
const writable = <Released extends { readonly checksum: string }>(
  released: Released,
  write: (released: Released, context: FileContext) => string,
  context: FileContext,
) => ({ etag: `"${released.checksum}"`, text: () => write(released, context) })

const noneMatch = (header: string | undefined, etag: string) =>
  (header ?? '').split(',').some((entry) => ['*', etag].includes(entry.trim().replace(/^W\//, '')))

/** `2026-1_citizenship-country_gender-list`, and it says so when the network is invented. */
const fileName = (id: string, { edition, fictional }: Pick<Manifest, 'edition' | 'fictional'>) =>
  [...(fictional ? ['fictional'] : []), edition, ...id.split(',').map((axis) => axis.replace('@', '-'))].join('_')
