/** The fictional network: the same for everybody, accepted by intake, and near the margins it was made from. */
import { describe, expect, it } from 'vitest'
import { type PopulationKind, population } from '../../server/demo/population/index.ts'
import { NETWORK } from '../../server/demo/population/organisations.ts'
import { PERIODS, periodOf, REGISTERED } from '../../server/demo/population/published.ts'
import { apportion, chance } from '../../server/demo/population/random.ts'
import { receive } from '../../survey-schema/answers/receive.ts'
import { QUESTIONS } from '../../survey-schema/questionnaire/index.ts'
import { isUnanswered } from '../../survey-schema/questionnaire/question.ts'

const KINDS: readonly PopulationKind[] = ['network', 'many-organisations', 'independent']
const context = { currentYear: 2026, existingRecordRule: true }

describe('the fictional network', () => {
  it.each(KINDS)('is the same for the same seed, and another for another: %s', (kind) => {
    const once = population({ cases: 120, seed: 7, kind })
    expect(population({ cases: 120, seed: 7, kind })).toEqual(once)
    expect(population({ cases: 120, seed: 8, kind })).not.toEqual(once)
  })

  it.each(KINDS)('passes intake with every case: %s', (kind) => {
    const { cases, organisations } = population({ cases: 1500, seed: 3, kind })
    for (const { submission, organisation } of cases) {
      const { stripped, generalised, flags } = receive(submission, {
        ...context,
        existingRecordRule: organisations[organisation]?.recordRule !== undefined,
      })
      expect({ stripped, generalised }).toEqual({ stripped: [], generalised: [] })
      expect(flags).toEqual(expect.arrayContaining([...submission.confirmed]))
    }
  })

  it('is divided among the partners by their sizes, embassies reporting their own nationals alone', () => {
    for (const cases of [40, 150, 480, 1000]) {
      const { cases: sent } = population({ cases, seed: 2 })
      const quotas = apportion(
        cases,
        NETWORK.map((organisation) => organisation.size),
      )
      NETWORK.forEach((organisation, index) => {
        const own = sent.filter((one) => one.organisation === index)
        expect(own).toHaveLength(quotas[index] as number)
        if ('nationals' in organisation) {
          for (const {
            submission: { answers },
          } of own)
            expect(typeof answers.citizenship === 'string' || (answers.citizenship as string[])[0] === organisation.nationals).toBe(true)
        }
      })
    }
    expect(population({ cases: 480, seed: 2, kind: 'many-organisations' }).organisations).toHaveLength(25)
  })

  it('has the citizenships of the published tables, period by period, and the years of the government series', () => {
    const { cases } = population({ cases: 20000, seed: 5 })
    const known = cases.flatMap(({ submission: { answers } }) => {
      const year =
        typeof answers.registration_year === 'object' && 'value' in answers.registration_year
          ? Number(answers.registration_year.value)
          : null
      return year && Array.isArray(answers.citizenship) ? [{ period: periodOf(year), citizenship: answers.citizenship[0] as string }] : []
    })
    const expected = apportion(
      known.length,
      [0, 1, 2].map((period) =>
        Object.entries(REGISTERED)
          .filter(([year]) => periodOf(Number(year)) === period)
          .reduce((sum, [, count]) => sum + count, 0),
      ),
    )
    PERIODS.forEach((period, index) => {
      const inPeriod = known.filter((one) => one.period === index)
      expect(Math.abs(inPeriod.length / (expected[index] as number) - 1)).toBeLessThan(0.05)
      const sum = Object.values(period.citizenship).reduce((total, share) => total + share, 0)
      for (const [citizenship, share] of Object.entries(period.citizenship)) {
        const found = inPeriod.filter((one) => one.citizenship === citizenship).length / inPeriod.length
        expect(Math.abs(found - share / sum)).toBeLessThan(0.02)
      }
    })
  })

  it('answers every question somewhere, leaves 1 to 15 % of answers open, and 40 % of the sizes of debts', () => {
    const { cases } = population({ cases: 6000, seed: 11 })
    for (const question of QUESTIONS) {
      if (question.id === 'closing_note') continue
      const given = question.group
        ? cases.flatMap(({ submission: { groups } }) => (groups[question.group as 'route_legs'] ?? []).map((row) => row[question.id]))
        : cases.map(({ submission: { answers } }) => answers[question.id]).filter((answer) => answer !== undefined)
      const open = given.filter(isUnanswered).length / given.length
      expect(given.length, question.id).toBeGreaterThan(40)
      const [least, most] = question.id === 'debt_band' ? [0.3, 0.4] : question.reserved ? [0, 0.15] : [0, 0]
      expect(open, question.id).toBeGreaterThanOrEqual(least)
      expect(open, question.id).toBeLessThanOrEqual(most)
    }
  })

  it('uses the record rule where a partner has registered one, and holds confirmed flags', () => {
    const { cases, organisations } = population({ cases: 2000, seed: 1 })
    const byRule = cases.filter(({ submission }) => submission.answers.consent_basis === 'existing_record_rule')
    expect(byRule.length).toBeGreaterThan(5)
    for (const { organisation } of byRule) expect(organisations[organisation]?.recordRule).toBeDefined()
    expect(cases.filter(({ submission }) => submission.confirmed.length > 0).length).toBeGreaterThan(2)
  })
})

it('apportions whole numbers that add up', () => {
  for (let of = 0; of < 300; of++) {
    const parts = apportion(of, [25, 21, 10, 9, 7, 7, 6, 5, 4, 3, 2, 1])
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(of)
  }
})

it('draws evenly from its generator', () => {
  const dice = chance(1)
  const tenths = Array.from({ length: 10 }, () => 0)
  for (let draw = 0; draw < 100000; draw++) {
    const tenth = Math.floor(dice.next() * 10)
    tenths[tenth] = (tenths[tenth] ?? 0) + 1
  }
  for (const count of tenths) expect(Math.abs(count - 10000)).toBeLessThan(400)
})
