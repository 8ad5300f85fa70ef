/** Files read to their rows and nothing more: time and memory, each way in a process of its own, and time over size for hostile workbooks. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openWorkbook } from '../../survey-schema/partner-files/workbooks/workbook.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { HOSTILE_WORKBOOKS, hostileWorkbook } from '../support/hostile-workbooks.ts'
import { writeLargeCsv, writeLargeXlsx } from './large-files.ts'
import { measure, ratio } from './measure.ts'

const PROCESS = fileURLToPath(new URL('./reading-process.ts', import.meta.url))
const MEGABYTE = 1 << 20

interface Cost {
  /** Milliseconds, of the clock and of all processors. */
  readonly wall: number
  readonly cpu: number
  readonly rows: number
  /** Megabytes at most. */
  readonly memory: number
}

function cost(way: string, path: string): Cost {
  return JSON.parse(
    execFileSync(process.execPath, ['--max-semi-space-size=4', '--import', 'tsx', PROCESS, way, path], { encoding: 'utf8' }),
  ) as Cost
}

const told = ({ wall, cpu, memory }: Cost) => `${Math.round(wall)} ms, ${Math.round(cpu)} ms CPU, ${Math.round(memory)} MB`

export function benchReading(rows: number, print: (line: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'jnatip-bench-reading-'))
  try {
    for (const [ending, write, peers] of [
      ['csv', writeLargeCsv, ['papaparse', 'insert']],
      ['xlsx', writeLargeXlsx, ['unzip']],
    ] as const) {
      const path = join(folder, `cases.${ending}`)
      write(path, rows)
      const ours = cost('ours', path)
      print(`reading ${ending}: ${ours.rows.toLocaleString('en')} rows, ${told(ours)}`)
      for (const peer of peers) {
        const theirs = cost(peer, path)
        print(`  peer: ${PEERS[peer]} ${told(theirs)}; ratio ours / peer ${ratio(ours.cpu, theirs.cpu)}`)
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  for (const shape of Object.keys(HOSTILE_WORKBOOKS)) {
    const spent = [1, 2, 4].map((times) => {
      const bytes = hostileWorkbook(shape, times * MEGABYTE)
      return { bytes: bytes.length, ...measure(() => outcome(bytes)) }
    })
    const perMegabyte = spent.map(({ bytes, cpu }) => ((cpu / bytes) * MEGABYTE).toFixed(1)).join(', ')
    print(`hostile workbook, ${shape}: ${perMegabyte} ms CPU a MB at 1, 2 and 4 MB; ${spent.at(-1)?.result}`)
  }
}

const PEERS = { papaparse: 'PapaParse alone', insert: 'PapaParse + prepared insert', unzip: 'unpacking alone' } as const

function outcome(bytes: Uint8Array): string {
  try {
    const book = openWorkbook(bytes)
    let rows = 0
    for (const { position } of book.sheets.slice(0, 3)) for (const _ of book.rows(position)) rows++
    return `${rows} rows`
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return `refused: ${error.errors[0]?.rule}`
  }
}
