/** What the specification of the questionnaire says and no data holds: conditions of the checks, shapes of identifiers, how a privacy class is stored. */
import type { IdentifierKindId } from '../../survey-schema/identifiers/identifier-kinds.ts'
import type { PrivacyClass } from '../../survey-schema/questionnaire/question.ts'

export interface CheckCondition {
  readonly condition: string
  /** What follows, for checks that are made elsewhere than in the list of cross-field checks. */
  readonly otherwise?: string
}

export const CHECK_CONDITIONS: Readonly<Record<string, CheckCondition>> = {
  R01: {
    condition: '`consent_basis` is `no_basis`, or `consent_uses` lacks `aggregate_tables`',
    otherwise: 'refuse; keep nothing',
  },
  R02: { condition: '`age_band_recruitment` is above `age_band_registration`' },
  R03: { condition: '`minor_when_exploited` is `yes` and `age_band_recruitment` is above `15_17`' },
  R04: { condition: '`minor_when_exploited` is `no` and `age_band_registration` is under 18' },
  R05: { condition: '`arrival_year` is after `registration_year`, or one of them before 1980 or after the current year' },
  R06: { condition: 'a leg does not start where the one before it ended, and neither place is a reserved code' },
  R07: {
    condition:
      'a leg starts and ends in the same country and its purpose is none of `transfer`, `to_exploitation`, `recruitment_move`, `escape`',
  },
  R08: { condition: 'no leg has purpose `to_exploitation` or `transfer`, and `exploitation_types` lacks `intended_only`' },
  R09: { condition: '`intended_only` without `exploitation_duration` = `none`, or the reverse' },
  R10: { condition: '`none` or a reserved code together with any other code in a `multiple` question', otherwise: 'refuse' },
  R11: { condition: 'a question whose condition is false carries an answer', otherwise: 'refuse, name the question' },
  R12: { condition: '`citizenship` is `JP` alone and `status_at_contact` is another than `japanese_national`' },
  R13: { condition: '`entry_status` is `japanese_national` and `citizenship` lacks `JP`' },
  R14: { condition: '`debt_imposed` is `no` and `means_of_control` contains `debt`' },
  R15: { condition: '`documents_held_by` is `exploiter`, `broker` or `supervising_org` and `means_of_control` lacks `documents`' },
  R16: { condition: '`return_status` is `deported` and `residence_outcome` is another answer' },
  R17: { condition: '`exit_mode` is `still_inside` and `shelter_types` is substantive' },
  R18: { condition: '`treated_as_offender` contains `no` with any other code', otherwise: 'refuse' },
  R19: { condition: 'a text is longer than its limit, or has a shape of section 6', otherwise: 'refuse' },
  R20: {
    condition: 'the same `partner_case_key` from the same organisation',
    otherwise:
      'in the open edition `case-exists` (correct with `PUT`; in an import `existing=replace`); once its edition is closed `already-counted`, not stored',
  },
  R21: {
    condition:
      'same year, `citizenship`, `gender`, `age_band_registration`, `route_key` and first prefecture from two organisations that both answered `other_report_known` with `yes`',
    otherwise: 'offered to an editor, who sees these codes alone (release model, section 5)',
  },
  R22: { condition: '`existing_record_rule` from an organisation whose register entry names no rule, year and approval' },
  R23: { condition: '`guardian_and_assent` together with `sold_by_family` or a recruiter who is a relative' },
  R24: { condition: 'no substantive answer beyond sections A and B', otherwise: 'refuse: it is not a case' },
}

export const IDENTIFIER_SHAPES: Readonly<Record<IdentifierKindId, string>> = {
  personal_name: 'any text in a coded column',
  date_of_birth: 'full date; era date such as 昭和58年4月1日, S58.4.1',
  passport_number: '1–2 letters and 6–8 digits',
  residence_card_number: '2 letters, 8 digits, 2 letters',
  alien_registration_number: 'letter and 8–10 digits',
  individual_number: '12 digits with a valid check digit',
  national_number: 'long groups of digits',
  account_or_card: 'long groups of digits; card numbers with a valid check digit',
  telephone: '0X0-XXXX-XXXX, 0X-XXXX-XXXX, +81…, E.164',
  email: 'contains @ with a domain',
  social_handle: '@name, profile address',
  web_address: 'starts with a scheme or www',
  address: '〒 and 7 digits; text containing 丁目, 番地, 号室, 市, 区, 町, 村',
  coordinates: 'decimal pairs',
  workplace: 'any text',
  institution: 'any text',
  exploiter: 'any text',
  family: 'any text',
  worker: 'any text',
  case_number: 'text with year and serial number',
  exact_date: 'anything finer than a year',
  exact_amount: 'numbers with 円, 万円, ¥, $',
  appearance: 'any text; any attachment',
  device_trace: "dotted numbers; also the platform's own logs",
  narrative: 'long text',
}

export const PRIVACY_STORED: Readonly<Record<PrivacyClass, string>> = {
  direct_identifier: 'never',
  quasi_identifier: 'already coarsened',
  sensitive: 'codes',
  harmless: 'codes',
  administrative: 'codes or hash',
}
