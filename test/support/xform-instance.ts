/** A case written down as a submission of our XForm, node by node: what a form tool would have stored. */
import { type FormItem, type FormQuestion, questionnaireForm } from '../../survey-schema/forms/form.ts'
import { STEPS, STEPS_STATE } from '../../survey-schema/forms/form-names.ts'
import { element, type Xml, xmlDocument } from '../../survey-schema/forms/xml.ts'
import { isUnanswered } from '../../survey-schema/questionnaire/question.ts'
import type { Submission } from './records.ts'

type Answers = Readonly<Record<string, unknown>>

const FORM = questionnaireForm()

const text = (answer: unknown): string => (Array.isArray(answer) ? answer.join(' ') : answer === undefined ? '' : String(answer))

/** Whether any organisation was reached, as the form asks it. */
export function stepsState({ groups: { contact_steps: steps } }: Pick<Submission, 'groups'>): string {
  return Array.isArray(steps) ? (steps.length > 0 ? STEPS.reached : STEPS.none) : STEPS.notAsked
}

/** What stands in the node or the cell of one question of the form. */
export function formText({ name, control }: FormQuestion, from: Answers, state: string): string {
  if (name === STEPS_STATE) return state
  const year = name.replace(/_state$/, '')
  if (control === 'year') return isUnanswered(from[name]) ? '' : text(from[name])
  if (year !== name) return isUnanswered(from[year]) ? text(from[year]) : ''
  return text(from[name])
}

export function xformInstance(
  { answers, groups }: Pick<Submission, 'answers' | 'groups'>,
  { id = 'uuid:invented', version = '1.0' } = {},
): string {
  return xmlDocument(
    element(
      'data',
      { xmlns: 'http://www.w3.org/2002/xforms', id: FORM.id, version },
      formNodes({ answers, groups }),
      element('meta', {}, element('instanceID', {}, id)),
    ),
  )
}

/** The parts of the form with what was answered. */
export function formNodes({ answers, groups }: Pick<Submission, 'answers' | 'groups'>): readonly Xml[] {
  const state = stepsState({ groups })
  const rows: Readonly<Record<string, readonly Answers[]>> = {
    route_legs: groups.route_legs,
    contact_steps: Array.isArray(groups.contact_steps) ? (groups.contact_steps as readonly Answers[]) : [],
  }
  const node = (item: FormItem, from: Answers): readonly Xml[] => {
    if (item.kind === 'question') return [element(item.name, {}, formText(item, from, state))]
    const inner = (of: Answers) =>
      element(
        item.name,
        {},
        item.items.flatMap((one) => node(one, of)),
      )
    return item.repeat ? (rows[item.name] ?? []).map(inner) : [inner(from)]
  }
  return FORM.parts.flatMap((part) => node(part, answers))
}
