import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POLICY_V2_WITHHOLD } from '../../analysis/policy/policy.ts'
import { publishErratum, withdrawTable } from '../../server/editions/errata.ts'
import { readNote } from '../../server/editions/note.ts'
import { publishBundle } from '../../server/editions/publish.ts'
import type { Figures } from '../../server/editions/release-audit.ts'
import { destroyCases } from '../../server/editions/retention.ts'
import { buildFromStore } from '../../server/editors/build/build-edition.ts'
import { sealedFromStore } from '../../server/editors/build/sealed-source.ts'
import { eventLog } from '../../server/http/events.ts'
import { fromHex } from '../../server/sealing/bytes.ts'
import { checksum } from '../../server/sealing/checksum.ts'
import { read } from '../../server/store/port.ts'
import { everPublished } from '../../server/store/queries/errata.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import { corrected, resealed } from '../support/corrected.ts'
import { CROSSTABS_ALWAYS } from '../support/edition.ts'
import { problem } from './harness.ts'
import { closedEdition } from './published.ts'
import { jnatip } from './spawned.ts'
import { batch, network } from './three-editions.ts'

type Network = Awaited<ReturnType<typeof network>>

const NOTE = { en: 'One line stood in the wrong place.', ja: '一つの行の位置が誤っていました。' }
const PUBLISHED = '2026-01-10'
/** The 90th day, and the one after. */
const [LAST, LATE] = ['2026-04-10', '2026-04-11']
const SINGLE = '2026-1/gender@list'
const PAIR = 'volume-2026-1/gender@list,contact_first_actor@group5'

const clockAt = (day: string) => ({ day: () => day, month: () => day.slice(0, 7), year: () => Number(day.slice(0, 4)) })
const told = (given: Promise<unknown>) =>
  given.then(
    () => 'done',
    (error: { slug?: string; errors?: readonly { rule: string }[] }) =>
      [error.slug ?? String(error), ...(error.errors ?? []).map(({ rule }) => rule)].join(' '),
  )

/** A network of one published edition of 60 cases with crosstabs; the next one is open. */
async function published(day = PUBLISHED) {
  const closed = await closedEdition(60)
  const running = await network(closed)
  const { store, serverKey } = running
  const needs = (today: string) => ({ store, serverKey, events: eventLog(() => {}), clock: clockAt(today) })
  const shares = running.shares('2026-1')
  const build = (again = false) => buildFromStore({ store, serverKey, editions: ['2026-1'], shares, policy: CROSSTABS_ALWAYS, again })
  const { bundle } = closed.built
  await publishBundle(bundle, needs(day))
  return { ...running, reports: closed.reports, bundle, needs, build }
}
type Life = Awaited<ReturnType<typeof published>>

/** What a build would follow now. */
const newestChecksum = async ({ store, serverKey }: Life) => (await sealedFromStore(store, serverKey, '2026-1')).head.previous!

const address = (slice: string, id: string, lang = 'en') => {
  const [rows, columns] = id.split(',')
  return `/api/v1/editions/2026-1/tables?rows=${rows}${columns ? `&columns=${columns}` : ''}&slice=${slice}&lang=${lang}&format=json-stat`
}
const asked = (life: Pick<Network, 'get'>, name: string, lang?: string) => {
  const [slice = '', id = ''] = name.split('/')
  return life.get(address(slice, id, lang))
}
const table = (bundle: Bundle, name: string) => bundle.tables.find(({ slice, id }) => `${slice}/${id}` === name)!

