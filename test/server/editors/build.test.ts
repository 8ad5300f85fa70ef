import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildFromSources } from '../../../server/editors/build/build-edition.ts'
import { sealedFromStore } from '../../../server/editors/build/sealed-source.ts'
import { strandedBefore } from '../../../server/editors/build/stranded.ts'
import { newEditionKey } from '../../../server/editors/keys/edition-key.ts'
import { SealBroken } from '../../../server/editors/keys/open.ts'
import { makeShares } from '../../../server/editors/keys/shares.ts'
import { checksum } from '../../../server/sealing/checksum.ts'
import type { Bundle } from '../../../survey-schema/release/bundle.ts'
import { CROSSTABS_ALWAYS } from '../../support/edition.ts'
import { build, type Closed, closedEdition, copy, publish } from '../published.ts'

let edition: Closed
let first: Bundle
beforeAll(async () => {
  edition = await closedEdition(60)
  first = edition.built.bundle
})
afterAll(() => edition.close())

const slug = (given: Promise<unknown>) =>
  given.then(
    () => 'done',
    (error: { slug?: string; fault?: string }) => error.slug ?? error.fault ?? String(error),
  )

const reason = (given: Promise<unknown>) =>
  given.then(
    () => 'done',
    (error: { slug?: string; errors?: readonly { rule: string }[] }) => `${error.slug} ${error.errors?.map(({ rule }) => rule).join(' ')}`,
  )

describe('the build', () => {
  it('takes what intake kept: every case of the network was accepted and is counted', async () => {
    expect([edition.refused, edition.heldBefore]).toEqual([0, 60])
    const bundle = first
    expect(bundle.manifest).toMatchObject({ editions: [{ id: '2026-1', questionnaire: '1.0' }], fictional: true, previous: null })
    const table = bundle.tables.find(({ id }) => id === 'gender@list')
    const total = table?.cells[table.axes[0].lines.findIndex(({ role }) => role === 'total')]
    expect(Math.abs((total?.status === 'shown' ? total.figure : 0) - 60)).toBeLessThanOrEqual(5)
  })

  it('gives the same bundle twice, whichever two shares open the edition', async () => {
    // The first came from the first two.
    const [a, , c] = edition.opened.shares as [string, string, string]
    const source = await sealedFromStore(edition.store, edition.serverKey, '2026-1')
    const head = { ...source.head, waitingBefore: [{ edition: '2025-1', cases: 60 }] }
    const again = await buildFromSources([{ ...source, head }], [c, a], { policy: CROSSTABS_ALWAYS })
    expect(checksum(again.bundle)).toBe(checksum(first))
    expect(again.stranded).toEqual(['2025-1'])
  })

  it('P40 refuses one share, strange shares, and an edition that is open', async () => {
    const [a] = edition.opened.shares as [string]
    const strange = await makeShares('2026-1', await newEditionKey())
    expect(await slug(build(edition, [a]))).toBe('too-few')
    expect(await slug(build(edition, strange.slice(0, 2)))).toBe('other-key')
    const source = await sealedFromStore(edition.store, edition.serverKey, '2026-2')
    expect(await slug(buildFromSources([source], edition.opened.shares.slice(0, 2)))).toBe('edition-open')
    expect(await slug(sealedFromStore(edition.store, edition.serverKey, 'no-such'))).toBe('not-found')
  })

  it('P40 notices a sealed case that was given to another organisation', async () => {
    const source = await sealedFromStore(edition.store, edition.serverKey, '2026-1')
    const [first, second] = source.head.organisations
    async function* moved() {
      for await (const sealed of source.cases)
        yield { ...sealed, organisation: sealed.organisation === first?.id ? (second?.id ?? 0) : sealed.organisation }
    }
    await expect(buildFromSources([{ ...source, cases: moved() }], edition.opened.shares.slice(0, 2))).rejects.toThrow(SealBroken)
  })

  it('says which editions no volume could hold any more, where they are too few among themselves', async () => {
    const { smallestVolumeByDecision: least } = CROSSTABS_ALWAYS
    const behind = (...cases: number[]) =>
      strandedBefore({ waitingBefore: cases.map((held, at) => ({ edition: `2025-${at + 1}`, cases: held })) }, CROSSTABS_ALWAYS)
    expect(behind(60, least - 61)).toEqual(['2025-1', '2025-2'])
    expect(behind(60, least - 60)).toEqual([])
    expect(edition.built.stranded).toEqual([])
    const { head } = await sealedFromStore(edition.store, edition.serverKey, '2026-2')
    expect(head).toMatchObject({ volume: null, waitingBefore: [{ edition: '2026-1', cases: 60 }] })
  })

  it('joins members of one umbrella as one contributor', async () => {
    const { head } = await sealedFromStore(edition.store, edition.serverKey, '2026-1')
    const umbrellas = head.organisations.flatMap(({ holding }) => holding ?? [])
    expect(umbrellas).toHaveLength(2)
    expect(new Set(umbrellas).size).toBe(1)
  })
})

