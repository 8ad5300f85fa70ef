/** What one answer says of other questions, held against the people of a fictional network. */
import { describe, expect, it } from 'vitest'
import { COLUMN_IDS } from '../../../analysis/catalogue/columns.ts'
import type { Line } from '../../../analysis/catalogue/line.ts'
import { caseSetOf } from '../../../analysis/disclosure/case-set.ts'
import { linesAlone } from '../../../analysis/disclosure/rules/distinct-cells.ts'
import { type ColumnLine, impliedLines } from '../../../analysis/disclosure/rules/implications.ts'
import { protectVariable } from '../../../analysis/disclosure/rules/protect-variable.ts'
import { classify } from '../../../analysis/exact/tally.ts'
import { editionInput } from '../../support/edition.ts'

const input = editionInput({ cases: 480, seed: 4 })
const caseSet = caseSetOf([input.cases], input.editions[0]!.shuffle, input)
const lines = new Map<string, readonly Line[]>(COLUMN_IDS.map((id) => [id, linesAlone(protectVariable(caseSet, id))]))
const linesOf = (column: string) => lines.get(column)!

/** The cases on a line. */
function standing({ column, line }: ColumnLine): Set<number> {
  const { of, lines: classes } = classify(caseSet.snapshot.columns.get(column)!, [line])
  return new Set([...of].flatMap((one, row) => (classes[one]!.length > 0 ? [row] : [])))
}

const named = (column: string, code: string) => ({ column, line: linesOf(column).find((line) => line.code === code)! })
const says = (column: string, code: string) =>
  impliedLines(named(column, code), linesOf).map((place) => `${place.column} ${place.line.code}${place.same ? ' (the same)' : ''}`)

describe('what an answer says of other questions', () => {
  it('P82 is true of everybody: who stands on a line stands on every line around it, and on no other where they are the same', () => {
    let across = 0
    for (const [column, own] of lines) {
      for (const line of own) {
        const inner = standing({ column, line })
        for (const place of impliedLines({ column, line }, linesOf)) {
          const outer = standing(place)
          if (place.column !== column) across++
          expect(
            [...inner].every((row) => outer.has(row)),
            `${column} ${line.code} in ${place.column} ${place.line.code}`,
          ).toBe(true)
          if (place.same) expect(outer.size, `${column} ${line.code} is ${place.column} ${place.line.code}`).toBe(inner.size)
        }
      }
    }
    expect(across).toBeGreaterThan(100)
  })

  it('P82 follows the conditions of the questionnaire, and the steps', () => {
    expect(says('debt_band', '1m_2m')).toEqual(expect.arrayContaining(['debt_band 1m_3m', 'debt_imposed yes', 'debt_imposed answered']))
    expect(says('debt_imposed', 'no')).toContain('debt_band not_applicable (the same)')
    expect(says('contact_first_actor', 'police')).toEqual(expect.arrayContaining(['step_actor police', 'step_actor enforcement']))
    expect(says('contact_first_actor', 'not_asked')).toEqual(expect.not.arrayContaining(['step_actor answered']))
    expect(says('debt_band', 'not_asked')).not.toContain('debt_imposed yes')
  })
})
