/** The same server on Cloudflare Workers: D1 as the store, files from the assets binding. Set-up: `wrangler.toml`. */
import { scryptAsync } from '@noble/hashes/scrypt.js'
import { eraseOverdueSignIns } from '../accounts/expire.ts'
import { type App, createApp } from '../app.ts'
import type { Shut } from '../deps.ts'
import { eventLog } from '../http/events.ts'
import { IMMUTABLE, NO_STORE } from '../http/headers.ts'
import { publicAnswers } from '../http/public-answers.ts'
import { eraseOldImports } from '../imports/expire.ts'
import { loneWithdrawals } from '../receipts/batch.ts'
import { carryOutWithdrawals } from '../receipts/sweep.ts'
import { fromHex } from '../sealing/bytes.ts'
import { HASH_BYTES } from '../sealing/password-hash.ts'
import { isTagKey, tagKeyCheck } from '../sealing/tag-key-check.ts'
import { read, type Store } from '../store/port.ts'
import { heldTagKeyCheck, keepTagKeyCheck } from '../store/queries/tag-key-check.ts'
import { atBoundary } from './boundary.ts'
import { secondsNow, systemClock } from './clock.ts'
import { type D1Database, openD1 } from './d1.ts'
import { commitAlone } from './group-commit.ts'

interface Env {
  readonly DB: D1Database
  /** 32 bytes in hexadecimal, set with `wrangler secret put TAG_KEY`; never in the database. */
  readonly TAG_KEY: string
  /** 32 bytes in hexadecimal, a secret as well: without it nobody can sign in. */
  readonly ACCOUNT_KEY?: string
  /** Address of the pages, `https://…`. */
  readonly ORIGIN?: string
  /** Which deployed program this is. */
  readonly VERSION?: { readonly id: string }
  readonly ASSETS?: { fetch(request: Request): Promise<Response> }
}

/** One app for each set of bindings: an isolate answers many requests. */
const apps = new WeakMap<Env, App>()

function appOf(env: Env): App {
  const known = apps.get(env)
  if (known) return known
  const store = openD1(env.DB)
  const tagKey = fromHex(env.TAG_KEY, 32)
  const wrongKey = keyJudged(store, tagKey)
  const app = createApp({
    store,
    // Requests of one isolate may not wait for one another's work here, so each commits alone.
    commit: commitAlone(store),
    tagKey,
    clock: systemClock,
    askWithdrawal: loneWithdrawals(store, atBoundary),
    shut: { intake: wrongKey, tags: wrongKey },
    signIn: {
      seconds: secondsNow,
      stretch: (password, salt, { n, r, p }) => scryptAsync(password, salt, { N: n, r, p, dkLen: HASH_BYTES }),
      accountKey: env.ACCOUNT_KEY === undefined ? null : fromHex(env.ACCOUNT_KEY, 32),
      origin: () => env.ORIGIN ?? null,
    },
    events: eventLog((line) => console.log(line)),
    pages: (path, asked) => (env.ASSETS ? page(env.ASSETS, path, asked) : null),
    // An isolate has 128 MB for everything. The platform compresses what leaves it.
    answers: publicAnswers({ store, limit: 16 * 1024 * 1024, together: false, program: env.VERSION?.id ?? null }),
  })
  apps.set(env, app)
  return app
}

/**
 * The first key that a database meets is its own; under any other nothing is done that needs one. Withdrawals need none. Asked once while the
 * key is right.
 */
function keyJudged(store: Store, tagKey: Uint8Array): Shut {
  let right = false
  return async () => {
    if (right) return null
    const [check] = await read(store, heldTagKeyCheck())
    if (!check) await store.batch([keepTagKeyCheck(tagKeyCheck(tagKey))])
    const [held] = check ? [check] : await read(store, heldTagKeyCheck())
    right = held !== undefined && isTagKey(tagKey, held.value)
    return right ? null : 'tag-key-wrong'
  }
}

/** The binding has a tag for each file, and knows whether the reader holds it. */
async function page(assets: NonNullable<Env['ASSETS']>, path: string, asked: Headers): Promise<Response | null> {
  const held = asked.get('If-None-Match')
  const found = await assets.fetch(
    new Request(new URL(path, 'https://pages.invalid'), held === null ? {} : { headers: { 'If-None-Match': held } }),
  )
  if (!found.ok && found.status !== 304) return null
  const headers = new Headers({ 'Cache-Control': path.startsWith('/assets/') ? IMMUTABLE : NO_STORE })
  const tag = found.headers.get('ETag')
  if (tag !== null) headers.set('ETag', tag)
  if (found.status === 304) return new Response(null, { status: 304, headers })
  headers.set('Content-Type', found.headers.get('Content-Type') ?? 'application/octet-stream')
  return new Response(found.body, { headers })
}

export default {
  fetch: (request: Request, env: Env) => appOf(env).fetch(request),
  /** The tick, each minute. D1 itself keeps what was deleted for 30 days, sealed; there is no ledger beside it and no way to scrub it. */
  async scheduled(_event: unknown, env: Env): Promise<void> {
    const store = openD1(env.DB)
    await carryOutWithdrawals(store, null)
    await eraseOldImports({ store, clock: systemClock })
    await eraseOverdueSignIns({ store, clock: systemClock }, secondsNow())
  },
}
