/** `perturb`: a worked example of the cell-key method, from records whose keys are given. For checking; our own keys are never in a file. */
import Papa from 'papaparse'
import { Misuse, Refusal } from '../../runtime/refusal.ts'
import type { CommandFile } from '../command.ts'
import { defineCommand } from '../command.ts'
import { delimitedRows } from '../files/delimited.ts'
import { type NoiseTable, readNoiseTable } from '../files/noise-table.ts'
import { type RecordKeys, recordKeys } from '../files/record-keys.ts'
import { wholeNumber } from '../options.ts'

interface Options {
  readonly records: string
  readonly keys: string
  readonly by: string
  readonly table: string
  readonly columns?: string
  readonly delimiter?: string
  readonly modulus?: number
  readonly withholdUnder: number
  readonly format: string
}

/** All margins double with every variable. */
const MOST_VARIABLES = 8
const TOTAL = 'Total'

export const register: CommandFile['register'] = (command) => {
  defineCommand<Options>(command, {
    options: (one) =>
      one
        .requiredOption('--records <file>', 'one record a row, with comma, semicolon or tab')
        .requiredOption('--keys <column>', 'column of the record keys: decimals from 0 to below 1, or see --modulus')
        .requiredOption('--by <columns>', 'columns to count by, joined by commas')
        .requiredOption('--table <file>', 'perturbation table: columns i, v, p_int_ub; or pcv, ckey, pvalue for whole keys')
        .option('--columns <names>', 'names of the columns of a file without a heading; positions from 1 need none')
        .option('--delimiter <character>', 'what stands between cells, if it cannot be seen from the first row')
        .option('--modulus <number>', 'the keys are whole numbers below this', wholeNumber('--modulus', 2, 999_999_999_999))
        .option('--withhold-under <cases>', 'a count below this is printed as NA', wholeNumber('--withhold-under', 0, 1000), 0)
        .option('--format <format>', 'csv or json', 'csv'),
    run({ terminal, options }) {
      if (options.format !== 'csv' && options.format !== 'json') throw new Misuse('--format must be csv or json')
      const by = options.by.split(',')
      if (by.length > MOST_VARIABLES || new Set(by).size < by.length)
        throw new Misuse(`--by takes up to ${MOST_VARIABLES} different columns`)
      const table = readNoiseTable(options.table)
      if (table.whole !== (options.modulus !== undefined))
        throw new Misuse('whole keys need --modulus and a table by key, decimals need neither')
      const { columns, rows, firstRow } = readRecords(options, [...by, options.keys])
      const keys = recordKeys(
        columns.get(options.keys)!.map((text) => text.trim()),
        options.modulus ?? null,
        firstRow,
      )
      const lines = perturbed(
        by.map((name) => columns.get(name)!),
        keys,
        table,
        options.withholdUnder,
      )
      const fields = [...by, 'n', 'cellkey', 'pert', 'published']
      const objects = lines.map((line) => Object.fromEntries(fields.map((field, index) => [field, line[index]!])))
      terminal.result(
        { records: rows, cells: objects },
        options.format === 'csv'
          ? Papa.unparse({ fields, data: lines }, { newline: '\n', escapeFormulae: false })
          : JSON.stringify(objects, null, 2),
      )
    },
  })
}

/** The columns asked for. A file whose first row names them has a heading; one without is told by --columns, or asked by position. */
function readRecords({ records, columns, delimiter }: Options, asked: readonly string[]) {
  const all = delimitedRows(records, delimiter)
  const width = all[0]?.length ?? 0
  const positions = Array.from({ length: width }, (_, index) => String(index + 1))
  const heading = (all[0] ?? []).map((name) => name.trim())
  const headed = columns === undefined && asked.every((name) => heading.includes(name))
  const names = columns?.split(',') ?? (headed ? heading : positions)
  if (names.length !== width) throw new Misuse(`--columns names ${names.length} columns; the file has ${width}`)
  const rows = headed ? all.slice(1) : all
  const found = asked.map((name): [string, string[]] => {
    const at = names.indexOf(name)
    if (at < 0)
      throw new Refusal(
        'missing-column',
        'the file has no column of one of the names given with --keys and --by; without a heading, say --columns',
      )
    return [name, rows.map((cells) => cells[at]!)]
  })
  return { columns: new Map(found), rows: rows.length, firstRow: headed ? 2 : 1 }
}

/** One line for each combination of values and totals, totals first; combinations that no record has are counted 0. */
function perturbed(columns: readonly (readonly string[])[], keys: RecordKeys, table: NoiseTable, withholdUnder: number) {
  const values = columns.map((column) => [TOTAL, ...[...new Set(column)].sort(asNumbersFirst)])
  const sizes = values.map((list) => list.length)
  const cells = sizes.reduce((product, size) => product * size, 1)
  if (cells > 5_000_000) throw new Refusal('too-many-cells', 'these columns have too many values to count by')
  const cases = new Float64Array(cells)
  const sums = new Float64Array(cells)
  const codes = columns.map((column, axis) => {
    const place = new Map(values[axis]!.map((value, index) => [value, index]))
    return column.map((value) => place.get(value)!)
  })
  const add = (axis: number, cell: number, record: number): void => {
    if (axis === codes.length) {
      cases[cell]!++
      sums[cell] = (sums[cell]! + keys.keys[record]!) % keys.modulus
      return
    }
    add(axis + 1, cell * sizes[axis]!, record)
    add(axis + 1, cell * sizes[axis]! + codes[axis]![record]!, record)
  }
  for (let record = 0; record < keys.keys.length; record++) add(0, 0, record)
  return Array.from(cases, (n, cell): (string | number)[] => {
    const key = sums[cell]!
    const noise = n === 0 ? 0 : table.noise(n, table.whole ? key : key / keys.modulus)
    return [...labels(cell, values), n, keys.written(key), noise ?? 'NA', noise === null || n < withholdUnder ? 'NA' : n + noise]
  })
}

function labels(cell: number, values: readonly (readonly string[])[]): string[] {
  const found: string[] = []
  let rest = cell
  for (const list of values.toReversed()) {
    found.unshift(list[rest % list.length]!)
    rest = Math.floor(rest / list.length)
  }
  return found
}

function asNumbersFirst(a: string, b: string): number {
  const [left, right] = [Number(a), Number(b)]
  if (!Number.isNaN(left) && !Number.isNaN(right) && left !== right) return left - right
  return a < b ? -1 : a > b ? 1 : 0
}
