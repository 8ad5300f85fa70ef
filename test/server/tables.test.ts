import JSONstat from 'jsonstat-toolkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POLICY_V2 } from '../../analysis/policy/policy.ts'
import type { Writer } from '../../server/tables/route.ts'
import { WRITERS } from '../../server/tables/writers.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import type { ReleasedCell } from '../../survey-schema/release/released-table.ts'
import { problem } from './harness.ts'
import { type Closed, closedEdition, publish } from './published.ts'
import { tableFileSuite } from './table-file-suite.ts'
import { TABLE_READERS, wordsIn } from './table-formats.ts'

let edition: Closed
let bundle: Bundle
beforeAll(async () => {
  edition = await closedEdition(240)
  bundle = edition.built.bundle
  await publish(edition, bundle)
})
afterAll(() => edition.close())

const BASE = '/api/v1/editions/2026-1/tables'
const address = (query: string) => `${BASE}?${query}`
const canonical = (rows: string, columns?: string, lang = 'ja', format = 'json-stat') =>
  address(`rows=${rows}${columns ? `&columns=${columns}` : ''}&slice=${columns ? 'volume-2026-1' : '2026-1'}&lang=${lang}&format=${format}`)
const location = async (query: string) => {
  const response = await edition.get(address(query))
  return [response.status, response.headers.get('Location')]
}