describe('an erratum', () => {
  let life: Life
  let again: Bundle
  beforeAll(async () => {
    life = await published()
    again = (await life.build(true)).bundle
  }, 300_000)
  afterAll(() => life.close())
  const corrects = (bundle: unknown, day: string, audit?: (old: Figures, neu: Figures) => readonly never[]) =>
    publishErratum(bundle, NOTE, { ...life.needs(day), ...(audit ? { audit } : {}) })

  it('P86 is built with `again`: the same cases and the same secret give the same figures, so only a mistake makes a difference', async () => {
    expect(again.manifest.previous).toBe(life.bundle.manifest.checksum)
    expect(again.tables.map(({ checksum }) => checksum)).toEqual(life.bundle.tables.map(({ checksum }) => checksum))
    expect(await told(corrects(again, LAST))).toBe('invalid-bundle nothing_changed')
  })

  it('P86 is refused when it is of other editions, tables, policy or cases, or follows another bundle', async () => {
    const first = life.bundle.manifest.checksum
    const right = corrected(again, [SINGLE], first)
    const cases: [string, Bundle][] = [
      ['invalid-bundle other_than_published', resealed(right, { policy: { ...right.manifest.policy, minimumOthers: 4 } })],
      ['invalid-bundle other_than_published', resealed(right, { fictional: false })],
      ['invalid-bundle other_than_published', resealed(right, { volume: { ...right.manifest.volume!, byDecision: true } })],
      [
        'invalid-bundle other_than_published',
        resealed(right, { volume: { id: 'volume-2026-1', editions: ['2026-1', '2026-2'], byDecision: false } }),
      ],
      ['stale-bundle other_cases', resealed(right, { counted: [{ ...right.manifest.counted[0]!, digest: '0'.repeat(64) }] })],
      [
        'unsafe-release other_persons_than_published',
        resealed(right, { counted: [{ ...right.manifest.counted[0]!, persons: '0'.repeat(64) }] }),
      ],
      ['stale-bundle other_bundle_before', resealed(right, { previous: 'f'.repeat(64) })],
      ['invalid-bundle other_tables', resealed({ ...right, tables: right.tables.slice(1) }, { tables: right.manifest.tables.slice(1) })],
    ]
    for (const [expected, bundle] of cases) expect([expected, await told(corrects(bundle, LAST))]).toEqual([expected, expected])
    expect(JSON.parse((await life.shown()).get(SINGLE) ?? '')).toEqual(table(life.bundle, SINGLE))
    expect(await told(publishErratum({}, NOTE, life.needs(LAST)))).toMatch(/^invalid-bundle/)
  })

  it('P86 is refused under another policy than that of the published figures, by the build and by the server', async () => {
    const { store, serverKey } = life
    const exact = buildFromStore({
      store,
      serverKey,
      editions: ['2026-1'],
      shares: life.shares('2026-1'),
      policy: POLICY_V2_WITHHOLD,
      again: true,
    })
    expect(await told(exact)).toBe('invalid-request other_than_published')
    const volume = { id: 'volume-other', editions: ['2026-1'], byDecision: false }
    const { checksum: _old, ...tree } = { ...again.routes!, slice: volume.id }
    const routes = { ...tree, checksum: checksum(tree) } as unknown as typeof again.routes
    const brought = resealed(
      { ...again, tables: [], routes },
      { editions: [], volume, tables: [], persons: [], policy: POLICY_V2_WITHHOLD },
    )
    expect(await told(publishBundle(brought, life.needs(LAST)))).toBe('invalid-bundle other_than_published')
  })

  it('P85 P86 is refused when the audit finds anything in old and new together, and sees all that readers hold', async () => {
    const right = corrected(again, [SINGLE], life.bundle.manifest.checksum)
    const seen: { old: number; neu: string[] }[] = []
    const finding = { audit: 'figures', cell: { slice: '2026-1', table: 'gender@list' } } as never
    const audit = (old: Figures, neu: Figures) => {
      seen.push({ old: old.length, neu: neu.map(({ slice, id }) => `${slice}/${id}`) })
      return [finding]
    }
    expect(await told(corrects(right, LAST, audit))).toBe('unsafe-release figures')
    expect(seen).toEqual([{ old: life.bundle.tables.length + 1, neu: [SINGLE] }])
  })

  it('P86 is refused after 90 days', async () => {
    const right = corrected(again, [SINGLE, PAIR], life.bundle.manifest.checksum)
    expect(await told(corrects(right, LATE))).toBe('frozen frozen frozen')
  })

  it('P80 P86 replaces only the tables that differ, in every channel, archives the old ones marked, and goes on with the chain', async () => {
    const right = corrected(again, [SINGLE, PAIR], life.bundle.manifest.checksum)
    const before = await life.shown()
    const other = await asked(life, '2026-1/citizenship@region')
    expect(await corrects(right, LAST, () => [])).toEqual({ replaced: [SINGLE, PAIR], new: true })
    expect(await corrects(right, LAST)).toEqual({ replaced: [], new: false })
    for (const [name, json] of await life.shown())
      expect([name, json === before.get(name)]).toEqual([name, name !== SINGLE && name !== PAIR])
    for (const name of [SINGLE, PAIR]) {
      const answer = await asked(life, name)
      expect([name, answer.status, answer.headers.get('ETag')]).toEqual([name, 200, `"${table(right, name).checksum}"`])
    }
    expect((await asked(life, '2026-1/citizenship@region')).headers.get('ETag')).toBe(other.headers.get('ETag'))
    const listed = (await (await life.get('/api/v1/editions/2026-1/errata')).json()) as { errata: object[] }
    expect(listed.errata).toEqual([
      {
        kind: 'replaced',
        day: LAST,
        note: NOTE,
        bundle: right.manifest.checksum,
        tables: [SINGLE, PAIR].map((name) => {
          const [slice, id] = name.split('/')
          return { slice, id, checksum: table(life.bundle, name).checksum }
        }),
      },
    ])
    expect(await read(life.store, everPublished())).toHaveLength(before.size + 2)
    const next = corrected(right, [SINGLE], right.manifest.checksum)
    expect(await told(corrects(next, LATE))).toBe('frozen frozen')
    expect((await corrects(next, LAST)).replaced).toEqual([SINGLE])
  })

  it('P16 P86 takes a note in both languages and refuses one that holds an identifier, without repeating it', async () => {
    expect(readNote({ en: ' A. ', ja: 'い' })).toEqual({ en: 'A.', ja: 'い' })
    const refused = [
      [{ en: 'x' }, 'required'],
      [{ en: '', ja: 'い' }, 'required'],
      [{ en: 'x', ja: 'い', fr: 'y' }, 'unknown_key'],
      [{ en: 'x'.repeat(501), ja: 'い' }, 'too_long'],
      [{ en: 'x\u202ey', ja: 'い' }, 'invalid_characters'],
      [{ en: 'Ask nobody@example.org', ja: 'い' }, 'identifier'],
      [null, 'required'],
    ] as const
    for (const [note, rule] of refused)
      expect(await told(new Promise((resolve) => resolve(readNote(note))))).toBe(`invalid-request ${rule}`)
  })

  it('P86 goes through the route of the editors’ machine, for those who may publish', async () => {
    const editors = await life.organisation('Invented Editors', { scopes: ['publish'] })
    const put = async (key: string, body: unknown, edition = '2026-1') => {
      const response = await life.app.request(`/api/v1/editions/${edition}/erratum`, {
        method: 'PUT',
        body: JSON.stringify(body),
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      })
      const { type = '' } = (await response.json()) as { type?: string }
      return [response.status, type]
    }
    // The clock of this server stands in November: the figures of January are frozen.
    const newest = await newestChecksum(life)
    const bundle = corrected(again, [PAIR], newest)
    expect(await put(editors, { note: NOTE, bundle })).toEqual([409, '/problems/frozen'])
    expect(await put(editors, { note: NOTE, bundle }, '2026-2')).toEqual([422, '/problems/invalid-bundle'])
    expect(await put(editors, { note: {}, bundle })).toEqual([400, '/problems/invalid-request'])
    expect(await put(editors, { note: NOTE, bundle, more: 1 })).toEqual([400, '/problems/invalid-request'])
    expect(await put(life.keys[0] as string, { note: NOTE, bundle })).toEqual([404, '/problems/not-found'])
    expect(await put('wrong', { note: NOTE, bundle })).toEqual([401, '/problems/unauthorized'])
  })

  it('P86 leaves a withdrawn table withdrawn: it answers 410 with its note, in the language asked for, and is out of every sum', async () => {
    const ROUTES = 'route_origin@country,route_transit@country,exploitation_prefectures@area8'
    const withdraws = (name: string) => {
      const [slice = '', id = ''] = name.split('/')
      return withdrawTable(slice, id, NOTE, life.needs(LATE))
    }
    await withdraws(SINGLE)
    await withdraws('volume-2026-1/routes')
    expect([await told(withdraws(SINGLE)), await told(withdraws('2026-1/no-such'))]).toEqual(['table-withdrawn', 'not-released'])
    for (const lang of ['en', 'ja'] as const) {
      const answer = await asked(life, SINGLE, lang)
      const body = await problem(answer)
      expect([answer.status, body.type, body.detail]).toEqual([410, '/problems/table-withdrawn', NOTE[lang]])
      expect(answer.headers.get('Cache-Control')).toBe('no-store')
    }
    const [rows, transit, area] = ROUTES.split(',')
    const routes = await life.get(
      `/api/v1/editions/2026-1/tables?rows=${rows}&columns=${transit},${area}&slice=volume-2026-1&lang=en&format=json-stat`,
    )
    expect([routes.status, (await asked(life, 'all/gender@list')).status, (await asked(life, PAIR)).status]).toEqual([410, 410, 200])
    const detail = (await (await life.get('/api/v1/editions/2026-1')).json()) as { tables: string[] }
    expect([detail.tables.includes('gender@list'), detail.tables.includes('citizenship@region')]).toEqual([false, true])
    const previous = await newestChecksum(life)
    expect((await corrects(corrected(again, [SINGLE, '2026-1/age_band_registration@list'], previous), LAST)).replaced).not.toContain(SINGLE)
    expect((await asked(life, SINGLE)).status).toBe(410)
  })

  it('P40 P86 is done by commands as well, which say clearly what they refuse', async () => {
    const run = async (...args: string[]) => {
      const { code, stdout } = await jnatip([...args, '--data', life.dataDir, '--json'])
      return { code, answer: JSON.parse(stdout) as Record<string, unknown> }
    }
    const dated = (day: string, month: string) =>
      life.store.batch([
        CompiledQuery.raw('update release set day = ?', [day]),
        CompiledQuery.raw('update sealed_case set month = ?', [month]),
      ])
    const note = ['--note-en', NOTE.en, '--note-ja', NOTE.ja]
    const file = join(life.dataDir, 'corrected.json')
    writeFileSync(file, JSON.stringify(corrected(again, [PAIR], await newestChecksum(life))))
    await dated('2024-02-01', '2026-11')
    expect(await run('erratum', file, ...note)).toMatchObject({ code: 1, answer: { error: 'frozen' } })
    expect(await run('destroy', '--edition', '2026-1')).toMatchObject({
      code: 1,
      answer: { error: 'retention-running', errors: [{ rule: 'retention_date' }] },
    })
    await dated(new Date().toISOString().slice(0, 10), '2023-10')
    expect(await run('erratum', file, ...note)).toMatchObject({ code: 0, answer: { new: true } })
    expect(await run('erratum', file, ...note)).toMatchObject({ code: 0, answer: { new: false } })
    expect(await run('withdraw-table', ...PAIR.split('/'), ...note)).toMatchObject({ code: 0, answer: { withdrawn: true } })
    expect(await run('withdraw-table', ...PAIR.split('/'), ...note)).toMatchObject({ code: 1, answer: { error: 'table-withdrawn' } })
    expect((await asked(life, PAIR)).status).toBe(410)
    expect(await run('destroy', '--edition', '2026-1')).toMatchObject({ code: 1, answer: { errors: [{ rule: 'crosstabs_not_frozen' }] } })
    await dated('2024-02-01', '2023-10')
    expect(await run('destroy', '--edition', '2026-1')).toMatchObject({ code: 0, answer: { cases: 60, new: true } })
    expect(await run('destroy', '--edition', '2026-1')).toMatchObject({ code: 0, answer: { cases: 0, new: false } })
    expect((await jnatip(['destroy', '--data', life.dataDir])).code).toBe(2)
    const build = ['build', '--data', life.dataDir, '--edition', '2026-1', '--share', file, '--out', file]
    expect((await jnatip([...build, '--policy', 'other'])).code).toBe(2)
    expect(await life.held('2026-1')).toBe(0)
  }, 240_000)
})

