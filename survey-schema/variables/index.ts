/**
 * Variables with their hierarchies: for each level its categories, and the base codes that each holds. The levels of a hierarchy
 * nest: cases that share a category share every coarser one. Only `first_language@top6` depends on the counts.
 */

import { type QuestionId, questionById } from '../questionnaire/index.ts'
import type { PrivacyClass } from '../questionnaire/question.ts'
import type { LevelGroup } from './groups.ts'
import * as groups from './groups.ts'
import * as places from './places.ts'
import { VARIABLE_ROWS } from './rows.ts'

export type { LevelGroup } from './groups.ts'
export type VariableId = (typeof VARIABLE_ROWS)[number]['id']

export interface Level {
  readonly id: string
  readonly en: string
  readonly ja: string
  readonly categories: readonly LevelGroup[]
}

export interface Variable {
  readonly id: VariableId
  readonly en: string
  readonly ja: string
  readonly privacy: PrivacyClass
  readonly derived: boolean
  readonly core: boolean
  /** `multiple`: each option is a yes/no of its own, and shares add up to more than 100. */
  readonly kind: 'single' | 'multiple'
  /** From fine to coarse; the first holds the base codes. */
  readonly levels: readonly Level[]
  readonly alone: readonly string[]
  readonly pair: readonly string[]
}

const one = (code: string, en: string, ja: string): LevelGroup => ({ code, en, ja, codes: [code] })

const STATELESS = one('stateless', 'Stateless', '無国籍')
const SEVERAL_CITIZENSHIPS = one('several', 'Several citizenships', '複数の国籍')
const DIRECT = one('direct', 'Direct, no country passed', '直行（経由なし）')

const placeLevels = (extra: readonly LevelGroup[]) => ({
  country: [...places.COUNTRY, ...extra], subregion: [...places.SUBREGION, ...extra],
  region: [...places.REGION, ...extra], abroad: [...places.ABROAD, ...extra],
})

const AGES = { ctdc: groups.AGE_CTDC, broad3: groups.AGE_BROAD3, majority: groups.AGE_MAJORITY }
const YEARS = { year: places.YEAR, period3: places.PERIOD3 }
const ACTORS = { actor: listed('step_actor'), group5: groups.ACTOR_GROUP5 }

/** Categories that a question's own list does not give: coarser levels, external lists, derived variables. */
const CATEGORIES: Readonly<Record<string, Readonly<Record<string, readonly LevelGroup[]>>>> = {
  registration_year: YEARS, arrival_year: YEARS,
  source_type: { group5: groups.SOURCE_TYPE_GROUP5 },
  age_band_registration: AGES, age_band_recruitment: AGES,
  citizenship: placeLevels([STATELESS, SEVERAL_CITIZENSHIPS]),
  route_origin: placeLevels([]), route_destination: placeLevels([]), route_transit: placeLevels([DIRECT]),
  education: { three: groups.EDUCATION_THREE }, marital_status: { partnered: groups.MARITAL_STATUS_PARTNERED },
  dependants: { any: groups.DEPENDANTS_ANY }, livelihood_before: { work3: groups.LIVELIHOOD_BEFORE_WORK3 },
  leg_documents: { own_not_own: [
    one('own', 'Own document on every leg', '全区間で本人名義の真正な旅券'),
    one('not_own', 'Not own, forged or none on some leg', '本人名義でない・偽変造・書類なしの区間あり'),
    one('not_needed', 'No document needed', '書類を要しない移動'),
  ] },
  entry_point: { mode3: groups.ENTRY_POINT_MODE3 },
  exploitation_prefectures: { prefecture: places.PREFECTURE, area8: places.AREA8 },
  entry_status: { group6: groups.STATUS_GROUP6 }, status_at_contact: { group6: groups.STATUS_GROUP6 },
  debt_band: { group4: groups.DEBT_BAND_GROUP4 }, exploitation_types: { group3: groups.EXPLOITATION_TYPES_GROUP3 },
  labour_sectors: { sector3: groups.LABOUR_SECTORS_SECTOR3 }, venue_types: { venue4: groups.VENUE_TYPES_VENUE4 },
  means_of_control: { ctdc8: groups.MEANS_OF_CONTROL_CTDC8 },
  exploitation_duration: { group3: groups.EXPLOITATION_DURATION_GROUP3 }, exit_mode: { group5: groups.EXIT_MODE_GROUP5 },
  first_helper: { group6: groups.FIRST_HELPER_GROUP6 },
  step_actor: ACTORS, contact_first_actor: ACTORS, contact_last_actor: ACTORS,
  time_to_contact: { group3: groups.TIME_TO_CONTACT_GROUP3 }, state_recognition: { group3: groups.STATE_RECOGNITION_GROUP3 },
  detention_band: { group2: groups.DETENTION_BAND_GROUP2 }, residence_outcome: { outcome4: groups.RESIDENCE_OUTCOME_OUTCOME4 },
  return_status: { return4: groups.RETURN_STATUS_RETURN4 }, livelihood_after: { live3: groups.LIVELIHOOD_AFTER_LIVE3 },
  retrafficked: { retraf2: groups.RETRAFFICKED_RETRAF2 },
  japan_role: { list: [
    one('destination', 'Destination', '目的地'), one('transit', 'Transit', '経由地'), one('origin', 'Origin', '出発地'),
    one('internal', 'Inside Japan only', '国内のみ'), one('none', 'No leg touches Japan', '日本を通らない'),
  ] },
  contact_length: { list: ['0', '1', '2', '3', '4', '5', '6'].map((length) =>
    one(length, length === '1' ? '1 organisation' : `${length} organisations`, `${length}機関`)) },
  definition_result: { list: [
    one('meets', 'Meets the definition', '要件を満たす'), one('not_met', 'Does not meet it', '要件を満たさない'),
    one('undetermined', 'Undetermined', '判断できない'),
  ] },
}

