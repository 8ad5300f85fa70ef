/** Who stands in each cell of a released table, counted again the slow obvious way: from the records and the code lists alone. */
import { FIRST_STEP_MODE } from '../../analysis/catalogue/columns.ts'
import { readingOf } from '../../analysis/exact/readings.ts'
import { conditionsOf } from '../../server/editors/attack/meaning.ts'
import { isUnanswered } from '../../survey-schema/questionnaire/question.ts'
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'
import type { ReleasedCell, ReleasedLine, ReleasedTable } from '../../survey-schema/release/released-table.ts'
import { levelOf, type VariableId, variableById } from '../../survey-schema/variables/index.ts'
import type { TrueEdition } from './edition.ts'

/** The lines of a table on which a case stands, or null where the line cannot be told from the table alone (joined categories). */
function standsOn(line: ReleasedLine, variable: string, level: string, reading: ReturnType<typeof readingOf>): boolean | null {
  const missing = isUnanswered(reading)
  switch (line.role) {
    case 'total':
      return true
    case 'answered':
      return !missing
    case 'applicable':
      return reading !== 'not_applicable'
    case 'no_answer':
      return missing && reading !== 'not_applicable'
    case 'state':
    case 'not_applicable':
      return reading === line.code
    case 'rest':
      return null
    case 'value': {
      const codes = levelOf(variableById(variable)!, level)!.categories.find((category) => category.code === line.code)!.codes
      return !missing && (Array.isArray(reading) ? reading : [reading as string]).some((code) => codes.includes(code))
    }
  }
}

/** Whether one line holds the other by what it says: the total holds all, the answered hold every answer, a category its codes. */
export function holds(outer: Truth, inner: Truth, index: number): boolean {
  const [one, other] = [outer.lines[index]!, inner.lines[index]!]
  if (one.role === 'total' || (one.role === 'answered' && ['value', 'rest', 'answered'].includes(other.role))) return true
  if (one.role === 'applicable') return other.role !== 'total' && other.role !== 'not_applicable'
  if (one.role === 'no_answer') return other.role === 'state' || other.role === 'no_answer'
  if (one.role !== 'value' || other.role !== 'value') return one.code === other.code && one.role === other.role && one.role !== 'rest'
  const codes = ({ table, lines }: Truth) =>
    levelOf(variableById(table.axes[index]!.variable)!, table.axes[index]!.level)!.categories.find(
      (category) => category.code === lines[index]!.code,
    )!.codes
  const within = new Set(codes(outer))
  return codes(inner).every((code) => within.has(code))
}

export interface Truth {
  readonly cell: ReleasedCell
  readonly cases: Set<number>
  readonly name: string
  readonly table: ReleasedTable
  readonly lines: readonly ReleasedLine[]
}

/** The one table in which both answers are of the same step. */
const ONE_STEP = 'step_actor@group5,step_outcome@list'

function metAtOneStep({ contact_steps: steps }: CaseRecord, { axes }: ReleasedTable, row: number, column: number): boolean {
  const [actors, outcomes] = axes.map((axis, side) => {
    const { code, role } = axis.lines[side === 0 ? row : column]!
    return role === 'value' ? levelOf(variableById(axis.variable)!, axis.level)!.categories.find((one) => one.code === code)!.codes : null
  })
  if (!actors || !outcomes || steps === 'not_asked') return true
  return steps.some((step) => actors.includes(step.step_actor) && outcomes.includes(step.step_outcome))
}

/**
 * Every cell whose lines can be told from the table, with the persons in it.
 * @param joined those of joined categories too, as a patient reader tells them from the code lists and the categories that stand alone
 */
export function truths(input: TrueEdition, tables: readonly ReleasedTable[], { joined = false } = {}): Truth[] {
  const readings = new Map<string, ReturnType<typeof readingOf>[]>()
  const readAll = (id: string) => {
    const known = readings.get(id) ?? input.cases.map(({ record }) => readingOf(record, id as VariableId))
    readings.set(id, known)
    return known
  }
  return tables.flatMap((table) => {
    const [first, second] = table.axes
    const columnOf = (variable: string) =>
      variable === 'step_mode' && second?.variable === 'contact_first_actor' ? FIRST_STEP_MODE : variable
    const members = table.axes.map((axis) =>
      axis.lines.map((line, index) => {
        const members = joined && line.role === 'rest' ? conditionsOf(axis.variable, axis)[index]!.codes : null
        const all = readAll(columnOf(axis.variable)).map((reading) =>
          members
            ? !isUnanswered(reading) && [reading].flat().some((code) => members.has(code as string))
            : standsOn(line, axis.variable, axis.level, reading),
        )
        return all.some((one) => one === null) ? null : new Set(all.flatMap((one, index) => (one ? [index] : [])))
      }),
    )
    const width = second?.lines.length ?? 1
    return table.cells.flatMap((cell, at) => {
      const [row, column] = [Math.floor(at / width), at % width]
      const [inRow, inColumn] = [members[0]![row], second ? members[1]![column] : null]
      if (!inRow || (second && !inColumn)) return []
      const atOneStep = (index: number) => table.id !== ONE_STEP || metAtOneStep(input.cases[index]!.record, table, row, column)
      const cases = inColumn ? new Set([...inRow].filter((index) => inColumn.has(index) && atOneStep(index))) : inRow
      const lines = [first.lines[row]!, ...(second ? [second.lines[column]!] : [])]
      return [{ cell, cases, table, lines, name: `${table.id} ${lines.map((line) => line.code).join(' × ')}` }]
    })
  })
}