describe('retention', () => {
  let life: Life
  /** Key, seal and ids of each case, before anything was destroyed. */
  let seals: readonly Uint8Array[]
  const later = '2028-12-01'
  const destroys = (day: string, months?: number) => destroyCases('2026-1', life.needs(day), months)
  const ends = async (given: Promise<unknown>) => told(given)
  beforeAll(async () => {
    life = await published('2028-11-20')
    seals = (await life.sealed()).flatMap(([id, ...hex]) => [
      new TextEncoder().encode(id),
      ...hex.map((bytes) => fromHex(bytes, bytes.length / 2)),
    ])
  }, 300_000)
  afterAll(() => life.close())

  const holdingBytes = () =>
    readdirSync(life.dataDir)
      .map((name) => readFileSync(join(life.dataDir, name)))
      .reduce((hits, bytes) => hits + seals.filter((seal) => bytes.includes(Buffer.from(seal))).length, 0)

  it('P40 refuses while the crosstabs wait or are not frozen, while the time runs, and for an edition that is open or unknown', async () => {
    expect(await ends(destroys('2026-11-30'))).toBe('retention-running crosstabs_not_frozen retention_date')
    expect(await ends(destroys(later))).toBe('retention-running crosstabs_not_frozen')
    expect(await ends(destroys('2029-02-18'))).toBe('retention-running crosstabs_not_frozen')
    expect(await ends(destroys('2029-02-19', 27))).toBe('retention-running retention_date')
    expect(await ends(destroyCases('2026-2', life.needs(later)))).toBe('edition-open')
    expect(await ends(destroyCases('no-such', life.needs(later)))).toBe('not-found')
    expect([await life.held('2026-1'), holdingBytes() > 0]).toEqual([60, true])
  })

  it('P40 destroys the sealed cases: no byte of a seal, its key or an id is in any file, and all three shares open nothing', async () => {
    const edition = life.bundle.manifest.editions[0]!
    expect(await destroys('2029-02-19')).toEqual({ edition: '2026-1', cases: 60, new: true })
    expect(life.store.scrub()).toBe(true)
    expect([await life.held('2026-1'), holdingBytes()]).toEqual([0, 0])
    expect(await destroys('2029-02-19')).toEqual({ edition: '2026-1', cases: 0, new: false })
    expect(await ends(life.build())).toBe('edition-too-small')
    const editors = await life.organisation('Invented Editors', { scopes: ['edit'] })
    const lines = (await (await life.get('/api/v1/editions/2026-1/sealed-cases', editors)).text()).trimEnd().split('\n')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ cases: 0 })
    expect(lines[0]).not.toContain(edition.digest)
  })

  it('R20 still knows each of them when it is sent again, and stores nothing; published figures stay', async () => {
    const again = await life.send(life.reports)
    expect(again.told).toEqual({ 'already-counted': 60 })
    expect([await life.held('2026-1'), await life.held('2026-2'), holdingBytes()]).toEqual([0, 0, 0])
    expect((await asked(life, SINGLE)).headers.get('ETag')).toBe(`"${table(life.bundle, SINGLE).checksum}"`)
  })

  it('P40 refuses an edition whose crosstabs wait for more cases', async () => {
    await life.send(batch(45, 8))
    await life.open('2026-3')
    expect(await ends(destroyCases('2026-2', life.needs('2040-01-01')))).toBe('retention-running crosstabs_wait')
    const small = await buildFromStore({ ...life.needs(later), editions: ['2026-2'], shares: life.shares('2026-2') })
    expect(await ends(publishErratum(small.bundle, NOTE, life.needs(later)))).toBe('not-released')
  })
})

