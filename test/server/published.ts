/** A server with a fictional network of twelve partners, whose first edition is closed; published on request. */

import { population } from '../../server/demo/population/index.ts'
import { publishBundle } from '../../server/editions/publish.ts'
import { type Built, buildFromStore } from '../../server/editors/build/build-edition.ts'
import { eventLog } from '../../server/http/events.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import { CROSSTABS_ALWAYS } from '../support/edition.ts'
import { server } from './harness.ts'

export async function closedEdition(cases = 160, fictional = true) {
  const running = await server()
  const opened = await running.open('2026-1', fictional)
  const network = population({ cases, seed: 3 })
  const keys: string[] = []
  for (const { en, holding = null, recordRule = null } of network.organisations) {
    keys.push(await running.organisation(en, { holding, rule: recordRule }))
  }
  const answers = await Promise.all(
    network.cases.map(({ organisation, submission }) => running.post(submission, { key: keys[organisation] as string })),
  )
  const refused = answers.filter(({ status }) => status !== 201)
  const held = await running.held('2026-1')
  await running.open('2026-2')
  return { ...running, opened, keys, refused: refused.length, heldBefore: held }
}

export type Closed = Awaited<ReturnType<typeof closedEdition>>

export const build = ({ store, tagKey, opened }: Closed, shares = opened.shares.slice(0, 2)): Promise<Built> =>
  buildFromStore({ store, tagKey, editions: ['2026-1'], shares, policy: CROSSTABS_ALWAYS })

export const publish = ({ store, tagKey }: Closed, bundle: unknown) =>
  publishBundle(bundle, {
    store,
    tagKey,
    clock: { day: () => '2026-11-21', month: () => '2026-11', year: () => 2026 },
    events: eventLog(() => {}),
  })

export const copy = (bundle: Bundle) => JSON.parse(JSON.stringify(bundle)) as Bundle
