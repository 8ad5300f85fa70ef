/** What an affected person may choose is said in her words, not in those of whoever writes her case down. */
import { describe, expect, it } from 'vitest'
import { ANSWER_LEG, ANSWER_PATH } from '../../survey-schema/questionnaire/answer-path.ts'
import { questionById } from '../../survey-schema/questionnaire/index.ts'
import type { Question } from '../../survey-schema/questionnaire/question.ts'
import { inOwnWords } from '../../web/answer/choices-in-own-words.ts'

const QUESTIONS = [...ANSWER_PATH, ...ANSWER_LEG].flatMap((id) => (questionById(id) as Question | undefined) ?? [])
/** Of her as somebody else, of law and of files. */
const OF_CASE_WORKERS =
  /exploit|victim|the person|recruit|servitude|reprisal|reintegrat|observed|(?<!日)本人|搾取|被害|隷属|認められ|手段|報復|逃避|退去/i

describe('choices on the page for affected persons', () => {
  it.each(['ja', 'en'] as const)('are in %s in the words of a person, and their codes stay', (language) => {
    for (const question of QUESTIONS) {
      const own = inOwnWords(question, language)
      expect(own.codes.map(({ code }) => code)).toEqual(question.codes.map(({ code }) => code))
      for (const code of own.codes.filter(({ importOnly }) => !importOnly)) expect(code[language]).not.toMatch(OF_CASE_WORKERS)
    }
  })

  it('are those of its translation in every other language', () => {
    for (const question of QUESTIONS) expect(inOwnWords(question, 'th')).toBe(question)
  })

  it('are found, so that the tests above mean something', () => {
    const said = QUESTIONS.flatMap(({ codes }) => codes.flatMap(({ ja, en }) => [ja, en]))
    expect(said.filter((text) => OF_CASE_WORKERS.test(text)).length).toBeGreaterThan(10)
  })
})
