import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import type { ReleasedTable } from '../../survey-schema/release/released-table.ts'
import { problem } from './harness.ts'
import { batch, network } from './three-editions.ts'

type Network = Awaited<ReturnType<typeof network>>
const SINGLE = 'gender@list'
const PAIR = 'gender@list,contact_first_actor@group5'
const SECOND_VOLUME = 'volume-2026-2-to-2026-3'

let running: Network
const bundles: Bundle[] = []
let stale: Bundle
let afterFirst: ReadonlyMap<string, string>
const told: Record<string, number>[] = []
let waiting: { readonly status: number; readonly type: string }

const address = (edition: string, rows: string, columns: string | null, slice: string) =>
  `/api/v1/editions/${edition}/tables?rows=${rows}${columns ? `&columns=${columns}` : ''}&slice=${slice}&lang=en&format=json-stat`
const single = (edition: string, slice = edition) => running.get(address(edition, SINGLE, null, slice))
const pair = (edition: string, slice: string) => running.get(address(edition, 'gender@list', 'contact_first_actor@group5', slice))
const slug = (given: Promise<unknown>) =>
  given.then(
    () => 'done',
    (error: { slug?: string }) => error.slug ?? String(error),
  )

beforeAll(async () => {
  running = await network()
  const first = batch(480, 3)
  await running.open('2026-1')
  const sent = await running.send(first)
  told.push(sent.told)
  await running.open('2026-2')
  bundles.push((await running.build(['2026-1'])).bundle)
  await running.publish(bundles[0])
  afterFirst = await running.shown()

  const second = batch(138, 4)
  const more = await running.send(second)
  told.push(more.told, (await running.send(first.slice(0, 12))).told, (await running.send(second.slice(0, 12))).told)
  await running.withdraw([...sent.ids.slice(0, 3), ...more.ids.slice(0, 7)])
  await running.correct(more.ids.slice(7, 12), batch(200, 5))
  await running.open('2026-3')
  stale = (await running.build(['2026-2'])).bundle
  await running.withdraw([more.ids[20] as string])
  told.push({ [await slug(running.publish(stale))]: 1 })
  bundles.push((await running.build(['2026-2'])).bundle)
  await running.publish(bundles[1])
  const asked = await pair('2026-2', '2026-2')
  waiting = { status: asked.status, type: (await problem(asked)).type }

  told.push((await running.send(batch(400, 6))).told)
  await running.open('2026-4')
  bundles.push((await running.build(['2026-2', '2026-3'])).bundle)
  await running.publish(bundles[2])
}, 600_000)
afterAll(() => running.close())

describe('editions of 480, of 130 more with withdrawals, corrections and re-uploads, and of 400 more', () => {
  it('R20 P86 count each case once: sent again it is known, in the open edition and in a closed one', async () => {
    expect(told).toEqual([
      { stored: 480 },
      { stored: 138 },
      { 'already-counted': 12 },
      { 'case-exists': 12 },
      { 'stale-bundle': 1 },
      { stored: 400 },
    ])
    expect([await running.held('2026-1'), await running.held('2026-2'), await running.held('2026-3')]).toEqual([477, 130, 400])
  })

  it('P86 form a chain, each bundle naming the one before', () => {
    const [one, two, three] = bundles.map(({ manifest }) => manifest)
    expect([one?.previous, two?.previous, three?.previous]).toEqual([null, one?.checksum, two?.checksum])
    expect(bundles.map(({ manifest }) => manifest.editions.map(({ id }) => id))).toEqual([['2026-1'], ['2026-2'], ['2026-3']])
  })

  it('P86 bring single tables for each edition, and crosstabs by volume: the small one waits for the next', async () => {
    expect(bundles.map(({ manifest }) => manifest.volume)).toEqual([
      { id: 'volume-2026-1', editions: ['2026-1'], byDecision: false },
      null,
      { id: SECOND_VOLUME, editions: ['2026-2', '2026-3'], byDecision: false },
    ])
    expect(bundles.map(({ routes }) => routes !== null)).toEqual([true, false, true])
    for (const edition of ['2026-1', '2026-2', '2026-3']) expect([edition, (await single(edition)).status]).toEqual([edition, 200])
    expect(waiting).toEqual({ status: 404, type: '/problems/not-released' })
    expect((await pair('2026-1', 'volume-2026-1')).status).toBe(200)
    for (const edition of ['2026-2', '2026-3']) expect((await pair(edition, SECOND_VOLUME)).status).toBe(200)
    expect((await pair('2026-1', SECOND_VOLUME)).status).toBe(404)
  })

  it('P32 leave published figures as they were, whatever is withdrawn or published afterwards', async () => {
    const now = await running.shown()
    for (const [name, json] of afterFirst) expect(now.get(name)).toBe(json)
    expect(await slug(running.publish(stale))).toBe('stale-bundle')
    expect(now.size).toBe(bundles.reduce((sum, { tables, routes }) => sum + tables.length + (routes ? 1 : 0), 0))
  })

  it('P86 add up over all slices from what is published, and say in how many parts a sum stands', async () => {
    for (const [id, columns, of] of [
      [SINGLE, null, 3],
      [PAIR, 'contact_first_actor@group5', 2],
    ] as const) {
      const parts = bundles.flatMap(({ tables }) => tables.filter((table) => table.id === id))
      expect(parts).toHaveLength(of)
      const response = await running.get(address('2026-1', 'gender@list', columns, 'all'))
      const dataset = (await response.json()) as {
        value: (number | null)[]
        status: Record<string, string>
        id: string[]
        dimension: Dimensions
      }
      const totals = parts.map((table) => at(table, ['total', 'total']) ?? 0)
      const place = totalAt(dataset.id.map((name) => dataset.dimension[name]!.category.index))
      expect(dataset.value[place]).toBe(totals.reduce((sum, figure) => sum + figure, 0))
      expect(dataset.status[place]).toBe('sum')
    }
    const partial = await running.get(address('2026-3', 'citizenship@country', null, 'all'))
    const { value, status } = (await partial.json()) as { value: (number | null)[]; status: Record<string, string> }
    const least = Object.entries(status).filter(([, word]) => /^at_least_[12]_of_3$/.test(word))
    expect(least.length).toBeGreaterThan(0)
    for (const [cell] of least) expect(value[Number(cell)]).toBeGreaterThanOrEqual(5)
  })
})

type Dimensions = Record<string, { category: { index: string[] } }>

/** Place of the cell in which every line is the total. */
const totalAt = (axes: readonly (readonly string[])[]) => axes.reduce((place, lines) => place * lines.length + lines.indexOf('total'), 0)

function at(table: ReleasedTable, codes: readonly string[]): number | null {
  const place = table.axes.reduce(
    (sum, axis, index) => sum * axis.lines.length + axis.lines.findIndex(({ code }) => code === codes[index]),
    0,
  )
  const cell = table.cells[place]
  return cell && 'figure' in cell ? cell.figure : null
}