/** Read per case, although asked per leg or step: "at least one leg by sea". */
const PER_CASE_OF_GROUP: ReadonlySet<string> = new Set(['leg_purpose', 'leg_transport', 'step_actor', 'step_mode', 'step_outcome'])
/** Counted once, although several may be named: several citizenships are "several". */
const COUNTED_ONCE: ReadonlySet<string> = new Set(['citizenship', 'exploitation_prefectures'])

export const VARIABLES: readonly Variable[] = VARIABLE_ROWS.map((row) => {
  const base = row.levels[0][0]
  const own = CATEGORIES[row.id]?.[base] ?? listed(row.id)
  const known = new Set(own.flatMap((entry) => entry.codes))
  return {
    ...row,
    kind: PER_CASE_OF_GROUP.has(row.id) || (questionById(row.id)?.type === 'multiple' && !COUNTED_ONCE.has(row.id)) ? 'multiple' : 'single',
    levels: row.levels.map(([id, en, ja]) => ({
      id, en, ja,
      categories: (id === base ? own : CATEGORIES[row.id]?.[id] ?? own)
        .map((entry) => ({ ...entry, codes: entry.codes.filter((code) => known.has(code)) }))
        .filter((entry) => entry.codes.length > 0),
    })),
  }
})

const byId = new Map<string, Variable>(VARIABLES.map((variable) => [variable.id, variable]))

/** The variable with this id, or undefined. @example variableById('citizenship')?.kind // 'single' */
export const variableById = (id: string) => byId.get(id)

/** The level of a variable, or undefined. @example levelOf(variableById('citizenship')!, 'subregion')?.categories[0]?.codes */
export const levelOf = (variable: Variable, id: string) => variable.levels.find((level) => level.id === id)

/** The categories of all levels coarser than this one, finer levels first. */
export const coarserCategories = ({ levels }: Variable, level: string): LevelGroup[] =>
  levels.slice(levels.findIndex(({ id }) => id === level) + 1).flatMap(({ categories }) => categories)

/**
 * Whether all these base codes stand under one category.
 * @example standsUnder(['police', 'immigration'], publicBodies) // true: the category holds both, among others
 */
export const standsUnder = (codes: Iterable<string>, category: Pick<LevelGroup, 'codes'>) =>
  [...codes].every((code) => category.codes.includes(code))

function listed(id: string): readonly LevelGroup[] {
  return (questionById(id as QuestionId)?.codes ?? []).map((entry) => one(entry.code, entry.en, entry.ja))
}
