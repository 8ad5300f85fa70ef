/** A server with a fictional network of twelve partners, whose first edition is closed and built once in a run; published on request. */

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { population } from '../../server/demo/population/index.ts'
import { publishBundle } from '../../server/editions/publish.ts'
import { type Built, buildFromStore } from '../../server/editors/build/build-edition.ts'
import { editionKey } from '../../server/editors/keys/edition-key.ts'
import { eventLog } from '../../server/http/events.ts'
import type { Bundle, Policy } from '../../survey-schema/release/bundle.ts'
import { folderOnce } from '../support/built-once.ts'
import { drawingFor } from '../support/drawn-chance.ts'
import { CROSSTABS_ALWAYS } from '../support/edition.ts'
import { type Opened, server } from './harness.ts'

interface Network {
  /** Of a partner without cases. */
  readonly key: string
  readonly keys: readonly string[]
  readonly secret: Uint8Array
  readonly shares: readonly string[]
  /** Of the edition that is open. */
  readonly nextShares: readonly string[]
  readonly refused: number
  readonly heldBefore: number
  readonly built: Built
}

const networkOf = (cases: number) => population({ cases, seed: 3 })

interface Kind {
  readonly fictional?: boolean
  readonly policy?: Policy
}

/** Sends the cases by the real way, closes the edition, builds it, and leaves the data of the server and what people know in a folder. */
async function makeNetwork(folder: string, cases: number, { fictional, policy }: Required<Kind>): Promise<void> {
  const running = await server()
  const { shares, key } = await running.open('2026-1', fictional)
  const network = networkOf(cases)
  const keys: string[] = []
  for (const { en, holding = null, recordRule = null } of network.organisations) {
    keys.push(await running.organisation(en, { holding, rule: recordRule }))
  }
  const answers = await Promise.all(
    network.cases.map(({ organisation, submission }, at) =>
      running.post(submission, { key: keys[organisation] as string, idempotencyKey: `case-${at}` }),
    ),
  )
  const refused = answers.filter(({ status }) => status !== 201).length
  const heldBefore = await running.held('2026-1')
  const { shares: nextShares } = await running.open('2026-2')
  const { store, serverKey } = running
  const built = await buildFromStore({ store, serverKey, editions: ['2026-1'], shares: shares.slice(0, 2), policy })
  store.close()
  cpSync(running.dataDir, join(folder, 'data'), { recursive: true })
  rmSync(running.dataDir, { recursive: true })
  const known: Network = { key: running.key, keys, secret: key.secret, shares, nextShares, refused, heldBefore, built }
  writeFileSync(join(folder, 'known'), serialize(known))
}

export async function closedEdition(cases: number, { fictional = true, policy = CROSSTABS_ALWAYS }: Kind = {}) {
  const folder = await folderOnce('network', { cases, fictional, policy }, (into) =>
    drawingFor(`network of ${cases}, ${fictional ? 'invented' : 'as if real'}`, () => makeNetwork(into, cases, { fictional, policy })),
  )
  const known = deserialize(readFileSync(join(folder, 'known'))) as Network
  const running = await server({ kept: { dataDir: join(folder, 'data'), key: known.key } })
  const opened: Opened = { key: await editionKey(known.secret), shares: known.shares }
  return { ...running, ...known, opened, reports: networkOf(cases).cases }
}

export type Closed = Awaited<ReturnType<typeof closedEdition>>

/** The build itself; what it gives with the first two shares is `built` of the network already. */
export const build = (
  { store, serverKey, opened }: Pick<Closed, 'store' | 'serverKey' | 'opened'>,
  shares = opened.shares.slice(0, 2),
): Promise<Built> => buildFromStore({ store, serverKey, editions: ['2026-1'], shares, policy: CROSSTABS_ALWAYS })

export const publish = ({ store, serverKey }: Pick<Closed, 'store' | 'serverKey'>, bundle: unknown) =>
  publishBundle(bundle, {
    store,
    serverKey,
    clock: { day: () => '2026-11-21', month: () => '2026-11', year: () => 2026 },
    events: eventLog(() => {}),
  })

export const copy = (bundle: Bundle) => JSON.parse(JSON.stringify(bundle)) as Bundle
