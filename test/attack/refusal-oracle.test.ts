/** The attacker tells cells of nobody from cells of a few by anything but the figure: status, headers, length, order, spelling. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainNumber } from '../../analysis/exact/exact-count.ts'
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

type Group = 'nobody' | '1 to 4' | '5 or more'
const groupOf = (cases: number): Group => (cases === 0 ? 'nobody' : cases < 5 ? '1 to 4' : '5 or more')

interface Observation {
  readonly group: Group
  /** Everything about the answer that is no label and no figure. */
  readonly features: readonly string[]
}

/** The best guess that any rule on one feature reaches on the second half, learnt on the first. */
function classifier(observations: readonly Observation[]): { readonly accuracy: number; readonly chance: number; readonly error: number } {
  const [learn, judge] = [observations.filter((_, index) => index % 2 === 0), observations.filter((_, index) => index % 2 === 1)]
  const most = (some: readonly Observation[]): Group => {
    const counts = new Map<Group, number>()
    for (const { group } of some) counts.set(group, (counts.get(group) ?? 0) + 1)
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'nobody'
  }
  const usual = most(learn)
  const chance = judge.filter(({ group }) => group === usual).length / judge.length
  const accuracies = observations[0]!.features.map((_, at) => {
    const rules = new Map<string, Observation[]>()
    for (const one of learn) rules.set(one.features[at]!, [...(rules.get(one.features[at]!) ?? []), one])
    const guesses = new Map([...rules].map(([value, some]) => [value, most(some)]))
    return judge.filter(({ group, features }) => (guesses.get(features[at]!) ?? usual) === group).length / judge.length
  })
  return { accuracy: Math.max(...accuracies), chance, error: Math.sqrt((chance * (1 - chance)) / judge.length) }
}

describe('the refusal oracle', () => {
  it('says nothing of a withheld cell but that it is withheld', async () => {
    const truth = new Map(server.editor.cells.map(({ slice, table, lines, cases }) => [`${slice} ${table} ${lines.join(' ')}`, cases]))
    const observations: Observation[] = []
    const amount = SOAK ? 2000 : 240
    const tables = server.bundle.tables.filter((_, index) => index % Math.max(1, Math.floor(server.bundle.tables.length / amount)) === 0)
    for (const table of tables) {
      const query = table.axes.map(({ variable, level }, index) => `${index ? 'columns' : 'rows'}=${variable}@${level}`).join('&')
      const json = await ask(server.get, `${ADDRESS}?${query}&slice=${table.slice}`)
      const csv = await ask(server.get, `${ADDRESS}?${query}&slice=${table.slice}&format=csv`)
      const names = [...json.headers]
        .map(([name, value]) => `${name}:${value.length}`)
        .sort()
        .join()
      const stat = (await json.json()) as { value: (number | null)[]; status: Record<string, string> }
      const rows = (await csv.text()).trim().split('\r\n').slice(1)
      table.cells.forEach((cell, index) => {
        if (cell.status !== 'withheld') return
        const width = table.axes[1]?.lines.length ?? 1
        const lines = [table.axes[0].lines[Math.floor(index / width)]!, ...(table.axes[1] ? [table.axes[1].lines[index % width]!] : [])]
        const codes = lines.map(({ code }) => code)
        const cases = truth.get(`${table.slice} ${table.id} ${codes.join(' ')}`)
        if (cases === undefined) throw new Error('a cell without truth')
        const fields = rows[index]!.slice(codes.join(',').length + 1).split(',')
        observations.push({
          group: groupOf(plainNumber(cases)),
          features: [
            `${json.status} ${names}`,
            JSON.stringify(stat.value[index]),
            String(stat.status[index]),
            fields.slice(0, 2).join(),
            Object.keys(cell).join(),
          ],
        })
      })
    }
    expect(new Set(observations.map(({ group }) => group)).size).toBe(3)
    const { accuracy, chance, error } = classifier(observations)
    const passes = accuracy <= chance + 3 * error
    scores.add({
      attack: 'refusal oracle',
      on: `${observations.length} withheld cells`,
      score: accuracy,
      mark: `<= ${(chance + 3 * error).toFixed(4)}`,
      passes,
    })
    expect(passes).toBe(true)
    // One token, in one spelling, for all of them.
    for (const at of [1, 2, 3, 4]) expect(new Set(observations.map(({ features }) => features[at])).size).toBe(1)
  })

  it('answers a table that is not released like one that does not exist', async () => {
    const answers = new Set<string>()
    for (const path of [
      `${ADDRESS}?rows=step_actor@group5&columns=step_outcome@list&slice=2026-1&lang=ja&format=json-stat`,
      '/api/v1/editions/2026-2/tables?rows=gender@list&slice=2026-2&lang=ja&format=json-stat',
      '/api/v1/editions/2031-7/tables?rows=gender@list&slice=2031-7&lang=ja&format=json-stat',
    ]) {
      const response = await server.get(path)
      const { status } = response
      const headers = [...response.headers].filter(([name]) => name !== 'x-request-id').sort()
      answers.add(JSON.stringify([status, headers, await response.text()]))
    }
    expect(answers.size).toBe(1)
  })
})
