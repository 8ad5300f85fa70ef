/** A case to try intake with: invented, and carrying identifiers that intake drops and names by kind. */
const EXAMPLE = {
  schema: 'jnatip-case/1',
  language: 'ja',
  answers: {
    partner_case_key: 'example-1',
    氏名: '架空 花子',
    在留カード番号: 'ZZ00000000ZZ',
    registration_year: '2024-05-01',
    consent_basis: 'person_informed',
    consent_uses: ['aggregate_tables'],
    source_type: 'ngo_shelter',
    information_basis: ['interview_with_person'],
    gender: 'woman',
    age_band_registration: '21_23',
    minor_when_exploited: 'no',
    citizenship: ['TH'],
    recruitment_mode: 'recruited',
    exploitation_types: ['sexual'],
    means_of_control: ['debt', 'documents'],
    exit_mode: 'escaped_with_help',
    state_recognition: 'police',
    return_status: 'in_japan',
    org_judgement: 'actual',
  },
  groups: { route_legs: [{ leg_from_country: 'TH', leg_to_country: 'JP', leg_purpose: 'to_exploitation' }] },
}

/** A command for a shell: the case goes to the open edition of the demo. Without a program that signs, the server does it in memory. */
export const exampleCommand = (url: string, organisationKey: string, organisationSecret: string | null) =>
  `curl -sS ${url}/api/v1/cases -H 'Authorization: Bearer ${organisationKey}'${organisationSecret === null ? '' : ` -H 'JNATIP-Secret: ${organisationSecret}'`} -H 'Idempotency-Key: example-1' -H 'Content-Type: application/json' -d '${JSON.stringify(EXAMPLE)}'`
