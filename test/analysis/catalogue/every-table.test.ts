import { describe, expect, it } from 'vitest'
import { everyTable, grammarTables } from '../../../analysis/catalogue/every-table.ts'
import { askFor } from '../../../analysis/catalogue/grammar.ts'
import { VARIABLES } from '../../../survey-schema/variables/index.ts'
import fc from '../../support/seeded-properties.ts'

const rule = (rows: string, columns: string | null) => {
  const judged = askFor({ rows, columns })
  return judged.kind === 'refused' ? judged.rule : judged.kind
}

describe('the closed catalogue of tables', () => {
  it('has the tables of the plan: 94 variables, 64 core pairs, 825 question by core, 7 named', () => {
    const count = (kind: string) => {
      const tables = grammarTables().filter((table) => table.kind === kind)
      return [new Set(tables.map((table) => table.axes.map((axis) => axis.variable).join())).size, tables.length]
    }
    // Four place variables also stand as Japan or abroad, which the plan's amendments add: 138 + 4.
    expect(count('single')).toEqual([94, 142])
    expect(count('core-core')).toEqual([64, 106])
    expect(count('question-core')).toEqual([825, 1049])
    expect(count('named')).toEqual([7, 7])
    expect(new Set(grammarTables().map((table) => table.id)).size).toBe(grammarTables().length)
  })

  it('is built whole, but for one named pair that is no product of two answers', () => {
    const built = new Set(everyTable().map((table) => table.id))
    expect(
      grammarTables()
        .filter((table) => !built.has(table.id))
        .map((table) => table.id),
    ).toEqual(['source_type@group5,source_type@group5'])
  })

  it('P84 answers every way of asking for a table with the same table', () => {
    fc.assert(
      fc.property(fc.constantFrom(...grammarTables()), (table) => {
        const [a, b] = table.axes.map((axis) => `${axis.variable}@${axis.level}`)
        const straight = askFor({ rows: a!, columns: b ?? null })
        expect(straight).toMatchObject({ kind: 'table', id: table.id })
        if (b) expect(askFor({ rows: b, columns: a! })).toMatchObject({ kind: 'table', id: table.id })
      }),
      { numRuns: 400 },
    )
  })
})

describe('P84 refusals, each by form alone', () => {
  it.each([
    ['gender', 'citizenship,debt_band', 'dimensions'],
    ['partner_case_key', null, 'never'],
    ['organisation', 'gender', 'never'],
    ['closing_note', null, 'never'],
    ['leg_to_country', null, 'through-route'],
    ['route_key', null, 'through-route'],
    ['health_harm', 'gender', 'alone-only'],
    ['irregular_reasons', 'citizenship@subregion', 'alone-only'],
    ['treated_as_offender', 'gender', 'offender-period-only'],
    ['treated_as_offender', 'registration_year@period3', 'table'],
    ['barriers', 'state_recognition', 'two-sensitive'],
    ['means_of_control@ctdc8', 'exploitation_types@group3', 'table'],
    ['means_of_control@ctdc8', 'means_of_control@ctdc8', 'table'],
    ['citizenship', 'first_language@top6', 'never-together'],
    ['citizenship', 'route_origin', 'never-together'],
    ['registration_year@period3', 'arrival_year@period3', 'never-together'],
    ['gender', 'gender', 'never-together'],
    ['citizenship@country', 'exploitation_types@group3', 'coarsest-beside-sensitive'],
    ['citizenship@country', 'status_at_contact@group6', 'coarsest-beside-sensitive'],
    ['citizenship@country', 'age_band_registration@ctdc', 'one-fine'],
    ['exploitation_prefectures@prefecture', 'gender', 'fine-alone'],
    ['registration_year@year', 'gender', 'fine-alone'],
    ['education@three', 'marital_status@partnered', 'core-only'],
    ['route_origin@country', 'route_transit@country,exploitation_prefectures@area8', 'table'],
    ['route_origin@subregion', 'route_transit@country,exploitation_prefectures@area8', 'dimensions'],
    ['nobody', null, 'unknown'],
    ['gender@nothing', null, 'unknown'],
    ['gender', 'citizenship@nothing', 'unknown'],
  ])('%s × %s: %s', (rows, columns, expected) => expect(rule(rows, columns)).toBe(expected))

  it('a sensitive question meets a quasi-identifier at its coarsest pair level only, and never another sensitive one', () => {
    const byId = new Map<string, (typeof VARIABLES)[number]>(VARIABLES.map((variable) => [variable.id, variable]))
    for (const table of grammarTables()) {
      const [a, b] = table.axes
      if (!b || table.kind === 'named') continue
      const [first, second] = [byId.get(a.variable)!, byId.get(b.variable)!]
      expect(first.privacy === 'sensitive' && second.privacy === 'sensitive', table.id).toBe(false)
      for (const [one, at, other] of [
        [first, a, second],
        [second, b, first],
      ] as const) {
        if (other.privacy === 'sensitive' && one.privacy === 'quasi_identifier') expect(at.level, table.id).toBe(one.pair.at(-1))
      }
    }
  })

  it('refuses and never throws, whatever is asked', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('gender', 'citizenship@', '@', ',', 'gender,gender', '__proto__', 'constructor@list', 'leg_documents@list'),
    )
    fc.assert(
      fc.property(word, fc.option(word, { nil: null }), (rows, columns) => {
        expect(['table', 'refused', 'unknown']).toContain(askFor({ rows, columns }).kind)
      }),
      { numRuns: 1000 },
    )
  })
})
