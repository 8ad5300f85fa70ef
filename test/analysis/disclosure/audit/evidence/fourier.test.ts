/** Long convolutions are those of the definition: as exact as the audit of evidence needs them, far out in the tail too. */
import { describe, expect, it } from 'vitest'
import { convolvedByFourier } from '../../../../../analysis/disclosure/audit/evidence/fourier.ts'
import { lawUnder } from '../../../../../analysis/disclosure/audit/evidence/law.ts'
import { seeded } from '../../../../support/seeded.ts'

function byDefinition(a: Float64Array, b: Float64Array, length: number): number[] {
  return Array.from({ length }, (_, n) => {
    let sum = 0
    for (let i = 0; i <= n; i++) sum += (a[i] ?? 0) * (b[n - i] ?? 0)
    return sum
  })
}

const law = lawUnder({ minimumCases: 5, minimumCategory: 10 })
const ofOthers = (own: number, length: number) =>
  Float64Array.from({ length }, (_, count) => (count < own ? 0 : law.weights('withheld', length)[count - own]!))

describe('convolution by Fourier', () => {
  it('P85 is that of the definition on sequences of every length', () => {
    const random = seeded(7)
    for (const [m, n, length] of [
      [1, 1, 1],
      [2, 3, 4],
      [5, 5, 3],
      [33, 64, 96],
      [700, 31, 500],
      [1000, 1000, 1999],
    ] as const) {
      const [a, b] = [m, n].map((count) => Float64Array.from({ length: count }, () => random())) as [Float64Array, Float64Array]
      const wanted = byDefinition(a, b, length)
      const top = Math.max(...wanted)
      const found = convolvedByFourier(a, b, length)
      expect(found.length).toBe(length)
      for (const [place, value] of wanted.entries()) expect(Math.abs(found[place]! - value)).toBeLessThan(1e-12 * top)
    }
  })

  it('P85 is right to a millionth of each weight in the tail of what withheld cells may hold', () => {
    const length = 9000
    const [a, b] = [ofOthers(0, length), ofOthers(13, length)]
    const wanted = byDefinition(a, b, length)
    for (const [place, value] of convolvedByFourier(a, b, length).entries()) {
      if (place < 13) expect(value).toBe(0)
      else expect(Math.abs(value / wanted[place]! - 1)).toBeLessThan(1e-6)
    }
  })

  it('P85 says exactly 0 where nothing can be, and never less', () => {
    const a = Float64Array.from([0, 0, 1, 1e-9, 0])
    const b = Float64Array.from([0, 1e6, 1, 0, 0, 0])
    const found = convolvedByFourier(a, b, 9)
    expect([...found].map((value) => value > 0)).toEqual([false, false, false, true, true, true, false, false, false])
    expect([...convolvedByFourier(new Float64Array(4), b, 5)]).toEqual([0, 0, 0, 0, 0])
  })
})
