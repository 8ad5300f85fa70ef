/** Flows around networks of two nodes. */
import { describe, expect, it } from 'vitest'
import { Circulation } from '../../../../../analysis/disclosure/audit/bounds/circulation.ts'
import { SolverStopped } from '../../../../../analysis/disclosure/audit/bounds/solver.ts'

/** @param bounds of arcs from the first node to the second, then of those back */
function twoNodes(there: readonly (readonly [number, number])[], back: readonly (readonly [number, number])[]) {
  const flow = new Circulation()
  const [one, two] = [flow.node(), flow.node()]
  const arcs = [
    ...there.map(([lower, upper]) => flow.arc(one, two, lower, upper)),
    ...back.map(([lower, upper]) => flow.arc(two, one, lower, upper)),
  ]
  return { flow, arcs }
}

describe('a circulation', () => {
  it('is bounded by what can flow back', () => {
    const { flow, arcs } = twoNodes([[1, 5]], [[0, 3]])
    flow.start()
    expect([flow.least(arcs[0]!), flow.most(arcs[0]!)]).toEqual([1, 3])
    expect([flow.least(arcs[1]!), flow.most(arcs[1]!)]).toEqual([1, 3])
  })

  it('leaves an arc what another must carry', () => {
    const { flow, arcs } = twoNodes(
      [
        [0, 5],
        [2, 2],
      ],
      [[0, 6]],
    )
    flow.start()
    expect([flow.least(arcs[0]!), flow.most(arcs[0]!)]).toEqual([0, 4])
  })

  it('may have no upper end', () => {
    const { flow, arcs } = twoNodes([[2, Infinity]], [[0, Infinity]])
    flow.start()
    expect([flow.least(arcs[0]!), flow.most(arcs[0]!)]).toEqual([2, Infinity])
  })

  it('is refused where none fits', () => {
    const { flow } = twoNodes([[4, 5]], [[0, 3]])
    expect(() => flow.start()).toThrow(SolverStopped)
  })
})
