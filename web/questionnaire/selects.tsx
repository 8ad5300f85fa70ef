/** Long lists: countries by region, prefectures by area, and lists of more than a screen. A list accepts its own codes only. */
import { COUNTRIES, SUBREGIONS } from '../../survey-schema/lists/countries.ts'
import { AREAS, PREFECTURES } from '../../survey-schema/lists/prefectures.ts'
import { type ExternalList, type Question, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { type ControlProps, offered } from './choices.tsx'
import { WORDS } from './words.ts'

interface OptionGroup {
  readonly title: Text
  readonly entries: readonly (Text & { readonly code: string })[]
}

const ASIA_FIRST = ['japan', 'south_eastern_asia', 'eastern_asia', 'southern_asia', 'central_asia', 'western_asia']
const placeInOrder = (id: string) => (ASIA_FIRST.indexOf(id) + ASIA_FIRST.length + 1) % (ASIA_FIRST.length + 1)

const BUNDLES: Readonly<Record<ExternalList, readonly OptionGroup[]>> = {
  iso3166_1_alpha2: [...SUBREGIONS]
    .sort((a, b) => placeInOrder(a.id) - placeInOrder(b.id))
    .map((region) => ({ title: region, entries: COUNTRIES.filter((country) => country.subregion === region.id) })),
  jis_x_0401: AREAS.map((area) => ({ title: area, entries: PREFECTURES.filter((prefecture) => prefecture.area === area.id) })),
}

const NAMES = new Map(
  Object.values(BUNDLES).flatMap((bundles) =>
    bundles.flatMap((bundle) => bundle.entries.map((entry) => [entry.code, entry as Text] as const)),
  ),
)

/** The name of a country or prefecture, or undefined for a code of neither list. */
export const placeName = (code: string): Text | undefined => NAMES.get(code)

/** Options of a list; with `without`, only those not chosen yet. */
export function ListOptions({ list, without = [] }: { list: ExternalList; without?: readonly string[] }) {
  const { spoken, say } = useLanguage()
  const alphabet = new Intl.Collator(spoken)
  return BUNDLES[list].map((bundle) => (
    <optgroup key={bundle.title.en} label={say(bundle.title)}>
      {(list === 'iso3166_1_alpha2' ? [...bundle.entries].sort((a, b) => alphabet.compare(say(a), say(b))) : bundle.entries)
        .filter((entry) => !without.includes(entry.code))
        .map((entry) => (
          <option key={entry.code} value={entry.code}>
            {say(entry)}
          </option>
        ))}
    </optgroup>
  ))
}

/** One answer from a long list, the reserved ones first and apart. */
export function SelectAnswer({
  question,
  name,
  answer,
  describedBy,
  invalid,
  onAnswer,
  labelledBy,
}: ControlProps & { labelledBy: string }) {
  const { say } = useLanguage()
  return (
    <select
      id={`${name}-first`}
      name={name}
      value={typeof answer === 'string' ? answer : ''}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      onChange={(event) => onAnswer(event.target.value || null)}
    >
      <option value="">{say(WORDS.choose)}</option>
      <ReservedOptions question={question} />
      {offered(question).map((code) => (
        <option key={code.code} value={code.code}>
          {say(code)}
        </option>
      ))}
      {question.list && <ListOptions list={question.list} />}
    </select>
  )
}

function ReservedOptions({ question }: { question: Question }) {
  const { say } = useLanguage()
  if (!question.reserved) return null
  return (
    <optgroup label={say(WORDS.noAnswer)}>
      {RESERVED.map((code) => (
        <option key={code.code} value={code.code}>
          {say(code)}
        </option>
      ))}
    </optgroup>
  )
}
