/** One variable by itself, protected: its lines at every level at which it may stand alone, and a verdict for each of them. */
import { variableById } from '../../../survey-schema/variables/index.ts'
import { FIRST_STEP_MODE } from '../../catalogue/columns.ts'
import type { Frame } from '../../catalogue/frame.ts'
import {
  answeredLine,
  applicableLine,
  impossible,
  type Line,
  NO_ANSWER_LINE,
  NOT_APPLICABLE_LINE,
  STATE_LINES,
  TOTAL_LINE,
} from '../../catalogue/line.ts'
import { supportOf } from '../../exact/support.ts'
import { classify, everyCase, ownIn, tally } from '../../exact/tally.ts'
import { type CaseSet, cellId } from '../case-set.ts'
import { chooseFrame } from './base.ts'
import { categoriesToWithhold } from './base-remainder.ts'
import { gridAxis, precedenceOf, TOTAL_AXIS, uniqueLines } from './grid-axis.ts'
import { keptFrame } from './kept-lines.ts'
import { valueLines } from './line-rules.ts'
import type { ProtectedVariable } from './protected-tables.ts'
import { protectGrid } from './protection-grid.ts'
import type { Verdict } from './verdict.ts'

/** @param id of a column of the snapshot  @throws RangeError for a column that it does not hold */
export function protectVariable(caseSet: CaseSet, id: string): ProtectedVariable {
  const { snapshot, cases, policy } = caseSet
  const variable = variableById(id === FIRST_STEP_MODE ? 'step_mode' : id)
  const column = snapshot.columns.get(id)
  if (!variable || !column) throw new RangeError('no such variable')
  const support = supportOf(column, cases, variable.id)
  const levels = variable.levels.filter((level) => variable.alone.includes(level.id))
  // The mode of the first step has no single table whose lines could be kept.
  const rules = { ...caseSet, replaced: id === variable.id ? caseSet.replaced : undefined }
  const byLevel = new Map(levels.map((level) => [level.id, valueLines(variable, level.id, support, rules)]))
  const values = [...byLevel.values()]
  const states = [...STATE_LINES, NO_ANSWER_LINE, NOT_APPLICABLE_LINE]
  const bases = [answeredLine(variable), ...(policy.structure === undefined ? [] : [applicableLine(variable)])]
  const lines = uniqueLines([TOTAL_LINE, ...bases, ...states, ...values.flat()])
  const counted = tally(cases, classify(column, lines), everyCase(cases.size))
  const replaced = rules.replaced?.get(`${id}@${levels[0]!.id}`)
  const frame = replaced ? keptFrame(variable, replaced) : chooseFrame(variable, lines, counted, caseSet)
  const precedence = precedenceOf(variable)
  const rows = gridAxis(variable, lines, values, precedence)
  const withBase = new Set<number>()
  const given = (row: number): Verdict | null => {
    const line = lines[row]!
    if (impossible(variable, line)) return { status: 'not_applicable' }
    if (!isPrinted(line, frame)) return { status: 'withheld', reason: 'small' }
    return withBase.has(row) ? { status: 'withheld', reason: 'complement' } : secondaryVerdict(caseSet, [id], [line])
  }
  const judged = () =>
    protectGrid({ rows, columns: TOTAL_AXIS, tally: counted, precedence, printed: () => true, given }, caseSet) as readonly Verdict[]
  let verdicts = judged()
  while (policy.noise === null && variable.kind === 'single') {
    const more = categoriesToWithhold({ frame, lines, levels: values, counted, cases, policy }, verdicts)
    if (more.length === 0) break
    for (const line of more) withBase.add(line)
    verdicts = judged()
  }
  const at = new Map(lines.map((line, index) => [line.key, index]))
  return {
    id,
    variable,
    column,
    byLevel,
    frame,
    cases: (line) => counted.cases[at.get(line.key)!]!,
    own: (line) => ownIn(counted, at.get(line.key)!, cases),
    verdicts: new Map(lines.map((line, index) => [line.key, verdicts[index]!])),
  }
}

/** A line of answers, or one of the frame. A category that holds every answer stands for the line of all answers: where that is part of a base, it tells. */
const isPrinted = ({ key, role }: Line, { alone }: Frame) =>
  alone.some((line) => line.key === key) || ((role === 'value' || role === 'rest') && key.startsWith('='))

/** Withheld if the cell is under secondary suppression, else null. */
export function secondaryVerdict({ secondary }: CaseSet, columns: readonly string[], lines: readonly Line[]): Verdict | null {
  if (secondary.size === 0) return null
  const reason = secondary.get(
    cellId(
      columns,
      lines.map((line) => line.key),
    ),
  )
  return reason === undefined ? null : { status: 'withheld', reason }
}
