/** Refused rows of an import are shown by what is wrong with them. */
import { describe, expect, it } from 'vitest'
import { inRanges, rowsByTrouble } from '../../web/import/rows-by-trouble.ts'

const refusal = (row: number, rule: string, kind?: string) => ({
  row,
  errors: [{ pointer: `/rows/${row}/answers/gender`, rule, ...(kind ? { kind } : {}) }],
})

describe('refused rows', () => {
  it('with the same trouble stand together, and each row stands once', () => {
    const groups = rowsByTrouble([refusal(5, 'R22'), refusal(6, 'invalid_code'), refusal(7, 'R22'), refusal(8, 'R22', 'name')] as never)
    expect(groups.map(({ rows }) => rows)).toEqual([[5, 7], [6], [8]])
    expect(groups[0]?.errors[0]?.pointer).toBe('/rows//answers/gender')
  })

  it('are named in ranges', () => {
    expect(inRanges([5])).toBe('5')
    expect(inRanges([5, 6, 7, 9, 11, 12])).toBe('5–7, 9, 11–12')
  })
})
