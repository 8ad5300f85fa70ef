/** What DuckDB, the JSON-stat toolkit, PSPP and the R package haven read in the data files, and what the official schemas say of them. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import Ajv4 from 'ajv-draft-04'
import { strFromU8 } from 'fflate'
import JSONstat from 'jsonstat-toolkit'
import Papa from 'papaparse'
import type { Long } from '../../support/printed.ts'

type Files = Readonly<Record<string, Uint8Array>>
type Found = Long['records']

/** Codes of each record, and its figure or status, as somebody else's reader finds them. */
export type Reader = (id: string) => Promise<Found> | Found

export const agrees = (found: Found, { records }: Long): boolean =>
  found.length === records.length &&
  records.every(({ codes, value }, at) => found[at]?.value === value && found[at].codes.join() === codes.join())

/** Columns of a long table: code, Japanese and English name of each dimension; then the figure, and its status. @param tokens what stands where there is no figure */
function fromLong(names: readonly string[], rows: readonly (readonly unknown[])[], tokens: Readonly<Record<string, string | null>>): Found {
  const at = names.indexOf('cases')
  return rows.map((row) => {
    const [cases, status] = [row[at], String(row[at + 1])]
    const silent = ['withheld', 'not_applicable', 'text'].includes(status)
    const right = cases === tokens[status]
    return {
      codes: Array.from({ length: at / 3 }, (_, dimension) => String(row[3 * dimension])),
      value: silent ? (right ? status : `${status} as ${cases}`) : String(cases ?? 'nothing'),
    }
  })
}

const TOKENS = {
  csv: { withheld: 'x', not_applicable: '.', text: '.' },
  parquet: { withheld: null, not_applicable: null, text: null },
} as const

/** Through DuckDB, which reads the file by itself. */
export async function duckDb(folder: string) {
  const place = join(folder, 'duckdb')
  mkdirSync(place, { recursive: true })
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const reading = (ending: 'csv' | 'parquet', files: Files, name: (id: string) => string): Reader => {
    const path = join(place, `one.${ending}`)
    const from = ending === 'csv' ? `read_csv('${path}', header = true, all_varchar = true)` : `read_parquet('${path}')`
    return async (id) => {
      writeFileSync(path, files[name(id)]!)
      const read = await connection.runAndReadAll(`SELECT * FROM ${from}`)
      return fromLong(read.columnNames(), read.getRows(), TOKENS[ending])
    }
  }
  return { reading, close: () => connection.closeSync() }
}

const MISSING: Readonly<Record<string, string>> = { '-9999999': 'withheld', '-9999998': 'not_applicable', '-9999997': 'text' }

/** Through PSPP; a file that it reads with a complaint is not read. */
export function pspp(folder: string, files: Files): Reader {
  const place = join(folder, 'spss')
  mkdirSync(place, { recursive: true })
  return (id) => {
    const [from, into] = [join(place, 'one.sav'), join(place, 'one.csv')]
    writeFileSync(from, files[`${id}.sav`]!)
    if (execFileSync('pspp-convert', [from, into], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }) !== '') return []
    const [names = [], ...rows] = Papa.parse(readFileSync(into, 'utf8').trim(), {}).data
    const codes = names.flatMap((name, at) => (name.endsWith('_code') ? [at] : []))
    const cases = names.indexOf('cases')
    return rows.map((row) => {
      const value = MISSING[row[cases]!] ?? row[cases]!
      const status = row[cases + 1]!
      const same = value === status || !['withheld', 'not_applicable', 'text'].includes(status)
      return { codes: codes.map((at) => row[at]!), value: same ? value : `${status} as ${value}` }
    })
  }
}

const TAGGED: Readonly<Record<string, string>> = { '.a': 'withheld', '.b': 'not_applicable', '.c': 'text' }

/** One process for all files: each dataset as a CSV of its codes, its figures with the tag of a missing one, and its statuses. */
const HAVEN = `
suppressMessages(library(haven))
for (file in commandArgs(trailingOnly = TRUE)) {
  data <- read_dta(file)
  codes <- data[grepl("_code$", names(data))]
  tag <- na_tag(data$cases)
  if (any(is.na(data$cases) != !is.na(tag))) stop("a missing value without a reason")
  data$cases <- ifelse(is.na(tag), format(as.numeric(data$cases), scientific = FALSE, trim = TRUE), paste0(".", tag))
  write.csv(cbind(codes, data[c("cases", "status")]), paste0(file, ".csv"), row.names = FALSE, fileEncoding = "UTF-8")
}`

/** Through haven, which has the reader of Stata datasets that most users of R and Python meet (ReadStat). */
export function haven(folder: string, files: Files): Reader {
  const place = join(folder, 'stata')
  mkdirSync(place, { recursive: true })
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(place, name)
    writeFileSync(path, bytes)
    return path
  })
  execFileSync('Rscript', ['-e', HAVEN, ...paths], { stdio: ['ignore', 'ignore', 'pipe'] })
  return (id) => {
    const [names = [], ...rows] = Papa.parse(readFileSync(join(place, `${id}.dta.csv`), 'utf8').trim(), {}).data
    const at = names.indexOf('cases')
    return rows.map((row) => {
      const [value, status] = [TAGGED[row[at]!] ?? row[at]!, row[at + 1]!]
      const same = value === status || !Object.values(TAGGED).includes(status)
      return { codes: row.slice(0, at), value: same ? value : `${status} as ${value}` }
    })
  }
}

/** Through the toolkit of the format's author. */
export const jsonStat =
  (files: Files, language: 'ja' | 'en'): Reader =>
  (id) => {
    const given = JSON.parse(strFromU8(files[`${language}/${id}.json`]!)) as { status?: Record<string, string> }
    const dataset = JSONstat(given)
    // A table without lines is no dataset to the toolkit.
    if ((dataset.id as readonly string[] | null) === null) return []
    const codes = dataset.id.map((name) => dataset.Dimension(name).id)
    // A tree is no product of its steps: its dataset has one dimension of paths.
    const paths = codes.length === 1 && codes[0]!.some((code) => code.includes('>'))
    return dataset.value.map((value, at) => {
      let left = at
      const found = codes.map((all, place) => {
        const size = codes.slice(place + 1).reduce((product, { length }) => product * length, 1)
        const code = all[Math.floor(left / size)]!
        left %= size
        return code
      })
      const steps = paths ? [...found[0]!.split('>'), 'total', 'total'].slice(0, 3) : found
      const status = given.status?.[at]
      const silent = status === 'withheld' || status === 'not_applicable' || status === 'text'
      return { codes: steps, value: value === null ? (status ?? 'nothing') : silent ? `${status} as ${value}` : String(value) }
    })
  }

/** Datasets that the official schema refuses; null where the data folder has no schema. */
export function refusedByJsonStat(data: string, files: Files): readonly string[] | null {
  const path = join(data, 'schemas/json-stat/jsonstat.schema.json')
  if (!existsSync(path)) return null
  const judge = new Ajv4.default({ strict: false, unicodeRegExp: false, validateFormats: false, logger: false })
  const valid = judge.compile(JSON.parse(readFileSync(path, 'utf8')) as object)
  return Object.entries(files).flatMap(([name, bytes]) => (valid(JSON.parse(strFromU8(bytes))) ? [] : [name]))
}
