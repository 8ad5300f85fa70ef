/** An option ticked at the step that is meant, or at another. */
import { describe, expect, it } from 'vitest'
import { linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { partitionsOf } from '../../../../../analysis/disclosure/audit/linked-tables/partitions.ts'
import { anyStep, splitByStep } from '../../../../../analysis/disclosure/audit/linked-tables/same-step.ts'
import { axisOf, tableOf } from '../../../../support/small-release.ts'

const [axis] = linkedTablesOf([tableOf('q', [axisOf('q', ['a', 'b'], 'multiple')], new Array(6).fill(10))])[0]!.axes
const [fixed, ofA] = partitionsOf(axis)

describe('a partition by step', () => {
  it('has one elementary cell more, on every line that holds the option', () => {
    // Ticked, other answers, no answer, not applicable.
    expect(ofA!.size).toBe(4)
    const split = splitByStep(ofA!)
    expect(split).toMatchObject({ size: 5, sameStep: 0 })
    expect(axis.lines.map(({ code }, line) => [code, split.elementsOf[line]])).toEqual([
      ['a', [0, 4]],
      ['b', null],
      ['answered', [0, 1, 4]],
      ['no_answer', [2]],
      ['not_applicable', [3]],
      ['total', [0, 1, 2, 3, 4]],
    ])
    expect(split.groupings[0]).toEqual([[0], [1], [2], [3], [4]])
    expect(split.groupings[1]).toEqual([[0, 4], [1], [2], [3]])
  })

  it('stays as it is where it is of no option, or no step is meant', () => {
    expect(splitByStep(fixed!)).toEqual({ ...fixed, sameStep: null })
    expect(anyStep(ofA!)).toEqual({ ...ofA, sameStep: null })
  })
})
