/**
 * The published CTDC file of 2024 (global synthetic, 27 columns) as submissions. Its flags are 1 or missing: a block without a
 * flag says nothing. Where it merges what we keep apart, nothing is guessed: the answer is "other", or "not asked", and counted.
 */
import { cutToYear } from '../../answers/dates.ts'
import { SUBMISSION_SCHEMA } from '../../answers/strip.ts'
import { COUNTRIES } from '../../lists/countries.ts'
import { CellTally } from '../cell-fates.ts'
import { checkRow, type FileReader, type Placed, placeColumns, tidyCell } from '../file-reader.ts'
import { readAge } from '../table/bands.ts'
import { GENDERS, MAIN_TYPES, PURPOSES, RECRUITERS } from './ctdc-2021-columns.ts'
import { CtdcRow, lossesTold } from './ctdc-fates.ts'

const SINGLE = ['yearOfRegistration', 'gender', 'ageBroad', 'citizenship', 'CountryOfExploitation', 'traffickMonths'] as const

/** Four merge several means of ours. */
const MEANS = {
  meansFalsePromises: 'false_promises',
  meansDrugsAlcohol: 'drugs',
  meansExcessiveWorkHours: 'excessive_hours',
  meansWithholdDocs: 'documents',
  meansDebtBondageEarnings: 'other',
  meansThreats: 'other',
  meansAbusePsyPhySex: 'other',
  meansDenyBasicNeeds: 'other',
} as const
const SECTORS = {
  typeOfLabourAgriculture: 'agriculture',
  typeOfLabourConstruction: 'construction',
  typeOfLabourDomesticWork: 'household',
  typeOfLabourHospitality: 'hospitality',
} as const
const SEXUAL_KINDS = { typeOfSexProstitution: 'prostitution', typeOfSexPornography: 'pornography' } as const
const OUR_PURPOSES = Object.fromEntries(Object.entries(PURPOSES).filter(([column]) => column in MAIN_TYPES))

/** Names of the 27 columns. */
export const CTDC_2024_COLUMNS: readonly string[] = [
  ...SINGLE,
  ...[MEANS, MAIN_TYPES, SECTORS, SEXUAL_KINDS, RECRUITERS].flatMap((block) => Object.keys(block)),
]
/** The codebook writes both. */
const DECLARED_SPELLINGS: Readonly<Record<string, string>> = { meansWithholdDocuments: 'meansWithholdDocs' }

/** 0-12 months could be four of our bands. */
const MONTHS: Readonly<Record<string, string>> = { '13-24': '13_24m', '25+': '25m_plus' }

const READINGS = [
  'there is no column of sources: the source is other',
  'CountryOfExploitation is a proxy (where the person was identified or helped); the country of origin is not in the file',
  'meansDebtBondageEarnings, meansThreats, meansAbusePsyPhySex and meansDenyBasicNeeds each merge several means of ours: read as other',
  'traffickMonths 0-12 could be four bands of ours: not asked',
  'a named recruiter relation is read as recruitment_mode recruited; friend or acquaintance as neighbour_acquaintance',
  'ages of 9--17 are kept as 9_17',
]
const LOSSES = {
  duration: 'cases: 0-12 months; duration not asked',
  merged: 'cases: a merged means of control; read as other',
  sectors: 'cases: sectors of labour without forced labour among the types; sectors not asked',
  sexual_kinds: 'cases: kinds of sexual exploitation without sexual exploitation among the types; kinds not asked',
} as const

const alpha2 = new Map<string, string>(COUNTRIES.flatMap(({ code, alpha3 }) => [[alpha3, code] as const, [code, code] as const]))

