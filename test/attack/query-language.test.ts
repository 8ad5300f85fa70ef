/** The attacker wants a set of persons of his own making: lists, negation, ranges, trackers. On two servers with different data. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VARIABLES } from '../../survey-schema/variables/index.ts'
import { seeded } from '../support/seeded.ts'
import { ADDRESS, publishedServer } from './published-server.ts'
import { scoreboard } from './scoreboard.ts'
import { SOAK } from './shapes.ts'

const scores = scoreboard()
let servers: Awaited<ReturnType<typeof publishedServer>>[]
beforeAll(async () => {
  servers = [await publishedServer(), await publishedServer(60)]
})
afterAll(() => {
  for (const server of servers) server.close()
  scores.print()
})

const WHERE = [
  'citizenship=TH',
  'where=citizenship:TH',
  'filter=gender!=woman',
  'citizenship[]=TH&citizenship[]=PH',
  'not=gender',
  'from=2001&to=2004',
  'limit=1',
  'subset=TH,PH',
  'exclude=TH',
]
const ROWS = [
  'citizenship@country:TH',
  'citizenship@country:TH|PH',
  'citizenship@TH',
  '!gender',
  '-gender',
  'gender=woman',
  'registration_year@2001-2004',
  'registration_year>2001',
  '(gender)',
  'gender;citizenship',
  '*',
  'gender@list@list',
  "gender'",
  'gender|citizenship',
  'gender@list:not:woman',
  'all',
  'total',
  'T(gender=woman)',
  'partner_case_key',
  'organisation',
  'closing_note',
  'route_key',
]

/** Status, headers and body of an answer, but for nothing. */
async function wholeAnswer(server: { get: (path: string) => Response | Promise<Response> }, path: string) {
  const response = await server.get(path)
  return JSON.stringify([response.status, [...response.headers].sort(), await response.text()])
}

describe('lists, negation, ranges and trackers', () => {
  it('cannot be said: refused by the form of the request alone, byte for byte the same whatever the data', async () => {
    const requests = [
      ...WHERE.map((where) => `${ADDRESS}?rows=gender@list&${where}`),
      ...ROWS.map((rows) => `${ADDRESS}?rows=${encodeURIComponent(rows)}`),
      ...ROWS.map((columns) => `${ADDRESS}?rows=gender@list&columns=${encodeURIComponent(columns)}`),
    ]
    for (const path of requests) {
      const [one, other] = await Promise.all(servers.map((server) => wholeAnswer(server, path)))
      expect(one, path).toBe(other)
      expect(JSON.parse(one!)[0], path).toBe(422)
    }
    scores.add({
      attack: 'lists, negation, ranges',
      on: `${requests.length} requests`,
      score: requests.length,
      mark: 'all refused by form',
      passes: true,
    })
  })

  it('refuses every third variable and every pair outside the grammar alike on both servers', async () => {
    const next = seeded(5)
    const any = () => {
      const variable = VARIABLES[next() % VARIABLES.length]!
      return `${variable.id}@${variable.levels[next() % variable.levels.length]!.id}`
    }
    let refused = 0
    const amount = SOAK ? 5000 : 400
    for (let request = 0; request < amount; request++) {
      const columns = next() % 3 === 0 ? `${any()},${any()}` : any()
      const path = `${ADDRESS}?rows=${any()}&columns=${columns}`
      const [one, other] = await Promise.all(servers.map((server) => wholeAnswer(server, path)))
      expect(one, path).toBe(other)
      if ((JSON.parse(one!) as [number])[0] === 422) refused++
    }
    expect(refused).toBeGreaterThan(amount / 2)
    scores.add({
      attack: 'trackers',
      on: `${amount} requests, two servers`,
      score: refused,
      mark: 'alike, whatever the data',
      passes: true,
    })
  })
})
