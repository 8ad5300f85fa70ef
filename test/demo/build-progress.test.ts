/** The share that a demo tells of its build begins above nothing, never falls, and is not whole before the edition is published. */
import { describe, expect, it } from 'vitest'
import { buildProgress } from '../../server/demo/build-progress.ts'

function reportedBy(build: (progress: ReturnType<typeof buildProgress>) => void): number[] {
  const reported: number[] = []
  build(buildProgress((done) => reported.push(done)))
  return reported
}

const round = (steps: number, step: (done: number, of: number) => void) => {
  for (let done = 1; done <= steps; done++) step(done, steps)
}

describe('the progress of a build', () => {
  it('rises percent by percent through opening, counting and audits, however often these are repeated', () => {
    const reported = reportedBy(({ opened, counted, audited }) => {
      round(480, opened)
      for (let rounds = 0; rounds < 30; rounds++) {
        round(895, counted)
        round(400, audited)
      }
    })
    expect(reported).toEqual([...new Set(reported)].sort((one, other) => one - other))
    expect(reported.length).toBeGreaterThan(80)
    expect(Math.min(...reported)).toBeGreaterThan(0)
    expect(Math.max(...reported)).toBeLessThan(1)
  })

  it('adds up rounds, each of which counts from one', () => {
    const once = reportedBy(({ audited }) => round(800, audited))
    const halves = reportedBy(({ audited }) => {
      round(400, audited)
      round(400, audited)
    })
    expect(halves).toEqual(once)
  })

  it('says the same percent once', () => {
    const reported = reportedBy(({ opened }) => round(100_000, opened))
    expect(reported).toEqual([0.01, 0.02, 0.03])
  })
})
