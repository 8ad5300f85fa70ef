/** Partners' sparse sheets: four partners, each with a sheet of seven questions, so that most questions were never asked of anybody. */
import { questionById } from '../../survey-schema/questionnaire/index.ts'
import type { Answer, CaseRecord } from '../../survey-schema/release/case-record.ts'
import type { SentCase, Shape } from './edition.ts'

/** Three columns that every sheet has, and four of each partner's own. */
const COMMON = ['registration_year', 'gender', 'citizenship']
const OWN = [
  ['age_band_registration', 'exploitation_types', 'entry_status', 'return_status'],
  ['exploitation_types', 'labour_sectors', 'debt_imposed', 'shelter_types'],
  ['age_band_registration', 'exploitation_prefectures', 'exploitation_types', 'exit_mode'],
  ['entry_status', 'exploitation_types', 'debt_imposed', 'first_helper'],
]

function onSheet(record: CaseRecord, sheet: readonly string[]): CaseRecord {
  const asked = new Set([...COMMON, ...sheet])
  const answer = (id: string, given: Answer): Answer => (asked.has(id) || !questionById(id)?.reserved ? given : 'not_asked')
  return {
    ...record,
    answers: Object.fromEntries(Object.entries(record.answers).map(([id, given]) => [id, answer(id, given)])),
    route_legs: record.route_legs.map((leg) =>
      Object.fromEntries(Object.entries(leg).map(([id, given]) => [id, id === 'leg_purpose' ? given : 'not_asked'])),
    ) as unknown as CaseRecord['route_legs'],
    contact_steps: 'not_asked',
    flags: [],
    confirmed: [],
  }
}

const fourSheets = (cases: readonly SentCase[]): SentCase[] =>
  cases.map((sent, index) => ({ ...sent, organisation: index % OWN.length, record: onSheet(sent.record, OWN[index % OWN.length]!) }))

export const sparseSheets = (cases: number, seed: number): Shape => ({ cases, seed, change: fourSheets })