describe('a volume', () => {
  it('P86 is published only of consecutive editions, with enough cases, or with fewer by the decision that two editors recorded in it', async () => {
    const running = await closedEdition(60)
    try {
      const { store, serverKey } = running
      const needs = { store, serverKey, events: eventLog(() => {}), clock: clockAt(PUBLISHED) }
      const { bundle } = running.built
      const most = bundle.manifest.persons.at(-1)?.most
      const total = most?.status === 'shown' ? most.figure : 0
      const held = (smallestVolume: number, smallestVolumeByDecision: number, byDecision: boolean) =>
        told(
          publishBundle(
            resealed(bundle, {
              policy: { ...bundle.manifest.policy, smallestVolume, smallestVolumeByDecision },
              volume: { ...bundle.manifest.volume!, byDecision },
            }),
            needs,
          ),
        )
      const volume = { ...bundle.manifest.volume!, editions: ['2026-2', '2026-1'] }
      expect(await told(publishBundle(resealed(bundle, { volume }), needs))).toBe('invalid-bundle not_consecutive')
      const twice = [...bundle.manifest.counted, ...bundle.manifest.counted]
      const policy = { ...bundle.manifest.policy, smallestVolume: total + 1 }
      expect(await told(publishBundle(resealed(bundle, { policy, counted: twice }), needs))).toBe('invalid-bundle too_few_cases')
      expect(await held(total + 1, total, false)).toBe('invalid-bundle too_few_cases')
      expect(await held(total + 1, total + 1, true)).toBe('invalid-bundle too_few_cases')
      expect(await held(total + 1, total, true)).toBe('done')
    } finally {
      await running.close()
    }
  }, 300_000)
})
