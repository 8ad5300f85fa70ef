/** Why something was not done, in the words of the rule where there are some, else of the problem. */
import { PROBLEMS } from '../../survey-schema/problem.ts'
import type { Text } from '../../survey-schema/text.ts'
import type { Refused } from '../client.ts'
import { WORDS as FRAME_WORDS } from '../frame/words.ts'
import { useLanguage } from '../language/language.tsx'
import { RULE_WORDS, SLUG_WORDS } from './refusal-words.ts'

export function refusalWords({ slug, errors }: Refused): Text {
  const rule = errors.map((one) => RULE_WORDS[one.rule]).find((words) => words !== undefined)
  if (slug === 'no-connection') return FRAME_WORDS.noConnection
  return rule ?? SLUG_WORDS[slug] ?? (PROBLEMS[slug as keyof typeof PROBLEMS] as Text | undefined) ?? FRAME_WORDS.failed
}

export function Refusal({ refusal }: { readonly refusal: Refused | null }) {
  const { say } = useLanguage()
  return refusal ? (
    <p className="send-refused" role="alert">
      {say(refusalWords(refusal))}
    </p>
  ) : null
}
