/**
 * Who stands on each line of a released table, by the code lists and by which categories stand alone: what a reader takes a line for, applied
 * to the opened cases.
 */
import { type SnapshotRow, STATES } from '../../../analysis/exact/snapshot.ts'
import { isUnanswered } from '../../../survey-schema/questionnaire/question.ts'
import type { ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import { ofOneStep, SAME_STEP } from '../../../survey-schema/variables/same-step.ts'
import { columnOf, conditionsOf, type LineCondition } from '../attack/meaning.ts'
import { add, both, either, everybody, nobody, type Persons, without } from './persons.ts'

type LineMeaning = Pick<LineCondition, 'variable' | 'role' | 'codes' | 'key' | 'code'>

export interface PersonsOnLines {
  readonly everybody: Persons
  readonly on: (line: LineMeaning) => Persons
  /** Row by row, as the cells of the table stand. */
  readonly inCells: (table: ReleasedTable) => readonly Persons[]
}

/** @param rows the answers of the persons, in their order */
export function standingOf(rows: readonly SnapshotRow[]): PersonsOnLines {
  const size = rows.length
  const all = everybody(size)
  const columns = new Map<string, ReadonlyMap<string, Persons>>()
  const lines = new Map<string, Persons>()

  /** For each answer, a state of not answering included, who gave it. */
  const answersTo = (column: string) => {
    const known = columns.get(column) ?? bySaying(rows.map((row) => answersIn(row, column)))
    columns.set(column, known)
    return known
  }
  const counted = ({ variable, role, codes, code }: LineMeaning): Persons => {
    if (role === 'total') return all
    const answers = answersTo(variable)
    const saying = (holds: (answer: string) => boolean) =>
      either(
        [...answers].flatMap(([answer, persons]) => (holds(answer) ? [persons] : [])),
        size,
      )
    if (codes !== null) return saying((answer) => !isUnanswered(answer) && codes.has(answer))
    switch (role) {
      case 'answered':
        return without(all, saying(isUnanswered))
      case 'applicable':
        return without(
          all,
          saying((answer) => answer === 'not_applicable'),
        )
      case 'no_answer':
        return saying((answer) => isUnanswered(answer) && answer !== 'not_applicable')
      default:
        return saying((answer) => answer === code)
    }
  }
  const on = (line: LineMeaning) => {
    const name = `${line.variable} ${line.role} ${line.key}`
    const persons = lines.get(name) ?? counted(line)
    lines.set(name, persons)
    return persons
  }
  const steps = bySaying(rows.map(stepsIn))
  /** Some step of theirs has both answers. */
  const atOneStep = (actors: ReadonlySet<string>, outcomes: ReadonlySet<string>) =>
    either(
      [...actors].flatMap((actor) => [...outcomes].flatMap((outcome) => steps.get(`${actor} ${outcome}`) ?? [])),
      size,
    )
  return {
    everybody: all,
    on,
    inCells(table) {
      const [first, second] = table.axes.map((axis) => conditionsOf(columnOf(table, axis), axis))
      if (second === undefined) return first!.map(on)
      const oneStep = ofOneStep(first![0]!.variable, second[0]!.variable)
      const actorsFirst = first![0]!.variable === SAME_STEP[0]
      return first!.flatMap((row) =>
        second.map((column) => {
          if (!oneStep || row.codes === null || column.codes === null) return both(on(row), on(column))
          return actorsFirst ? atOneStep(row.codes, column.codes) : atOneStep(column.codes, row.codes)
        }),
      )
    },
  }
}

function bySaying(said: readonly (readonly string[])[]): ReadonlyMap<string, Persons> {
  const found = new Map<string, Persons>()
  said.forEach((answers, person) => {
    for (const answer of answers) {
      const persons = found.get(answer) ?? nobody(said.length)
      found.set(answer, persons)
      add(persons, person)
    }
  })
  return found
}

function answersIn({ page, row }: SnapshotRow, id: string): readonly string[] {
  const column = page.columns.get(id)
  if (column === undefined) throw new RangeError('no such column')
  if (column.kind === 'single') return [column.codes[column.data[row]!]!]
  const ticked = column.options.filter((_, bit) => (column.masks[row]! & (1 << bit)) !== 0)
  return ticked.length > 0 ? ticked : [STATES[column.state[row]!] ?? '']
}

const stepsIn = ({ page, row }: SnapshotRow): readonly string[] =>
  page.steps.kinds[page.steps.of[row]!]!.map((answers) => answers.join(' '))
