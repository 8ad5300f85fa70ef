/** The attacker averages everything that published tables say of one and the same inner cell. */
import { afterAll, describe, expect, it } from 'vitest'
import { averaged, estimatesOf } from '../../server/editors/attack/estimates.ts'
import { figureOf, seenCells } from '../../server/editors/attack/meaning.ts'
import { makeEdition } from '../support/edition.ts'
import { scoreboard } from './scoreboard.ts'
import { SHAPES } from './shapes.ts'
import { size, truthOf } from './truth.ts'

const scores = scoreboard()
afterAll(() => scores.print())

/** Points of a hundred by which averaging may be right more often than the printed figure. */
const MARK = 0.03

describe('averaging', () => {
  for (const [name, shape] of Object.entries(SHAPES)) {
    it(`recovers hardly more cells than the printed figure does: ${name}`, () => {
      const { input, bundle } = makeEdition(shape)
      const truth = truthOf(input.cases.map(({ record }) => ({ record, edition: 'fictional-1' })))
      const targets = estimatesOf(seenCells(bundle.tables, [bundle.manifest]))
      const shown = targets.filter(({ seen }) => figureOf(seen.cell) !== null)
      const several = shown.filter(({ estimates }) => estimates.length > 1)
      // Of forty answers spread evenly hardly any figure but the total may stand, and then nothing can be recovered.
      const right = (guess: (target: (typeof shown)[number]) => number) =>
        shown.filter((target) => guess(target) === size(truth.persons(target.seen))).length / Math.max(1, shown.length)
      const before = right(({ seen }) => figureOf(seen.cell)!)
      const after = right(({ estimates }) => averaged(estimates))
      const passes = after <= before + MARK
      scores.add({
        attack: 'averaging, shown cells',
        on: `${name}, ${shown.length} cells, ${several.length} with several estimates`,
        score: after,
        mark: `<= ${(before + MARK).toFixed(4)}`,
        passes,
      })

      const withheld = targets.filter(({ seen, estimates }) => seen.cell.status === 'withheld' && estimates.length > 0)
      const small = withheld.map((target) => ({ guess: averaged(target.estimates), persons: size(truth.persons(target.seen)) }))
      const few = small.filter(({ persons }) => persons >= 1 && persons <= 4)
      const recovered = few.filter(({ guess, persons }) => guess === persons).length
      // A blind guess: the commonest of the small counts.
      const blind = Math.max(0, ...[1, 2, 3, 4].map((n) => few.filter(({ persons }) => persons === n).length))
      const fine = recovered <= blind + 0.03 * few.length
      scores.add({
        attack: 'margin minus shown, withheld 1 to 4',
        on: `${name}, ${few.length} cells`,
        score: recovered,
        mark: `<= ${blind} by guessing + 3 points`,
        passes: fine,
      })
      expect.soft(passes).toBe(true)
      expect.soft(fine).toBe(true)
    })
  }
})
