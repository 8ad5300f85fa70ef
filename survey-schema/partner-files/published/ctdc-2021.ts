/**
 * The published CTDC file of 2021 as submissions. Nothing is invented: what is missing becomes "not asked", citizenship is
 * not taken for the origin, and where two columns contradict each other the later one falls to "not asked" and is counted.
 */
import { answerCodes } from '../../answers/answer-codes.ts'
import { cutToYear } from '../../answers/dates.ts'
import { SUBMISSION_SCHEMA } from '../../answers/strip.ts'
import type { QuestionId } from '../../questionnaire/index.ts'
import { CellTally } from '../cell-fates.ts'
import { checkRow, type FileReader, type Placed, placeColumns } from '../file-reader.ts'
import { readAge } from '../table/bands.ts'
import {
  DROPPED_COLUMNS,
  FURTHER_TYPES,
  GENDERS,
  MAIN_TYPES,
  MAPPED_COLUMNS,
  MEANS,
  PURPOSES,
  RECRUITER_WORDS,
  RECRUITERS,
  SECTORS,
  SEXUAL_KINDS,
  SOURCES,
} from './ctdc-2021-columns.ts'
import { CtdcRow, lossesTold } from './ctdc-fates.ts'

/** Readings that hold for the whole file, stated in every report. */
const READINGS = [
  'Datasource: "Case Management" is read as ngo_shelter, "Hotline" as ngo_counselling',
  'CountryOfExploitation is a proxy (where the person was identified or helped); the country of origin is not in the file',
  'an unbanded majority status is kept as under_18 or 18_plus; 9--17 as 9_17',
  'a named recruiter relation is read as recruitment_mode recruited; friend or acquaintance as neighbour_acquaintance',
  'debt bondage as a means of control is read as debt_imposed yes; its absence says nothing about debts',
  'begging and peddling also tick forced_begging, illicit activities forced_crime',
]

/** What was given up, counted over the file. */
const LOSSES = {
  recruitment_age: 'cases: adult at recruitment but a minor at registration; age at recruitment not asked',
  minor_exploited: 'cases: adult when exploited but a minor at registration; minor when exploited not asked',
  sectors: 'cases: sectors of labour without forced labour among the types; sectors not asked',
  sexual_kinds: 'cases: kinds of sexual exploitation without sexual exploitation among the types; kinds not asked',
  recruiter: 'cases: abducted and also with a recruiter relation; relation not asked',
  further_types: 'cases: forced marriage or organ removal where none of the three main types is known; types not asked',
} as const

const WORKS: readonly string[] = ['forced_labour', 'domestic_servitude', 'forced_begging', 'forced_crime']
const MINORS: readonly string[] = ['0_8', '9_17', 'under_18']
const ADULT_FROM_HERE = /^(1[89]|[2-9]\d|48)_/

type Cells = (column: string) => string

/** Reads the CTDC file of 2021. Row n of the file is the case `ctdc-` and n, so a second run makes the same file. */
export function ctdc2021Reader(): FileReader {
  const counts = new Map<keyof typeof LOSSES, number>()
  const unmapped: Record<string, number> = {}
  const known: readonly string[] = [...MAPPED_COLUMNS, ...Object.keys(DROPPED_COLUMNS)]
  let placed: Placed | undefined
  let rows = 0
  const columns = () => ({
    mapped: MAPPED_COLUMNS,
    generalised: [],
    unknown: placed?.unknown ?? [],
    dropped: [
      ...(placed?.dropped ?? []),
      ...Object.entries(DROPPED_COLUMNS).map(([name, kind]) => ({ position: (placed?.at.get(name) ?? -1) + 1, kind })),
    ],
  })
  return {
    header(cells) {
      placed = placeColumns(cells, (name) => known.includes(name), known, [])
      return columns()
    },
    row(cells, rowNumber, fates = new CellTally(), { faults } = {}) {
      if (!placed) throw new RangeError('the header comes first')
      checkRow(cells, placed, rowNumber, faults)
      const row = new CtdcRow(cells, placed, unmapped)
      const cell: Cells = (column) => {
        const value = row.read(column).trim()
        return value === '-99' ? '' : value
      }
      const miss: Miss = (column) => row.miss(column)
      const lose: Lose = (what, columns) => {
        if (what) counts.set(what, (counts.get(what) ?? 0) + 1)
        row.refuse('does_not_arise', columns)
      }
      rows++
      const submission = {
        schema: SUBMISSION_SCHEMA,
        answers: {
          partner_case_key: `ctdc-${String(rows).padStart(6, '0')}`,
          ...administration(cell, miss),
          ...person(cell, miss, lose),
          ...recruitment(cell, miss, lose),
          ...exploitation(cell, miss, lose),
          exit_mode: 'not_asked',
          state_recognition: 'not_asked',
          return_status: 'not_asked',
          org_judgement: 'not_asked',
        },
        groups: {
          route_legs: [
            {
              leg_from_country: 'not_asked',
              leg_to_country: country(cell('CountryOfExploitation'), 'leg_to_country', () => miss('CountryOfExploitation')),
              leg_purpose: 'to_exploitation',
            },
          ],
        },
      }
      row.count(fates, DROPPED_COLUMNS)
      return submission
    },
    report: () => ({
      rows,
      columns: columns(),
      unmapped,
      notes: [...READINGS, ...lossesTold(LOSSES, counts)],
    }),
  }
}

type Miss = (column: string) => string
/** The loss, where it is counted, and the columns whose values are no answers then. */
type Lose = (what: keyof typeof LOSSES | null, columns: readonly string[]) => void

