/** The same server on Cloudflare Workers: D1 as the store, files from the assets binding. Set-up: `wrangler.toml`. */
import { scryptAsync } from '@noble/hashes/scrypt.js'
import { CHAINS } from '../../survey-schema/audit-log/entry.ts'
import { logPublicKey } from '../../survey-schema/audit-log/head.ts'
import { eraseOverdueSignIns } from '../accounts/expire.ts'
import { leaveWhenDue } from '../accounts/leave-when-due.ts'
import { type App, createApp } from '../app.ts'
import { keepLog } from '../audit-log/keep-log.ts'
import type { Deps, Shut } from '../deps.ts'
import { eventLog } from '../http/events.ts'
import { IMMUTABLE, NO_STORE } from '../http/headers.ts'
import { publicAnswers } from '../http/public-answers.ts'
import { eraseOldImports } from '../imports/expire.ts'
import { type NetworkSettings, PLAIN_NETWORK, readNetworkSettings } from '../network/settings.ts'
import { loneWithdrawals } from '../receipts/batch.ts'
import { carryOutWithdrawals } from '../receipts/sweep.ts'
import { equalBytes, fromHex } from '../sealing/bytes.ts'
import { HASH_BYTES } from '../sealing/password-hash.ts'
import { isServerKey, readServerKey, serverKeyCheck, serverKeyOf } from '../sealing/server-key.ts'
import { isTagKey, tagKeyCheck } from '../sealing/tag-key-check.ts'
import { read, type Store } from '../store/port.ts'
import { newestHead } from '../store/queries/audit-heads.ts'
import { type HeldKeyChecks, heldKeyChecks, keepLedgerKeyCheck, keepTagKeyCheck } from '../store/queries/key-checks.ts'
import { atBoundary } from './boundary.ts'
import { secondsNow, systemClock } from './clock.ts'
import { type D1Database, openD1 } from './d1.ts'
import { commitAlone } from './group-commit.ts'

interface Env {
  readonly DB: D1Database
  /** 64 bytes in hexadecimal, set with `wrangler secret put LEDGER_KEY`; never in the database. */
  readonly LEDGER_KEY?: string
  /** 32 bytes in hexadecimal, of a network of before. Without LEDGER_KEY that one follows from it. */
  readonly TAG_KEY?: string
  /** 32 bytes in hexadecimal, set with `wrangler secret put LOG_KEY`: signs the audit log. Without it no head is signed. */
  readonly LOG_KEY?: string
  /** 32 bytes in hexadecimal, a secret as well: without it nobody can sign in. */
  readonly ACCOUNT_KEY?: string
  /** Address of the pages, `https://…`. */
  readonly ORIGIN?: string
  /** Settings of the network, as JSON. */
  readonly NETWORK?: string
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
  const keys = keysIn(env)
  const wrongKey = keysJudged(store, keys)
  const app = createApp({
    store,
    // Requests of one isolate may not wait for one another's work here, so each commits alone.
    commit: commitAlone(store),
    ...keys,
    clock: systemClock,
    askWithdrawal: loneWithdrawals(store, atBoundary),
    shut: { intake: wrongKey, keys: wrongKey },
    signIn: {
      seconds: secondsNow,
      stretch: (password, salt, { n, r, p }) => scryptAsync(password, salt, { N: n, r, p, dkLen: HASH_BYTES }),
      accountKey: env.ACCOUNT_KEY === undefined ? null : fromHex(env.ACCOUNT_KEY, 32),
      origin: () => env.ORIGIN ?? null,
    },
    events: eventLog((line) => console.log(line)),
    network: env.NETWORK === undefined ? PLAIN_NETWORK : networkOf(env.NETWORK),
    pages: (path, asked) => (env.ASSETS ? page(env.ASSETS, path, asked) : null),
    // An isolate has 128 MB for everything. The platform compresses what leaves it.
    answers: publicAnswers({ store, limit: 16 * 1024 * 1024, together: false, program: env.VERSION?.id ?? null }),
  })
  apps.set(env, app)
  return app
}

/** A Worker has no start that could refuse: with settings that cannot be used it answers nothing. */
function networkOf(text: string): NetworkSettings {
  try {
    return readNetworkSettings(text)
  } catch (error) {
    if (error instanceof RangeError) console.error(JSON.stringify({ event: 'network-settings', members: error.message }))
    throw error
  }
}

type Keys = Pick<Deps, 'serverKey' | 'tagKey'>

/** @throws RangeError where neither secret is set, or one is damaged */
function keysIn({ LEDGER_KEY, TAG_KEY }: Env): Keys {
  const tagKey = TAG_KEY === undefined ? null : fromHex(TAG_KEY, 32)
  if (LEDGER_KEY !== undefined) return { serverKey: readServerKey(LEDGER_KEY), tagKey }
  if (tagKey === null) throw new RangeError('the secret LEDGER_KEY is not set')
  return { serverKey: serverKeyOf(tagKey), tagKey }
}

/**
 * The first keys that a database meets are its own; under any others nothing is done that needs one. Withdrawals need none. Asked once while the
 * keys are right.
 */
function keysJudged(store: Store, { serverKey, tagKey }: Keys): Shut {
  let right = false
  return async () => {
    if (right) return null
    const [before] = (await read(store, heldKeyChecks())) as [HeldKeyChecks]
    // The key of the ledger is taken from a first meeting only beside the right key of the tags, where there is one.
    if (before.tags && !(tagKey && isTagKey(tagKey, before.tags))) return 'tag-key-wrong'
    if (before.ledger && !isServerKey(serverKey, before.ledger)) return 'ledger-key-wrong'
    await store.batch([keepLedgerKeyCheck(serverKeyCheck(serverKey)), ...(tagKey ? [keepTagKeyCheck(tagKeyCheck(tagKey))] : [])])
    const [held] = (await read(store, heldKeyChecks())) as [HeldKeyChecks]
    // Two isolates may have met the database at once.
    right = isServerKey(serverKey, held.ledger as Uint8Array) && (tagKey === null || isTagKey(tagKey, held.tags as Uint8Array))
    return right ? null : 'ledger-key-wrong'
  }
}

/** The key of the log; null where there is none, or another one than that of the newest heads: then no head is signed. */
async function ownLogKey(store: Store, { LOG_KEY }: Env): Promise<Uint8Array | null> {
  if (LOG_KEY === undefined) return null
  const key = fromHex(LOG_KEY, 32)
  const heads = (await Promise.all(CHAINS.map((chain) => read(store, newestHead(chain))))).flat()
  return heads.every((head) => equalBytes(head.key, logPublicKey(key))) ? key : null
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
    await leaveWhenDue({ store, clock: systemClock })
    await carryOutWithdrawals(store, null, systemClock.month())
    await eraseOldImports({ store, clock: systemClock })
    await eraseOverdueSignIns({ store, clock: systemClock }, secondsNow())
    await keepLog({ store, clock: systemClock, logKey: await ownLogKey(store, env) })
  },
}
