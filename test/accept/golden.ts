/** The exact figures of the published file: by the command line as its holder would ask, and by a slow count of our own. */

import { isUnanswered } from '../../survey-schema/questionnaire/question.ts'
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'
import type { Checks } from './checks.ts'

/** What a correct program finds, as a file of the data folder holds it. */
export interface Golden {
  readonly rows: number
  readonly columns: number
  readonly k_with_missing_as_own_value: Readonly<Record<string, { readonly classes: number; readonly min: number }>>
  readonly known_pairs: number
  readonly known_pair_records: number
  readonly top_pairs: readonly (readonly [string, string, number])[]
  readonly domestic_pair_records: number
  readonly exploitation_any_info: number
  readonly exploitation_any_positive: number
  readonly positive: Readonly<Record<string, number>>
  readonly means_positive: Readonly<Record<string, number>>
  readonly means_any_positive_records: number
  readonly japan_destination: {
    readonly rows: number
    readonly citizenship: Counts
    readonly year: Counts
    readonly gender: Counts
    readonly type: Counts
  }
  readonly colombian_rows: number
}
type Counts = Readonly<Record<string, number>>

export const MEANS: Readonly<Record<string, string>> = {
  DebtBondage: 'debt',
  TakesEarnings: 'earnings_taken',
  RestrictsFinancialAccess: 'money_restricted',
  Threats: 'threats_person',
  PsychologicalAbuse: 'psychological',
  PhysicalAbuse: 'physical',
  SexualAbuse: 'sexual',
  FalsePromises: 'false_promises',
  PsychoactiveSubstances: 'drugs',
  RestrictsMovement: 'movement',
  RestrictsMedicalCare: 'medical',
  ExcessiveWorkingHours: 'excessive_hours',
  UsesChildren: 'threats_family',
  ThreatOfLawEnforcement: 'threats_authorities',
  WithholdsNecessities: 'necessities',
  WithholdsDocuments: 'documents',
  Other: 'other',
}
export const TYPES: Readonly<Record<string, string>> = {
  isForcedLabour: 'forced_labour',
  isSexualExploit: 'sexual',
  isOtherExploit: 'other',
}
const MAIN = new Set(Object.values(TYPES))
/** Bands that a majority status gave, where the age itself is missing. */
const NO_BAND = new Set(['under_18', '18_plus'])

/** A line of `tabulate --exact`: codes, then cases. */
export type CsvLine = readonly string[]
const cases = (line: CsvLine) => Number(line.at(-1))

export function checkPairs(check: Checks, golden: Golden, lines: readonly CsvLine[]) {
  const known = lines
    .filter((line) => !line.slice(0, 2).some(isUnanswered))
    .map(([from, to, count]) => [from as string, to as string, Number(count)] as const)
  const sum = (pairs: readonly (readonly [string, string, number])[]) => pairs.reduce((total, [, , count]) => total + count, 0)
  check.equal('citizenship and destination, pairs both known', known.length, golden.known_pairs)
  check.equal('records in them', sum(known), golden.known_pair_records)
  check.equal('domestic records', sum(known.filter(([from, to]) => from === to)), golden.domestic_pair_records)
  const leading = [...known].sort((a, b) => b[2] - a[2] || a[0].localeCompare(b[0])).slice(0, golden.top_pairs.length)
  check.equal(`the ${leading.length} largest pairs`, leading, golden.top_pairs)
  check.equal(
    'Colombian records',
    lines.filter(([from]) => from === 'CO').reduce((total, line) => total + cases(line), 0),
    golden.colombian_rows,
  )
}

const asCounts = (lines: readonly CsvLine[]) => Object.fromEntries(lines.map(([code, count]) => [code as string, Number(count)]))

export function checkTypes(check: Checks, golden: Golden, lines: readonly CsvLine[]) {
  const counts = asCounts(lines)
  for (const [column, code] of Object.entries(TYPES)) check.equal(`${column} as ${code}`, counts[code], golden.positive[column])
}

export function checkMeans(check: Checks, golden: Golden, lines: readonly CsvLine[]) {
  const counts = asCounts(lines)
  for (const [name, code] of Object.entries(MEANS))
    check.equal(`meansOfControl${name} as ${code}`, counts[code], golden.means_positive[`meansOfControl${name}`])
}

export function checkJapan(
  check: Checks,
  { japan_destination: japan }: Golden,
  tables: Readonly<Record<'citizenship' | 'registration_year' | 'gender' | 'exploitation_types', readonly CsvLine[]>>,
) {
  check.equal('Japan, citizenship', asCounts(tables.citizenship), japan.citizenship)
  check.equal('Japan, year', asCounts(tables.registration_year), japan.year)
  check.equal('Japan, gender', asCounts(tables.gender), { woman: japan.gender.Female })
  check.equal('Japan, type', asCounts(tables.exploitation_types), { forced_labour: japan.type['Forced labour'], other: japan.type.Other })
}

/** One record after the other, with plain objects: nothing is shared with the counting that is checked. */
export function slowCount() {
  let rows = 0
  const found = { anyInfo: 0, anyType: 0, anyMeans: 0, japan: 0 }
  const classes = new Map<string, number>()
  const classesByYear = new Map<string, number>()
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
  return {
    take({ answers, route_legs: [leg] }: CaseRecord) {
      rows++
      const types = answers.exploitation_types
      if (Array.isArray(types)) found.anyInfo++
      if (Array.isArray(types) && types.some((code) => MAIN.has(code))) found.anyType++
      if (Array.isArray(answers.means_of_control) && answers.means_of_control.some((code) => code !== 'none')) found.anyMeans++
      if (leg?.leg_to_country === 'JP') found.japan++
      const age = answers.age_band_registration as string
      const key = [answers.gender, NO_BAND.has(age) ? 'not_asked' : age, answers.citizenship, leg?.leg_to_country].join('|')
      add(classes, key)
      add(classesByYear, `${answers.registration_year}|${key}`)
    },
    check(check: Checks, golden: Golden) {
      check.equal('rows', rows, golden.rows)
      check.equal('any information on the three main types', found.anyInfo, golden.exploitation_any_info)
      check.equal('any of them positive', found.anyType, golden.exploitation_any_positive)
      check.equal('any means of control', found.anyMeans, golden.means_any_positive_records)
      check.equal('Japan as country of exploitation', found.japan, golden.japan_destination.rows)
      const sizes = (map: ReadonlyMap<string, number>) => ({
        classes: map.size,
        min: [...map.values()].reduce((least, one) => Math.min(least, one), Infinity),
      })
      const expected = (name: string) => ({
        classes: golden.k_with_missing_as_own_value[name]?.classes,
        min: golden.k_with_missing_as_own_value[name]?.min,
      })
      const four = 'gender+ageBroad+citizenship+CountryOfExploitation'
      check.equal('classes on gender, age, citizenship, country', sizes(classes), expected(four))
      check.equal('classes with the year', sizes(classesByYear), expected(`yearOfRegistration+${four}`))
    },
  }
}
