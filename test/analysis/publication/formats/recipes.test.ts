/** The lines that read a table in R and in Python, run by both where they are installed. */
import { execFile, spawnSync } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvText } from '../../../../analysis/publication/formats/data/csv-text.ts'
import { csvFigure } from '../../../../analysis/publication/formats/data/missing-tokens.ts'
import { pandasRecipe, rRecipe } from '../../../../analysis/publication/formats/data/recipes.ts'
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'

const CELLS: readonly (readonly [code: string, ReleasedCell])[] = [
  ['TH', { status: 'shown', figure: 426 }],
  ['NA', { status: 'withheld' }],
  ['rest', { status: 'not_applicable' }],
]

describe('one line', () => {
  const csv = csvText([['citizenship', 'cases', 'status'], ...CELLS.map(([code, cell]) => [code, csvFigure(cell), cell.status])])
  let server: Server
  let address = ''
  beforeAll(async () => {
    server = createServer((_, response) => response.setHeader('Content-Type', 'text/csv').end(csv))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/editions/e/tables/citizenship@country.csv`
  })
  afterAll(() => server.close())
  const works = (program: string, args: readonly string[]) => spawnSync(program, args).status === 0
  const python = ['python3', '/usr/bin/python3'].find((program) => works(program, ['-c', 'import pandas']))
  const r = works('Rscript', ['--version']) ? 'Rscript' : undefined

  it.each([
    [
      'R',
      r,
      ['-e'],
      () => `cases <- ${rRecipe(address)}\ncat(sum(cases$cases, na.rm = TRUE), is.na(cases$cases), cases$citizenship)`,
      '426 FALSE TRUE TRUE TH NA rest',
    ],
    [
      'Python',
      python,
      ['-c'],
      () => `import pandas\ncases = ${pandasRecipe(address)}\nprint(int(cases.cases.sum()), *cases.cases.isna(), *cases.citizenship)`,
      '426 False True True TH NA rest',
    ],
  ] as const)('P88 reads a withheld figure as missing in %s, and Namibia as NA', async (_, program, option, script, expected) => {
    if (!program) return expect(program).toBeUndefined()
    // Not awaited in step: the server answers in this process while the program runs.
    const said = await new Promise<string>((resolve, reject) =>
      execFile(program, [...option, script()], (error, out) => (error ? reject(error) : resolve(out))),
    )
    expect(said.trim().split('\n').at(-1)).toBe(expected)
  })
})
