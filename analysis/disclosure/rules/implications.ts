/**
 * What an answer to one question says of another question, by the questionnaire alone: a size of debt says that there was one, the first
 * organisation is one of those reached. A reader who knows the questionnaire subtracts across questions as he does along a ladder.
 */
import { answerCodes } from '../../../survey-schema/answers/answer-codes.ts'
import { QUESTIONS, type QuestionId, questionById } from '../../../survey-schema/questionnaire/index.ts'
import { type Condition, isUnanswered } from '../../../survey-schema/questionnaire/question.ts'
import { variableById } from '../../../survey-schema/variables/index.ts'
import { COLUMN_IDS, FIRST_STEP_MODE } from '../../catalogue/columns.ts'
import { contains, impossible, type Line, NOT_APPLICABLE_LINE, STATE_LINES } from '../../catalogue/line.ts'

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

/** Whatever was asked of a step says that there was one. */
const A_STEP: readonly Said[] = [{ column: 'contact_length', codes: new Set(['1', '2', '3', '4', '5', '6']) }]
const OF_STEPS = ['step_actor', 'step_mode', 'step_outcome', 'contact_first_actor', 'contact_last_actor', FIRST_STEP_MODE]

/** For each question all of what must be true for it to arise. */
const ASKED_IF: ReadonlyMap<string, readonly Said[]> = new Map([
  ...QUESTIONS.map(({ id, askIf }) => [id as string, saidBy(askIf)] as const),
  ...OF_STEPS.map((id) => [id, A_STEP] as const),
])

/** For each column the questions that arise only where it has one of some answers; `alone` where nothing else decides. */
const DECIDES = new Map<string, (Said & { readonly of: string; readonly alone: boolean })[]>()
for (const [of, all] of ASKED_IF) {
  for (const said of counted.has(of) ? all : [])
    DECIDES.set(said.column, [...(DECIDES.get(said.column) ?? []), { ...said, of, alone: all.length === 1 }])
}

/** Whoever stands here was asked the question: `not_asked` also stands where nobody knows whether it arises. */
const wasAsked = ({ role, code, codes }: Line) => codes !== null || role === 'answered' || (role === 'state' && code !== 'not_asked')

/** Whether a question that arises only on `said` cannot arise for anybody on this line. */
function excludes({ column, codes }: Said, line: Line): boolean {
  if (line.role === 'not_applicable') return true
  if (codes === null || line.codes === null) return false
  const others = [...line.codes].every((code) => !codes.has(code) && !isUnanswered(code))
  if (variableById(column)?.kind === 'single') return others
  // Of several answers only those that stand alone exclude the others.
  const alone = questionById(column) ? answerCodes(column as QuestionId).alone : new Set<string>()
  return others && [...line.codes].every((code) => alone.has(code))
}

const NOT_ASKED_LINE = STATE_LINES.find(({ code }) => code === 'not_asked')!

/** What follows at once for other columns: lines that need not be printed anywhere. */
function following({ column, line }: Place): Around[] {
  const found: Around[] = []
  const anyStep = ANY_STEP[column]
  if (anyStep && (line.codes !== null || line.role === 'answered')) found.push({ column: anyStep, line, same: false })
  if (wasAsked(line)) for (const said of ASKED_IF.get(column) ?? []) found.push({ column: said.column, line: lineOf(said), same: false })
  for (const said of DECIDES.get(column) ?? []) {
    if (excludes(said, line)) found.push({ column: said.of, line: NOT_APPLICABLE_LINE, same: excludesAll(said, line) })
    // Where nobody knows the answer, nobody knows whether the question arises.
    if (said.alone && (line.role === 'state' || line.role === 'no_answer'))
      found.push({ column: said.of, line: NOT_ASKED_LINE, same: false })
  }
  if (line.role === 'not_applicable') found.push(...unaskedWith(column))
  return found
}

/** Questions that do not arise where this one does not, because they ask for more of the same answer. */
function unaskedWith(column: string): Around[] {
  const [own, ...others] = ASKED_IF.get(column) ?? []
  if (own === undefined || others.length > 0) return []
  const within = (inner: Said, outer: Said) =>
    outer.codes === null || (inner.codes !== null && [...inner.codes].every((code) => outer.codes!.has(code)))
  return (DECIDES.get(own.column) ?? [])
    .filter((said) => said.of !== column && within(said, own))
    .map((said) => ({ column: said.of, line: NOT_APPLICABLE_LINE, same: said.alone && within(own, said) }))
}

/** Every line, of this column or another, on which everybody of this line stands; itself among them, the line of all cases not. */
export function around(place: Place, linesOf: (column: string) => readonly Line[]): Around[] {
  const name = ({ column, line: { key } }: Place) => `${column} ${key}`
  const follow: Around[] = [{ ...place, same: true }]
  const known = new Set(follow.map(name))
  const found = new Map<string, Around>()
  for (const one of follow) {
    for (const line of linesOf(one.column)) {
      if (line.role === 'total' || !contains(line, one.line)) continue
      const outer = { column: one.column, line, same: one.same && line.key === one.line.key }
      if (outer.same || !found.has(name(outer))) found.set(name(outer), outer)
    }
    for (const next of following(one)) {
      if (known.has(name(next))) continue
      known.add(name(next))
      follow.push({ ...next, same: one.same && next.same })
    }
  }
  return [...found.values()]
}

/** Whether nobody but those on this line is kept from the question. */
function excludesAll({ column, codes, alone }: Said & { readonly alone: boolean }, line: Line): boolean {
  const variable = variableById(column)!
  if (!alone || !impossible(variable, NOT_APPLICABLE_LINE)) return false
  const every = variable.levels[0]!.categories.flatMap((category) => category.codes)
  return every.every((code) => codes?.has(code) || line.codes?.has(code))
}

/** A line that need not be printed anywhere. */
function lineOf({ codes }: Said): Line {
  const role = codes === null ? ('answered' as const) : ('value' as const)
  return { code: '', role, en: '', ja: '', codes, blocked: false, key: codes === null ? 'answered' : `=${[...codes].sort().join(' ')}` }
}
