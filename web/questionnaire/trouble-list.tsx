/** What needs another look, above everything else, each with the way to it. */

import { RULES } from '../../survey-schema/answers/rules.ts'
import { questionById } from '../../survey-schema/questionnaire/index.ts'
import type { Text } from '../../survey-schema/text.ts'
import type { Issue } from '../client.ts'
import { useLanguage } from '../language/language.tsx'
import { type PlaceInForm, placeOf } from './places-in-form.ts'
import { WORDS } from './words.ts'

/** What a rule says; a rule this page does not know yet still asks for a look. */
export const ruleText = (rule: string): Text => (rule in RULES ? RULES[rule as keyof typeof RULES] : RULES.invalid_type)

export const placed = (issues: readonly Issue[]) => issues.map((issue) => ({ issue, place: placeOf(issue.pointer) }))

interface TroubleListProps {
  readonly issues: readonly Issue[]
  readonly onGo: (place: PlaceInForm) => void
}

export function TroubleList({ issues, onGo }: TroubleListProps) {
  const { say, tell } = useLanguage()
  if (issues.length === 0) return null
  return (
    <div className="trouble-list" role="alert" tabIndex={-1} id="trouble-list">
      <h2>{tell(WORDS.troubleHeading(issues.length))}</h2>
      <ul>
        {placed(issues).map(({ issue, place }) => {
          const question = place.id && questionById(place.id)
          return (
            <li key={`${issue.pointer} ${issue.rule}`}>
              <a
                href={`#${place.name}`}
                onClick={(event) => {
                  event.preventDefault()
                  onGo(place)
                }}
              >
                {question ? `${say(question)} ` : ''}
                <span className="trouble-rule">{tell(ruleText(issue.rule))}</span>
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
