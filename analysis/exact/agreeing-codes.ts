/** The codes by which two reports may be of one person: questionnaire, section 5.2, R21. */
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'
import { derive } from '../../survey-schema/variables/derived.ts'

/** What an editor sees of two reports; both have the same. A reserved answer such as `unknown` is a code here, and for the editor to weigh. */
export interface AgreeingCodes {
  readonly registration_year: string
  readonly citizenship: string
  readonly gender: string
  readonly age_band_registration: string
  readonly route_key: string
  readonly first_prefecture: string
}

export function agreeingCodes(record: CaseRecord): AgreeingCodes {
  const { registration_year, citizenship, gender, age_band_registration, exploitation_prefectures: places } = record.answers
  return {
    registration_year: String(registration_year),
    citizenship: typeof citizenship === 'object' ? citizenship.join(' ') : String(citizenship),
    gender: String(gender),
    age_band_registration: String(age_band_registration),
    route_key: derive(record).route_key,
    first_prefecture: String(typeof places === 'object' ? (places[0] ?? 'unknown') : places),
  }
}

export interface AgreeingGroup {
  readonly codes: AgreeingCodes
  /** Positions among the reports, ascending; at least two. */
  readonly members: readonly number[]
}

/** Reports whose codes agree, in the order of the first of each group. Reports that agree with no other are left out. */
export function agreeingGroups(reports: Iterable<{ readonly reading: { readonly codes: AgreeingCodes } }>): readonly AgreeingGroup[] {
  const groups = new Map<string, { codes: AgreeingCodes; members: number[] }>()
  let position = 0
  for (const { reading } of reports) {
    const { codes } = reading
    const name = Object.values(codes).join('\n')
    const group = groups.get(name) ?? { codes, members: [] }
    groups.set(name, group)
    group.members.push(position++)
  }
  return [...groups.values()].filter(({ members }) => members.length > 1)
}
