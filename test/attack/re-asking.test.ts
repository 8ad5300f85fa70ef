/** The attacker asks for one table in every way that he can think of, and averages what comes back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seeded } from '../support/seeded.ts'
import { ADDRESS, ask, publishedServer } from './published-server.ts'
import { scoreboard } from './scoreboard.ts'
import { SOAK } from './shapes.ts'

const scores = scoreboard()
let server: Awaited<ReturnType<typeof publishedServer>>
beforeAll(async () => {
  server = await publishedServer()
})
afterAll(() => {
  server.close()
  scores.print()
})

const REQUESTS = SOAK ? 10_000 : 500

describe('re-asking', () => {
  it('gives one body for one table, however it is asked', async () => {
    const next = seeded(11)
    const pick = <T>(list: readonly T[]) => list[next() % list.length]!
    const tables = server.bundle.tables.filter((_, index) => index % (SOAK ? 7 : 97) === 0)
    const bodies = new Map<string, Set<string>>()
    const answers = new Set<number>()
    for (let request = 0; request < REQUESTS; request++) {
      const table = tables[request % tables.length]!
      const axes = next() % 2 ? table.axes : table.axes.toReversed()
      const spelled = axes.map(({ variable, level }) => mangled(`${variable}@${level}`))
      const parameters = [
        `${pick(['rows', 'ROWS', 'Rows'])}=${spelled[0]}`,
        ...(spelled[1] ? [`columns=${spelled[1]}`] : next() % 2 ? ['columns='] : []),
        ...(next() % 2 ? [`slice=${mangled(table.slice)}`] : []),
        ...(next() % 2 ? [`format=${mangled('json-stat')}`] : []),
        ...(next() % 2 ? ['lang=JA'] : []),
      ]
      if (next() % 2) parameters.reverse()
      const response = await ask(server.get, `${ADDRESS}?${parameters.join('&')}`)
      answers.add(response.status)
      const held = bodies.get(`${table.slice}/${table.id}`) ?? new Set<string>()
      bodies.set(`${table.slice}/${table.id}`, held.add(await response.text()))

      function mangled(text: string): string {
        const wide = [...text].map((letter) => {
          const way = next() % 6
          if (way === 0) return letter.toUpperCase()
          if (way === 1) return `%${letter.charCodeAt(0).toString(16)}`
          if (way === 2 && /[a-z0-9]/.test(letter)) return encodeURIComponent(String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
          return letter
        })
        return `${pick(['', '%20', '+'])}${wide.join('')}${pick(['', '%09'])}`
      }
    }
    expect([...answers]).toEqual([200])
    const most = Math.max(...[...bodies.values()].map((held) => held.size))
    scores.add({
      attack: 're-asking',
      on: `${REQUESTS} requests for ${tables.length} tables`,
      score: most,
      mark: '1 body a table',
      passes: most === 1,
    })
    expect(most).toBe(1)
  })

  it('gives the same body again with other headers, and the same figures in the other order of the axes', async () => {
    const pair = server.bundle.tables.find((table) => table.axes.length === 2)!
    const [a, b] = pair.axes.map(({ variable, level }) => `${variable}@${level}`)
    const address = `${ADDRESS}?rows=${a}&columns=${b}`
    const bodies = new Set<string>()
    for (const headers of [
      {},
      { 'Accept-Language': 'en' },
      { Cookie: 'a=1' },
      { Accept: 'text/csv' },
      { Authorization: `Bearer ${server.key}` },
    ]) {
      const first = await server.app.request(address, { headers: headers as Record<string, string> })
      const response = await server.app.request(first.headers.get('location')!, { headers: headers as Record<string, string> })
      bodies.add(await response.text())
    }
    bodies.add(await (await ask(server.get, `${ADDRESS}?rows=${b}&columns=${a}`)).text())
    expect(bodies.size).toBe(1)
  })
})
