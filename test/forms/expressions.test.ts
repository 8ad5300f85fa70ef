/** The XPath of the forms means what our engine decides, for answers of any kind, stale ones among them. */

import { describe, expect, it } from 'vitest'
import { answerCodes } from '../../survey-schema/answers/answer-codes.ts'
import { readAnswer } from '../../survey-schema/answers/read-answers.ts'
import { relevance } from '../../survey-schema/answers/relevance.ts'
import { relevantWhere, severalConstraint } from '../../survey-schema/forms/expressions.ts'
import { questionsOf } from '../../survey-schema/forms/offered.ts'
import type { Issue } from '../../survey-schema/problem.ts'
import { QUESTIONS } from '../../survey-schema/questionnaire/index.ts'
import fc from '../support/seeded-properties.ts'

type Rows = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>

/** The few operations that the forms use, read by a reader of three lines: no part of ours decides here. */
function evaluate(xpath: string, answers: Readonly<Record<string, string>>, groups: Rows = {}): boolean {
  const js = xpath
    .replaceAll(
      /count\((\w+)\[(.+?)\]\)/g,
      (_, group: string, where: string) => `rows(${group}, (${where.replaceAll(/(\w+) = /g, 'row.$1 = ')}))`,
    )
    .replaceAll(/rows\((\w+), /g, 'rows("$1", (row) => ')
    .replaceAll(/(row\.)?\b(\w+)\b(?= !?= ')/g, (all, row?: string) => (row ? all : `node("${all}")`))
    .replaceAll(/(?<!count-)selected\((\w+|\.), /g, 'selected("$1", ')
    .replaceAll('count-selected(.)', 'several(".")')
    .replaceAll('not(', '!(')
    .replaceAll(/ and /g, ' && ')
    .replaceAll(/ or /g, ' || ')
    .replaceAll(/(?<![!<>])= /g, '=== ')
    .replaceAll('!= ', '!== ')
  const node = (name: string) => answers[name] ?? ''
  const words = (name: string) =>
    node(name)
      .split(' ')
      .filter((word) => word !== '')
  const rows = (group: string, where: (row: Readonly<Record<string, string>>) => boolean) => (groups[group] ?? []).filter(where).length
  return new Function('node', 'selected', 'several', 'rows', `return ${js}`)(
    node,
    (name: string, word: string) => words(name).includes(word),
    (name: string) => words(name).length,
    rows,
  ) as boolean
}

const asked = questionsOf(null).filter(({ type }) => type === 'single' || type === 'multiple')
const states = ['unknown', 'declined', 'not_asked']
/** Words as a form holds them: any codes and states, whether or not they may stand together. */
const anyText = (id: (typeof asked)[number]['id'], several: boolean) =>
  fc.subarray([...answerCodes(id).codes.slice(0, 12), ...states], { maxLength: several ? 4 : 1 }).map((codes) => codes.join(' '))
const anyAnswers = fc.record(Object.fromEntries(asked.map(({ id, type }) => [id, anyText(id, type === 'multiple')]))) as fc.Arbitrary<
  Record<string, string>
>
const country = fc.constantFrom('JP', 'TH', 'unknown')
const anyLegs = fc.array(fc.record({ leg_from_country: country, leg_to_country: country, leg_purpose: fc.constant('transit') }), {
  maxLength: 4,
})

describe('expressions of the forms', () => {
  it('show a question exactly where our engine asks it', () => {
    const conditional = QUESTIONS.filter(({ askIf }) => askIf !== null)
    fc.assert(
      fc.property(anyAnswers, anyLegs, (texts, route_legs) => {
        const answers = Object.fromEntries(
          asked.flatMap(({ id, type }) => {
            const text = texts[id] as string
            if (text === '') return []
            return [[id, type === 'multiple' ? text.split(' ') : text]]
          }),
        )
        // A state beside a code is no answer to our engine; the constraint keeps it out of a form.
        for (const [id, answer] of Object.entries(answers))
          if (Array.isArray(answer) && answer.length > 1 && answer.some((code) => states.includes(code))) {
            delete answers[id]
            texts[id] = ''
          }
        const found = relevance(answers, { route_legs })
        for (const { id, askIf } of conditional)
          expect([
            id,
            evaluate(
              relevantWhere(askIf!)((name) => name),
              texts,
              { route_legs },
            ),
          ]).toEqual([id, found.get(id) === 'ask'])
      }),
      { numRuns: 500 },
    )
  })

  it('let several answers stand together exactly where intake does', () => {
    const several = asked.filter(({ type }) => type === 'multiple')
    fc.assert(
      fc.property(
        fc.constantFrom(...several).chain((question) => fc.tuple(fc.constant(question), anyText(question.id, true))),
        ([question, text]) => {
          if (text === '' || (!question.reserved && states.some((state) => text.includes(state)))) return
          const issues: Issue[] = []
          readAnswer(question, text.split(' '), '', { issues, generalised: [] })
          const constraint = severalConstraint(question)?.((name) => name)
          expect([text, constraint === undefined || evaluate(constraint, { '.': text })]).toEqual([text, issues.length === 0])
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('let as many answers stand as the question takes, and not one more', () => {
    const limited = asked.filter(({ type, max }) => type === 'multiple' && max !== null)
    expect(limited.length).toBeGreaterThan(1)
    for (const question of limited) {
      const holds = (count: number) =>
        evaluate(
          severalConstraint(question)!((name) => name),
          { '.': answerCodes(question.id).codes.slice(0, count).join(' ') },
        )
      expect([question.id, holds(question.max!), holds(question.max! + 1)]).toEqual([question.id, true, false])
    }
  })
})
