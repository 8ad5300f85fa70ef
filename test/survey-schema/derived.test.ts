import { describe, expect, it } from 'vitest'
import { receive } from '../../survey-schema/answers/receive.ts'
import { ctdc2021Flags, ctdc2024Flags } from '../../survey-schema/partner-files/published/ctdc-flags.ts'
import { derive } from '../../survey-schema/variables/derived.ts'
import { anyRecord, CONTEXT, plainSubmission } from '../support/records.ts'
import fc from '../support/seeded-properties.ts'

const recordOf = (answers: object, groups: object = {}) =>
  receive(plainSubmission(answers as Record<string, unknown>, groups as Record<string, unknown>), CONTEXT).record
const deriveOf = (answers: object, groups: object = {}) => derive(recordOf(answers, groups))
const leg = (path: string, purpose: string) => ({
  leg_from_country: path.split('>')[0],
  leg_to_country: path.split('>')[1],
  leg_purpose: purpose,
})

/** Legs, then origin, transit, destination, key and the role of Japan. */
const ROUTES: readonly [string, readonly object[], readonly [string, unknown, string, string, string]][] = [
  ['direct', [leg('TH>JP', 'to_exploitation')], ['TH', [], 'JP', 'TH>JP', 'destination']],
  ['through one country', [leg('TH>MY', 'transit'), leg('MY>JP', 'to_exploitation')], ['TH', ['MY'], 'JP', 'TH>MY>JP', 'destination']],
  [
    'at most three kept, without repeats',
    ['TH>MY', 'MY>SG', 'SG>MY', 'MY>KR', 'KR>HK', 'HK>JP'].map((path) => leg(path, 'to_exploitation')),
    ['TH', ['MY', 'SG', 'KR'], 'JP', 'TH>MY>SG>KR>JP', 'destination'],
  ],
  [
    'a loop home is no transit',
    [leg('TH>MY', 'transit'), leg('MY>TH', 'transit'), leg('TH>JP', 'transfer')],
    ['TH', ['MY'], 'JP', 'TH>MY>JP', 'destination'],
  ],
  [
    'the way back is not the destination',
    [leg('TH>JP', 'to_exploitation'), leg('JP>TH', 'return')],
    ['TH', [], 'JP', 'TH>JP', 'destination'],
  ],
  [
    'the last leg to exploitation counts',
    [leg('TH>JP', 'to_exploitation'), leg('JP>JP', 'transfer'), leg('JP>TH', 'deportation')],
    ['TH', [], 'JP', 'TH>JP', 'destination'],
  ],
  ['inside Japan', [leg('JP>JP', 'recruitment_move'), leg('JP>JP', 'to_exploitation')], ['JP', [], 'JP', 'JP>JP', 'internal']],
  ['Japan passed', [leg('TH>JP', 'transit'), leg('JP>US', 'to_exploitation')], ['TH', ['JP'], 'US', 'TH>JP>US', 'transit']],
  ['out of Japan', [leg('JP>TH', 'to_exploitation')], ['JP', [], 'TH', 'JP>TH', 'origin']],
  ['past Japan', [leg('TH>MY', 'to_exploitation')], ['TH', [], 'MY', 'TH>MY', 'none']],
  ['no leg to exploitation', [leg('TH>JP', 'escape')], ['TH', 'unknown', 'unknown', 'TH>unknown>unknown', 'transit']],
  ['an unknown start', [leg('not_asked>US', 'to_exploitation')], ['not_asked', 'not_asked', 'US', 'not_asked>not_asked>US', 'not_asked']],
  ['an unknown end', [leg('TH>declined', 'to_exploitation')], ['TH', 'declined', 'declined', 'TH>declined>declined', 'declined']],
  ['an unknown start to Japan', [leg('unknown>JP', 'to_exploitation')], ['unknown', 'unknown', 'JP', 'unknown>unknown>JP', 'destination']],
  [
    'an unknown first stop',
    [leg('TH>unknown', 'transit'), leg('unknown>JP', 'to_exploitation')],
    ['TH', 'unknown', 'JP', 'TH>unknown>JP', 'destination'],
  ],
  [
    'one end of a stop known',
    [leg('TH>unknown', 'transit'), leg('MY>JP', 'to_exploitation')],
    ['TH', ['MY'], 'JP', 'TH>MY>JP', 'destination'],
  ],
  [
    'an unknown later stop',
    [leg('TH>MY', 'transit'), leg('MY>unknown', 'transit'), leg('unknown>JP', 'transfer')],
    ['TH', ['MY'], 'JP', 'TH>MY>JP', 'destination'],
  ],
]

describe('routes', () => {
  it.each(ROUTES)('%s', (_, route_legs, [origin, transit, destination, key, role]) => {
    expect(deriveOf({}, { route_legs })).toMatchObject({
      route_origin: origin,
      route_transit: transit,
      route_destination: destination,
      route_key: key,
      japan_role: role,
    })
  })
})

