/** A file that is whole or not there. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { atomicFile } from '../../server/runtime/atomic-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'atomic-'))
afterAll(() => rmSync(folder, { recursive: true }))

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
