/** What a further language says for each text of the questionnaire and of its rules and lists. */
import { RULES } from '../../survey-schema/answers/rules.ts'
import { type SaidInstead, textsOf } from '../../survey-schema/languages/texts-of.ts'
import type { Translation } from '../../survey-schema/languages/translation.ts'
import { SUBREGIONS } from '../../survey-schema/lists/countries.ts'
import { AREAS } from '../../survey-schema/lists/prefectures.ts'
import type { Text } from '../../survey-schema/text.ts'
import type { FurtherWords } from './further-words.ts'

export function questionnaireTexts(translation: Translation, { rules, subregions, areas }: FurtherWords): ReadonlyMap<Text, string> {
  const saidOfRules = Object.keys(rules) as (keyof typeof rules)[]
  return new Map<Text, string>([
    ...textsOf(translation),
    ...saidOfRules.map((rule): SaidInstead => [RULES[rule], rules[rule]]),
    ...SUBREGIONS.map((region): SaidInstead => [region, subregions[region.id]]),
    ...AREAS.map((area): SaidInstead => [area, areas[area.id]]),
  ])
}
