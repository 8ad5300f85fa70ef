/** What a minute of flood costs the database: 60,000 requests for withdrawal with receipts of nothing, gathered as the server gathers them. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../../server/runtime/sqlite.ts'
import { randomBytes } from '../../server/sealing/keyed.ts'
import { askWithdrawals } from '../../server/store/queries/withdrawals.ts'
import { measure } from './measure.ts'

const REQUESTS = 60_000
/** Four a second, for a minute. */
const BATCHES = 240

export async function benchWithdrawals(print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jnatip-bench-'))
  try {
    const path = join(folder, 'cases.sqlite')
    const store = openSqlite(path)
    await store.batch(askWithdrawals([randomBytes(32)]))
    store.scrub()
    const before = statSync(path).size
    const batches = Array.from({ length: BATCHES }, () => Array.from({ length: REQUESTS / BATCHES }, () => randomBytes(32)))
    const { cpu } = await measure(async () => {
      for (const hashes of batches) await store.batch(askWithdrawals(hashes))
    })
    store.scrub()
    print(
      `withdrawals: ${REQUESTS.toLocaleString('en')} receipts of nothing in ${BATCHES} batches: ${(cpu / 1000).toFixed(2)} s CPU, the database grew by ${statSync(path).size - before} bytes`,
    )
    store.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
