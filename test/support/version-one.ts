/**
 * Two bundles of version 1, of an invented network, as the program of that time made them: an edition of 60 cases without crosstabs, then one of
 * 90 with a volume. They are kept, because no later program may be needed to read them.
 */
import { PLAN } from '../../analysis/publication/book/plan/plan.ts'
import { createApp } from '../../server/app.ts'
import { eventLog } from '../../server/http/events.ts'
import { commitAlone } from '../../server/runtime/group-commit.ts'
import type { Store } from '../../server/store/port.ts'
import { install } from '../../server/store/queries/editions.ts'
import { publishRelease } from '../../server/store/queries/releases.ts'
import { TABLE_FILES } from '../../server/tables/table-files.ts'
import { WRITERS } from '../../server/tables/writers.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'

/** What asks a server: `app.request`. */
export type Asking = (path: string) => Response | Promise<Response>

export const readLines = (text: string): readonly Bundle[] => text.split('\n').map((line) => JSON.parse(line) as Bundle)

/** The cases themselves are gone, as they are when their time is over; the figures stay. */
async function publish(store: Store, { manifest, tables, routes }: Bundle) {
  const id = manifest.editions[0]!.id
  const opens = (edition: string) => install({ id: edition, questionnaire: '1.0', fictional: 1, public_key: new Uint8Array(32) }, 0)
  if (manifest.previous === null) await store.batch(opens(id))
  await store.batch(opens(id === 'invented-1' ? 'invented-2' : 'invented-3'))
  await store.batch(
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
}

/** A server that has both bundles published. */
export async function publishedVersionOne(store: Store, bundles: readonly Bundle[]): Promise<{ readonly request: Asking }> {
  for (const bundle of bundles) await publish(store, bundle)
  return createApp({
    store,
    commit: commitAlone(store),
    serverKey: { ledger: new Uint8Array(32), digests: new Uint8Array(32) },
    tagKey: null,
    clock: { day: () => '2026-05-01', month: () => '2026-05', year: () => 2026 },
    askWithdrawal: async () => {},
    events: eventLog(() => {}),
    pages: () => null,
  })
}

/** Tables whose files are compared in every format: single and crossed, plain and joined lines, a question that does not arise for all. */
const IN_EVERY_FORMAT = [
  'invented-1/citizenship@region',
  'invented-1/debt_band@band',
  'invented-2/gender@list',
  'volume-invented-2/gender@list,contact_first_actor@group5',
  'all/gender@list',
]

const editionOf = (slice: string) => (slice === 'invented-1' ? slice : 'invented-2')

const address = (name: string, language: string, format: string) => {
  const [slice = '', id = ''] = name.split('/')
  const [rows, columns] = id.split(',')
  return `/api/v1/editions/${editionOf(slice)}/tables?rows=${rows}${columns ? `&columns=${columns}` : ''}&slice=${slice}&lang=${language}&format=${format}`
}

async function sha256(parts: readonly Uint8Array[]): Promise<string> {
  const whole = new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer())
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', whole))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** By the name of what was asked: SHA-256 of what a server answers that has both bundles published. */
export async function answersOf(ask: Asking, bundles: readonly Bundle[]): Promise<Record<string, string>> {
  const answer = async (path: string) => {
    const response = await ask(path)
    if (response.status !== 200) throw new Error(`${response.status} ${path}`)
    return new Uint8Array(await response.arrayBuffer())
  }
  const found: Record<string, string> = {}
  for (const [format, language] of [['json-stat', 'en'] as const, ['block', 'ja'] as const]) {
    for (const { tables } of bundles) {
      const parts: Uint8Array[] = []
      for (const { slice, id } of tables) parts.push(await answer(address(`${slice}/${id}`, language, format)))
      found[`${tables.at(-1)!.slice} ${format}`] = await sha256(parts)
    }
  }
  for (const name of IN_EVERY_FORMAT)
    for (const format of Object.keys(WRITERS)) found[`${name} ${format}`] = await sha256([await answer(address(name, 'ja', format))])
  for (const name of IN_EVERY_FORMAT.filter((one) => !one.startsWith('all/')))
    for (const ending of Object.keys(TABLE_FILES)) {
      const [slice = '', id = ''] = name.split('/')
      found[`${name}.${ending}`] = await sha256([await answer(`/api/v1/editions/${editionOf(slice)}/tables/${id}.${ending}`)])
    }
  for (const edition of ['invented-1', 'invented-2'])
    for (const part of ['contents', 'sheets', 'changes', ...PLAN.map(({ id }) => id)])
      found[`${edition} book ${part}`] = await sha256([await answer(`/api/v1/editions/${edition}/book?part=${part}`)])
  return found
}
