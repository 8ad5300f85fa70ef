/** Reading partner files: rows come out as they were written, whatever the size of a block, and errors name a place and no content. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { atomicFile } from '../../server/runtime/files/atomic.ts'
import { csvRows } from '../../server/runtime/files/csv.ts'
import { Refusal } from '../../server/runtime/terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'csv-'))
afterAll(() => rmSync(folder, { recursive: true }))
const path = join(folder, 'file.csv')
const read = (bytes: string | Uint8Array, nameOf: (column: number) => string | null = () => null) => {
  writeFileSync(path, bytes)
  return [...csvRows(path, nameOf)]
}
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const refusal = (bytes: string | Uint8Array, nameOf?: (column: number) => string | null) => {
  try {
    read(bytes, nameOf)
  } catch (error) {
    if (error instanceof Refusal) return `${error.slug}: ${error.message}`
    throw error
  }
  return 'accepted'
}

describe('rows of a CSV file', () => {
  it('reads quotation marks, line breaks in cells, a mark at the start, and Windows line ends', () => {
    expect(read('\uFEFFa,b\r\n1,"two, ""three""\nfour"\r\n\r\n5,6')).toEqual([
      { cells: ['a', 'b'], row: 1 },
      { cells: ['1', 'two, "three"\nfour'], row: 2 },
      { cells: ['5', '6'], row: 4 },
    ])
    expect(read('')).toEqual([])
  })

  it('gives back any table that was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', '愛', '😀'), maxLength: 6 })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(table, (rows) => {
        expect(read(rows.map((cells) => cells.map(quoted).join(',')).join('\n')).map(({ cells }) => cells)).toEqual(rows)
      }),
    )
  })

  it('reads across blocks of a megabyte', () => {
    const rows = Array.from({ length: 60000 }, (_, index) => [String(index), `愛知, "${'x'.repeat(index % 40)}"\n`])
    const found = read(rows.map((cells) => cells.map(quoted).join(',')).join('\n'))
    expect(found.length).toBe(60000)
    expect(found.at(-1)).toEqual({ cells: rows.at(-1), row: 60000 })
  })

  it('names row and column of bytes that are not UTF-8, and none of them', () => {
    const bytes = Buffer.concat([Buffer.from('gender,citizenship\nwoman,TH\nwoman,"'), Buffer.from('Perú', 'latin1'), Buffer.from('"\n')])
    const said = refusal(bytes, (column) => (column === 2 ? 'citizenship' : null))
    expect(said).toMatch(/^not-utf-8: row 3, column 2 \(citizenship\)/)
    expect(said).not.toMatch(/Per/)
  })

  it('names the row of an unclosed quotation mark', () => {
    expect(refusal('a,b\n1,2\n3,"four\n5,6\n')).toMatch(/^unclosed-quote: row 3/)
  })
})

describe('a file that is whole or not there', () => {
  it('appears on commit, and leaves nothing when it is discarded', () => {
    const place = join(folder, 'out', '..', 'out.ndjson')
    const first = atomicFile(place)
    first.write('one\n')
    expect(readdirSync(folder)).not.toContain('out.ndjson')
    first.commit()
    first.discard()
    expect(readFileSync(place, 'utf8')).toBe('one\n')
    const second = atomicFile(place)
    second.write('two\n'.repeat(100000))
    second.discard()
    expect(readFileSync(place, 'utf8')).toBe('one\n')
    expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([])
  })
})
