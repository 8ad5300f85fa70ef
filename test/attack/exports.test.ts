/** The attacker looks for figures in files that no table shows. */
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

/** Every number anywhere in a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(numbersIn)
}

describe('files', () => {
  it('hold no figure that is not in the bundle, cell for cell', async () => {
    let [files, figures, strange] = [0, 0, 0]
    const step = SOAK ? 1 : 9
    for (const table of server.bundle.tables.filter((_, index) => index % step === 0)) {
      const query = table.axes.map(({ variable, level }, index) => `${index ? 'columns' : 'rows'}=${variable}@${level}`).join('&')
      const shown = table.cells.map((cell) => ('figure' in cell ? cell.figure : null))
      const json = (await (await ask(server.get, `${ADDRESS}?${query}&slice=${table.slice}`)).json()) as Record<string, unknown>
      const { value, size, ...rest } = json
      expect(value, table.id).toEqual(shown)
      expect(size).toEqual(table.axes.map(({ lines }) => lines.length))
      strange += numbersIn(rest).length
      const text = await (await ask(server.get, `${ADDRESS}?${query}&slice=${table.slice}&format=csv`)).text()
      const [fields, ...lines] = Papa.parse(text.trim(), {}).data
      const data = lines.map((line) => new Map(line.map((value, at) => [fields![at]!, value])))
      expect(
        data.map((row) => (/^\d+$/.test(row.get('cases')!) ? Number(row.get('cases')) : null)),
        table.id,
      ).toEqual(shown)
      expect(data.every((row, index) => shown[index] !== null || ['x', '.'].includes(row.get('cases')!))).toBe(true)
      // Beside the figures a file holds codes, labels and where it comes from: every word of them stands in the released table.
      const words = new Set(table.axes.flatMap(({ lines }) => lines.flatMap(({ code, en, ja }) => [code, en, ja])))
      const others = fields!.filter((field) => !['cases', 'status', 'slice', 'policy', 'fictional'].includes(field))
      for (const row of data) for (const field of others) if (!words.has(row.get(field)!.replace(/^'/, ''))) strange++
      files += 2
      figures += 2 * shown.length
    }
    scores.add({
      attack: 'exports',
      on: `${files} files, ${figures} cells`,
      score: strange,
      mark: '0 figures from elsewhere',
      passes: strange === 0,
    })
    expect(strange).toBe(0)
  })

  it('are the same byte for byte when they are asked for again', async () => {
    for (const format of ['csv', 'json-stat']) {
      const path = `${ADDRESS}?rows=citizenship@country&format=${format}`
      expect(await (await ask(server.get, path)).text()).toBe(await (await ask(server.get, path)).text())
    }
  })
})
