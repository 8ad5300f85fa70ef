/** The check of the noise from what editors keep: counts, cell keys and the secrets of two shares each. */
import { beforeAll, describe, expect, it } from 'vitest'
import { newEditionKey } from '../../../server/editors/keys/edition-key.ts'
import { makeShares, openEveryEdition } from '../../../server/editors/keys/shares.ts'
import { type CheckedBuild, cellName } from '../../../server/editors/noise-check/checked-build.ts'
import { checkKeptFigures } from '../../../server/editors/noise-check/kept-figures.ts'
import { checkNoise } from '../../../server/editors/noise-check/noise-check.ts'
import type { Bundle } from '../../../survey-schema/release/bundle.ts'
import { keyedEditions } from '../../support/keyed-editions.ts'

const VOLUME = 'volume-fictional-1-to-fictional-2'

let build: CheckedBuild
let editors: Parameters<typeof checkKeptFigures>[1]
let secrets: ReadonlyMap<string, Uint8Array>
beforeAll(() => {
  build = keyedEditions({ cases: 90, seed: 8 }, { editionOf: (place) => place % 2 })
  const keys = checkNoise(build)
  const cells = build.cells.map((cell) => ({ ...cell, key: keys.get(cellName(cell)) ?? null }))
  editors = new Map(['fictional-1', 'fictional-2', VOLUME].map((id) => [id, cells.filter(({ slice }) => slice === id)]))
  secrets = new Map(build.editions.map(({ id, secret }) => [id, secret]))
})

describe('figures that editors keep', () => {
  it('are made again, each with a key', () => {
    const { recomputed, faults, left } = checkKeptFigures([build.bundle], editors, secrets)
    expect([recomputed, faults, left]).toEqual([
      build.bundle.tables.flatMap(({ cells }) => cells).filter(({ status }) => status === 'shown').length,
      [],
      [],
    ])
  })

  it('are found changed by table and rule', () => {
    const tables = build.bundle.tables.map((table) =>
      table.slice === 'fictional-2' && table.id === 'gender@list'
        ? { ...table, cells: table.cells.map((cell) => (cell.status === 'shown' ? { ...cell, figure: cell.figure + 1 } : cell)) }
        : table,
    )
    const changed: Bundle = { ...build.bundle, tables }
    expect(checkKeptFigures([changed], editors, secrets).faults).toEqual([{ rule: 'figure-otherwise', place: 'fictional-2 gender@list' }])
  })

  it('are left where a secret or a file is missing, and so is the volume', () => {
    const one = new Map([...secrets].slice(0, 1))
    expect(checkKeptFigures([build.bundle], editors, one)).toMatchObject({ faults: [], left: ['fictional-2', VOLUME] })
    expect(checkKeptFigures([build.bundle], new Map(), secrets)).toMatchObject({
      recomputed: 0,
      left: ['fictional-1', 'fictional-2', VOLUME],
    })
  })

  it('are at fault where two editions have one secret', () => {
    const [first] = secrets.values()
    const { faults } = checkKeptFigures([build.bundle], editors, new Map([...secrets.keys()].map((id) => [id, first!])))
    expect(faults[0]).toEqual({ rule: 'secret-reused', place: 'fictional-1 fictional-2' })
  })
})

describe('the shares of several editions', () => {
  it('open each edition of which there are two, by the fingerprint that stands on them', async () => {
    const [one, other] = [await newEditionKey(), await newEditionKey()]
    const shares = [await makeShares('2026-1', one), await makeShares('2026-2', other)]
    const keys = await openEveryEdition([shares[0]![0]!, shares[1]![2]!, shares[0]![1]!])
    expect([...keys].map(([edition, { publicKey }]) => [edition, publicKey])).toEqual([['2026-1', one.publicKey]])
    const strange = await makeShares('2026-1', other)
    await expect(openEveryEdition([shares[0]![0]!, strange[1]!])).rejects.toMatchObject({ fault: 'other-key' })
    await expect(openEveryEdition([shares[0]![0]!, shares[0]![0]!])).rejects.toMatchObject({ fault: 'same-share' })
  })
})
