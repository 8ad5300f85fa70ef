/** Published tables and worked examples of others, through our own commands: every table that can be made again, cell for cell. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { Checks } from './checks.ts'
import type { Processes } from './processes.ts'

const NEAR = 1e-6

/** Checks what stands under `vectors/` of the data folder; what is not there is not checked. */
export async function checkVectors(to: Checks, all: Processes, data: string): Promise<void> {
  const cellKey = (name: string) => join(data, 'vectors/cellkey', name)
  const suppression = (name: string) => join(data, 'vectors/suppression', `${name}.json`)
  if (existsSync(cellKey('.'))) {
    await perturbationTables(to, all, cellKey)
    await workedExamples(to, all, cellKey)
  }
  if (!existsSync(suppression('gauss-t1'))) return
  for (const name of ['gauss-t1', 'gauss-t2', 'sdctable-frozen-cell', 'sdctable-frozen-cell-fixed'])
    await suppressed(to, all, name, suppression(name))
}

async function perturbationTables(to: Checks, all: Processes, file: (name: string) => string) {
  for (const [name, ...options] of [
    ['ptable_D5V3js2.csv', '--d', '5', '--v', '3', '--js', '2'],
    ['ptable_pt_ex_cnts.csv', '--d', '2', '--v', '1.05', '--js', '1', '--no-mono'],
    ['tauargus_magn_ptab_freq_D5V3js2.csv', '--d', '5', '--v', '3', '--js', '2', '--pstay', '0.5'],
  ] as const) {
    const { stdout, code } = await all.run('perturbation-table', ...options, '--format', 'csv')
    const [made, given] = [rows(stdout), rows(readFileSync(file(name), 'utf8'))]
    const off = given.map((line, index) =>
      Math.max(...['i', 'j', 'p', 'v', 'p_int_ub'].map((column) => Math.abs(Number(line[column]) - Number(made[index]?.[column])))),
    )
    const worst = Math.max(...off)
    to.holds(`perturbation table as ${name}`, code === 0 && made.length === given.length && worst < NEAR, `largest difference ${worst}`)
  }
  const { code, stderr } = await all.run('perturbation-table', '--d', '4', '--v', '2', '--js', '2', '--format', 'csv')
  to.holds('a table that cannot be made is refused by row', code === 1 && /true count \d/.test(stderr), stderr.trim())
}

async function workedExamples(to: Checks, all: Processes, file: (name: string) => string) {
  const first = await all.run(
    ...['perturb', '--records', file('tauargus_micro_4580_keys.csv'), '--columns', 'sex,age,highincome,savings,weight,recordkey'],
    ...['--keys', 'recordkey', '--by', 'sex,age', '--table', file('tauargus_magn_ptab_freq_D5V3js2.csv'), '--format', 'csv'],
  )
  const total = (value: string | undefined) => (value === 'T' ? 'Total' : value)
  const expected = rows(readFileSync(file('tauargus_expected_sex_age.csv'), 'utf8'))
  to.equal(
    'sex by age of 4,580 records, all margins',
    cellsOf(rows(first.stdout), ['sex', 'age', 'n', 'cellkey', 'pert', 'published']),
    cellsOf(
      expected.map((line) => ({ ...line, sex: total(line.sex) ?? '', age: total(line.age) ?? '' })),
      ['sex', 'age', 'n', 'cellkey', 'pert', 'published'],
    ),
  )
  const second = await all.run(
    ...['perturb', '--records', file('ons_micro.csv'), '--keys', 'record_key', '--modulus', '256', '--by', 'var1,var5,var8'],
    ...['--table', file('ons_ptable_10_5_sample.csv'), '--withhold-under', '10', '--format', 'csv'],
  )
  const inner = rows(second.stdout).filter((line) => ![line.var1, line.var5, line.var8].includes('Total'))
  to.equal(
    'three variables of 1,000 records with whole keys, inner cells',
    cellsOf(inner, ['var1', 'var5', 'var8', 'n', 'cellkey', 'pert', 'published']),
    cellsOf(rows(readFileSync(file('ons_expected_var1_var5_var8.csv'), 'utf8')), [
      'var1',
      'var5',
      'var8',
      'pre_sdc_count',
      'ckey',
      'pvalue',
      'count',
    ]),
  )
}

interface Vector {
  readonly expectedIntervals: Readonly<Record<string, { readonly lp: readonly [number, number] }>>
  readonly expectedExactlyRecovered?: readonly string[]
}

async function suppressed(to: Checks, all: Processes, name: string, path: string) {
  const { expectedIntervals, expectedExactlyRecovered = [] } = JSON.parse(readFileSync(path, 'utf8')) as Vector
  const { stdout } = await all.run('audit', '--tables', path, '--json')
  const { cells, exact } = JSON.parse(stdout) as { cells: { id: string; lower: number; upper: number }[]; exact: string[] }
  const worst = Math.max(
    ...cells.map(({ id, lower, upper }) => {
      const [least, most] = expectedIntervals[id]?.lp ?? [Number.NaN, Number.NaN]
      return Math.max(Math.abs(lower - least), Math.abs(upper - most))
    }),
  )
  const complete = cells.length === Object.keys(expectedIntervals).length
  to.holds(`${name}: bounds of every unpublished cell`, complete && worst < NEAR, `${cells.length} cells, largest difference ${worst}`)
  to.equal(`${name}: cells given away exactly`, exact, expectedExactlyRecovered)
}

const rows = (text: string) => {
  const [heading = [], ...lines] = Papa.parse(text.trim(), { delimiter: text.slice(0, text.indexOf('\n')).includes(';') ? ';' : ',' }).data
  return lines.map((cells) => Object.fromEntries(heading.map((name, index) => [upperBound(name), cells[index] ?? ''])))
}

const upperBound = (name: string) => (name === 'p_ij_ub' ? 'p_int_ub' : name)

const cellsOf = (lines: readonly Readonly<Record<string, string>>[], columns: readonly string[]) =>
  lines.map((line) => columns.map((column) => line[column]).join(' ')).sort()