/** Reads the CTDC file of 2024. Row n of the file is the case `ctdc24-` and n. */
export function ctdc2024Reader(): FileReader {
  const counts = new Map<keyof typeof LOSSES, number>()
  const unmapped: Record<string, number> = {}
  let placed: Placed | undefined
  let rows = 0
  const columns = () => ({ mapped: CTDC_2024_COLUMNS, generalised: [], unknown: placed?.unknown ?? [], dropped: placed?.dropped ?? [] })
  return {
    header(cells) {
      const names = cells.map((cell) => DECLARED_SPELLINGS[tidyCell(cell)] ?? cell)
      placed = placeColumns(names, (name) => CTDC_2024_COLUMNS.includes(name), CTDC_2024_COLUMNS, [])
      return columns()
    },
    row(cells, rowNumber, fates = new CellTally(), { faults } = {}) {
      if (!placed) throw new RangeError('the header comes first')
      checkRow(cells, placed, rowNumber, faults)
      const row = new CtdcRow(cells, placed, unmapped)
      const miss: Miss = (column) => row.miss(column)
      const lose: Lose = (what, columns) => {
        counts.set(what, (counts.get(what) ?? 0) + 1)
        row.refuse(what === 'duration' ? 'unmapped' : 'does_not_arise', columns)
      }
      const cell = (column: string) => {
        const value = tidyCell(row.read(column))
        return value === '-99' ? '' : value
      }
      rows++
      const submission = {
        schema: SUBMISSION_SCHEMA,
        answers: {
          partner_case_key: `ctdc24-${String(rows).padStart(6, '0')}`,
          consent_basis: 'existing_record_rule',
          consent_uses: ['aggregate_tables'],
          source_type: 'other',
          information_basis: 'not_asked',
          ...person(cell, miss),
          ...exploitation(cell, miss, lose),
          exit_mode: 'not_asked',
          state_recognition: 'not_asked',
          return_status: 'not_asked',
          org_judgement: 'not_asked',
        },
        groups: {
          route_legs: [
            { leg_from_country: 'not_asked', leg_to_country: country(cell, 'CountryOfExploitation', miss), leg_purpose: 'to_exploitation' },
          ],
        },
      }
      row.count(fates, {})
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

type Cells = (column: string) => string
type Miss = (column: string) => string
/** What is counted, and the columns whose values are no answers then. */
type Lose = (what: keyof typeof LOSSES, columns: readonly string[]) => void

function country(cell: Cells, column: string, miss: Miss): string {
  const code = cell(column)
  return code === '' ? 'not_asked' : (alpha2.get(code) ?? miss(column))
}

function person(cell: Cells, miss: Miss) {
  const year = cell('yearOfRegistration').replace(/\.0$/, '')
  const gender = cell('gender')
  const band = cell('ageBroad')
  const age = band === '' ? null : readAge(band)
  const citizenship = country(cell, 'citizenship', miss)
  return {
    registration_year: year === '' ? 'not_asked' : (cutToYear(year)?.year ?? miss('yearOfRegistration')),
    gender: gender === '' ? 'not_asked' : (GENDERS[gender] ?? miss('gender')),
    age_band_registration: band === '' ? 'not_asked' : age && !age.coarsened ? age.code : miss('ageBroad'),
    minor_when_exploited: 'not_asked',
    citizenship: citizenship === 'not_asked' ? citizenship : [citizenship],
  }
}

function exploitation(cell: Cells, miss: Miss, lose: Lose) {
  const types = ticked(MAIN_TYPES, cell, miss)
  const sectors = ticked(SECTORS, cell, miss)
  const kinds = ticked(SEXUAL_KINDS, cell, miss)
  const means = ticked(MEANS, cell, miss)
  const recruiters = ticked(RECRUITERS, cell, miss)
  const works = types?.includes('forced_labour')
  const sexual = types?.includes('sexual')
  if (sectors && !works) lose('sectors', Object.keys(SECTORS))
  if (kinds && !sexual) lose('sexual_kinds', Object.keys(SEXUAL_KINDS))
  if (means?.includes('other')) lose('merged', [])
  const months = cell('traffickMonths').replace(/\s{0,3}[-\u2010-\u2015]{1,3}\s{0,3}/, '-')
  if (months === '0-12') lose('duration', ['traffickMonths'])
  return {
    recruitment_mode: recruiters ? 'recruited' : 'not_asked',
    ...(recruiters ? { recruiter_relation: recruiters } : {}),
    exploitation_types: types ?? 'not_asked',
    ...(works && sectors ? { labour_sectors: sectors } : {}),
    ...(sexual && kinds ? { sexual_kinds: kinds } : {}),
    means_of_control: means ?? 'not_asked',
    exploitation_duration: months === '' || months === '0-12' ? 'not_asked' : (MONTHS[months] ?? miss('traffickMonths')),
    purpose_elements: ticked(OUR_PURPOSES, cell, miss) ?? 'not_asked',
  }
}

/** Codes whose flag is there; null where none is. A 0, which the published file does not have, says that the block was answered. */
function ticked(block: Readonly<Record<string, string>>, cell: Cells, miss: Miss): string[] | null {
  const codes = new Set<string>()
  let answered = false
  for (const column in block) {
    const flag = cell(column)
    if (/^(?:1(?:\.0)?|x)$/i.test(flag)) codes.add(block[column] as string)
    else if (/^0(?:\.0)?$/.test(flag)) answered = true
    else if (flag !== '') miss(column)
  }
  return codes.size > 0 || answered ? [...codes] : null
}
