/** Two reports of one person are found by codes, joined by decision, and counted once by everybody who could subtract her. */

import { describe, expect, it } from 'vitest'
import { type Decision, joinReports, pairsForReview, type Report } from '../../../analysis/disclosure/rules/duplicate-reports.ts'
import { lookAlikes } from '../../../analysis/disclosure/rules/look-alikes.ts'
import { agreeingCodes } from '../../../analysis/exact/agreeing-codes.ts'
import { contributorsOf } from '../../../analysis/exact/contributors.ts'
import type { CountedCase } from '../../../analysis/exact/counted-case.ts'
import { NOBODY, plainNumber } from '../../../analysis/exact/exact-count.ts'
import { recordReader } from '../../../analysis/exact/record-reading.ts'
import { receive } from '../../../survey-schema/answers/receive.ts'
import type { CaseRecord } from '../../../survey-schema/release/case-record.ts'
import { makeEdition } from '../../support/edition.ts'
import { plainSubmission } from '../../support/records.ts'
import fc from '../../support/seeded-properties.ts'

const CONTEXT = { currentYear: 2026, existingRecordRule: true } as const
const recordOf = (answers: Readonly<Record<string, unknown>> = {}, groups: Readonly<Record<string, unknown>> = {}): CaseRecord =>
  receive(plainSubmission({ other_report_known: 'yes', exploitation_prefectures: ['13', '14'], ...answers }, groups), CONTEXT).record

const read = recordReader()
let last = 0
const report = (organisation: number, answers: Readonly<Record<string, unknown>> = {}, more: Partial<Report> = {}): Report => {
  last += 1
  return { reading: read(recordOf(answers)), organisation, edition: 0, id: String(last).padStart(4, '0'), key: last, ...more }
}
const given = (reports: readonly Report[], published: readonly boolean[] = [false]) => ({ reports, published })
const pairsOf = (...reports: Report[]) => pairsForReview(given(reports)).map(({ first, second }) => [first, second])

describe('pairs for an editor', () => {
  it('need both organisations to know of another report, and the same codes', () => {
    expect(pairsOf(report(0), report(1))).toEqual([[0, 1]])
    for (const known of ['no', 'unknown', 'not_asked']) expect(pairsOf(report(0), report(1, { other_report_known: known }))).toEqual([])
    expect(pairsOf(report(0), report(0))).toEqual([])
  })

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['year', { registration_year: 2005 }],
    ['citizenship', { citizenship: ['PH'] }],
    ['gender', { gender: 'man' }],
    ['age band', { age_band_registration: '24_26' }],
    ['first prefecture', { exploitation_prefectures: ['12', '13'] }],
  ])('differ by %s', (_, answers) => {
    expect(pairsOf(report(0), report(1, answers))).toEqual([])
  })

  it('differ by route, and by nothing else that was answered', () => {
    const other = {
      ...report(1),
      reading: read(recordOf({}, { route_legs: [{ leg_from_country: 'MM', leg_to_country: 'JP', leg_purpose: 'to_exploitation' }] })),
    }
    expect(pairsOf(report(0), other)).toEqual([])
    expect(pairsOf(report(0), report(1, { org_judgement: 'possible', exploitation_prefectures: ['13', '27'] }))).toEqual([[0, 1]])
  })

  it('are shown by codes alone', () => {
    const [pair] = pairsForReview(given([report(0), report(1)]))
    expect(pair?.codes).toEqual({
      registration_year: '2004',
      citizenship: 'TH',
      gender: 'woman',
      age_band_registration: '21_23',
      route_key: 'TH>JP',
      first_prefecture: '13',
    })
    expect(agreeingCodes(recordOf({ exploitation_prefectures: 'unknown' })).first_prefecture).toBe('unknown')
  })

  it('keep the lower id, unless the other is in figures that are out', () => {
    const late = report(0, {}, { id: 'ff' })
    const early = report(1, {}, { id: '0a', edition: 1 })
    const pairs = (published: boolean[]) => pairsForReview(given([late, early], published)).map(({ first, second }) => [first, second])
    expect(pairs([false, false])).toEqual([[1, 0]])
    expect(pairs([true, false])).toEqual([[0, 1]])
    expect(pairs([true, true])).toEqual([])
  })
})

