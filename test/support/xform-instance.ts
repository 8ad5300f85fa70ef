/** A case written down as a submission of our XForm, node by node: what a form tool would have stored. */
import { type FormItem, questionnaireForm } from '../../survey-schema/forms/form.ts'
import { STEPS, STEPS_STATE } from '../../survey-schema/forms/form-names.ts'
import { element, type Xml, xmlDocument } from '../../survey-schema/forms/xml.ts'
import { isUnanswered } from '../../survey-schema/questionnaire/question.ts'
import type { Submission } from './records.ts'

type Answers = Readonly<Record<string, unknown>>

const FORM = questionnaireForm()

const text = (answer: unknown): string => (Array.isArray(answer) ? answer.join(' ') : answer === undefined ? '' : String(answer))

export function xformInstance(
  { answers, groups }: Pick<Submission, 'answers' | 'groups'>,
  { id = 'uuid:invented', version = '1.0' } = {},
): string {
  const steps = groups.contact_steps
  const state = Array.isArray(steps) ? (steps.length > 0 ? STEPS.reached : STEPS.none) : STEPS.notAsked
  const rows: Readonly<Record<string, readonly Answers[]>> = {
    route_legs: groups.route_legs,
    contact_steps: Array.isArray(steps) ? (steps as readonly Answers[]) : [],
  }
  const node = (item: FormItem, from: Answers): readonly Xml[] => {
    if (item.kind === 'group' && item.repeat) {
      return (rows[item.name] ?? []).map((row) =>
        element(
          item.name,
          {},
          item.items.flatMap((inner) => node(inner, row)),
        ),
      )
    }
    if (item.kind === 'group')
      return [
        element(
          item.name,
          {},
          item.items.flatMap((inner) => node(inner, from)),
        ),
      ]
    if (item.name === STEPS_STATE) return [element(item.name, {}, state)]
    const year = item.name.replace(/_state$/, '')
    if (item.control === 'year') return [element(item.name, {}, isUnanswered(from[item.name]) ? '' : text(from[item.name]))]
    if (year !== item.name) return [element(item.name, {}, isUnanswered(from[year]) ? text(from[year]) : '')]
    return [element(item.name, {}, text(from[item.name]))]
  }
  return xmlDocument(
    element(
      'data',
      { xmlns: 'http://www.w3.org/2002/xforms', id: FORM.id, version },
      FORM.parts.flatMap((part) => node(part, answers)),
      element('meta', {}, element('instanceID', {}, id)),
    ),
  )
}