function administration(cell: Cells, miss: Miss) {
  const year = cell('yearOfRegistration')
  return {
    registration_year: year === '' ? 'not_asked' : (cutToYear(year)?.year ?? miss('yearOfRegistration')),
    consent_basis: 'existing_record_rule',
    consent_uses: ['aggregate_tables'],
    source_type: source(cell('Datasource'), miss),
    information_basis: 'not_asked',
  }
}

/** The question takes no "not asked", so an unnamed source is another one. */
function source(name: string, miss: Miss): string {
  const read = SOURCES[name]
  if (!read) miss('Datasource')
  return read ?? 'other'
}

function person(cell: Cells, miss: Miss, lose: Lose) {
  const gender = cell('gender')
  const registered = ageBand(cell('ageBroad'), cell('majorityStatus'), miss)
  const minorThen = MINORS.includes(registered)
  const recruited = ageBand(cell('majorityEntry'), cell('majorityEntry'), miss, 'majorityEntry')
  const contradicts = minorThen && (recruited === '18_plus' || ADULT_FROM_HERE.test(recruited))
  if (contradicts) lose('recruitment_age', ['majorityEntry'])
  const exploited = majority(cell('majorityStatusAtExploit'), 'yes', 'no') ?? miss('majorityStatusAtExploit')
  if (minorThen && exploited === 'no') lose('minor_exploited', ['majorityStatusAtExploit'])
  const citizenship = country(cell('citizenship'), 'citizenship', () => miss('citizenship'))
  return {
    gender: gender === '' ? 'not_asked' : (GENDERS[gender] ?? miss('gender')),
    age_band_registration: registered,
    age_band_recruitment: contradicts ? 'not_asked' : recruited,
    minor_when_exploited: minorThen && exploited === 'no' ? 'not_asked' : exploited,
    citizenship: citizenship === 'not_asked' ? citizenship : [citizenship],
  }
}

/** The codebook contradicts itself about `majorityEntry`: a band is read wherever a majority may stand. */
function ageBand(band: string, status: string, miss: Miss, column = 'ageBroad'): string {
  const read = band === '' ? null : readAge(band)
  if (read && !read.coarsened) return read.code
  const wide = majority(status, 'under_18', '18_plus')
  if (wide && (band === '' || band === status)) return wide
  return band === '' && status === '' ? 'not_asked' : miss(column)
}

function majority(status: string, minor: string, adult: string): string | null {
  if (status === '') return 'not_asked'
  return status === 'Minor' ? minor : status === 'Adult' ? adult : null
}

function country(code: string, id: QuestionId, miss: () => string): string {
  if (code === '') return 'not_asked'
  return answerCodes(id).indexOf.has(code) ? code : miss()
}

function recruitment(cell: Cells, miss: Miss, lose: Lose) {
  const abducted = cell('isAbduction') === '1'
  const words = cell('RecruiterRelationship')
    .split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  if (words.some((word) => !(word in RECRUITER_WORDS))) miss('RecruiterRelationship')
  const flagged = ticked(RECRUITERS, cell, miss)
  const relations = flagged ?? words.map((word) => RECRUITER_WORDS[word]).filter((code) => code != null)
  if (abducted && relations.length > 0) lose('recruiter', [...Object.keys(RECRUITERS), 'RecruiterRelationship'])
  if (abducted) return { recruitment_mode: 'abducted' }
  return relations.length > 0 ? { recruitment_mode: 'recruited', recruiter_relation: relations } : { recruitment_mode: 'not_asked' }
}

function exploitation(cell: Cells, miss: Miss, lose: Lose) {
  const main = ticked(MAIN_TYPES, cell, miss)
  const further = ticked(FURTHER_TYPES, cell, miss) ?? []
  if (!main && (cell('isForcedMarriage') === '1' || cell('isOrganRemoval') === '1'))
    lose('further_types', ['isForcedMarriage', 'isOrganRemoval'])
  const types = main && [...new Set([...main, ...further])]
  const works = types?.some((type) => WORKS.includes(type))
  const sectors = ticked(SECTORS, cell, miss)
  if (!works && sectors) lose(sectors.length > 0 ? 'sectors' : null, Object.keys(SECTORS))
  const kinds = ticked(SEXUAL_KINDS, cell, miss)
  const sexual = types?.includes('sexual')
  if (!sexual && kinds) lose(kinds.length > 0 ? 'sexual_kinds' : null, Object.keys(SEXUAL_KINDS))
  const means = ticked(MEANS, cell, miss)
  return {
    exploitation_types: types ?? 'not_asked',
    ...(works && sectors ? { labour_sectors: sectors } : {}),
    ...(sexual && kinds ? { sexual_kinds: kinds } : {}),
    means_of_control: means ?? 'not_asked',
    ...(means?.includes('debt') ? { debt_imposed: 'yes' } : {}),
    purpose_elements: ticked(PURPOSES, cell, miss) ?? 'not_asked',
  }
}

/** Codes whose flag is 1; null where the whole block is missing. One flag present, 0 or 1, is an answer. */
function ticked(block: Readonly<Record<string, string>>, cell: Cells, miss: Miss): string[] | null {
  const codes = new Set<string>()
  let answered = false
  for (const column in block) {
    // Some tools write a cross for a flag.
    const flag = cell(column).replace(/^x$/i, '1')
    if (flag === '1') codes.add(block[column] as string)
    if (flag === '0' || flag === '1') answered = true
    else if (flag !== '') miss(column)
  }
  return answered ? [...codes] : null
}
