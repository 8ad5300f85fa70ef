/** Countries by region, those of Asia first, and prefectures by area. */
import { COUNTRIES, SUBREGIONS } from '../../survey-schema/lists/countries.ts'
import { AREAS, PREFECTURES } from '../../survey-schema/lists/prefectures.ts'
import type { ExternalList } from '../../survey-schema/questionnaire/question.ts'
import type { Text } from '../../survey-schema/text.ts'

interface PlacesOfRegion {
  readonly title: Text
  readonly entries: readonly (Text & { readonly code: string })[]
}

const ASIA_FIRST = ['japan', 'south_eastern_asia', 'eastern_asia', 'southern_asia', 'central_asia', 'western_asia']
const placeInOrder = (id: string) => (ASIA_FIRST.indexOf(id) + ASIA_FIRST.length + 1) % (ASIA_FIRST.length + 1)

export const PLACES_BY_LIST: Readonly<Record<ExternalList, readonly PlacesOfRegion[]>> = {
  iso3166_1_alpha2: [...SUBREGIONS]
    .sort((a, b) => placeInOrder(a.id) - placeInOrder(b.id))
    .map((region) => ({ title: region, entries: COUNTRIES.filter((country) => country.subregion === region.id) })),
  jis_x_0401: AREAS.map((area) => ({ title: area, entries: PREFECTURES.filter((prefecture) => prefecture.area === area.id) })),
}

const NAMES = new Map(
  Object.values(PLACES_BY_LIST).flatMap((regions) =>
    regions.flatMap(({ entries }) => entries.map((entry) => [entry.code, entry as Text] as const)),
  ),
)

/** The name of a country or prefecture, or undefined for a code of neither list. */
export const placeName = (code: string): Text | undefined => NAMES.get(code)
