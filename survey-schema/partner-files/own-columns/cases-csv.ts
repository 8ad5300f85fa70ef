/**
 * Our own CSV: one row a case, headings are ids of questions, several answers joined with `;` (a lone `;` is "answered,
 * nothing ticked"), an empty cell is no answer. Journeys and steps travel as two further files (`group-rows.ts`).
 */
import { cutToYear } from '../../answers/dates.ts'
import { SUBMISSION_SCHEMA } from '../../answers/strip.ts'
import { QUESTIONS, type QuestionId, questionById } from '../../questionnaire/index.ts'
import { isUnanswered } from '../../questionnaire/question.ts'
import { CellTally } from '../cell-fates.ts'
import { checkRow, countUnread, type FileReader, type Placed, placeColumns, refuseFile, tidyCell } from '../file-reader.ts'
import { foldWord } from '../plan/suggest.ts'
import { BANDED } from '../table/bands.ts'
import { type DecidedWords, NO_RESULT } from '../table/cell.ts'
import { type GroupRows, kept } from './group-rows.ts'
import { UnusedRows } from './unused-rows.ts'

const ASKED = QUESTIONS.filter((question) => question.group === null && question.privacy !== 'direct_identifier')
const REQUIRED = ASKED.filter((question) => question.required).map((question) => question.id)

export interface CasesCsvOptions {
  /** Without it no case has a journey, and intake refuses every case. */
  readonly routeLegs?: GroupRows
  readonly contactSteps?: GroupRows
  /** Positions from 1 of unknown columns that the partner leaves out. */
  readonly leaveOut?: readonly number[]
  /** Words whose meaning the partner has confirmed. */
  readonly decided?: DecidedWords
}

/** Reads our CSV. Codes are not checked here: intake does that, for every kind of file alike. */
export function casesCsvReader(options: CasesCsvOptions = {}): FileReader {
  const generalised = new Set<string>()
  const seen = new Set<string>()
  const unused = new UnusedRows({ route_legs: options.routeLegs, contact_steps: options.contactSteps })
  let placed: Placed | undefined
  let rows = 0
  const columns = () => ({
    mapped: [...(placed?.at.keys() ?? [])],
    generalised: [...generalised],
    dropped: placed?.dropped ?? [],
    unknown: placed?.unknown ?? [],
  })
  return {
    header(cells) {
      placed = placeColumns(cells, (name) => ASKED.some((question) => question.id === name), REQUIRED, options.leaveOut ?? [])
      return columns()
    },
    row(cells, rowNumber, fates = new CellTally(), { faults, shown } = {}) {
      const at = placed
      if (!at) throw new RangeError('the header comes first')
      countUnread(cells, at, fates)
      unused.whileReading(() => checkRow(cells, at, rowNumber, faults))
      const answers: Record<string, unknown> = {}
      for (const [name, index] of at.at) {
        const isKey = name === 'partner_case_key'
        const cell = tidyCell((isKey ? shown?.get(index) : undefined) ?? (cells[index] as string))
        if (cell === '') continue
        if (isKey && NO_RESULT.test(cell)) throw refuseFile([{ pointer: `/rows/${rowNumber}/${name}`, rule: 'formula_without_value' }])
        answers[name] = readCell(name, cell, generalised, options.decided?.get(name as QuestionId))
        countRead(answers[name], fates)
      }
      const key = answers.partner_case_key
      if (typeof key === 'string') {
        if (seen.has(kept(key))) throw refuseFile([{ pointer: `/rows/${rowNumber}/partner_case_key`, rule: 'duplicate_key' }])
        seen.add(kept(key))
      }
      rows++
      // Only now: the journeys of a reference that stands twice belong to its first row, and count once.
      return { schema: SUBMISSION_SCHEMA, answers, groups: typeof key === 'string' ? groupsOf(key, unused, fates) : {} }
    },
    finish: () => unused.refuse(),
    report: () => ({ rows, columns: columns(), unmapped: {}, notes: [] }),
    rest: (cells) => (options.routeLegs?.rest(cells) ?? 0) + (options.contactSteps?.rest(cells) ?? 0),
  }
}

function readCell(
  name: string,
  cell: string,
  generalised: Set<string>,
  decided: ReadonlyMap<string, readonly string[]> | undefined,
): unknown {
  const whole = decided?.get(foldWord(cell))
  if (whole && questionById(name)?.type !== 'multiple') return whole[0]
  const banded = BANDED[name]?.(cell)
  if (banded) {
    if (banded.coarsened) generalised.add(name)
    return banded.code
  }
  switch (questionById(name)?.type) {
    case 'multiple':
      return cell
        .split(';')
        .map(tidyCell)
        .filter((code) => code !== '')
        .flatMap((code) => decided?.get(foldWord(code)) ?? [code])
    case 'date_precision': {
      const cut = cutToYear(cell)
      if (cut?.precise) generalised.add(name)
      return cut ? { value: String(cut.year), precision: 'year' } : cell
    }
    default:
      return cell
  }
}

function groupsOf(key: string, rows: UnusedRows, fates: CellTally): object {
  const legs = rows.rowsOf('route_legs', [key], fates)
  const steps = rows.rowsOf('contact_steps', [key], fates)
  return { ...(legs ? { route_legs: legs } : {}), ...(steps ? { contact_steps: steps } : {}) }
}

function countRead(answer: unknown, fates: CellTally): void {
  if (isUnanswered(Array.isArray(answer) && answer.length === 1 ? answer[0] : answer)) fates.gaps++
  else fates.answers++
}
