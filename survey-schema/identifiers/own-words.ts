/** Our own words: codes, labels, countries, prefectures, ids. None of them is ever taken for an identifier. */
import { COUNTRIES, REGIONS, SUBREGIONS } from '../lists/countries.ts'
import { AREAS, PREFECTURES } from '../lists/prefectures.ts'
import { QUESTIONS, SECTIONS } from '../questionnaire/index.ts'
import { NOT_APPLICABLE, RESERVED } from '../questionnaire/question.ts'
import type { Text } from '../text.ts'
import { VARIABLES } from '../variables/index.ts'

export const foldWord = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

const texts = (entry: Text & { readonly code?: string; readonly id?: string }) => [entry.en, entry.ja, entry.code ?? '', entry.id ?? '']

/** The crosswalk names several values of a standard in one text. */
const valuesOf = (crosswalk = ''): readonly string[] => crosswalk.split(/[|;]/)

let words: ReadonlySet<string> | undefined

/** Made on first use: the questionnaire has some three thousand of them. */
function ourWords(): ReadonlySet<string> {
  words ??= new Set(
    [
      ...SECTIONS.flatMap(texts),
      ...QUESTIONS.flatMap((question) => [
        ...texts(question),
        ...question.codes.flatMap((code) => [...texts(code), ...valuesOf(code.htcds), ...valuesOf(code.ctdc)]),
      ]),
      ...[...RESERVED, NOT_APPLICABLE, ...REGIONS, ...SUBREGIONS, ...AREAS, ...PREFECTURES].flatMap(texts),
      ...COUNTRIES.flatMap((country) => [...texts(country), country.alpha3]),
      ...VARIABLES.flatMap((variable) => [
        ...texts(variable),
        ...variable.levels.flatMap((level) => [...texts(level), ...level.categories.flatMap(texts)]),
      ]),
    ]
      .map(foldWord)
      .filter((word) => word !== ''),
  )
  return words
}

/** Whether the whole text is one of our words. */
export const isOurWord = (text: string): boolean => ourWords().has(foldWord(text))

/** Every word, for tests and for masking. */
export const allOurWords = (): readonly string[] => [...ourWords()]
