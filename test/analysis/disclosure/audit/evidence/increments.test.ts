/** Two releases of one table, of which the later counts late cases as well. Noise of -1, 0 or 1. */
import { describe, expect, it } from 'vitest'
import { auditIncrements } from '../../../../../analysis/disclosure/audit/evidence/increments.ts'
import { asRead, axisOf, suppressed, tableOf, type Written } from '../../../../support/small-release.ts'
import { attacker } from './quarter-noise.ts'

const LIMITS = { single: 0.5, anybody: 0.95 }
const releaseOf = (a: Written) => [tableOf('q', [axisOf('q', ['a'])], [a, suppressed(0), suppressed(0), suppressed(0), suppressed(0)])]

const found = (before: Written, after: Written, read = (tables: ReturnType<typeof releaseOf>) => tables) =>
  auditIncrements(read(releaseOf(before)), read(releaseOf(after)), attacker, LIMITS).map(({ cell, lower, upper }) => [
    cell.lines[0],
    lower,
    upper,
  ])

describe('an increment', () => {
  it('gives somebody away where the figures are too far apart for noise', () => {
    expect(found([40, 40], [43, 43])).toEqual([['a', 1, null]])
  })

  it('gives nothing away while nobody may have been added', () => {
    expect(found([40, 40], [42, 41])).toEqual([])
  })

  it('is not judged where it is none, or five and more', () => {
    expect(found([40, 39], [40, 41])).toEqual([])
    expect(found([40, 39], [46, 47])).toEqual([])
  })

  it('is not known where one of the two is withheld', () => {
    expect(found(suppressed(3), [43, 44])).toEqual([])
    expect(found([40, 39], suppressed(3))).toEqual([])
  })

  it('is judged for a single number alone, where the truth is not known', () => {
    expect(found([40, 40], [43, 43], asRead)).toEqual([])
    // Five apart: 3 to 7 by the noise, and 4 is more likely than all others together.
    expect(found([40, 39], [43, 44], asRead)).toEqual([['a', 4, 4]])
  })
})
