/** An organisation asks what the register says of it: its own rule for existing records, and nothing of anybody else. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { problem, server } from './harness.ts'

let running: Awaited<ReturnType<typeof server>>
beforeEach(async () => {
  running = await server()
})
afterEach(() => running.close())

const ask = (key: string | null, path = '') =>
  running.app.request(`/api/v1/organisation${path}`, { headers: key === null ? {} : { Authorization: `Bearer ${key}` } })

describe('what the register says of the organisation that asks', () => {
  it('P61 is the year of its own rule or none, without name, rule or approver, and kept by nobody on the way', async () => {
    const ruled = await running.organisation('Invented Archive', { rule: 'Invented rule, with a comma, 2012, Invented Board' })
    const without = await running.organisation('Invented Union')
    const [first, second] = [await ask(ruled), await ask(without)]
    const rest = { open_edition: null, year: 2026, references: 'plain', keys: [], earlier_withdrawals: null }
    expect([first.status, await first.json()]).toEqual([200, { existing_record_rule: { year: 2012 }, number: 2, ...rest }])
    expect([second.status, await second.json()]).toEqual([200, { existing_record_rule: null, number: 3, ...rest }])
    expect(first.headers.get('Cache-Control')).toContain('no-store')
  })

  it('P61 is answered to a key that may submit, and to nobody else', async () => {
    const editor = await running.organisation('Invented Editors', { scopes: ['edit'] })
    const answers = [await ask(null), await ask('jnk_nobody'), await ask(editor)]
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 404])
    for (const answer of answers) expect(JSON.stringify(await problem(answer))).not.toMatch(/rule|year|Invented/)
  })

  it('P19 is a question like others: too many at once are refused', async () => {
    const statuses = new Set<number>()
    for (let asked = 0; asked < 200 && !statuses.has(429); asked++) statuses.add((await ask(running.key)).status)
    expect([...statuses]).toEqual([200, 429])
  })
})