describe('the path to help', () => {
  it.each([
    ['not written down', undefined, ['not_asked', 'not_asked', 'not_asked', 'customer>not_asked']],
    ['nobody reached', [], ['not_applicable', 'not_applicable', '0', 'customer']],
    [
      'three steps',
      [{ step_actor: 'police' }, { step_actor: 'unknown' }, { step_actor: 'ngo_shelter' }],
      ['police', 'ngo_shelter', '3', 'customer>police>unknown>ngo_shelter'],
    ],
  ])('%s', (_, contact_steps, [first, last, length, key]) => {
    expect(deriveOf({ first_helper: 'customer' }, contact_steps ? { contact_steps } : {})).toMatchObject({
      contact_first_actor: first,
      contact_last_actor: last,
      contact_length: length,
      contact_key: key,
    })
  })
})

describe('ages and images', () => {
  it.each([
    ['0_8', 'minor', '0--8'],
    ['9_14', 'minor', '9--17'],
    ['15_17', 'minor', '9--17'],
    ['9_17', 'minor', '9--17'],
    ['18_20', 'adult', '18--20'],
    ['39_47', 'adult', '39--47'],
    ['48_plus', 'adult', '48+'],
    ['under_18', 'minor', 'under_18'],
    ['18_plus', 'adult', '18_plus'],
    ['declined', 'declined', 'declined'],
  ])('%s is %s and %s', (band, majority, broad) => {
    expect(deriveOf({ age_band_registration: band, minor_when_exploited: 'unknown' })).toMatchObject({
      majority_registration: majority,
      age_broad_ctdc: broad,
    })
  })
  it.each([
    ['very_good', 'very_bad', 4],
    ['bad', 'good', -2],
    ['good', 'good', 0],
    ['unknown', 'good', 'unknown'],
    ['good', 'declined', 'declined'],
  ])('from %s to %s is %s', (before, after, shift) =>
    expect(deriveOf({ image_before: before, image_after: after }).image_shift).toBe(shift),
  )
})

/** Act, means, purpose, minor when exploited, and the result. */
const DEFINITIONS: readonly [unknown, unknown, unknown, string, string][] = [
  [['recruitment'], ['coercion'], ['sexual'], 'no', 'meets'],
  [['recruitment'], ['none'], ['sexual'], 'no', 'not_met'],
  [['recruitment'], ['none'], ['sexual'], 'yes', 'meets'],
  [['recruitment'], 'unknown', ['sexual'], 'yes', 'meets'],
  [['recruitment'], 'unknown', ['sexual'], 'no', 'undetermined'],
  [['recruitment'], 'unknown', ['none'], 'no', 'not_met'],
  [['none'], ['coercion'], ['sexual'], 'yes', 'not_met'],
  [['recruitment'], ['coercion'], 'declined', 'no', 'undetermined'],
  [['recruitment'], [], ['sexual'], 'no', 'undetermined'],
  [['recruitment'], ['none'], ['sexual'], 'unknown', 'not_met'],
]

describe('definitions', () => {
  it.each(DEFINITIONS)('act %j, means %j, purpose %j, minor %s: %s', (act_elements, means_elements, purpose_elements, minor, result) => {
    expect(deriveOf({ act_elements, means_elements, purpose_elements, minor_when_exploited: minor }).definition_result).toBe(result)
  })

  it('never looks at what the person knew or agreed to', () => {
    fc.assert(
      fc.property(anyRecord, fc.constantFrom('did_not_know', 'knew_both', 'declined'), (record, knew) => {
        expect(derive({ ...record, answers: { ...record.answers, knew_sex_work: knew } })).toEqual(derive(record))
      }),
      { numRuns: 50 },
    )
  })
})

describe('CTDC flags', () => {
  it('are 1 for a tick, 0 for an answer without it, and missing without an answer', () => {
    const flags = ctdc2021Flags(
      recordOf({ means_of_control: ['debt', 'images'], exploitation_types: ['forced_labour', 'sexual'], labour_sectors: ['care'] }),
    )
    expect(flags).toMatchObject({
      meansOfControlDebtBondage: 1,
      meansOfControlOther: 1,
      meansOfControlThreats: 0,
      isForcedLabour: 1,
      isSexualExploit: 1,
      isSexAndLabour: 1,
      isOtherExploit: 0,
      typeOfLabourOther: 1,
      typeOfLabourAgriculture: 0,
      typeOfSexProstitution: null,
      isAbduction: 0,
      isSlaveryAndPractices: null,
      recruiterRelationFriend: null,
    })
    expect(ctdc2021Flags(recordOf({ means_of_control: 'declined', exploitation_types: [] }))).toMatchObject({
      meansOfControlDebtBondage: null,
      isForcedLabour: 0,
      isSexAndLabour: 0,
    })
  })

  it('merge into the eight groups of 2024', () => {
    expect(ctdc2024Flags(recordOf({ means_of_control: ['earnings_taken', 'phone_cut'] }))).toEqual({
      meansDebtBondageEarnings: 1,
      meansThreats: 0,
      meansAbusePsyPhySex: 0,
      meansFalsePromises: 0,
      meansDrugsAlcohol: 0,
      meansDenyBasicNeeds: 1,
      meansExcessiveWorkHours: 0,
      meansWithholdDocs: 0,
    })
  })
})
