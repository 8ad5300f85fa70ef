/** How countries, sub-regions, regions, prefectures and areas are said, by rule from their names. */
import { COUNTRIES } from '../lists/countries.ts'
import { type Text, text } from '../text.ts'
import { ABROAD, AREA8, COUNTRY, PREFECTURE, REGION, SUBREGION } from '../variables/places.ts'
import type { CategoryPhrases } from './phrase.ts'
import { AREAS_WITHOUT_CITIZENSHIP, NAMED_OTHERWISE, type NamedOtherwise, WITH_AREAS, WITH_ARTICLE } from './place-names.ts'
import { byRule, said } from './rows.ts'

/** A place as sentences name it. */
interface Place {
  /** After "from" or "in". @example 'the Philippines' */
  readonly en: string
  readonly ja: string
  /** Beside a bar. @example { en: 'Philippines', ja: 'フィリピン' } */
  readonly name: Text
  readonly code: string
  /** Several countries. */
  readonly wide: boolean
  /** Several countries, each by its name. */
  readonly namesCountries: boolean
}

const COUNTRY_CODES: ReadonlySet<string> = new Set(COUNTRIES.map(({ code }) => code))
const withArticle: ReadonlySet<string> = new Set(WITH_ARTICLE)
const withoutCitizenship: ReadonlySet<string> = new Set(AREAS_WITHOUT_CITIZENSHIP)
const withAreas: ReadonlySet<string> = new Set(WITH_AREAS)

/** The short forms of the lists in full: Saint Kitts and Nevis. */
const inFull = (label: string): string => label.replace('&', 'and').replace('St. ', 'Saint ').replace('U.S. ', 'United States ')

function placeOf({ code, en, ja }: { readonly code: string; readonly en: string; readonly ja: string }): Place {
  const place: NamedOtherwise = NAMED_OTHERWISE[code] ?? { en: inFull(en), ja }
  return {
    en: withArticle.has(code) ? `the ${place.en}` : place.en,
    ja: place.ja,
    name: text(ja, code === 'abroad' ? 'abroad' : inFull(en)),
    code,
    namesCountries: place.namesCountries ?? false,
    wide: !COUNTRY_CODES.has(code) && code !== 'japan',
  }
}

const byPlace = (rule: (place: Place) => CategoryPhrases) =>
  Object.assign(
    {},
    ...[COUNTRY, SUBREGION, REGION, ABROAD].map((level) => byRule(level, (category) => rule(placeOf(category)))),
  ) as Readonly<Record<string, CategoryPhrases>>

const citizens = ({ en, ja, name, code, wide, namesCountries }: Place): CategoryPhrases => {
  if (code === 'abroad')
    return said('concerned foreign citizens', '外国籍だった', 'of foreign citizens', '外国籍の人の', 'foreign', '外国籍')
  const who = `citizens of ${wide && !namesCountries ? 'countries in ' : ''}${en}`
  const status = wide
    ? namesCountries
      ? 'の国籍'
      : `${withAreas.has(code) ? 'の国・地域' : '諸国'}の国籍`
    : withoutCitizenship.has(code)
      ? '籍'
      : '国籍'
  return said(`concerned ${who}`, `${ja}${status}だった`, `of ${who}`, `${ja}${status}の`, name.en, name.ja)
}

export const citizenshipPhrases = byPlace(citizens)

export const originPhrases = byPlace(({ en, ja, name, code }) => {
  const from = `${ja}${code === 'abroad' ? 'の' : ''}出身`
  return said(`concerned people from ${en}`, `${from}だった`, `from ${en}`, `${from}の`, name.en, name.ja)
})

export const transitPhrases = byPlace(({ en, ja, name }) =>
  said(
    `passed first through ${en}`,
    `まず${ja}を経由した`,
    `whose journey passed first through ${en}`,
    `まず${ja}を経由した人の`,
    name.en,
    name.ja,
  ),
)

export const destinationPhrases = byPlace(({ en, ja, name }) =>
  said(
    `involved a journey that ended in ${en}`,
    `${ja}を行き先としていた`,
    `with a journey that ended in ${en}`,
    `${ja}を行き先とした人の`,
    name.en,
    name.ja,
  ),
)

/** One prefecture or area, several of them together. */
const exploitedIn = ({ en, ja }: { readonly en: string; readonly ja: string }): CategoryPhrases => {
  const where = en.replace('Several', 'several').replace(/ and (?=Okinawa)/, ' or ')
  const name = en.replace('Several', 'several')
  return said(
    `involved exploitation in ${where}`,
    `${ja}で搾取された`,
    `of people exploited in ${where}`,
    `${ja}で搾取された人の`,
    name,
    ja,
  )
}

export const exploitationPlacePhrases = { ...byRule(PREFECTURE, exploitedIn), ...byRule(AREA8, exploitedIn) }
