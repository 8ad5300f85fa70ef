import { describe, expect, it } from 'vitest'
import { receive } from '../../survey-schema/answers/receive.ts'
import { strip } from '../../survey-schema/answers/strip.ts'
import { IDENTIFIER_KINDS, kindOfHeading } from '../../survey-schema/identifiers/identifier-kinds.ts'
import { questionById } from '../../survey-schema/questionnaire/index.ts'
import { anySubmission, CONTEXT, plainSubmission } from '../support/records.ts'
import fc from '../support/seeded-properties.ts'
import { refusal } from './refusal.ts'

/** Letters that occur in no code, id or rule of ours. */
const MARK = 'Ωζξ'

const refused = (body: unknown) => refusal(() => receive(body, CONTEXT))
const withAnswers = (answers: Readonly<Record<string, unknown>>) => refused(plainSubmission(answers))

describe('P13 three fates', () => {
  it('drops what questionnaire, section 6, lists, unread, and names the kind and never the key', () => {
    const body = {
      ...plainSubmission(
        { Name: MARK, 在留カード番号: MARK, phone: { deep: [MARK] }, birthdate: null, workplace: 7, closing_note: MARK },
        { 'Case Owner': MARK, route_legs: [{ leg_from_country: 'TH', leg_to_country: 'JP', leg_purpose: 'to_exploitation', 便名: MARK }] },
      ),
      'E-Mail': MARK,
    }
    const received = receive(body, CONTEXT)
    expect(received.stripped).toEqual([
      { path: '/{email}', kind: 'email' },
      { path: '/groups/{worker}', kind: 'worker' },
      { path: '/answers/{personal_name}', kind: 'personal_name' },
      { path: '/answers/{residence_card_number}', kind: 'residence_card_number' },
      { path: '/answers/{telephone}', kind: 'telephone' },
      { path: '/answers/{date_of_birth}', kind: 'date_of_birth' },
      { path: '/answers/{workplace}', kind: 'workplace' },
      { path: '/answers/{narrative}', kind: 'narrative' },
      { path: '/groups/route_legs/0/{exact_date}', kind: 'exact_date' },
    ])
    expect(JSON.stringify([strip(body), received])).not.toContain(MARK)
    expect(received.record).toEqual(receive(plainSubmission(), CONTEXT).record)
  })

  it.each([
    ['beside the answers', { ...plainSubmission(), [MARK]: 1 }, ''],
    ['among the answers', plainSubmission({ [MARK]: 1 }), '/answers'],
    ['among the groups', plainSubmission({}, { [MARK]: [] }), '/groups'],
    [
      'in a leg',
      plainSubmission({}, { route_legs: [{ leg_from_country: 'TH', leg_to_country: 'JP', leg_purpose: 'transfer', [MARK]: 1 }] }),
      '/groups/route_legs/0',
    ],
    ['a question of a group outside it', plainSubmission({ leg_purpose: 'transfer' }), '/answers'],
    [
      'a question outside its group',
      plainSubmission({}, { contact_steps: [{ step_actor: 'police', gender: 'woman' }] }),
      '/groups/contact_steps/0',
    ],
    ['a key with a zero-width mark', plainSubmission({ 'na\u200bme': MARK }), '/answers'],
    ['constructor', plainSubmission({ constructor: 1 }), '/answers'],
    ['__proto__', plainSubmission(JSON.parse('{"__proto__":1}') as Readonly<Record<string, unknown>>), '/answers'],
  ])('refuses an unlisted key by its parent: %s', (_, body, parent) => {
    expect(refused(body)).toEqual(['unknown-key', `${parent} unknown_key`])
  })

  it('lets no unlisted key or value through, wherever it stands', () => {
    const key = fc.oneof(
      fc.string(),
      fc.constantFrom('name', 'ＮＡＭＥ', 'toString', 'hasOwnProperty', 'gender ', 'Gender', '電話', 'answers'),
    )
    fc.assert(
      fc.property(anySubmission, key, fc.constantFrom('top', 'answers', 'leg'), (submission, unknownKey, where) => {
        if (
          questionById(unknownKey) ||
          ['schema', 'questionnaire', 'language', 'confirmed', 'answers', 'groups', '__proto__'].includes(unknownKey)
        )
          return
        const body = structuredClone(submission) as unknown as {
          answers: Record<string, unknown>
          groups: { route_legs: Record<string, unknown>[] }
          [key: string]: unknown
        }
        const target = where === 'top' ? body : where === 'answers' ? body.answers : (body.groups.route_legs[0] as Record<string, unknown>)
        target[unknownKey] = MARK
        const kind = kindOfHeading(unknownKey)
        if (!kind) {
          expect(refused(body)[0]).toBe('unknown-key')
          return
        }
        const received = receive(body, CONTEXT)
        expect(received.stripped.map((entry) => entry.kind)).toEqual([kind])
        expect(JSON.stringify([strip(body), received])).not.toContain(MARK)
        expect(received.record).toEqual(receive(submission, CONTEXT).record)
      }),
      { numRuns: 300 },
    )
  })

  it('drops every heading that it lists', () => {
    for (const kind of IDENTIFIER_KINDS)
      for (const heading of [...kind.headings, ...kind.htcds]) {
        expect(receive(plainSubmission({ [heading]: MARK }), CONTEXT).stripped).toEqual([{ path: `/answers/{${kind.id}}`, kind: kind.id }])
      }
  })

  it.each([
    ['a code outside the list', { gender: 'lady' }, '/answers/gender invalid_code'],
    ['a state that only the platform writes', { gender: 'not_applicable' }, '/answers/gender invalid_code'],
    ['a reserved code where none is taken', { consent_basis: 'unknown' }, '/answers/consent_basis invalid_code'],
    ['a number', { gender: 1 }, '/answers/gender invalid_type'],
    ['null', { gender: null }, '/answers/gender invalid_type'],
    ['an object', { gender: { code: 'woman' } }, '/answers/gender invalid_type'],
    ['an exact age', { age_band_registration: 24 }, '/answers/age_band_registration invalid_type'],
    ['an exact age as text', { age_band_registration: '24' }, '/answers/age_band_registration invalid_code'],
    ['an e-mail in a coded field', { gender: 'a@example.test' }, '/answers/gender identifier (email)'],
    ['a birth date for an age', { age_band_registration: 'S58.4.1' }, '/answers/age_band_registration identifier (exact_date)'],
    ['a telephone among several', { citizenship: ['TH', '０９０-００００-１２３４'] }, '/answers/citizenship identifier (telephone)'],
    ['one answer for several', { citizenship: 'TH' }, '/answers/citizenship invalid_type'],
    ['a number among several', { citizenship: [1] }, '/answers/citizenship invalid_type'],
    ['a region for a country', { citizenship: ['Southeast Asia'] }, '/answers/citizenship invalid_code'],
    ['four citizenships', { citizenship: ['TH', 'PH', 'MY', 'KR'] }, '/answers/citizenship too_many'],
    ['a thousand answers', { citizenship: Array(1000).fill('TH') }, '/answers/citizenship too_many'],
    ['a two-digit year', { registration_year: '04' }, '/answers/registration_year invalid_date'],
    ['half a year', { registration_year: 2004.5 }, '/answers/registration_year invalid_type'],
    ['a telephone for a year', { registration_year: '090-0000-1234' }, '/answers/registration_year identifier (telephone)'],
    [
      'a third key beside value and precision',
      { registration_year: { value: '2004', precision: 'year', [MARK]: 1 } },
      '/answers/registration_year unknown_key',
    ],
    ['an unknown precision', { registration_year: { value: '2004', precision: MARK } }, '/answers/registration_year invalid_code'],
    ['R19: a long case reference', { partner_case_key: 'a'.repeat(25) }, '/answers/partner_case_key too_long'],
    ['R19: a telephone as case reference', { partner_case_key: '090-0000-1234' }, '/answers/partner_case_key identifier (telephone)'],
    ['a bidi mark in the case reference', { partner_case_key: 'A\u202e17' }, '/answers/partner_case_key invalid_characters'],
    ['a zero-width mark in the case reference', { partner_case_key: 'A\u200b17' }, '/answers/partner_case_key invalid_characters'],
    ['a blank case reference', { partner_case_key: ' 　' }, '/answers/partner_case_key required'],
  ])('refuses %s', (_, answers, line) => expect(withAnswers(answers)).toEqual(['invalid-submission', line]))

  it.each([
    ['nothing', undefined, [' invalid_type']],
    ['null', null, [' invalid_type']],
    ['a list', [], [' invalid_type']],
    ['text', 'a', [' invalid_type']],
    ['another schema', { ...plainSubmission(), schema: 'x/1' }, ['/schema invalid_code']],
    ['no schema', { ...plainSubmission(), schema: undefined }, ['/schema required']],
    ['another questionnaire', { ...plainSubmission(), questionnaire: '9' }, ['/questionnaire invalid_code']],
    ['another language', { ...plainSubmission(), language: 'x' }, ['/language invalid_code']],
    ['answers that are a list', { ...plainSubmission(), answers: [] }, ['/answers invalid_type']],
    ['groups that are text', { ...plainSubmission(), groups: 'x' }, ['/groups invalid_type', '/groups/route_legs required']],
    [
      'nine legs',
      plainSubmission({}, { route_legs: Array(9).fill({ leg_from_country: 'TH', leg_to_country: 'JP', leg_purpose: 'transfer' }) }),
      ['/groups/route_legs too_many'],
    ],
    ['no leg', plainSubmission({}, { route_legs: [] }), ['/groups/route_legs too_few']],
    ['a leg that is null', plainSubmission({}, { route_legs: [null] }), ['/groups/route_legs/0 invalid_type']],
    [
      'a leg without its end',
      plainSubmission({}, { route_legs: [{ leg_from_country: 'TH', leg_purpose: 'transfer' }] }),
      ['/groups/route_legs/0/leg_to_country required'],
    ],
    ['seven steps', plainSubmission({}, { contact_steps: Array(7).fill({ step_actor: 'police' }) }), ['/groups/contact_steps too_many']],
    ['a check that cannot be confirmed', { ...plainSubmission(), confirmed: ['R01'] }, ['/confirmed invalid_code']],
    ['confirmed as text', { ...plainSubmission(), confirmed: 'R08' }, ['/confirmed invalid_type']],
  ])('refuses %s as a body', (_, body, lines) => {
    const [slug, ...found] = refused(body)
    expect([slug, ...lines.map((line) => found.includes(line))]).toEqual(['invalid-submission', ...lines.map(() => true)])
  })
})

