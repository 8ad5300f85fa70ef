/** A file in parts: rows a second with checks and seals, the memory of the server, and the wait of the commit; beside a plain insert in the same run. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import Papa from 'papaparse'
import { importParts } from '../../server/cli/import-parts.ts'
import { population } from '../../server/demo/population/index.ts'
import { loadIdentifierDetector } from '../../survey-schema/identifiers/detect.ts'
import { scanRows } from '../../survey-schema/partner-files/scan.ts'
import { networkOfBefore } from '../support/network-of-before.ts'
import { PROGRAM } from '../support/program.ts'
import { prepared } from './intake.ts'
import { measure, ratio } from './measure.ts'
import { serverProcess } from './server-process.ts'

/** Submissions that are repeated, each time under another case reference. */
const DIFFERENT = 2000

export async function benchImport(sizes: readonly number[], print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jnatip-bench-import-'))
  const cases = population({ cases: DIFFERENT, seed: 17 }).cases.map(({ submission }) => submission)
  const peaks: number[] = []
  try {
    for (const rows of sizes) {
      const data = join(folder, `server-${rows}`)
      const { key } = prepared(networkOfBefore(data), join(folder, `keys-${rows}`))
      const server = await serverProcess(PROGRAM, 'serve', '--data', data, '--port', '0', '--json')
      let peak = 0
      function* sent() {
        for (let row = 0; row < rows; row++) {
          const one = cases[row % DIFFERENT] as (typeof cases)[number]
          yield { row: row + 1, submission: { ...one, answers: { ...one.answers, partner_case_key: `row-${row}` } } }
        }
      }
      const before = server.cpu() ?? 0
      let arrived = 0
      const start = performance.now()
      await importParts({
        url: server.url,
        key,
        name: `bench-${rows}`,
        rows,
        existing: 'refuse',
        runningKeys: false,
        sent,
        receipts: null,
        onRows: (done) => {
          peak = Math.max(peak, server.memory() ?? 0)
          if (done === rows) arrived = performance.now()
        },
      })
      const end = performance.now()
      const cpu = ((server.cpu() ?? 0) - before) / rows
      const peer = inserted(rows, cases, join(folder, `peer-${rows}.sqlite`))
      await server.stop()
      const rate = (rows / (end - start)) * 1000
      peaks.push(peak)
      print(
        `import: ${rows.toLocaleString('en')} rows in parts ${Math.round(rate)} rows/s, ${cpu.toFixed(2)} ms CPU a row, commit ${Math.round(end - arrived)} ms, ${Math.round(peak)} MB`,
      )
      print(`  peer: PapaParse + prepared insert, no check, no seal ${Math.round(peer)} rows/s; ratio peer / ours ${ratio(peer, rate)}`)
    }
    const [small = 0, large = 0] = [peaks[0], peaks.at(-1)]
    print(`  memory of the server, largest file against smallest: ${(large / small).toFixed(2)} (goal 1.2)`)
    await scanned(cases, print)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Cases = ReturnType<typeof population>['cases'][number]['submission'][]

/** A table of as many columns as there are answers, as CSV. */
function csvOf(rows: number, cases: Cases): { readonly text: string; readonly columns: readonly string[] } {
  const columns = [...new Set(cases.flatMap((one) => Object.keys(one.answers)))]
  const lines = Array.from({ length: Math.min(rows, DIFFERENT) }, (_, row) =>
    columns.map((column) => JSON.stringify(String((cases[row] as Cases[number]).answers[column] ?? ''))).join(','),
  )
  return { text: [columns.join(','), ...Array.from({ length: rows }, (_, row) => lines[row % lines.length])].join('\n'), columns }
}

function inserted(rows: number, cases: Cases, path: string): number {
  const { text, columns } = csvOf(rows, cases)
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(`create table plain (${columns.map((column) => `"${column}" text`).join(', ')})`)
  const insert = db.prepare(`insert into plain values (${columns.map(() => '?').join(', ')})`)
  const { wall } = measure(() => {
    db.exec('begin')
    const parsed = Papa.parse(text, { header: false })
    for (const row of parsed.data.slice(1)) insert.run(...row)
    db.exec('commit')
  })
  db.close()
  return (rows / wall) * 1000
}

async function scanned(cases: Cases, print: (line: string) => void): Promise<void> {
  const detector = await loadIdentifierDetector()
  const { text } = csvOf(DIFFERENT, cases)
  const { data } = Papa.parse(text, { header: false })
  const { wall } = measure(() => {
    let found = 0
    for (const _ of scanRows(
      data.map((cells, row) => ({ cells, row: row + 1 })),
      detector,
    ))
      found++
    return found
  })
  print(`identifier detection: ${(text.length / 1e6 / (wall / 1000)).toFixed(1)} MB/s over a table of ${DIFFERENT} rows`)
}
