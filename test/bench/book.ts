/** The whole book of a large edition, in a process of its own; one table in one format over HTTP; and the same tables written by Python beside ours. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { readBundle } from '../../analysis/disclosure/released/bundle.ts'
import { bookFiles } from '../../server/editors/book-files/book-files.ts'
import { checksum } from '../../server/sealing/checksum.ts'
import { bookOfBundle } from '../support/book-files.ts'
import { PROGRAM } from '../support/program.ts'
import { measure, ratio } from './measure.ts'
import { serverProcess } from './server-process.ts'
import { benchTables } from './tables.ts'

export async function benchBook(cases: number, print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jnatip-bench-book-'))
  const data = join(folder, 'data')
  try {
    const options = ['--cases', String(cases), '--json', '--no-open', '--no-book', '--port', '0', '--data', data]
    const server = await serverProcess(PROGRAM, 'demo', ...options)
    try {
      const bundle = join(data, readdirSync(data).find((name) => name.endsWith('.bundle.json'))!)
      await wholeBook(bundle, join(folder, 'book'), cases, print)
      await benchTables(server.url, print)
      await besidePython(bundle, folder, print)
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function wholeBook(bundle: string, out: string, cases: number, print: (line: string) => void) {
  const start = performance.now()
  const child = spawn(process.execPath, [PROGRAM, 'book', bundle, '--out', out], { stdio: 'ignore' })
  let [peak, cpu] = [0, 0]
  const proc = (file: string) => {
    try {
      return readFileSync(`/proc/${child.pid}/${file}`, 'utf8')
    } catch {
      return ''
    }
  }
  const timer = setInterval(() => {
    peak = Math.max(peak, Number(/^VmHWM:\s+(\d+) kB/m.exec(proc('status'))?.[1] ?? 0) / 1024)
    const fields = proc('stat')
      .replace(/^.*\) /, '')
      .split(' ')
    cpu = Math.max(cpu, (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100)
  }, 100)
  const code = await new Promise((done) => child.once('close', done))
  clearInterval(timer)
  const seconds = (performance.now() - start) / 1000
  const files = code === 0 ? readdirSync(out) : []
  const bytes = files.reduce((sum, name) => sum + statSync(join(out, name)).size, 0)
  print(
    `book: ${cases.toLocaleString('en')} cases, both languages, all formats, ${files.length} files of ${Math.round(bytes / 1e6)} MB in ${seconds.toFixed(1)} s (${cpu.toFixed(1)} s CPU), ${Math.round(peak)} MB; goals 60 s, 1,024 MB`,
  )
}

/** Writes rows that it is given, by its own writer of CSV, into one archive. Prints seconds. */
const PYTHON = `
import csv, io, json, sys, time, zipfile
tables = json.load(open(sys.argv[1], encoding='utf-8'))
start = time.perf_counter()
with zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
    for name, rows in tables.items():
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        archive.writestr(name, text.getvalue())
print(time.perf_counter() - start)
`

/** Only the writing is measured on both sides; the rows that Python writes are ours, ready made. */
async function besidePython(bundle: string, folder: string, print: (line: string) => void) {
  const book = bookOfBundle(readBundle(JSON.parse(readFileSync(bundle, 'utf8')), checksum))
  const [file] = bookFiles(book, ['ja', 'en'], ['csv'])
  await file!.make()
  const { wall, result } = await measure(() => file!.make())
  if (spawnSync('python3', ['--version']).status !== 0) return print('tables as CSV: no Python beside which to measure')
  const [rows, script] = [join(folder, 'rows.json'), join(folder, 'peer.py')]
  const tables = Object.entries(unzipSync(result)).filter(([name]) => name.endsWith('.csv'))
  writeFileSync(rows, JSON.stringify(Object.fromEntries(tables.map(([name, bytes]) => [name, Papa.parse(strFromU8(bytes), {}).data]))))
  writeFileSync(script, PYTHON)
  const { stdout } = spawnSync('python3', [script, rows, join(folder, 'peer.zip')], { encoding: 'utf8' })
  const theirs = Number(stdout) * 1000
  print(
    `tables as CSV, ${tables.length} files: ours ${Math.round(wall)} ms from released tables; peer: Python's csv and zipfile, rows ready made, ${Math.round(theirs)} ms; ratio peer / ours ${ratio(theirs, wall)}`,
  )
}
