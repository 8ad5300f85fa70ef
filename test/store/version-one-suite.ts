/**
 * What was published under version 1 is answered byte by byte as it was, whichever database stands behind it; blocks, which pages lay out, in the
 * order of print of today.
 */
import { describe, expect, it } from 'vitest'
import { createApp } from '../../server/app.ts'
import { eventLog } from '../../server/http/events.ts'
import { commitAlone } from '../../server/runtime/group-commit.ts'
import type { Store } from '../../server/store/port.ts'
import { install } from '../../server/store/queries/editions.ts'
import { publishRelease } from '../../server/store/queries/releases.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import answered from '../fixtures/version-1/answers.json' with { type: 'json' }
import { answersOf, readLines } from '../support/version-one.ts'

/** The cases themselves are gone, as they are when their time is over; the figures stay. */
async function publish(store: Store, { manifest, tables, routes }: Bundle) {
  const id = manifest.editions[0]!.id
  const opens = (edition: string) => install({ id: edition, questionnaire: '1.0', fictional: 1, public_key: new Uint8Array(32) }, 0)
  if (manifest.previous === null) await store.batch(opens(id))
  await store.batch(opens(id === 'invented-1' ? 'invented-2' : 'invented-3'))
  const [written] = await store.batch(
    publishRelease({
      checksum: manifest.checksum,
      manifest: JSON.stringify(manifest),
      day: '2026-04-01',
      previous: manifest.previous,
      counted: [{ edition: id, cases: 0 }],
      editions: [id],
      volume: manifest.volume,
      tables: [...tables, ...(routes ? [routes] : [])].map((one) => ({ slice: one.slice, id: one.id, json: JSON.stringify(one) })),
    }),
  )
  expect(written?.changes).toBe(1)
}

export function versionOneSuite(name: string, fresh: () => Promise<Store>, fixture: () => string): void {
  describe(`bundles of version 1 on ${name}`, () => {
    it('P86 are served unchanged: tables, sums, files of tables, book', { timeout: 300_000 }, async () => {
      const store = await fresh()
      const bundles = readLines(fixture())
      for (const bundle of bundles) await publish(store, bundle)
      const app = createApp({
        store,
        commit: commitAlone(store),
        serverKey: { ledger: new Uint8Array(32), digests: new Uint8Array(32) },
        tagKey: null,
        clock: { day: () => '2026-05-01', month: () => '2026-05', year: () => 2026 },
        askWithdrawal: async () => {},
        events: eventLog(() => {}),
        pages: () => null,
      })
      expect(await answersOf((path) => app.request(path), bundles)).toEqual(answered)
    })
  })
}
