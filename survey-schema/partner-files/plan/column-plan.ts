/**
 * What a partner's table seems to be, column by column, before anything is decided: mapped by its own name, dropped by kind,
 * proposed, or unknown. Shown to the partner; nothing proposed is applied without a yes.
 */

import type { IdentifierDetector } from '../../identifiers/detect.ts'
import { QUESTIONS, type QuestionId } from '../../questionnaire/index.ts'
import { refuseFile, tidyCell } from '../file-reader.ts'
import { htcdsWords } from '../published/htcds-words.ts'
import type { CellContext } from '../table/cell.ts'
import type { FileRow } from '../texts/delimited.ts'
import { findHeading, type Heading } from './heading.ts'
import { decidedWords, decisionFor, type Mapping, NO_MAPPING } from './mapping.ts'
import { type PlannedHeading, planHeading } from './plan-heading.ts'
import { countWords } from './plan-words.ts'
import type { ColumnPlan, PlannedColumn } from './planned-columns.ts'
import { nameOf, proposalOf } from './proposal.ts'

const NEEDS_DECISION: readonly QuestionId[] = QUESTIONS.filter(
  (question) => question.required && !question.reserved && question.type !== 'text',
).map((question) => question.id)

/** Asked where no column says it, and read as not recorded without an answer. */
const MAY_HOLD: readonly QuestionId[] = ['registration_year']

/**
 * @param rows the table from its first row, heading and titles included; as many as should be looked into
 * @throws ProblemError `invalid-file`: no heading is found, two columns claim one question, or code and label of a column of
 * the standard disagree about whether it identifies somebody
 */
export function planTable(rows: Iterable<FileRow>, detector: IdentifierDetector, mapping: Mapping = NO_MAPPING): ColumnPlan {
  const iterator = rows[Symbol.iterator]()
  const { heading, data } = findHeading(iterator)
  const context: CellContext = {
    decided: decidedWords(mapping),
    detector,
    ...(heading.standard ? { declared: htcdsWords } : { handwritten: true as const }),
  }
  const columns = withoutDoubles(
    heading.cells.map((_, at) => planHeading(heading, at, mapping, detector)),
    heading,
  )
  refuseDoubles(columns)
  const counted = countWords(columns, data, context)
  const planned = columns
    .map((column, at) => askedAboutNames({ ...column, ...counted.byColumn[at] } as PlannedColumn, heading, mapping))
    // What has neither heading nor value is no column.
    .filter(({ position, fate }) => fate !== 'unknown' || (heading.cells[position - 1] ?? '') !== '' || counted.filled.has(position))
  const answered = new Set(planned.map((column) => column.target?.question).filter((id) => id !== undefined))
  const consent = planned.some((column) => column.part === 'consent')
  const open = (id: QuestionId) => !answered.has(id) && mapping.whole[id] === undefined
  const wholeFile = NEEDS_DECISION.filter(
    (id) => open(id) && !(consent && id.startsWith('consent_')) && !(heading.standard && id === 'source_type'),
  )
  const mayHold = MAY_HOLD.filter(open)
  const unlistedWords = counted.unlisted.flatMap((words, at) => [...words.values()].map((word) => ({ position: at + 1, ...word })))
  return {
    standard: heading.standard,
    headingRow: heading.row,
    firstRow: heading.firstRow,
    columns: planned,
    wholeFile,
    mayHold,
    rows: counted.rows,
    unlistedWords,
    proposal: proposalOf(heading.cells, planned, mapping, [...wholeFile, ...mayHold], unlistedWords),
  }
}

/** Two headings that seem to mean one question: a number of the row is no case reference where another column is one. The rest may be left out. */
function withoutDoubles(columns: readonly PlannedHeading[], heading: Heading): readonly PlannedHeading[] {
  const nameAt = ({ target }: PlannedHeading) => (target ? nameOf(target) : '')
  const isCount = ({ position }: PlannedHeading) =>
    /^(?:no|nr|#|number|番号|通し番号|連番|ลำดับ)\.?$/i.test(tidyCell(heading.cells[position - 1] ?? ''))
  return columns.map((column) => {
    if (column.fate !== 'proposed') return column
    const same = columns.filter((one) => nameAt(one) === nameAt(column))
    const kept = same.find(({ fate }) => fate === 'mapped') ?? same.find((one) => !isCount(one)) ?? same[0]
    return kept === column ? column : { ...column, fate: 'unknown', target: null, rest: null }
  })
}

/** References that look like names wait for a word about them, whatever their heading is. */
function askedAboutNames(column: PlannedColumn, heading: Heading, mapping: Mapping): PlannedColumn {
  const asked =
    (column.keys?.names ?? 0) > 0 && decisionFor(mapping, tidyCell(heading.cells[column.position - 1] ?? ''))?.keys === undefined
  return asked && column.fate === 'mapped' ? { ...column, fate: 'proposed' } : column
}

function refuseDoubles(columns: readonly PlannedHeading[]): void {
  const seen = new Set<string>()
  for (const { target, fate, position } of columns) {
    if (!target || fate !== 'mapped') continue
    const name = `${target.question}=${target.code ?? ''}`
    if (seen.has(name)) throw refuseFile([{ pointer: `/columns/${position}`, rule: 'duplicate_column' }])
    seen.add(name)
  }
}