describe('decisions', () => {
  const three = [report(0), report(1), report(2)]
  const pairs = pairsForReview(given(three))
  const joined = (...decisions: (Decision | undefined)[]) => joinReports(given(three), pairs, decisions)

  it('join one person, whatever the chain, and leave the undecided apart', () => {
    expect(pairs).toHaveLength(3)
    expect(joined()).toEqual([0, 1, 2].map((kept) => ({ kept, others: [] })))
    expect(joined('same')).toEqual([
      { kept: 0, others: [1] },
      { kept: 2, others: [] },
    ])
    for (const two of [
      ['same', 'same', undefined],
      ['same', undefined, 'same'],
      [undefined, 'same', 'same'],
    ] as const)
      expect(joined(...two)).toEqual([{ kept: 0, others: [1, 2] }])
  })

  it('may not contradict each other, nor join what two published editions count', () => {
    expect(() => joined('same', 'same', 'different')).toThrow('contradict')
    const apart = [report(0), report(1, {}, { edition: 1 }), report(2, {}, { edition: 2 })]
    const between = given(apart, [true, true, false])
    const offered = pairsForReview(between)
    expect(offered).toHaveLength(2)
    expect(() => joinReports(between, offered, ['same', 'same'])).toThrow('contradict')
    expect(joinReports(between, offered, ['same', 'different'])).toHaveLength(2)
  })

  it('count every report once and keep the lowest of each person, for all decisions', () => {
    const decision = fc.constantFrom<(Decision | undefined)[]>('same', undefined)
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 7, size: 'max' }),
        fc.array(decision),
        (organisations, chosen) => {
          const reports = organisations.map((organisation) => report(organisation))
          const offered = pairsForReview(given(reports))
          const persons = joinReports(given(reports), offered, chosen)
          expect(persons.flatMap(({ kept, others }) => [kept, ...others]).sort()).toEqual([...reports.keys()].sort())
          for (const { kept, others } of persons) for (const other of others) expect(reports[kept]!.id < reports[other]!.id).toBe(true)
        },
      ),
    )
  })
})

describe('look-alikes', () => {
  const person = (
    organisation: number,
    answers: Readonly<Record<string, unknown>> = {},
    alsoReportedBy: readonly number[] = [],
  ): CountedCase => {
    last += 1
    return { reading: read(recordOf({ other_report_known: 'no', ...answers })), organisation, alsoReportedBy, key: last }
  }

  it('are the persons that would be too many if all of them were the same', () => {
    const fewer = (...persons: CountedCase[]) => lookAlikes(persons).cases
    expect(fewer()).toBe(0)
    expect(fewer(person(0), person(1))).toBe(1)
    expect(fewer(person(0), person(0))).toBe(0)
    expect(fewer(person(0), person(1), person(2))).toBe(2)
    expect(fewer(person(0), person(0), person(1), person(1))).toBe(2)
    expect(fewer(person(0), person(0), person(0), person(1))).toBe(1)
    expect(fewer(person(0), person(1), person(0, { gender: 'man' }), person(2, { gender: 'man' }))).toBe(2)
    expect(fewer(person(0, {}, [1]), person(1))).toBe(0)
    expect(fewer(person(0, {}, [1]), person(2))).toBe(1)
  })

  it('leave out what an editor decided to be two persons', () => {
    const [a, b] = [person(0), person(1)]
    expect(lookAlikes([a, b], [[a.key, b.key]]).cases).toBe(0)
    const c = person(2)
    expect(lookAlikes([a, b, c], [[a.key, b.key]]).cases).toBe(2)
  })

  it('never make more persons one than there are reports by different organisations', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12, size: 'max' }), (organisations) => {
        const { cases, largestOwn, contributors } = lookAlikes(organisations.map((organisation) => person(organisation)))
        const most = Math.max(0, ...organisations.map((one) => organisations.filter((other) => other === one).length))
        expect(cases).toBe(organisations.length - most)
        expect(largestOwn).toBeLessThanOrEqual(plainNumber(cases))
        expect(contributors === 0).toBe(cases === NOBODY)
      }),
    )
  })
})

