/**
 * What an answer to one question says of another question, by the questionnaire alone: a size of debt says that there was one, the first
 * organisation is one of those reached. A reader who knows the questionnaire subtracts across questions as he does along a ladder.
 */
import { type Condition, isUnanswered } from '../../survey-schema/question.ts'
import { QUESTIONS, questionById } from '../../survey-schema/questionnaire/index.ts'
import { variableById } from '../../survey-schema/variables/index.ts'
import { COLUMN_IDS, FIRST_STEP_MODE } from '../snapshot/readings.ts'
import { contains, impossible, type Line, NOT_APPLICABLE_LINE } from './lines.ts'

/** One line of one column: everybody who stands there. */
export interface Place {
  readonly column: string
  readonly line: Line
}

/** A line on which everybody of another line stands. */
export interface Around extends Place {
  /** The questionnaire makes the two lines the same: whoever had no debt, and whoever was not asked for its size. */
  readonly same: boolean
}

/** The same question asked of one step, and of any. */
const ANY_STEP: Readonly<Record<string, string>> = {
  contact_first_actor: 'step_actor',
  contact_last_actor: 'step_actor',
  [FIRST_STEP_MODE]: 'step_mode',
}

/** What is true of another column wherever a question arises: one of `codes` was answered, or any answer if null. */
interface Said {
  readonly column: string
  readonly codes: ReadonlySet<string> | null
}

const counted: ReadonlySet<string> = new Set(COLUMN_IDS)

/** Only what a condition says of columns that are counted as they are asked: legs and steps are counted per case. */
function saidBy(condition: Condition | null): Said[] {
  switch (condition?.op) {
    case 'and':
      return condition.args.flatMap(saidBy)
    case 'in':
    case 'includes_any':
      return saidOf(condition.q, new Set(condition.values))
    case 'answered':
      return saidOf(condition.q, null)
    default:
      return []
  }
}

const saidOf = (column: string, codes: ReadonlySet<string> | null): Said[] =>
  counted.has(column) && !questionById(column)?.group ? [{ column, codes }] : []

const ASKED_IF = new Map<string, readonly Said[]>(QUESTIONS.map(({ id, askIf }) => [id, saidBy(askIf)]))

/** For each column the questions that arise only where it has one of some answers. */
const DECIDES = new Map<string, (Said & { readonly of: string })[]>()
for (const [of, all] of ASKED_IF) {
  if (counted.has(of)) for (const said of all) DECIDES.set(said.column, [...(DECIDES.get(said.column) ?? []), { ...said, of }])
}

/** Whoever stands here was asked the question: `not_asked` also stands where nobody knows whether it arises. */
const wasAsked = ({ role, code, codes }: Line) => codes !== null || role === 'answered' || (role === 'state' && code !== 'not_asked')

/** Whether a question that arises only on `said` cannot arise for anybody on this line. */
function excludes({ column, codes }: Said, line: Line): boolean {
  if (line.role === 'not_applicable') return true
  return (
    codes !== null &&
    line.codes !== null &&
    variableById(column)?.kind === 'single' &&
    [...line.codes].every((code) => !codes.has(code) && !isUnanswered(code))
  )
}

/** Every line, of this column or another, on which everybody of this line stands; itself among them, the line of all cases not. */
export function around(place: Place, linesOf: (column: string) => readonly Line[]): Around[] {
  const { column, line } = place
  const own = linesOf(column).flatMap((other) =>
    other.role !== 'total' && contains(other, line) ? [{ column, line: other, same: other.key === line.key }] : [],
  )
  const anyStep = ANY_STEP[column]
  const steps = anyStep && (line.codes !== null || line.role === 'answered') ? apart(around({ column: anyStep, line }, linesOf)) : []
  const asked = wasAsked(line)
    ? (ASKED_IF.get(column) ?? []).flatMap((said) => apart(around({ column: said.column, line: lineOf(said) }, linesOf)))
    : []
  const unasked = (DECIDES.get(column) ?? []).flatMap((said) =>
    excludes(said, line)
      ? around({ column: said.of, line: NOT_APPLICABLE_LINE }, linesOf).map((found) => ({
          ...found,
          same: found.column === said.of && excludesAll(said, line),
        }))
      : [],
  )
  return [...own, ...steps, ...asked, ...unasked]
}

const apart = (found: readonly Around[]) => found.map((one) => ({ ...one, same: false }))

/** Whether nobody but those on this line is kept from the question. */
function excludesAll({ column, codes, of }: Said & { readonly of: string }, line: Line): boolean {
  const variable = variableById(column)!
  if (ASKED_IF.get(of)?.length !== 1 || !impossible(variable, NOT_APPLICABLE_LINE)) return false
  const every = variable.levels[0]!.categories.flatMap((category) => category.codes)
  return every.every((code) => codes?.has(code) || line.codes?.has(code))
}

/** A line that need not be printed anywhere. */
function lineOf({ codes }: Said): Line {
  const role = codes === null ? ('answered' as const) : ('value' as const)
  return { code: '', role, en: '', ja: '', codes, blocked: false, key: codes === null ? 'answered' : `=${[...codes].sort().join(' ')}` }
}
