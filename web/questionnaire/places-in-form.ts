/** Where a question stands in the page, and where a pointer of a problem leads. */

import { type KnownQuestion, QUESTIONS, type QuestionId, SECTIONS } from '../../survey-schema/questionnaire/index.ts'
import type { Group } from '../../survey-schema/questionnaire/question.ts'

export const questionName = (id: string) => `q-${id}`
export const rowName = (group: Group, place: number, id: string) => `q-${group}-${place}-${id}`
export const groupName = (group: Group) => `q-${group}`
/** Where troubles are shown that belong to no question. */
export const CASE_NAME = 'q-case'

/** The parts of the form: every section with something to ask on a screen. The closing note exists on paper only. */
export const PARTS = SECTIONS.filter((section) => section.id !== 'note')

/** The last step: everything once more before sending. */
export const REVIEW = PARTS.length

/** Questions that every case answers. */
export const CORE_QUESTIONS: readonly QuestionId[] = QUESTIONS.filter((question) => question.required).map(({ id }) => id)

const everyPart = PARTS.map((_, part) => part)
const coreParts = everyPart.filter((part) => PARTS[part]?.questions.some(({ required }) => required))

/** Indexes into `PARTS`: those with something to ask. */
export const partsAsked = (coreOnly: boolean): readonly number[] => (coreOnly ? coreParts : everyPart)

export const questionsAsked = (part: (typeof PARTS)[number], coreOnly: boolean): readonly KnownQuestion[] =>
  part.questions.filter(({ required }) => required || !coreOnly)

/** The part before or after, `REVIEW` after the last one. */
export function partBeside(part: number, by: -1 | 1, coreOnly: boolean): number {
  const parts = [...partsAsked(coreOnly), REVIEW]
  return (by === 1 ? parts.find((other) => other > part) : parts.findLast((other) => other < part)) ?? part
}

const partOfQuestion = new Map<string, number>(
  PARTS.flatMap((part, place) => part.questions.map((question) => [question.id, place] as const)),
)
const GROUPS: readonly Group[] = ['route_legs', 'contact_steps']
const isGroup = (word: string | undefined): word is Group => GROUPS.some((group) => group === word)

export interface PlaceInForm {
  readonly name: string
  /** Index into `PARTS`. */
  readonly part: number
  readonly id: QuestionId | null
}

/** `/answers/gender` or `/groups/route_legs/0/leg_purpose` as a place of the form; what is not in the form belongs to the case. */
export function placeOf(pointer: string): PlaceInForm {
  const [, first, second, third, fourth] = pointer.split('/')
  if (first === 'groups' && isGroup(second)) {
    const part = partOfGroup(second)
    const question = QUESTIONS.find((entry) => entry.id === fourth && entry.group === second)
    return question && third
      ? { name: rowName(second, Number(third), question.id), part, id: question.id }
      : { name: groupName(second), part, id: null }
  }
  return placeOfQuestion(second ?? '')
}

export function placeOfQuestion(id: string): PlaceInForm {
  const question = QUESTIONS.find((entry) => entry.id === id)
  if (!question) return { name: CASE_NAME, part: PARTS.length, id: null }
  const part = partOfQuestion.get(question.id) ?? PARTS.length
  return question.group
    ? { name: groupName(question.group), part, id: question.id }
    : { name: questionName(question.id), part, id: question.id }
}

export const partOfGroup = (group: Group): number => PARTS.findIndex((part) => part.questions.some((question) => question.group === group))