describe('coarsening on the way in', () => {
  it.each([[2004], ['2004'], ['２００４'], [{ value: '2004', precision: 'year' }], [{ value: 2004 }], ['2547'], ['平成16年']])(
    '%j is a year as it stands',
    (sent) => {
      const { record, generalised } = receive(plainSubmission({ registration_year: sent }), CONTEXT)
      expect([record.answers.registration_year, generalised]).toEqual([2004, []])
    },
  )

  it.each([
    ['2004-05-01'],
    ['H16.5.1'],
    [{ value: '2004-05-01', precision: 'day' }],
    [{ value: '2004', precision: 'month' }],
    [{ value: '2004/5', precision: 'year' }],
  ])('%j is cut, and the report names the level and no value', (sent) => {
    const { record, generalised } = receive(plainSubmission({ registration_year: sent }), CONTEXT)
    expect([record.answers.registration_year, generalised]).toEqual([2004, [{ path: '/answers/registration_year', to: 'year' }]])
  })

  it('reads full-width codes and blanks at either end', () => {
    const { record } = receive(
      plainSubmission({ gender: ' ｗｏｍａｎ ', citizenship: ['ＴＨ', 'TH', ' PH'], first_language: 'ｕｎｋｎｏｗｎ' }),
      CONTEXT,
    )
    expect(record.answers).toMatchObject({ gender: 'woman', citizenship: ['PH', 'TH'], first_language: 'unknown' })
  })
})