describe('units', () => {
  it('P89 look-alikes are counted for an umbrella as for one partner', () => {
    const read = (organisation: number): CountedCase => ({ reading: report(organisation).reading, organisation, key: organisation })
    const persons = [read(0), read(1), read(2)]
    const units = contributorsOf(persons, [0, 0, null], { embassiesAsOne: true })
    expect(lookAlikes(persons)).toMatchObject({ cases: 2, largestOwn: 1, contributors: 3 })
    expect(lookAlikes(persons, [], units)).toMatchObject({ cases: 2, largestOwn: 2, contributors: 2 })
    const both = contributorsOf(persons.slice(0, 2), [0, 0], { embassiesAsOne: true })
    expect(lookAlikes(persons.slice(0, 2), [], both)).toMatchObject({ cases: 1, largestOwn: 1, contributors: 1 })
  })

  it('P83 an embassy that is a partner knows whom it reported and whom it met', () => {
    const atEmbassy = { contact_steps: [{ step_actor: 'embassy' }] }
    const of = (organisation: number, answers = {}, groups = {}) => ({ reading: read(recordOf(answers, groups)), organisation })
    const cases = [
      ...[1, 2, 3].map(() => of(0, { source_type: 'embassy' })),
      of(0, { source_type: 'ngo_shelter', citizenship: ['PH'] }),
      of(1, {}, atEmbassy),
      of(1),
    ]
    const { knownTo, observers, senders } = contributorsOf(cases, [null, null], { embassiesAsOne: true })
    expect(observers).toEqual([null, 'TH'])
    expect(knownTo).toEqual([[0, 3], [0, 3], [0, 3], [0, 3], [1, 3], [1]])
    expect(senders).toEqual([0, 1, 3])
    const before = contributorsOf(cases, [null, null], { embassiesAsOne: false })
    expect([before.knownTo[0], before.senders]).toEqual([[0], [0, 1]])
  })
})

describe('a joined person', () => {
  it('P83 is known to both organisations, and to whoever is on the record that is not counted', () => {
    const kept = read(recordOf())
    const dropped = read(recordOf({}, { contact_steps: [{ step_actor: 'police' }, { step_actor: 'embassy' }] }))
    const alone = contributorsOf([{ reading: kept, organisation: 0 }], [null, null], { embassiesAsOne: true })
    const joined = contributorsOf([{ reading: kept, organisation: 0, alsoReportedBy: [1], alsoRead: [dropped] }], [null, null], {
      embassiesAsOne: true,
    })
    expect(alone.knownTo).toEqual([[0]])
    expect(joined.knownTo).toEqual([[0, 1, 2, 3]])
    expect(joined.observers).toEqual([null, 'TH'])
  })

  it('stands in the bundle as persons: the published total, and look-alikes only where there are enough', () => {
    const { bundle, editor } = makeEdition({ cases: 480, seed: 1 })
    const total = bundle.tables.find(({ id }) => id === 'gender@list')!
    const figure = total.cells[total.axes[0].lines.findIndex(({ role }) => role === 'total')]
    expect(bundle.manifest.persons.map(({ slice }) => slice)).toEqual(['fictional-1', 'volume-fictional-1'])
    for (const { most, lookAlikes: alike, slice } of bundle.manifest.persons) {
      expect(most).toEqual(figure)
      const exact = editor.cells.find((cell) => cell.slice === slice && cell.table === 'persons' && cell.lines[0] === 'look_alikes')!
      if (alike.status === 'shown') {
        expect(exact.cases).toBeGreaterThanOrEqual(5)
        expect(Math.abs(alike.figure - plainNumber(exact.cases))).toBeLessThanOrEqual(5)
        expect(alike.figure).toBeGreaterThanOrEqual(5)
      } else expect(alike).toEqual({ status: 'withheld' })
    }
    expect(bundle.manifest.persons[0]!.lookAlikes).toEqual(bundle.manifest.persons[1]!.lookAlikes)
  })
})
