/** Hierarchies of places and years: country > sub-region > region > Japan or abroad; prefecture > area; year > period. */
import { COUNTRIES, REGIONS, SUBREGIONS } from '../lists/countries.ts'
import { AREAS, PREFECTURES } from '../lists/prefectures.ts'
import type { LevelGroup } from './groups.ts'

const codesWhere = (subregions: ReadonlySet<string>) =>
  COUNTRIES.filter((country) => subregions.has(country.subregion)).map((country) => country.code as string)

const subregionsOf = (region: string) =>
  new Set<string>(SUBREGIONS.filter((entry) => entry.region === region).map((entry) => entry.id))

/** Countries and areas as categories of their own. */
export const COUNTRY: readonly LevelGroup[] = COUNTRIES.map((country) => ({ ...pick(country), codes: [country.code] }))

/** UN M49 sub-regions, Japan apart. */
export const SUBREGION: readonly LevelGroup[] = SUBREGIONS.map((entry) => ({
  code: entry.id, en: entry.en, ja: entry.ja, codes: codesWhere(new Set([entry.id])),
}))

/** Japan, rest of Asia, Europe, Americas, Africa, Oceania. */
export const REGION: readonly LevelGroup[] = REGIONS.map((entry) => ({
  code: entry.id, en: entry.en, ja: entry.ja, codes: codesWhere(subregionsOf(entry.id)),
}))

export const ABROAD: readonly LevelGroup[] = [
  { code: 'japan', en: 'Japan', ja: '日本', codes: ['JP'] },
  { code: 'abroad', en: 'Abroad', ja: '日本以外', codes: COUNTRIES.map((country) => country.code as string).filter((code) => code !== 'JP') },
]

const inArea = (area: string) => PREFECTURES.filter((entry) => entry.area === area).map((entry) => entry.code as string)

/** Several prefectures of one area stand under that area; a prefecture is a category only by itself. */
export const PREFECTURE: readonly LevelGroup[] = [
  ...PREFECTURES.map((entry) => ({ ...pick(entry), codes: [entry.code] })),
  ...AREAS.filter((area) => inArea(area.id).length > 1).map((area) => ({
    code: `several_in_${area.id}`, en: `Several prefectures of ${area.en}`, ja: `${area.ja}の複数の都道府県`, codes: [`several_in_${area.id}`],
  })),
  { code: 'several_areas', en: 'Several areas', ja: '複数の地方', codes: ['several_areas'] },
]

export const AREA8: readonly LevelGroup[] = [
  ...AREAS.map((area) => ({
    code: area.id, en: area.en, ja: area.ja,
    codes: [...inArea(area.id), ...(inArea(area.id).length > 1 ? [`several_in_${area.id}`] : [])],
  })),
  { code: 'several_areas', en: 'Several areas', ja: '複数の地方', codes: ['several_areas'] },
]

/** The first and last calendar years that an answer can name (check R05 refuses what is later than today). */
export const FIRST_YEAR = 1980
export const LAST_YEAR = 2100

const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index)

export const YEAR: readonly LevelGroup[] = years.map((year) => ({
  code: String(year), en: String(year), ja: `${year}年`, codes: [String(year)],
}))

/** First year of the window that holds `year`: windows start in 2001, 2004, 2007 …, also backwards, and never move. */
export const periodStart = (year: number) => year - ((((year - 2001) % 3) + 3) % 3)

export const PERIOD3: readonly LevelGroup[] = [...new Set(years.map(periodStart))].map((start) => ({
  code: `${start}_${start + 2}`, en: `${start}–${start + 2}`, ja: `${start}～${start + 2}年`,
  codes: years.filter((year) => periodStart(year) === start).map(String),
}))

function pick(entry: { readonly code: string; readonly en: string; readonly ja: string }) {
  return { code: entry.code, en: entry.en, ja: entry.ja }
}
