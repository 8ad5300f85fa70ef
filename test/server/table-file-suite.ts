/** Files of released tables at addresses that stay. Runs on the edition that the test of the query has built. */
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import { problem } from './harness.ts'
import type { Closed } from './published.ts'

const ENDINGS = ['csv', 'codes.csv', 'metadata.json', 'zip'] as const
const SINGLE = 'citizenship@country'
const PAIR = 'gender@list,contact_first_actor@group5'
const BASE = '/api/v1/editions/2026-1/tables'

interface Column {
  readonly name: string
  readonly titles: string
  readonly datatype: string | { readonly base: string; readonly format?: string }
  readonly null?: readonly string[]
  readonly required?: true
}
interface Metadata {
  readonly '@context': readonly [string, object]
  readonly 'dc:identifier': string
  readonly tables: readonly {
    readonly url: string
    readonly tableSchema: { readonly columns: readonly Column[]; readonly primaryKey: readonly string[] }
  }[]
}

export function tableFileSuite(published: () => { readonly edition: Closed; readonly bundle: Bundle }): void {
  const get = (path: string) => published().edition.get(path)
  const text = async (path: string) => (await get(path)).text()
  const tableOf = (id: string) => published().bundle.tables.find((one) => one.id === id)!

  describe('a file of a table', () => {
    it.each([
      ['gender.csv', 'gender@list.csv'],
      ['Gender%40LIST.CSV', 'gender@list.csv'],
      ['contact_first_actor,gender.metadata.json', `${PAIR}.metadata.json`],
      ['gender@list%2Ccontact_first_actor@group5.zip', `${PAIR}.zip`],
    ])('P84 has one address: %s', async (asked, canonical) => {
      const response = await get(`${BASE}/${asked}`)
      expect([response.status, response.headers.get('Location')]).toEqual([308, `${BASE}/${canonical}`])
    })

    it.each([SINGLE, PAIR])('P84 of %s has type, name and a strong ETag of the table, and is the same for everybody', async (id) => {
      const types = [
        'text/csv; charset=utf-8; header=present',
        'text/csv; charset=utf-8; header=present',
        'application/csvm+json',
        'application/zip',
      ]
      for (const [at, ending] of ENDINGS.entries()) {
        const path = `${BASE}/${id}.${ending}`
        const response = await get(path)
        const { headers } = response
        const tag = `"${tableOf(id).checksum}-1"`
        expect([response.status, headers.get('Content-Type'), headers.get('ETag')]).toEqual([200, types[at], tag])
        expect([headers.get('Cache-Control'), headers.get('Access-Control-Allow-Origin')]).toEqual(['public, no-cache', '*'])
        expect(headers.get('Content-Disposition')).toMatch(new RegExp(`^attachment; filename="fictional_[a-z0-9_-]+\\.${ending}"$`))
        expect(headers.get('Link')).toBe(ending === 'csv' ? `<${id}.metadata.json>; rel="describedby"; type="application/csvm+json"` : null)
        const again = await published().edition.app.request(path, { headers: { 'If-None-Match': tag } })
        expect([again.status, await again.text()]).toEqual([304, ''])
      }
    })

    it('P80 P88 is, for every table that the edition lists, the long CSV of the query', async () => {
      const { tables } = (await (await get('/api/v1/editions/2026-1')).json()) as { tables: string[] }
      const some = tables.filter((id, at) => at % 40 === 0 || id === SINGLE || id === PAIR)
      expect(some.length).toBeGreaterThan(5)
      for (const id of some) {
        const [rows, columns] = id.split(',')
        const slice = columns ? 'volume-2026-1' : '2026-1'
        const query = `rows=${rows}${columns ? `&columns=${columns}` : ''}&slice=${slice}&lang=en&format=csv-long`
        expect(await text(`${BASE}/${id}.csv`), id).toBe(await text(`${BASE}?${query}`))
      }
    })

    it('P88 of the tree of journeys is there too', async () => {
      const id = 'route_origin@country,route_transit@country,exploitation_prefectures@area8'
      const [fields, ...rows] = Papa.parse((await text(`${BASE}/${id}.csv`)).trim(), {}).data
      expect(fields!.slice(0, 9).filter((_, at) => at % 3 === 0)).toEqual(['route_origin', 'route_transit', 'exploitation_prefectures'])
      expect(rows.length).toBeGreaterThan(3)
    })

    it('P88 is described by CSV on the Web metadata: columns in order, types that each cell fits, both tokens as missing', async () => {
      for (const id of [SINGLE, PAIR]) {
        const metadata = JSON.parse(await text(`${BASE}/${id}.metadata.json`)) as Metadata
        expect([metadata['@context'][0], metadata['dc:identifier']]).toEqual([
          'http://www.w3.org/ns/csvw',
          `sha256:${tableOf(id).checksum}`,
        ])
        const address = new URL(`http://localhost${BASE}/${id}.metadata.json`)
        expect(metadata.tables.map(({ url }) => new URL(url, address).pathname)).toEqual([`${BASE}/${id}.csv`, `${BASE}/${id}.codes.csv`])
        for (const { url, tableSchema } of metadata.tables) {
          const { columns, primaryKey } = tableSchema
          const [fields = [], ...rows] = Papa.parse((await text(new URL(url, address).pathname)).trim(), {}).data
          expect(columns.map(({ titles }) => titles)).toEqual(fields)
          columns.forEach((column, at) => {
            const fits = fitting(column)
            expect(
              rows.map((row) => row[at]!).filter((cell) => !fits(cell)),
              `${url} ${column.name}`,
            ).toEqual([])
          })
          const keys = rows.map((row) => primaryKey.map((name) => row[fields.indexOf(name)]).join(' '))
          expect(new Set(keys).size).toBe(rows.length)
        }
        expect(metadata.tables[0]!.tableSchema.columns.find(({ name }) => name === 'cases')!.null).toEqual(['x', '.'])
      }
    })

    it('P15 has a list of its codes, each line of the table with its part and its names', async () => {
      const [, ...rows] = Papa.parse((await text(`${BASE}/${PAIR}.codes.csv`)).trim(), {}).data
      expect(rows).toEqual(
        tableOf(PAIR).axes.flatMap(({ variable, lines }) => lines.map(({ code, role, ja, en }) => [variable, code, role, ja, en])),
      )
    })

    it('P88 comes as an archive of the three, with notes and a line each for R and Python', async () => {
      const zip = unzipSync(new Uint8Array(await (await get(`${BASE}/${PAIR}.zip`)).arrayBuffer()))
      expect(Object.keys(zip)).toEqual([...ENDINGS.slice(0, 3), 'txt'].map((ending) => `${PAIR}.${ending}`))
      for (const ending of ENDINGS.slice(0, 3)) expect(strFromU8(zip[`${PAIR}.${ending}`]!)).toBe(await text(`${BASE}/${PAIR}.${ending}`))
      const notes = strFromU8(zip[`${PAIR}.txt`]!)
      expect(notes).toContain('架空')
      expect(notes).toContain(`read.csv("${PAIR}.csv", na.strings = c("x", "."), fileEncoding = "UTF-8")`)
    })

    it.each([
      ['gender@list.exe', 404, 'not-found'],
      ['gender@list', 404, 'not-found'],
      ['.csv', 404, 'not-found'],
      ['gender@age.csv', 422, 'unknown-variable'],
      ['nationality_of_mother.csv', 422, 'unknown-variable'],
      ['gender@list.csv?where=gender:woman', 422, 'unknown-variable'],
      ['citizenship@region,first_language@top6.csv', 422, 'refused-table'],
      ['gender@list,contact_first_actor@group5,age_band_registration@band.csv', 422, 'refused-table'],
    ])('P84 P16 is refused by its name alone, without an echo: %s', async (name, status, slug) => {
      for (const edition of ['2026-1', 'no-such']) {
        const response = await get(`/api/v1/editions/${edition}/tables/${name}`)
        const body = await problem(response)
        expect([response.status, body.type]).toEqual([status, `/problems/${slug}`])
        expect(JSON.stringify(body)).not.toMatch(/mother|exe|woman|where/)
      }
    })

    it('P84 is not there where nothing is published', async () => {
      for (const edition of ['2026-2', 'no-such', 'volume-2026-1'])
        expect((await problem(await get(`/api/v1/editions/${edition}/tables/gender@list.csv`))).type).toBe('/problems/not-released')
    })
  })
}

/** Whether a cell is of the type that a column declares, missing ones left out. */
function fitting({ datatype, null: missing = [''], required }: Column): (cell: string) => boolean {
  const { base, format } = typeof datatype === 'string' ? { base: datatype, format: undefined } : datatype
  const whole = base === 'integer' ? /^\d+$/ : format ? new RegExp(`^(${format})$`) : /^/
  return (cell) => (missing.includes(cell) ? !required : whole.test(cell))
}
