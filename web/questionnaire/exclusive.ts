/** What becomes of the ticks of a multiple question when one more is pressed. */
import { answerCodes } from '../../survey-schema/answers/answer-codes.ts'
import type { QuestionId } from '../../survey-schema/questionnaire/index.ts'
import { isUnanswered } from '../../survey-schema/questionnaire/question.ts'

/** A code that stands alone sends the others away, and goes when another comes. */
export function pressed(question: QuestionId, ticked: readonly string[], code: string): readonly string[] {
  const { alone } = answerCodes(question)
  const standsAlone = (entry: string) => isUnanswered(entry) || alone.has(entry)
  if (ticked.includes(code)) return ticked.filter((other) => other !== code)
  if (standsAlone(code)) return [code]
  return [...ticked.filter((other) => !standsAlone(other)), code]
}
