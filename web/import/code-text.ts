/** Codes in words: answers, states, places, and answers to another question. */
import { type Code, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import type { Text } from '../../survey-schema/text.ts'
import { placeName } from '../questionnaire/places-by-list.ts'
import { codesOf } from './decision.ts'
import { questionText } from './places.ts'

/** The words for a code of a question, its states included; `question=code` answers another question. */
export function codeText(to: string, code: string): Text {
  const [other, answer] = code.split('=')
  if (answer !== undefined && other !== undefined) {
    const [question, text] = [questionText(other), codeText(other, answer)]
    return { ja: `${question.ja}：${text.ja}`, en: `${question.en} ${text.en}` }
  }
  const found: Code | undefined = [...(codesOf(to)?.codes ?? []), ...RESERVED].find((entry) => entry.code === code)
  return found ?? placeName(code) ?? { ja: code, en: code }
}