describe('the address of a table', () => {
  const PAIR = canonical('gender@list', 'contact_first_actor@group5')

  it.each([
    'rows=gender&columns=contact_first_actor',
    'columns=gender&rows=contact_first_actor',
    'rows=gender@list&columns=contact_first_actor@group5&slice=volume-2026-1&format=json-stat&lang=ja',
    'rows=GENDER%40List&columns=contact_first_actor%40group5',
    'ROWS=gender&Columns=contact_first_actor&LANG=JA',
    'rows=gender&columns=contact_first_actor&slice=&lang=ja',
    'rows=%EF%BD%87ender&columns=contact_first_actor',
    'rows=+gender+&columns=contact_first_actor',
  ])('P84 is one for every way of asking: %s', async (query) => {
    expect(await location(query)).toEqual([308, PAIR])
  })

  it('P84 is answered itself, with a strong ETag that is the checksum', async () => {
    const response = await edition.get(PAIR)
    const table = bundle.tables.find(({ id }) => id === 'gender@list,contact_first_actor@group5')
    expect(response.status).toBe(200)
    expect(response.headers.get('ETag')).toBe(`"${table?.checksum}"`)
    expect(response.headers.get('Cache-Control')).toBe('public, no-cache')
    const again = await edition.app.request(PAIR, { headers: { 'If-None-Match': `"other", W/"${table?.checksum}"` } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('P70 stays in every cache, which asks each time whether it was withdrawn', async () => {
    const real = await closedEdition(60, { fictional: false, policy: POLICY_V2 })
    await publish(real, real.built.bundle)
    const response = await real.get(canonical('gender@list'))
    expect(response.headers.get('Cache-Control')).toBe('public, no-cache')
    expect(await response.text()).not.toContain('架空')
    expect(await (await edition.get(canonical('gender@list'))).text()).toContain('架空')
    real.close()
  })

  it('P84 is not there for a table that this edition or slice does not hold', async () => {
    for (const query of [
      'rows=gender@list&slice=volume-2026-1&lang=ja&format=json-stat',
      'rows=gender@list&slice=2026-2&lang=ja&format=json-stat',
    ]) {
      const response = await edition.get(address(query))
      expect([response.status, (await problem(response)).type]).toEqual([404, '/problems/not-released'])
    }
    for (const id of ['2026-2', 'no-such']) {
      const response = await edition.get(canonical('gender@list').replaceAll('2026-1', id))
      expect([response.status, (await problem(response)).type]).toEqual([404, '/problems/not-released'])
    }
  })
})

describe('what is refused', () => {
  it('P84 is refused by form alone, in the language asked for, whether the edition exists or not', async () => {
    const query = 'rows=citizenship@region&columns=first_language@top6&lang=en'
    const here = await edition.get(address(query))
    const body = await problem(here)
    expect([here.status, body.type, body.errors?.[0]?.rule]).toEqual([422, '/problems/refused-table', 'never-together'])
    expect(body.detail).toMatch(/[a-z] /)
    const nowhere = await edition.get(address(query).replace('2026-1', 'no-such'))
    expect(await nowhere.json()).toEqual(body)
    const japanese = await problem(await edition.get(address(query.replace('en', 'ja'))))
    expect(japanese.detail).toMatch(/[ぁ-ん]/)
  })

  it.each([
    ['', '/rows', 'required'],
    ['rows=nationality_of_mother', '/rows', 'unknown_variable'],
    ['rows=gender@age', '/rows', 'unknown_variable'],
    ['rows=gender&columns=x', '/columns', 'unknown_variable'],
    ['rows=gender&lang=fr', '/lang', 'unknown_value'],
    ['rows=gender&format=exe', '/format', 'unknown_value'],
    ['rows=gender&rows=gender', '/rows', 'given_twice'],
    ['rows=gender&where=gender:woman', '', 'unknown_parameter'],
    ['rows=gender&columns=citizenship:TH', '/columns', 'unknown_variable'],
  ])('P84 P16 what the language does not have is refused without an echo: %s', async (query, pointer, rule) => {
    const response = await edition.get(address(query))
    const body = await problem(response)
    expect([response.status, body.type, body.errors?.[0]]).toEqual([422, '/problems/unknown-variable', { pointer, rule }])
    expect(JSON.stringify(body)).not.toMatch(/mother|exe|woman|where/)
  })
})

describe('files of a table', () => {
  it('P80 P15 are JSON-stat that the toolkit reads, with the figures of the bundle and no number where one is withheld', async () => {
    let withheld = 0
    for (const table of bundle.tables) {
      const [rows, columns] = table.axes
      const response = await edition.get(
        canonical(`${rows.variable}@${rows.level}`, columns && `${columns.variable}@${columns.level}`, 'en'),
      )
      const text = await response.text()
      const dataset = JSONstat(JSON.parse(text))
      expect([response.status, dataset.class, dataset.n]).toEqual([200, 'dataset', table.cells.length])
      const raw = JSON.parse(text) as {
        status: Record<string, string>
        extension: { fictional: boolean; checksum: string; roles: Record<string, string[]> }
      }
      table.cells.forEach((cell, index) => {
        expect(dataset.value[index] ?? null).toBe(cell.status === 'shown' ? cell.figure : null)
        expect(raw.status[index]).toBe(cell.status === 'shown' ? undefined : cell.status)
        if (cell.status === 'withheld') withheld++
      })
      expect(raw.extension).toMatchObject({ fictional: true, checksum: table.checksum, edition: '2026-1', policy: 'v2' })
      const apart = ['unknown', 'declined', 'not_asked'].filter((state) => text.includes(`"${state}"`))
      if (!columns) expect(apart.length).toBe(rows.lines.some(({ role }) => role === 'answered') ? 3 : 0)
    }
    expect(withheld).toBeGreaterThan(0)
  })

  it('P88 are CSV with x for withheld, never 0 or blank, the same bytes twice, and say that the network is invented', async () => {
    const path = canonical('citizenship@country', undefined, 'ja', 'csv')
    const [one, two] = await Promise.all([edition.get(path), edition.get(path)])
    const text = await one.text()
    expect(await two.text()).toBe(text)
    expect(one.headers.get('Content-Type')).toContain('text/csv')
    expect(one.headers.get('Content-Disposition')).toContain('fictional_2026-1_citizenship-country.csv')
    const [head, ...lines] = text.trimEnd().split('\r\n')
    expect(head).toBe('citizenship,cases,status,citizenship_label,slice,policy,fictional')
    const table = bundle.tables.find(({ id }) => id === 'citizenship@country')
    expect(lines).toHaveLength(table?.cells.length ?? 0)
    lines.forEach((line, index) => {
      const [, cases, status] = line.split(',')
      const cell = table?.cells[index]
      expect([cases, status]).toEqual(
        cell?.status === 'shown'
          ? [String(cell.figure), 'shown']
          : cell?.status === 'withheld'
            ? ['x', 'withheld']
            : ['.', 'not_applicable'],
      )
      expect(line.endsWith(',yes')).toBe(true)
    })
  })

  it.each(Object.entries(TABLE_READERS))('P80 P88 as %s hold the figures of the bundle, x and – as such', async (format, reader) => {
    const { type, ending, form }: Writer = WRITERS[format as keyof typeof WRITERS]
    const ids = ['citizenship@country', 'return_status@list', 'gender@list,contact_first_actor@group5']
    const said = (cell: ReleasedCell) => ('figure' in cell ? String(cell.figure) : cell.status === 'withheld' ? 'x' : '–')
    let withheld = 0
    for (const id of ids)
      for (const lang of ['ja', 'en']) {
        const table = bundle.tables.find((one) => one.id === id)!
        const [rows, columns] = id.split(',')
        const path = canonical(rows!, columns, lang, format)
        const [response, again] = [await edition.get(path), await edition.get(path)]
        expect([response.status, response.headers.get('Content-Type'), response.headers.get('ETag')]).toEqual([
          200,
          type,
          form === undefined ? `"${table.checksum}"` : `"${table.checksum}-${form}"`,
        ])
        expect(response.headers.get('Content-Disposition')).toMatch(
          new RegExp(`^attachment; filename="fictional_[a-z0-9_-]+\\.${ending}"$`),
        )
        const content = Buffer.from(await response.arrayBuffer())
        expect(Buffer.from(await again.arrayBuffer()).equals(content)).toBe(true)
        const width = table.axes[1]?.lines.length ?? 1
        const expected = table.axes[0].lines.map((_, line) => table.cells.slice(line * width, (line + 1) * width).map(said))
        expect(await reader(new Uint8Array(content), expected.length, width), `${id} ${lang}`).toEqual(expected)
        withheld += expected.flat().filter((cell) => cell === 'x').length
      }
    expect(withheld).toBeGreaterThan(0)
    const routes = await edition.get(
      canonical('route_origin@country', 'route_transit@country,exploitation_prefectures@area8', 'en', format),
    )
    expect([routes.status, (await routes.arrayBuffer()).byteLength > 200]).toEqual([200, true])
  })

  it.each(Object.keys(TABLE_READERS))(
    'P15 as %s keep not known, declined, not asked and not applicable apart, each by its name, or name the base that holds them',
    async (format) => {
      const singles = bundle.tables.filter(({ axes }) => axes.length === 1)
      const having = (role: string) => singles.find(({ axes: [{ lines }] }) => lines.some((line) => line.role === role))!.id
      for (const id of [having('answered'), having('applicable')])
        for (const lang of ['ja', 'en'] as const) {
          const { lines } = bundle.tables.find((one) => one.id === id)!.axes[0]
          const apart = lines.filter(({ role }) => ['answered', 'applicable', 'state', 'not_applicable'].includes(role))
          expect(apart.length).toBe(id === having('answered') ? 5 : 2)
          const response = await edition.get(canonical(id, undefined, lang, format))
          const said = wordsIn(new Uint8Array(await response.arrayBuffer()))
          for (const line of apart) expect([format, line[lang], said.includes(line[lang])]).toEqual([format, line[lang], true])
        }
    },
  )

  it('P88 are tried in every format that there is', () => {
    expect(Object.keys(WRITERS).sort()).toEqual([...Object.keys(TABLE_READERS), 'csv', 'json-stat'].sort())
  })

  it('P80 are the tree of journeys as paths, in both formats', async () => {
    const query = (format: string) =>
      canonical('route_origin@country', 'route_transit@country,exploitation_prefectures@area8', 'en', format)
    const dataset = (await (await edition.get(query('json-stat'))).json()) as {
      id: string[]
      value: unknown[]
      dimension: { route: { category: { index: string[]; child: Record<string, string[]> } } }
      extension: { roles: { route: string[] } }
    }
    const { index, child } = dataset.dimension.route.category
    expect(dataset.id).toEqual(['route'])
    expect(index.filter((path) => !path.includes('>'))).toEqual(bundle.routes!.origins.map(({ code }) => code))
    for (const [parent, children] of Object.entries(child))
      for (const path of children) expect(path.startsWith(`${parent}>`) && index.includes(path)).toBe(true)
    expect(dataset.extension.roles.route).toHaveLength(index.length)
    const csv = (await (await edition.get(query('csv'))).text()).trimEnd().split('\r\n')
    expect(csv[0]).toBe('route_origin,route_transit,exploitation_prefectures,cases,status,slice,policy,fictional')
    expect(csv).toHaveLength(index.length + 1)
    expect(index.length).toBeGreaterThan(0)
  })
})

tableFileSuite(() => ({ edition, bundle }))

describe('editions', () => {
  it('shows the manifest of a published edition and nothing of its cases', async () => {
    const text = await (await edition.get('/api/v1/editions/2026-1')).text()
    const body = JSON.parse(text) as Record<string, unknown>
    expect(body).toMatchObject({ id: '2026-1', state: 'published', fictional: true, schema: 'jnatip-bundle/2' })
    expect((body.tables as string[]).length).toBe(bundle.tables.length)
    expect(await (await edition.get('/api/v1/editions/2026-2')).json()).toEqual({
      id: '2026-2',
      state: 'open',
      fictional: true,
      questionnaire: '1.0',
      tables: [],
    })
    expect((await edition.get('/api/v1/editions/no-such')).status).toBe(404)
  })
})
