/** Variables under the headings of the questionnaire, derived ones beside the answers they are made from. */
import { SECTIONS } from '../../survey-schema/questionnaire/index.ts'
import type { Text } from '../../survey-schema/text.ts'
import { VARIABLES, type Variable } from '../../survey-schema/variables/index.ts'

const DERIVED_FROM: Readonly<Record<string, string>> = {
  route_origin: 'route',
  route_transit: 'route',
  route_destination: 'route',
  japan_role: 'route',
  contact_first_actor: 'contact',
  contact_last_actor: 'contact',
  contact_length: 'contact',
  definition_result: 'assessment',
}

export interface VariableGroup extends Text {
  readonly id: string
  readonly variables: readonly Variable[]
}

export const VARIABLE_GROUPS: readonly VariableGroup[] = SECTIONS.map((section) => {
  const ids = new Set<string>(section.questions.map((question) => question.id))
  return {
    id: section.id,
    ja: section.ja,
    en: section.en,
    variables: VARIABLES.filter((variable) => ids.has(variable.id) || DERIVED_FROM[variable.id] === section.id),
  }
}).filter((group) => group.variables.length > 0)
