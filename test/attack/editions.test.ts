/** The attacker compares what was published before with what is published now: editions, and volumes of several. */
import { afterAll, describe, expect, it } from 'vitest'
import { buildRelease } from '../../analysis/disclosure/build-release.ts'
import { figureOf, nameOf, seenCells } from '../../server/editors/attack/meaning.ts'
import { nestedPairs } from '../../server/editors/attack/nested.ts'
import { posteriorsUnder, tooSure } from '../../server/editors/attack/posterior.ts'
import { editionInput, readAll, withAnswer } from '../support/edition.ts'
import { seeded } from '../support/seeded.ts'
import { POLICY } from './policy.ts'
import { scoreboard } from './scoreboard.ts'
import { SOAK } from './shapes.ts'
import { size, truthOf } from './truth.ts'

const scores = scoreboard()
afterAll(() => scores.print())

/** 480 cases; 130 more, of which some are withdrawn and some corrected before they close, and old ones sent again; 400 more. */
function threeReleases(seed: number) {
  const parts = [480, 130, 400].map((cases, index) => editionInput({ cases, seed: 10 * seed + index, policy: POLICY }))
  const editions = parts.map(({ editions: [edition], cases: all }, index) => {
    const sent = all
      .filter((_, at) => index !== 1 || at % 26 !== 0)
      .map((entry, at) => (index === 1 && at % 17 === 0 ? { ...entry, record: withAnswer(entry.record, 'gender', 'man') } : entry))
    const cases = readAll(sent)
    return { ...edition!, id: `fictional-${index + 1}`, cases, shuffle: seeded(100 * seed + index) }
  })
  const [first, second, third] = editions as [(typeof editions)[0], (typeof editions)[0], (typeof editions)[0]]
  const common = { ...parts[0]!, volumeShuffle: seeded(77 * seed) }
  const one = buildRelease({ ...common, editions: [first], published: new Map() })
  const two = buildRelease({ ...common, editions: [second], published: new Map(), previous: one.bundle.manifest.checksum })
  const three = buildRelease({
    ...common,
    editions: [{ ...second, shuffle: seeded(100 * seed + 1) }, third],
    published: new Map([['fictional-2', two.bundle.tables]]),
    previous: two.bundle.manifest.checksum,
  })
  return { bundles: [one, two, three].map(({ bundle }) => bundle), editions }
}

describe('editions', () => {
  for (const seed of SOAK ? [1, 2, 3, 4, 5] : [1]) {
    it(`tell nobody who came in between, seed ${seed}`, () => {
      const { bundles, editions } = threeReleases(seed)
      const slices = bundles.map(({ tables }) => new Set(tables.map((table) => table.slice)))
      expect(slices).toEqual([
        new Set(['fictional-1', 'volume-fictional-1']),
        new Set(['fictional-2']),
        new Set(['fictional-3', 'volume-fictional-2-to-fictional-3']),
      ])
      for (const { id } of editions) {
        const singles = bundles.flatMap(({ tables }) => tables.filter((table) => table.slice === id && table.axes.length === 1))
        expect(singles.length, id).toBe(142)
        expect(singles.flatMap(({ cells }) => cells).filter((cell) => cell.status === 'shown').length, id).toBeGreaterThan(100)
      }

      const truth = truthOf(editions.flatMap(({ id, cases }) => cases.map(({ record }) => ({ record, edition: id }))))
      const cells = seenCells(
        bundles.flatMap(({ tables }) => tables),
        bundles.map(({ manifest }) => manifest),
      )
      const { shown, difference } = posteriorsUnder(POLICY)
      const counts = new Map(cells.map((seen) => [seen, size(truth.persons(seen))]))
      let [increments, few, exact, sure] = [0, 0, 0, 0]
      const learned: string[] = []
      for (const { outer, inner } of nestedPairs(cells)) {
        if (outer.editions.length === inner.editions.length) continue
        increments++
        const came = counts.get(outer)! - counts.get(inner)!
        if (came < 1 || came > 4) continue
        few++
        const posterior = difference(shown(figureOf(outer.cell)!), shown(figureOf(inner.cell)!))
        const { single, somebody } = tooSure(posterior, POLICY.minimumCases)
        if ((posterior.get(came) ?? 0) > 0.999) exact++
        if (single !== null || somebody) sure++
        learned.push(`${nameOf(outer)} less ${nameOf(inner)}: ${came}`)
      }
      expect(increments).toBeGreaterThan(100)
      scores.add({
        attack: 'editions, exact increments',
        on: `seed ${seed}, ${increments} differences between editions and volumes`,
        score: exact,
        mark: '0',
        passes: exact === 0,
      })
      scores.add({
        attack: 'editions, increments of 1 to 4',
        on: `seed ${seed}, ${few} such differences`,
        score: sure,
        mark: '0 above 0.5, or 19 to 1',
        passes: sure === 0,
      })
      scores.add({
        attack: 'nested differencing between editions and volumes',
        on: `seed ${seed}`,
        score: few,
        mark: '0',
        passes: few === 0,
      })
      expect.soft(exact).toBe(0)
      expect.soft(sure).toBe(0)
      expect.soft(learned.slice(0, 30)).toEqual([])
    })
  }
})
