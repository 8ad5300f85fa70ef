/** Two releases of one table, of which the later counts late cases as well. Noise of -1, 0 or 1. */
import { describe, expect, it } from 'vitest'
import { attackerWith } from '../../../../../analysis/disclosure/audit/evidence/attacker.ts'
import { auditIncrements } from '../../../../../analysis/disclosure/audit/evidence/increments.ts'
import { asRead, axisOf, suppressed, tableOf, type Written } from '../../../../support/small-release.ts'
import { attacker, knowledge } from './quarter-noise.ts'

const LIMITS = { single: 0.5, factor: 19 }
const releaseOf = (a: Written) => [tableOf('q', [axisOf('q', ['a'])], [a, suppressed(0), suppressed(0), suppressed(0), suppressed(0)])]

const found = (before: Written, after: Written, { read = (tables: ReturnType<typeof releaseOf>) => tables, by = attacker } = {}) =>
  auditIncrements(read(releaseOf(before)), read(releaseOf(after)), { ...by, minimumCases: by.knowledge.minimumCases }, LIMITS).map(
    ({ cell, lower, upper }) => [cell.lines[0], lower, upper],
  )

describe('an increment', () => {
  it('gives somebody away where the figures are too far apart for noise', () => {
    expect(found([40, 40], [43, 43])).toEqual([['a', 1, null]])
  })

  it('gives nothing away while nobody may have been added', () => {
    // Two apart: 1, 4, 6 and 4 for 0 to 3, a factor of 15 quarters.
    expect(found([40, 40], [42, 42])).toEqual([])
    expect(found([40, 40], [42, 41])).toEqual([])
  })

  it('is not judged where it is five and more, nor where cases were taken out', () => {
    expect(found([40, 39], [46, 47])).toEqual([])
    expect(found([43, 40], [40, 43])).toEqual([])
  })

  it('is judged by seven where the policy says so', () => {
    // Eight apart: 6 to 10 by the noise.
    expect(found([40, 39], [46, 47], { by: attackerWith({ ...knowledge, minimumCases: 7 }) })).toEqual([['a', 1, null]])
  })

  it('of nobody is judged as well: to be thought to be somebody harms too', () => {
    expect(found([40, 39], [40, 41])).toEqual([])
    expect(found([40, 38], [40, 41])).toEqual([['a', 1, null]])
  })

  it('is not known where one of the two is withheld', () => {
    expect(found(suppressed(3), [43, 44])).toEqual([])
    expect(found([40, 39], suppressed(3))).toEqual([])
  })

  it('is judged only where few are likely, where the truth is not known', () => {
    expect(found([40, 40], [43, 43], { read: asRead })).toEqual([['a', 1, null]])
    // Nine apart: 7 and more by the noise.
    expect(found([40, 40], [49, 49], { read: asRead })).toEqual([])
    // Six apart: 4 to 8, and 4 is one in three.
    expect(found([40, 40], [46, 46], { read: asRead })).toEqual([])
  })
})