describe('P16 no error echoes what was sent', () => {
  it('whatever is put where', () => {
    const junk = fc.oneof(
      fc.constant(MARK),
      fc.constant([MARK]),
      fc.constant({ [MARK]: MARK }),
      fc.constant(`${MARK}@example.test`),
      fc.constant([[MARK]]),
    )
    fc.assert(
      fc.property(anySubmission, fc.nat(), junk, fc.boolean(), (submission, at, value, asKey) => {
        const ids = Object.keys(submission.answers).filter((name) => name !== 'partner_case_key')
        const id = ids[at % ids.length] as string
        const answers = { ...submission.answers, [id]: value, ...(asKey ? { [MARK]: value } : {}) }
        const lines = refused({ ...submission, answers })
        expect(lines.length).toBeGreaterThan(1)
        expect(lines.join()).not.toMatch(/[Ωζξ]/)
      }),
      { numRuns: 300 },
    )
  })

  it('answers any JSON with a problem, never with a crash', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (body) => void expect(refused(body).length).toBeGreaterThan(1)),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.jsonValue({ maxDepth: 3 }),
        (answers, groups) => void expect(refused({ schema: 'jnatip-case/1', answers, groups }).length).toBeGreaterThan(1),
      ),
      { numRuns: 500 },
    )
  })
})
