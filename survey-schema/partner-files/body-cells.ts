/** Submissions as cells: every leaf of the answers is one, whatever it is nested in, so that files of JSON and XML add up like tables. */
import { kindOfHeading } from '../identifiers/identifier-kinds.ts'
import { questionById } from '../questionnaire/index.ts'
import { isUnanswered } from '../questionnaire/question.ts'
import { type CellTally, isBlank } from './cell-fates.ts'
import type { JsonBody } from './texts/json-rows.ts'

/** Deeper than any submission; intake refuses it. */
const DEEPEST = 40
/** The two parts of a submission that hold answers; what stands beside them is about the file. */
const HOLD_ANSWERS: readonly string[] = ['answers', 'groups']

type Leaf = (value: string, key: string, parent: object) => void

/** Every text, number and truth value that is not blank. */
function leaves(value: unknown, key: string, parent: object, take: Leaf, depth = 0): void {
  if (value === null || value === undefined || depth > DEEPEST) return
  if (typeof value !== 'object') {
    if (!isBlank(String(value))) take(String(value), key, parent)
    return
  }
  for (const [name, entry] of Object.entries(value))
    leaves(entry, Array.isArray(value) ? key : name, Array.isArray(value) ? parent : value, take, depth + 1)
}

/** Cells that whoever read the file dropped before, by kind. */
const droppedBefore = ({ dropped = {} }: JsonBody) => Object.entries(dropped)

/** Cells of a submission, dropped ones among them, without what stands beside its answers. */
export function leavesIn(body: JsonBody): number {
  let count = 0
  const { value } = body
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [key, part] of Object.entries(value))
      if (HOLD_ANSWERS.includes(key)) leaves(part, key, value, () => count++)
      else if (kindOfHeading(key)) leaves(part, key, value, () => count++)
  } else leaves(value, '', {}, () => count++)
  for (const [, cells] of droppedBefore(body)) count += cells
  return Math.max(count, value === undefined ? 1 : 0)
}

/**
 * Counts the cells of a submission that may be taken: answers, states, and keys that intake drops by their kind.
 * @returns cells of the envelope: schema, language and the like
 */
export function bodyCells(body: JsonBody, cells: CellTally): number {
  let envelope = 0
  for (const [kind, count] of droppedBefore(body)) cells.drop(kind, count)
  for (const [key, part] of Object.entries(body.value as object)) {
    const kind = kindOfHeading(key)
    leaves(part, key, body.value as object, () => {
      if (HOLD_ANSWERS.includes(key)) return
      if (kind) cells.drop(kind)
      else envelope++
    })
    if (HOLD_ANSWERS.includes(key)) within(part, cells)
  }
  return envelope
}

/** Answers and rows of groups; a key that is no question is dropped with all that it holds. */
function within(value: unknown, cells: CellTally, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return
  for (const [key, entry] of Object.entries(value)) {
    const isAnswer = !Array.isArray(value) && (questionById(key) ?? { privacy: 'direct_identifier' }).privacy !== 'direct_identifier'
    const kind = Array.isArray(value) || isAnswer || GROUPS.includes(key) ? null : kindOfHeading(key)
    if (kind) leaves(entry, key, value, () => cells.drop(kind))
    else if (isAnswer || typeof entry !== 'object')
      leaves(entry, key, value, (text) => {
        if (isUnanswered(text)) cells.gaps++
        else cells.answers++
      })
    else within(entry, cells, depth + 1)
  }
}

const GROUPS: readonly string[] = ['route_legs', 'contact_steps']
