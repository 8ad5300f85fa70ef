import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../survey-schema/answers/checks.ts'
import { receive } from '../../survey-schema/answers/receive.ts'
import { RULES } from '../../survey-schema/answers/rules.ts'
import { CONTEXT, plainSubmission } from '../support/records.ts'
import { refusal } from './refusal.ts'

type Changes = Readonly<Record<string, unknown>>
const leg = (from: string, to: string, purpose = 'to_exploitation') => ({
  leg_from_country: from,
  leg_to_country: to,
  leg_purpose: purpose,
})
const legs = (...route_legs: readonly object[]) => ({ route_legs })

/** Rule, answers and groups that it refuses, where it points; then what it lets pass. */
const REFUSALS: readonly [string, Changes, readonly string[], Changes][] = [
  ['R01', { consent_basis: 'no_basis' }, ['consent_basis'], { consent_basis: 'person_informed' }],
  [
    'R02',
    { age_band_recruitment: '24_26', age_band_registration: '21_23' },
    ['age_band_recruitment', 'age_band_registration'],
    { age_band_recruitment: '21_23' },
  ],
  [
    'R02',
    { age_band_recruitment: '18_plus', age_band_registration: '9_17', minor_when_exploited: 'yes' },
    ['age_band_recruitment', 'age_band_registration'],
    { age_band_recruitment: '9_14', age_band_registration: 'under_18', minor_when_exploited: 'yes' },
  ],
  [
    'R04',
    { minor_when_exploited: 'no', age_band_registration: '15_17' },
    ['minor_when_exploited', 'age_band_registration'],
    { minor_when_exploited: 'no', age_band_registration: '18_20' },
  ],
  [
    'R04',
    { minor_when_exploited: 'no', age_band_registration: 'under_18' },
    ['minor_when_exploited', 'age_band_registration'],
    { minor_when_exploited: 'unknown', age_band_registration: '9_17' },
  ],
  [
    'R05',
    { arrival_year: 2005, registration_year: 2004 },
    ['arrival_year', 'registration_year'],
    { arrival_year: 2004, registration_year: 2004 },
  ],
  ['R05', { registration_year: 1979 }, ['registration_year'], { registration_year: 1980 }],
  ['R05', { registration_year: 2027 }, ['registration_year'], { registration_year: 2026 }],
  ['R05', { arrival_year: 1979, registration_year: 'unknown' }, ['arrival_year'], { arrival_year: 2026, registration_year: 'unknown' }],
  ['R10', { citizenship: ['TH', 'unknown'] }, ['citizenship'], { citizenship: ['unknown'] }],
  ['R10', { dependants: ['none', 'parents'] }, ['dependants'], { dependants: ['none'] }],
  [
    'R11',
    { recruitment_mode: 'abducted', recruiter_relation: ['stranger'] },
    ['recruiter_relation'],
    { recruitment_mode: 'abducted', recruiter_relation: 'not_asked' },
  ],
  ['R11', { debt_imposed: 'unknown', debt_band: '1m_2m' }, ['debt_band'], { debt_imposed: 'yes', debt_band: '1m_2m' }],
  ['R11', { debt_origin: [] }, ['debt_origin'], { debt_imposed: 'yes', debt_origin: [] }],
  ['R18', { treated_as_offender: ['no', 'prosecuted'] }, ['treated_as_offender'], { treated_as_offender: ['no'] }],
  [
    'R23',
    { consent_basis: 'guardian_and_assent', recruitment_mode: 'sold_by_family' },
    ['consent_basis'],
    { consent_basis: 'guardian_and_assent' },
  ],
  [
    'R23',
    { consent_basis: 'guardian_and_assent', recruiter_relation: ['relative'] },
    ['consent_basis'],
    { consent_basis: 'guardian_and_assent', recruiter_relation: ['stranger'] },
  ],
]