describe('publishing', () => {
  it('refuses a bundle with a changed byte, of another edition, of an open one, or of cases that are no longer held', async () => {
    const bundle = first
    const changed = copy(bundle)
    const [counted] = bundle.manifest.counted
    const cells = changed.tables[0]?.cells as { status: string; figure?: number }[]
    cells[0] = { status: 'shown', figure: 77 }
    expect(await slug(publish(edition, changed))).toBe('invalid-bundle')
    expect(await slug(publish(edition, { ...copy(bundle), more: 1 }))).toBe('invalid-bundle')
    for (const value of [null, 7, [], {}, 'bundle']) expect(await slug(publish(edition, value))).toBe('invalid-bundle')
    expect(await slug(publish(edition, resealed(bundle, { counted: [{ ...counted, id: 'no-such' }] })))).toBe('not-found')
    expect(await slug(publish(edition, resealed(bundle, { counted: [{ ...counted, id: '2026-2' }] })))).toBe('edition-open')
    expect(await slug(publish(edition, resealed(bundle, { counted: [{ ...counted, digest: '0'.repeat(64) }] })))).toBe('stale-bundle')
    expect((await edition.get('/api/v1/editions/2026-1/tables?rows=gender@list&slice=2026-1&lang=ja&format=json-stat')).status).toBe(404)
  })

  it('releases a bundle whole and once; the same one again changes nothing, another one is refused', async () => {
    const bundle = first
    expect(await publish(edition, bundle)).toEqual({
      editions: ['2026-1'],
      volume: 'volume-2026-1',
      tables: bundle.tables.length + 1,
      new: true,
    })
    expect((await publish(edition, bundle)).new).toBe(false)
    expect(await slug(publish(edition, resealed(bundle, { previous: bundle.manifest.checksum })))).toBe('edition-exists')
    const listed = (await (await edition.get('/api/v1/editions')).json()) as { editions: { id: string; state: string }[] }
    expect(listed.editions.map(({ id, state }) => `${id} ${state}`)).toEqual(['2026-2 open', '2026-1 published'])
  })

  it('refuses a late volume because its edition has crosstabs in another, whichever bundle it follows', async () => {
    for (const previous of [null, first.manifest.checksum])
      expect(await reason(publish(edition, underAnotherName(first, 'volume-late', previous)))).toBe('edition-exists in_another_volume')
    expect(await reason(build(edition))).toBe('edition-exists in_another_volume')
    const { head } = await sealedFromStore(edition.store, edition.serverKey, '2026-2')
    expect(head.waitingBefore).toEqual([])
  })

  it('goes through the routes of the editors’ machine as well', async () => {
    const editors = await edition.organisation('Invented Editors', { scopes: ['edit', 'publish'] })
    const sealed = await edition.get('/api/v1/editions/2026-1/sealed-cases', editors)
    const lines = (await sealed.text()).trimEnd().split('\n')
    const head = JSON.parse(lines[0] ?? '') as { cases: number; digest: string }
    expect([sealed.status, lines.length, head.cases]).toEqual([200, 61, 60])
    expect(sealed.headers.get('Jnatip-Digest')).toBe(head.digest)
    const put = (key: string, path = '2026-1', type = 'application/json') =>
      edition.app.request(`/api/v1/editions/${path}/bundle`, {
        method: 'PUT',
        body: JSON.stringify(first),
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': type },
      })
    expect((await put(editors)).status).toBe(200)
    expect((await put(editors, '2026-2')).status).toBe(422)
    expect((await put(editors, '2026-1', 'text/plain')).status).toBe(415)
    expect((await put(edition.keys[0] ?? '')).status).toBe(404)
    expect((await put('wrong')).status).toBe(401)
  })
})

/** A bundle with another manifest whose checksum is right: what somebody could make who knows the format. */
function resealed(bundle: Parameters<typeof copy>[0], change: Readonly<Record<string, unknown>>) {
  const { checksum: _old, ...manifest } = { ...copy(bundle).manifest, ...change }
  const checksums = [...bundle.tables.map((table) => table.checksum), bundle.routes?.checksum ?? null]
  return { ...copy(bundle), manifest: { ...manifest, checksum: checksum({ ...manifest, checksums }) } }
}

/** The crosstabs of a bundle as another volume of the same editions. */
function underAnotherName(bundle: Bundle, id: string, previous: string | null) {
  const volume = bundle.manifest.volume!
  const renamed = <Made extends { readonly slice: string; readonly checksum: string }>({ checksum: _old, ...made }: Made) => {
    const figures = { ...made, slice: id }
    return { ...figures, checksum: checksum(figures) }
  }
  const tables = bundle.tables.filter(({ slice }) => slice === volume.id).map(renamed)
  const routes = renamed(bundle.routes!)
  const { checksum: _whole, ...before } = copy(bundle).manifest
  const manifest = {
    ...before,
    editions: [],
    volume: { ...volume, id },
    persons: before.persons.filter(({ slice }) => slice === volume.id).map((persons) => ({ ...persons, slice: id })),
    previous,
    tables: tables.map((table) => `${id}/${table.id}`),
  }
  const checksums = [...tables.map((table) => table.checksum), routes.checksum]
  return { manifest: { ...manifest, checksum: checksum({ ...manifest, checksums }) }, tables, routes }
}
