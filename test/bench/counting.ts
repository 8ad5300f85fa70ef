/** One-way and two-way counts beside DuckDB: the same rows, the same questions, one run. Figures are ratios; nothing is asserted about time. */
import { DuckDBDataChunk, DuckDBInstance, UTINYINT } from '@duckdb/node-api'
import { countOne, countTwo } from '../../analysis/exact/histogram.ts'
import { chance } from '../../server/demo/population/random.ts'
import { measure, ratio, type Spent } from './measure.ts'

const COLUMNS = 40
const PAIRS = 100
/** Levels of a column: from yes/no to a list of countries. */
const SIZES = [2, 3, 4, 5, 7, 9, 12, 16, 24, 60]
const CHUNK = 2048

interface Column {
  readonly name: string
  readonly size: number
  readonly codes: Uint8Array
}

export async function benchCounting(rows: number, print: (line: string) => void): Promise<void> {
  const before = process.memoryUsage().arrayBuffers
  const columns = made(rows)
  const bytes = (process.memoryUsage().arrayBuffers - before) / (rows * COLUMNS)
  print(`counting: ${rows.toLocaleString('en')} rows x ${COLUMNS} columns, ${bytes.toFixed(2)} bytes a code (goal 1.2)`)

  const instance = await DuckDBInstance.create(':memory:')
  const database = await instance.connect()
  await database.run(`create table cases (${columns.map(({ name }) => `${name} utinyint`).join(', ')})`)
  const appender = await database.createAppender('cases')
  for (let from = 0; from < rows; from += CHUNK) {
    const to = Math.min(rows, from + CHUNK)
    const chunk = DuckDBDataChunk.create(
      columns.map(() => UTINYINT),
      to - from,
    )
    columns.forEach(({ codes }, index) => {
      chunk.setColumnValues(index, Array.from(codes.subarray(from, to)))
    })
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()

  const pairs = columns
    .flatMap((a, index) => columns.slice(index + 1).map((b) => [a, b] as const))
    .filter((_, index) => index % 7 === 0)
    .slice(0, PAIRS)
  const ask = async (query: string) => (await database.runAndReadAll(query)).getRowsJS() as [number, number, bigint][]

  // Both sides warm up on the questions they are asked, so that no side pays for compiling or first reads.
  for (const column of columns) countOne(column.codes, column.size)
  for (const [a, b] of pairs) countTwo(a.codes, a.size, b.codes, b.size)
  await ask('select a0, a1, count(*) from cases group by all')

  const ours = measure(() => columns.map((column) => countOne(column.codes, column.size)))
  const theirs = await measure(async () => {
    const found = []
    for (const { name } of columns) found.push(await ask(`select ${name}, 0, count(*) from cases group by all`))
    return found
  })
  ours.result.forEach((counts, index) => {
    agree([...counts], theirs.result[index] as [number, number, bigint][], 1, `one way ${index}`)
  })
  line(print, `one way, ${COLUMNS} tables`, ours, theirs)

  const oursTwo = measure(() => pairs.map(([a, b]) => countTwo(a.codes, a.size, b.codes, b.size)))
  const theirsTwo = await measure(async () => {
    const found = []
    for (const [a, b] of pairs) found.push(await ask(`select ${a.name}, ${b.name}, count(*) from cases group by all`))
    return found
  })
  oursTwo.result.forEach((counts, index) => {
    agree(
      [...counts],
      theirsTwo.result[index] as [number, number, bigint][],
      (pairs[index] as readonly [Column, Column])[1].size,
      `two way ${index}`,
    )
  })
  line(print, `two way, ${pairs.length} tables`, oursTwo, theirsTwo)
  database.closeSync()
}

function made(rows: number): Column[] {
  const dice = chance(40)
  return Array.from({ length: COLUMNS }, (_, index) => {
    const size = SIZES[index % SIZES.length] as number
    const codes = new Uint8Array(rows)
    // Skewed as answers are: low codes far more often than high ones.
    for (let row = 0; row < rows; row++) codes[row] = Math.floor(dice.next() ** 2 * size)
    return { name: `a${index}`, size, codes }
  })
}

/** Speed counts for nothing where the figures differ. */
function agree(counts: readonly number[], rows: readonly [number, number, bigint][], columns: number, what: string) {
  const theirs = new Array<number>(counts.length).fill(0)
  for (const [row, column, cases] of rows) theirs[columns === 1 ? row : row * columns + column] = Number(cases)
  if (theirs.some((cases, cell) => cases !== counts[cell])) throw new Error(`${what}: the two counters disagree`)
}

function line(print: (line: string) => void, what: string, ours: Spent, theirs: Spent) {
  print(
    `  ${what.padEnd(22)} ours ${ours.wall.toFixed(0)} ms wall, ${ours.cpu.toFixed(0)} ms CPU; DuckDB ${theirs.wall.toFixed(0)} wall, ${theirs.cpu.toFixed(0)} CPU; ratio DuckDB / ours ${ratio(theirs.wall, ours.wall)} wall, ${ratio(theirs.cpu, ours.cpu)} CPU`,
  )
}
