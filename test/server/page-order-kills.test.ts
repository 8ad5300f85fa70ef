/** A server that is killed while it orders pages has the old ones or the new ones, and every case. */
import { createHash } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDataDir } from '../../server/runtime/data-dir.ts'
import { read } from '../../server/store/port.ts'
import { networkOfBefore } from '../support/network-of-before.ts'
import { drawnNumbers } from '../support/seed.ts'
import { launched, serve } from './spawned.ts'

const KILLS = process.env.SOAK ? 60 : 4
const CASES = 50_000

const folder = mkdtempSync(join(tmpdir(), 'jnatip-ordering-'))
const dataDir = join(folder, 'data')
const database = join(dataDir, 'cases.sqlite')

const SOME = `insert into idempotency (lookup, body, month)
  with recursive numbers (number) as (select 1 union all select number + 1 from numbers where number < ${CASES})
  select randomblob(32), randomblob(32), '2026-11' from numbers`

beforeAll(async () => {
  const { store } = openDataDir(networkOfBefore(dataDir), { create: true })
  await store.batch([CompiledQuery.raw(SOME)])
  store.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Row {
  readonly lookup: Uint8Array
  readonly body: Uint8Array
}

/** A digest of every row, in the order of its key, while no server runs. */
async function held(): Promise<string> {
  const { store } = openDataDir(dataDir)
  try {
    const [check] = await read(store, CompiledQuery.raw('pragma integrity_check') as CompiledQuery<{ integrity_check: string }>)
    expect(check?.integrity_check).toBe('ok')
    const rows = await read(store, CompiledQuery.raw('select lookup, body from idempotency order by lookup') as CompiledQuery<Row>)
    return rows.reduce((hash, { lookup, body }) => hash.update(lookup).update(body), createHash('sha256')).digest('hex')
  } finally {
    store.close()
  }
}

/** Grows by one when the ordered pages are in the file. */
function cookie(): number {
  const file = openSync(database, 'r')
  try {
    const bytes = Buffer.alloc(4)
    readSync(file, bytes, 0, 4, 40)
    return bytes.readUInt32BE(0)
  } finally {
    closeSync(file)
  }
}
const logged = () => statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0

describe('a server that is killed while it orders pages', () => {
  it(`P10 P04 has every row, at ${KILLS} points, and orders them when it starts again`, async () => {
    const random = drawnNumbers('how much of the log is written when the server is killed')
    const before = await held()
    for (let round = 0; round < KILLS; round++) {
      // Each start begins with it: the log grows by the whole database, and is cut when that is done.
      const enough = random() * statSync(database).size * 0.9
      const server = launched(['serve', '--data', dataDir, '--port', '0', '--tick-seconds', '120'])
      const done = cookie()
      while (logged() <= enough && cookie() === done) await new Promise((resolve) => setImmediate(resolve))
      await server.end('SIGKILL')
      expect(await held()).toBe(before)
    }
    const killed = cookie()
    // A start that finds the log read leaves it to the next one; on a busy machine that happens.
    for (let starts = 0; starts < 5 && cookie() === killed; starts++) {
      const server = await serve(dataDir, { JNATIP_TICK: '120' })
      await server.end('SIGTERM')
      expect(await held()).toBe(before)
    }
    expect(cookie()).toBeGreaterThan(killed)
  })
})
