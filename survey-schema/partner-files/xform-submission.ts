/**
 * Submissions of our XForm, as ODK tools write them, in the shape in which intake takes a case. What the tool adds of its own
 * (`meta`) is left unread; a node that the form does not have is passed on under its own name, for intake to drop or refuse.
 */

import { SUBMISSION_SCHEMA } from '../answers/strip.ts'
import { FORM_ID, partName, STEPS, STEPS_STATE, yearState } from '../forms/form-names.ts'
import { ProblemError } from '../problem.ts'
import { questionById, SECTIONS } from '../questionnaire/index.ts'
import type { Group } from '../questionnaire/question.ts'
import { refuseFile } from './file-reader.ts'
import type { JsonBody } from './json-rows.ts'
import { readXml, type XmlElement } from './xml.ts'

/** Longest document that is read in one piece. */
const LONGEST = 64 << 20

const PARTS: ReadonlySet<string> = new Set(SECTIONS.map(({ id }) => partName(id)))
const GROUPS: readonly Group[] = ['route_legs', 'contact_steps']

/** The one submission, or all that stand side by side in one element. @throws ProblemError `invalid-file`, `too-large` */
export function* xformBodies(texts: Iterable<string>): Generator<JsonBody> {
  let whole = ''
  for (const text of texts) {
    whole += text
    if (whole.length > LONGEST) throw new ProblemError('too-large', [{ pointer: '', rule: 'too_large' }])
  }
  const root = readXml(whole)
  const found = isOurs(root) ? [root] : root.children.filter(isOurs)
  if (found.length === 0) throw refuseFile([{ pointer: '', rule: 'no_submissions' }])
  for (const [at, data] of found.entries()) yield { value: submissionOf(data), row: at + 1 }
}

const isOurs = ({ attributes }: XmlElement) => attributes.id === FORM_ID

interface Gathered {
  readonly answers: Record<string, unknown>
  readonly rows: Record<Group, Record<string, unknown>[]>
  steps: string
}

function submissionOf(data: XmlElement): object {
  const gathered: Gathered = { answers: namedFreely(), rows: { route_legs: [], contact_steps: [] }, steps: '' }
  for (const child of data.children) {
    if (child.name === 'meta') continue
    if (PARTS.has(child.name)) for (const inner of child.children) gather(inner, gathered)
    else gather(child, gathered)
  }
  const { answers, rows } = gathered
  const steps = stepsOf(gathered)
  return {
    schema: SUBMISSION_SCHEMA,
    ...(data.attributes.version === undefined ? {} : { questionnaire: data.attributes.version }),
    answers,
    groups: { route_legs: rows.route_legs, ...(steps === undefined ? {} : { contact_steps: steps }) },
  }
}

/** "Reached" without a row does not say which organisation: then nothing is sent. */
function stepsOf({ rows: { contact_steps: rows }, steps }: Gathered): unknown {
  if (rows.length > 0) return rows
  if (steps === STEPS.none) return []
  return steps === '' ? undefined : STEPS.notAsked
}

function gather(node: XmlElement, gathered: Gathered): void {
  const { answers, rows } = gathered
  const text = node.text.trim()
  const group = GROUPS.find((name) => name === node.name)
  if (group) {
    const row = namedFreely()
    for (const cell of node.children) keep(row, cell)
    if (Object.keys(row).length > 0) rows[group].push(row)
  } else if (node.name === STEPS_STATE) gathered.steps = text
  else keep(answers, node)
}

/** A sender may call a node anything, `__proto__` too: it must reach intake like any other name. */
const namedFreely = (): Record<string, unknown> => Object.create(null) as Record<string, unknown>

/** An answer in the form of its question; a node that stands twice becomes what no question takes. */
function keep(into: Record<string, unknown>, node: XmlElement): void {
  const text = node.text.trim()
  if (text === '' && node.children.length === 0) return
  const question = questionById(node.name) ?? yearBehind(node.name)
  const id = question?.id ?? node.name
  const several = question?.type === 'multiple' && question.id === node.name
  into[id] = Object.hasOwn(into, id) ? [[text]] : several ? text.split(/\s+/) : text
}

const yearBehind = (name: string) => {
  const question = questionById(name.replace(/_state$/, ''))
  return question?.type === 'date_precision' && yearState(question.id) === name ? question : undefined
}
