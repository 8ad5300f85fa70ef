/** A whole server in memory of the test: the real app on a real database in a folder of its own. */

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { POLICY_V2 } from '../../analysis/policy/policy.ts'
import { readRecordRule, register } from '../../server/accounts/register.ts'
import { createApp } from '../../server/app.ts'
import type { Clock, Deps } from '../../server/deps.ts'
import { type EditionKey, newEditionKey } from '../../server/editors/keys/edition-key.ts'
import { makeShares } from '../../server/editors/keys/shares.ts'
import type { Scope } from '../../server/http/credential.ts'
import { eventLog } from '../../server/http/events.ts'
import type { NetworkSettings } from '../../server/network/settings.ts'
import { batchedWithdrawals } from '../../server/receipts/batch.ts'
import { heldBooks } from '../../server/runtime/book-folder.ts'
import { openDataDir } from '../../server/runtime/data-dir.ts'
import { groupCommit } from '../../server/runtime/group-commit.ts'
import { read, type Store } from '../../server/store/port.ts'
import { editionCounted, install } from '../../server/store/queries/editions.ts'
import { networkOfBefore } from '../support/network-of-before.ts'
import { plainSubmission } from '../support/records.ts'
import { describedApp } from './described.ts'
import { ACCOUNT_KEY, fastStretch, ORIGIN, type TestSeconds, testSeconds } from './people.ts'

export const MONTH = '2026-11'

export interface Send {
  readonly key?: string
  readonly idempotencyKey?: string | null
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}

interface Member {
  readonly scopes?: readonly Scope[]
  readonly holding?: string | null
  /** "RULE, YEAR, APPROVER" */
  readonly rule?: string | null
}

export interface Opened {
  readonly key: EditionKey
  readonly shares: readonly string[]
}

/** The data of a server that was closed before it got a request of the harness's own numbering, and the key of its first partner. */
export interface Kept {
  readonly dataDir: string
  readonly key: string
}

export async function server({
  clock = { day: () => `${MONTH}-21`, month: () => MONTH, year: () => 2026 },
  store: given,
  preparing,
  kept,
  network = 'before',
  seconds = testSeconds(),
  origin = ORIGIN,
  settings,
}: {
  readonly clock?: Clock
  readonly store?: (store: Store) => Store
  readonly preparing?: Deps['preparing']
  /** The server goes on with a copy of them. */
  readonly kept?: Kept
  /** `before`: case references come in clear, as to a server that has a key of tags. `now`: they do not. */
  readonly network?: 'before' | 'now'
  /** The clock of sign-ins, which a test moves. */
  readonly seconds?: TestSeconds
  readonly origin?: string | null
  readonly settings?: NetworkSettings
} = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'jnatip-server-'))
  if (kept) cpSync(kept.dataDir, dataDir, { recursive: true })
  else if (network === 'before') networkOfBefore(dataDir)
  const opened = openDataDir(dataDir, { create: true })
  const store = given ? given(opened.store) : opened.store
  const log: string[] = []
  const app = describedApp(
    createApp({
      store,
      commit: groupCommit(store),
      serverKey: opened.serverKey,
      tagKey: opened.tagKey,
      clock,
      askWithdrawal: batchedWithdrawals(store, (work) => void setImmediate(work)),
      events: eventLog((line) => log.push(line)),
      books: heldBooks(dataDir),
      signIn: { seconds: seconds.now, stretch: fastStretch, accountKey: ACCOUNT_KEY, origin: () => origin },
      ...(preparing ? { preparing } : {}),
      ...(settings ? { network: settings } : {}),
      pages: (path) => (path === '/' ? new Response('page', { headers: { 'Content-Type': 'text/html' } }) : null),
    }),
  )
  let count = 0

  const organisation = async (name: string, { scopes = ['submit'], holding = null, rule = null }: Member = {}) => {
    const { key, queries } = register({
      name,
      holding,
      recordRule: rule === null ? null : readRecordRule(rule),
      scopes,
      expires: '2027-11',
    })
    await opened.store.batch(queries)
    return key
  }
  const open = async (edition: string, fictional = true): Promise<Opened> => {
    const key = await newEditionKey()
    // Most of these editions hold cases of one partner: that an edition needs those of others has tests of its own (`install.test.ts`).
    const row = { id: edition, questionnaire: '1.0', fictional: fictional ? 1 : 0, public_key: key.publicKey }
    const [, done] = await opened.store.batch(install(row, POLICY_V2.smallestEdition))
    if (done.changes !== 1) throw new RangeError('the open edition is too small, or the name is taken')
    return { key, shares: await makeShares(edition, key) }
  }
  const key = kept?.key ?? (await organisation('Invented Shelter'))

  return {
    app,
    dataDir,
    store: opened.store,
    serverKey: opened.serverKey,
    tagKey: opened.tagKey,
    seconds,
    log,
    key,
    organisation,
    open,
    /** Sends a body as it is; a string goes out unchanged. */
    async post(
      body: unknown,
      { key: sender = key, idempotencyKey = `request-${++count}`, type = 'application/json', headers = {} }: Send = {},
    ) {
      return app.request('/api/v1/cases', {
        method: 'POST',
        body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
        headers: {
          'Content-Type': type,
          ...(sender ? { Authorization: `Bearer ${sender}` } : {}),
          ...(idempotencyKey === null ? {} : { 'Idempotency-Key': idempotencyKey }),
          ...headers,
        },
      })
    },
    held: async (edition: string) => (await read(opened.store, editionCounted(edition)))[0]?.cases ?? 0,
    get: (path: string, sender?: string) => app.request(path, sender ? { headers: { Authorization: `Bearer ${sender}` } } : {}),
    close() {
      opened.store.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}

/** An organisation of before: without public keys, on a server that has a key of tags. */
export const UNSIGNED = { organisation: 1, publicKeys: [], secret: null, tagKey: new Uint8Array(32).fill(9) }

/** A plain case with a case reference of its own. */
export const caseOf = (partnerCaseKey: string, answers: Readonly<Record<string, unknown>> = {}) =>
  plainSubmission({ partner_case_key: partnerCaseKey, ...answers })

export interface ProblemText {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly errors?: readonly { readonly pointer: string; readonly rule: string; readonly kind?: string }[]
}

export const problem = async (response: Response) => (await response.json()) as ProblemText