/** Rule, then answers and groups that raise its flag, and a near miss that does not. */
const FLAGS: readonly [string, readonly [Changes, Changes?], readonly [Changes, Changes?]][] = [
  [
    'R03',
    [{ minor_when_exploited: 'yes', age_band_recruitment: '18_20' }],
    [{ minor_when_exploited: 'yes', age_band_recruitment: '15_17' }],
  ],
  ['R06', [{}, legs(leg('TH', 'MY', 'transit'), leg('PH', 'JP'))], [{}, legs(leg('TH', 'MY', 'transit'), leg('unknown', 'JP'))]],
  ['R07', [{}, legs(leg('JP', 'JP', 'return'), leg('JP', 'JP'))], [{}, legs(leg('JP', 'JP', 'escape'), leg('JP', 'JP'))]],
  ['R08', [{}, legs(leg('TH', 'JP', 'transit'))], [{ exploitation_types: ['intended_only'] }, legs(leg('TH', 'JP', 'transit'))]],
  ['R08', [{}, legs(leg('TH', 'JP', 'return'))], [{}, legs(leg('TH', 'JP', 'transfer'))]],
  [
    'R09',
    [{ exploitation_types: ['intended_only'], exploitation_duration: '1_3m' }],
    [{ exploitation_types: ['intended_only'], exploitation_duration: 'none' }],
  ],
  ['R09', [{ exploitation_duration: 'none' }], [{ exploitation_duration: 'unknown' }]],
  ['R12', [{ citizenship: ['JP'], status_at_contact: 'overstay' }], [{ citizenship: ['JP', 'PH'], status_at_contact: 'overstay' }]],
  ['R13', [{ entry_status: 'japanese_national' }], [{ entry_status: 'japanese_national', citizenship: ['JP'] }]],
  ['R14', [{ debt_imposed: 'no' }], [{ debt_imposed: 'no', means_of_control: ['physical'] }]],
  ['R15', [{ documents_held_by: 'broker' }], [{ documents_held_by: 'broker', means_of_control: ['documents'] }]],
  ['R15', [{ documents_held_by: 'supervising_org' }], [{ documents_held_by: 'exploiter', means_of_control: 'unknown' }]],
  ['R16', [{ return_status: 'deported', residence_outcome: 'pending' }], [{ return_status: 'deported', residence_outcome: 'deported' }]],
  ['R17', [{ exit_mode: 'still_inside', shelter_types: ['none'] }], [{ exit_mode: 'still_inside', shelter_types: 'not_asked' }]],
]

describe('P14 cross-checks', () => {
  it.each(REFUSALS)('%s refuses %j at %j, and lets pass %j', (rule, bad, at, good) => {
    expect(refusal(() => receive(plainSubmission(bad), CONTEXT))).toEqual([
      'invalid-submission',
      ...at.map((id) => `/answers/${id} ${rule}`),
    ])
    expect(refusal(() => receive(plainSubmission(good), CONTEXT))).toEqual([])
  })

  it.each(FLAGS)('%s flags %j, but not %j', (rule, bad, good) => {
    const flags = ([answers, groups]: readonly [Changes, Changes?]) => receive(plainSubmission(answers, groups), CONTEXT).flags
    expect(flags(bad)).toContain(rule)
    expect(flags(good)).not.toContain(rule)
  })

  it('marks a confirmed flag inside the record, and a confirmation of nothing not at all', () => {
    const { record, flags } = receive(
      { ...plainSubmission({ debt_imposed: 'no', documents_held_by: 'broker' }), confirmed: ['R14', 'R08'] },
      CONTEXT,
    )
    expect([flags, record.flags, record.confirmed]).toEqual([['R14', 'R15'], ['R14', 'R15'], ['R14']])
  })

  it('R22 needs a rule in the register', () => {
    const body = plainSubmission({ consent_basis: 'existing_record_rule' })
    expect(refusal(() => receive(body, { ...CONTEXT, existingRecordRule: false }))).toEqual([
      'invalid-submission',
      '/answers/consent_basis R22',
    ])
    expect(refusal(() => receive(body, CONTEXT))).toEqual([])
  })

  it('R23 passes once the guardian is confirmed, and says so inside', () => {
    const body = { ...plainSubmission({ consent_basis: 'guardian_and_assent', recruitment_mode: 'sold_by_family' }), confirmed: ['R23'] }
    expect(receive(body, CONTEXT).record).toMatchObject({ flags: ['R23'], confirmed: ['R23'] })
  })

  it('has words for every check', () => expect(CHECKS.filter((check) => !(check.id in RULES))).toEqual([]))
})

describe('P17 one agreement', () => {
  it.each([[[]], [['aggregate_tables', 'unknown']], [undefined]])('consent_uses %j is refused', (uses) => {
    expect(refusal(() => receive(plainSubmission({ consent_uses: uses }), CONTEXT))[0]).toBe('invalid-submission')
  })
  it('without aggregate_tables a case is refused like no_basis, and nothing else is said about it', () => {
    for (const body of [plainSubmission({ consent_uses: [], gender: 'x' }), plainSubmission({ consent_basis: 'no_basis', gender: 'x' })]) {
      expect(refusal(() => receive(body, CONTEXT))).toEqual([
        'invalid-submission',
        expect.stringMatching(/^\/answers\/consent_(uses|basis) R01$/),
      ])
    }
  })
})
