/**
 * Submissions of our XForm, as ODK tools write them, in the shape in which intake takes a case: under the root of our form, or under one
 * that the tool named itself (KoboToolbox does). What the tool adds of its own is left unread; a node that the form does not have is passed
 * on under its own name, for intake to drop or refuse.
 */

import { FORM_ID, partName } from '../../forms/form-names.ts'
import { ProblemError } from '../../problem.ts'
import { SECTIONS } from '../../questionnaire/index.ts'
import type { Group } from '../../questionnaire/question.ts'
import { refuseFile } from '../file-reader.ts'
import type { JsonBody } from '../texts/json-rows.ts'
import { readXml, type XmlElement } from '../workbooks/xml.ts'
import { formSubmission, type GatheredForm, keepAnswer, keepOfCase, namedFreely, nothingGathered } from './form-answers.ts'
import { isFormMetadata } from './form-metadata.ts'

/** Longest document that is read in one piece. */
const LONGEST = 64 << 20
/** Parts of the form by which a submission under another root is known. */
const FEWEST_PARTS = 3

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
  // One of another form among ours was handed in as well: it is not passed over.
  if (found[0] !== root && root.children.length > found.length) throw refuseFile([{ pointer: '', rule: 'other_form' }])
  for (const [at, data] of found.entries()) yield { ...submissionOf(data), row: at + 1 }
}

const isOurs = ({ attributes, children }: XmlElement) =>
  attributes.id === FORM_ID || new Set(children.map(({ name }) => name).filter((name) => PARTS.has(name))).size >= FEWEST_PARTS

function submissionOf(data: XmlElement): Omit<JsonBody, 'row'> {
  const gathered = nothingGathered()
  let metadata = 0
  for (const child of data.children) {
    if (PARTS.has(child.name)) for (const inner of child.children) gather(inner, gathered)
    else if (isFormMetadata([child.name])) metadata += valuesIn(child)
    else gather(child, gathered)
  }
  // A tool that names the root numbers the versions itself.
  const version = data.attributes.id === FORM_ID ? data.attributes.version : undefined
  return { value: formSubmission(gathered, version), ...(metadata > 0 ? { dropped: { metadata } } : {}) }
}

/** Nodes that hold a text. */
const valuesIn = ({ text, children }: XmlElement): number =>
  children.reduce((sum, child) => sum + valuesIn(child), text.trim() === '' ? 0 : 1)

function gather(node: XmlElement, gathered: GatheredForm): void {
  const text = node.text.trim()
  const group = GROUPS.find((name) => name === node.name)
  if (group) {
    const row = namedFreely()
    for (const cell of node.children) if (!isEmpty(cell)) keepAnswer(row, cell.name, cell.text.trim())
    if (Object.keys(row).length > 0) gathered.rows[group].push(row)
  } else if (!isEmpty(node)) keepOfCase(gathered, node.name, text)
}

const isEmpty = ({ text, children }: XmlElement): boolean => text.trim() === '' && children.length === 0
