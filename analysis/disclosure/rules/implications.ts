/**
 * What an answer to one question says of another question, by the questionnaire alone: who states the size of a debt had a debt, and the first
 * organisation reached is one of those reached. A reader who knows the questionnaire subtracts across questions just as along a hierarchy.
 */
import { answerCodes } from '../../../survey-schema/answers/answer-codes.ts'
import { type QuestionId, questionById } from '../../../survey-schema/questionnaire/index.ts'
import { isUnanswered } from '../../../survey-schema/questionnaire/question.ts'
import { variableById } from '../../../survey-schema/variables/index.ts'
import { FIRST_STEP_MODE } from '../../catalogue/columns.ts'
import { applicableLine, contains, impossible, type Line, NOT_APPLICABLE_LINE, STATE_LINES } from '../../catalogue/line.ts'
import { DEPENDENTS, REQUIREMENTS, type Requirement } from './requirements.ts'

/** A line of a column: the cases that stand there. */
export interface ColumnLine {
  readonly column: string
  readonly line: Line
}

/** A line on which every case of another line stands too. */
export interface ImpliedLine extends ColumnLine {
  /** The questionnaire makes the two lines hold the same cases: those without a debt, and those who were not asked for its size. */
  readonly same: boolean
}

/** For a question about one step of a case: the column that asks it of any step. */
const ANY_STEP: Readonly<Record<string, string>> = {
  contact_first_actor: 'step_actor',
  contact_last_actor: 'step_actor',
  [FIRST_STEP_MODE]: 'step_mode',
}

/**
 * Every printed line, of this column or of another, on which each case of this line stands. The line itself is among them, the line of all cases is not.
 * @param linesOf the printed lines of a column
 */
export function impliedLines(start: ColumnLine, linesOf: (column: string) => readonly Line[]): ImpliedLine[] {
  const nameOf = ({ column, line: { key } }: ColumnLine) => `${column} ${key}`
  // Grows while it is walked: what a line implies implies more.
  const pending: ImpliedLine[] = [{ ...start, same: true }]
  const known = new Set(pending.map(nameOf))
  const found = new Map<string, ImpliedLine>()
  for (const one of pending) {
    for (const line of linesOf(one.column)) {
      if (line.role === 'total' || !contains(line, one.line)) continue
      const outer = { column: one.column, line, same: one.same && line.key === one.line.key }
      if (outer.same || !found.has(nameOf(outer))) found.set(nameOf(outer), outer)
    }
    for (const next of directlyImplied(one)) {
      if (known.has(nameOf(next))) continue
      known.add(nameOf(next))
      pending.push({ ...next, same: one.same && next.same })
    }
  }
  return [...found.values()]
}

const NOT_ASKED_LINE = STATE_LINES.find(({ code }) => code === 'not_asked')!

/** What follows for other columns in one step. These lines need not be printed anywhere. */
function directlyImplied({ column, line }: ColumnLine): ImpliedLine[] {
  const implied: ImpliedLine[] = []
  const anyStep = ANY_STEP[column]
  if (anyStep && (line.codes !== null || line.role === 'answered')) implied.push({ column: anyStep, line, same: false })
  if (wasAsked(line))
    for (const required of REQUIREMENTS.get(column) ?? [])
      implied.push({ column: required.column, line: lineOfRequirement(required), same: false })
  for (const dependent of DEPENDENTS.get(column) ?? []) {
    const { question } = dependent
    if (dependent.alone && meets(dependent, line))
      implied.push({ column: question, line: applicableLine(variableOf(question)), same: false })
    if (excludes(dependent, line)) implied.push({ column: question, line: NOT_APPLICABLE_LINE, same: excludesAll(dependent, line) })
    // Where nobody knows the answer, nobody knows whether the question arises.
    if (dependent.alone && (line.role === 'state' || line.role === 'no_answer'))
      implied.push({ column: question, line: NOT_ASKED_LINE, same: false })
  }
  if (line.role === 'not_applicable') implied.push(...unaskedWith(column))
  if (line.role === 'applicable') implied.push(...askedWith(column))
  return implied
}

const variableOf = (question: string) => variableById(question === FIRST_STEP_MODE ? 'step_mode' : question)!

/** Whether every case of the line was asked the question. `not_asked` is no proof: it also stands where nobody knows whether the question arises. */
const wasAsked = ({ role, code, codes }: Line) => codes !== null || role === 'answered' || (role === 'state' && code !== 'not_asked')

/** Whether a question with this requirement, and no other, arises or may arise for every case of the line: where nobody knows the answer it stands as not asked. */
function meets({ codes }: Requirement, line: Line): boolean {
  if (line.role === 'state' || line.role === 'no_answer') return true
  if (codes === null) return line.codes !== null || line.role === 'answered'
  return line.codes !== null && [...line.codes].every((code) => codes.has(code))
}

/** Whether a question with this requirement arises for no case of the line. */
function excludes({ column, codes }: Requirement, line: Line): boolean {
  if (line.role === 'not_applicable') return true
  if (codes === null || line.codes === null) return false
  const others = [...line.codes].every((code) => !codes.has(code) && !isUnanswered(code))
  if (variableById(column)?.kind === 'single') return others
  // Of a multiple answer, only an option that is ticked alone excludes the others.
  const alone = questionById(column) ? answerCodes(column as QuestionId).alone : new Set<string>()
  return others && [...line.codes].every((code) => alone.has(code))
}

/** Whether the question arises for all cases that are not on this line, so that "does not arise" and the line hold the same cases. */
function excludesAll({ column, codes, alone }: Requirement & { readonly alone: boolean }, line: Line): boolean {
  const variable = variableById(column)!
  if (!alone || !impossible(variable, NOT_APPLICABLE_LINE)) return false
  const every = variable.levels[0]!.categories.flatMap((category) => category.codes)
  return every.every((code) => codes?.has(code) || line.codes?.has(code))
}

/** Questions that do not arise where this one does not, because each of their answers would also make this one arise. */
function unaskedWith(column: string): ImpliedLine[] {
  const [own, ...others] = REQUIREMENTS.get(column) ?? []
  if (own === undefined || others.length > 0) return []
  const within = (inner: Requirement, outer: Requirement) =>
    outer.codes === null || (inner.codes !== null && [...inner.codes].every((code) => outer.codes!.has(code)))
  return (DEPENDENTS.get(own.column) ?? [])
    .filter((dependent) => dependent.question !== column && within(dependent, own))
    .map((dependent) => ({ column: dependent.question, line: NOT_APPLICABLE_LINE, same: dependent.alone && within(own, dependent) }))
}

/** Questions that apply wherever this one does, because this one does not apply where they do not. */
const askedWith = (column: string): ImpliedLine[] =>
  [...REQUIREMENTS.keys()].flatMap((question) =>
    unaskedWith(question)
      .filter((unasked) => unasked.column === column)
      .map(({ same }) => ({ column: question, line: applicableLine(variableOf(question)), same })),
  )

/** The line of all cases that meet a requirement. It need not be printed anywhere. */
function lineOfRequirement({ codes }: Requirement): Line {
  const role = codes === null ? ('answered' as const) : ('value' as const)
  return { code: '', role, en: '', ja: '', codes, blocked: false, key: codes === null ? 'answered' : `=${[...codes].sort().join(' ')}` }
}
