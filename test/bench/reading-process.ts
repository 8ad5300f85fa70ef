/** Reads one file in one way, in a process of its own, and prints what it cost as JSON: `reading-process.ts WAY FILE`. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Inflate } from 'fflate'
import Papa from 'papaparse'
import { openFile } from '../../survey-schema/partner-files/open-file.ts'
import { zipParts } from '../../survey-schema/partner-files/workbooks/zip.ts'
import { measure } from './measure.ts'

function* bytesOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  const piece = new Uint8Array(1 << 20)
  for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) yield piece.slice(0, read)
  closeSync(file)
}

const papa = (path: string, row: (cells: string[]) => void) =>
  Papa.parse(readFileSync(path, 'utf8'), { step: ({ data }: { data: string[] }) => row(data) } as never)

const WAYS: Readonly<Record<string, (path: string) => number | Promise<number>>> = {
  async ours(path) {
    const file = await openFile(path.endsWith('.xlsx') ? readFileSync(path) : () => bytesOf(path), path)
    let rows = 0
    for (const _ of file.rows()) rows++
    return rows
  },
  papaparse(path) {
    let rows = 0
    papa(path, () => rows++)
    return rows
  },
  insert(path) {
    const db = new Database(`${path}.sqlite`)
    db.pragma('journal_mode = WAL')
    db.exec(`create table plain (${Array.from({ length: 12 }, (_, at) => `c${at} text`).join(', ')})`)
    const insert = db.prepare(`insert into plain values (${Array.from({ length: 12 }, () => '?').join(', ')})`)
    let rows = 0
    db.exec('begin')
    papa(path, (cells) => {
      if (cells.length !== 12) return
      insert.run(...cells)
      rows++
    })
    db.exec('commit')
    db.close()
    return rows
  },
  unzip(path) {
    let pieces = 0
    for (const part of zipParts(readFileSync(path)).values()) {
      if (part.method === 0) continue
      const inflate = new Inflate(() => pieces++)
      for (let at = 0; at < part.packed.length; at += 1 << 14)
        inflate.push(part.packed.subarray(at, at + (1 << 14)), at + (1 << 14) >= part.packed.length)
    }
    return pieces
  },
}

const [way = '', path = ''] = process.argv.slice(2)
const { wall, cpu, result } = await measure(async () => (WAYS[way] as (path: string) => number | Promise<number>)(path))
console.log(JSON.stringify({ wall, cpu, rows: result, memory: process.resourceUsage().maxRSS / 1024 }))
