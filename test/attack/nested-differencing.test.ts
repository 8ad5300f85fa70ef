/** The attacker holds every published table and subtracts any cell from any other that holds it. */
import { afterAll, describe, expect, it } from 'vitest'
import { figureOf, nameOf, seenCells } from '../../server/editors/attack/meaning.ts'
import { nestedPairs } from '../../server/editors/attack/nested.ts'
import { makeEdition } from '../support/edition.ts'
import { scoreboard } from './scoreboard.ts'
import { SHAPES } from './shapes.ts'
import { size, truthOf } from './truth.ts'

const SMALLEST = 40
const scores = scoreboard()
afterAll(() => scores.print())

describe('nested differencing', () => {
  for (const [name, shape] of Object.entries({ ...SHAPES, 'network of 150': { cases: 150, seed: 3 } })) {
    it(`finds no two published cells that differ by 1 to 4 persons: ${name}`, () => {
      const { input, bundle, editor } = makeEdition(shape)
      const cells = seenCells(bundle.tables, [bundle.manifest])
      const truth = truthOf(input.cases.map(({ record }) => ({ record, edition: 'fictional-1' })))
      const counts = new Map(cells.map((seen) => [seen, size(truth.persons(seen))]))
      const counted = new Map(editor.cells.map((one) => [nameOf(one), one.cases]))
      // What the attacker takes a joined category for is what the build counted.
      for (const seen of cells) if (figureOf(seen.cell) !== null) expect(counts.get(seen), nameOf(seen)).toBe(counted.get(nameOf(seen)))
      let pairs = 0
      // Of one question, or pair, at all levels; and of one question within another that says more.
      const found = { levels: [] as string[], questions: [] as string[] }
      for (const { outer, inner } of nestedPairs(cells)) {
        pairs++
        const difference = counts.get(outer)! - counts.get(inner)!
        if (difference < 1 || difference > 4) continue
        const own = new Set(inner.conditions.map(({ variable }) => variable))
        const kind = outer.conditions.every(({ variable }) => own.has(variable)) ? 'levels' : 'questions'
        found[kind].push(`${nameOf(outer)} minus ${nameOf(inner)} is ${difference}`)
      }
      // Something is tried at all; the smallest edition of answers independent of one another shows hardly a figure.
      expect(pairs).toBeGreaterThan(input.cases.length > SMALLEST ? 100 : 0)
      for (const [kind, learned] of Object.entries(found)) {
        scores.add({
          attack: `nested differencing, ${kind}`,
          on: `${name}, ${pairs} pairs`,
          score: learned.length,
          mark: '0',
          passes: learned.length === 0,
        })
        expect.soft(learned.slice(0, 20), kind).toEqual([])
      }
    })
  }
})
