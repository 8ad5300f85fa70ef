/**
 * The same network on Workers: the bundled program in workerd, with D1 and the files of the pages, beginning with a copy of the database and the
 * keys of a data folder. The schema is one (`server/store/migrations`), so the copy is whole; files of the book stay behind, as everywhere on Workers.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ACCOUNT_KEY } from '../../server/runtime/account-key.ts'
import { databasePath } from '../../server/runtime/data-dir.ts'
import { logKeyPath } from '../../server/runtime/log-key.ts'
import { networkPath } from '../../server/runtime/network-file.ts'
import { ledgerKeyPath } from '../../server/runtime/server-keys.ts'
import { PROJECT } from '../support/project-files.ts'

interface Running {
  readonly ready: Promise<URL>
  getD1Database(name: string): Promise<{ exec(sql: string): Promise<unknown> }>
  getWorker(): Promise<{ scheduled(options: object): Promise<unknown> }>
  dispose(): Promise<void>
}
/** The simulator that wrangler itself brings. */
const { Miniflare } = createRequire(createRequire(import.meta.url).resolve('wrangler'))('miniflare') as {
  Miniflare: new (options: object) => Running
}

export interface RunningWorker {
  readonly url: string
  /** What the platform does each minute. */
  tick(): Promise<void>
  close(): Promise<void>
}

/** People sign in at one address, which the program has to know before it starts. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const SETTINGS = readFileSync(join(PROJECT, 'wrangler.toml'), 'utf8')
const setting = (name: string) => new RegExp(`^${name} = "(.*)"`, 'm').exec(SETTINGS)?.[1]

/** @param dataDir of a server, which may be running @throws Error where the program cannot be bundled */
export async function workerOf(dataDir: string): Promise<RunningWorker> {
  const folder = mkdtempSync(join(tmpdir(), 'jnatip-on-workers-'))
  const bundled = spawnSync(join(PROJECT, 'node_modules/.bin/wrangler'), ['deploy', '--dry-run', '--outdir', join(folder, 'worker')], {
    cwd: PROJECT,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: '1' },
    encoding: 'utf8',
  })
  if (bundled.status !== 0) throw new Error(bundled.stderr)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const keyIn = (path: string) => readFileSync(path, 'utf8').trim()
  const options = {
    modules: [{ type: 'ESModule', path: join(folder, 'worker/worker.js') }],
    modulesRoot: join(folder, 'worker'),
    compatibilityDate: setting('compatibility_date'),
    d1Databases: { DB: 'jnatip' },
    d1Persist: join(folder, 'd1'),
    assets: {
      directory: join(PROJECT, 'dist/web'),
      binding: 'ASSETS',
      routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: true },
      assetConfig: { html_handling: setting('html_handling') ?? 'auto-trailing-slash', not_found_handling: 'none' },
    },
    bindings: {
      LEDGER_KEY: keyIn(ledgerKeyPath(dataDir)),
      LOG_KEY: keyIn(logKeyPath(dataDir)),
      ACCOUNT_KEY: keyIn(join(dataDir, ACCOUNT_KEY)),
      ORIGIN: url,
      NETWORK: readFileSync(networkPath(dataDir), 'utf8'),
    },
    host: '127.0.0.1',
    port,
    cf: false,
  }
  const empty = new Miniflare(options)
  await empty.ready
  await (await empty.getD1Database('DB')).exec('CREATE TABLE made (id INTEGER)')
  await empty.dispose()
  const places = readdirSync(join(folder, 'd1'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.sqlite'))
  const place = places.find((name) => !name.endsWith('metadata.sqlite'))
  if (place === undefined) throw new Error('no file of D1')
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, 'd1', place + end), { force: true })
  const held = new Database(databasePath(dataDir), { readonly: true })
  held.exec(`VACUUM INTO '${join(folder, 'd1', place)}'`)
  held.close()
  const worker = new Miniflare(options)
  await worker.ready
  return {
    url,
    tick: async () => {
      await (await worker.getWorker()).scheduled({})
    },
    close: async () => {
      await worker.dispose()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
