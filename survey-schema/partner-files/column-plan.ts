/**
 * What a partner's table seems to be, column by column, before anything is decided: mapped by its own name, dropped by kind,
 * proposed, or unknown. Shown to the partner; nothing proposed is applied without a yes.
 */

import type { IdentifierDetector } from '../identifiers/detect.ts'
import { QUESTIONS, type QuestionId } from '../questionnaire/index.ts'
import { type CellContext, readCell } from './cell.ts'
import type { FileRow } from './delimited.ts'
import { refuseFile, tidyCell } from './file-reader.ts'
import { findHeading, type Heading } from './heading.ts'
import { htcdsWords } from './htcds-words.ts'
import {
  type ColumnTarget,
  decidedWords,
  decisionFor,
  LEAVE_OUT,
  MAPPING_SCHEMA,
  type MappedColumn,
  type Mapping,
  NO_MAPPING,
} from './mapping.ts'
import { type PlannedHeading, planHeading } from './plan-heading.ts'
import type { ColumnPlan, PlannedColumn } from './planned-columns.ts'
import { foldWord } from './suggest.ts'

const MOST_WORDS = 300
const MOST_ROWS = 20
const NEEDS_DECISION: readonly QuestionId[] = QUESTIONS.filter(
  (question) => question.required && !question.reserved && question.type !== 'text',
).map((question) => question.id)

/**
 * @param rows the table from its first row, heading and titles included; as many as should be looked into
 * @throws ProblemError `invalid-file`: no heading is found, two columns claim one question, or code and label of a column of
 * the standard disagree about whether it identifies somebody
 */
export function planTable(rows: Iterable<FileRow>, detector: IdentifierDetector, mapping: Mapping = NO_MAPPING): ColumnPlan {
  const iterator = rows[Symbol.iterator]()
  const { heading, data } = findHeading(iterator)
  const columns = heading.cells.map((_, at) => planHeading(heading, at, mapping, detector))
  refuseDoubles(columns)
  const counted = countWords(columns, data, {
    decided: decidedWords(mapping),
    detector,
    ...(heading.standard ? { declared: htcdsWords } : { handwritten: true as const }),
  })
  const planned = columns.map((column, at) => ({ ...column, ...counted.byColumn[at] }) as PlannedColumn)
  const answered = new Set(planned.map((column) => column.target?.question).filter((id) => id !== undefined))
  const consent = planned.some((column) => column.part === 'consent')
  const wholeFile = NEEDS_DECISION.filter(
    (id) =>
      !answered.has(id) &&
      mapping.whole[id] === undefined &&
      !(consent && id.startsWith('consent_')) &&
      !(heading.standard && id === 'source_type'),
  )
  return {
    standard: heading.standard,
    headingRow: heading.row,
    firstRow: heading.firstRow,
    columns: planned,
    wholeFile,
    rows: counted.rows,
    proposal: proposalOf(heading, planned, mapping, wholeFile),
  }
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

function countWords(columns: readonly PlannedHeading[], data: Iterable<FileRow>, context: CellContext) {
  const words = columns.map(() => new Map<string, { word: string; codes: readonly string[]; cells: number }>())
  const unlisted = columns.map(() => ({ cells: 0, rows: [] as number[] }))
  let rows = 0
  for (const { cells, row } of data) {
    rows++
    columns.forEach(({ target, fate }, at) => {
      if (!target || target.code !== undefined || fate === 'left_out') return
      const read = readCell(target.question, cells[at] ?? '', context)
      const found = words[at] as Map<string, { word: string; codes: readonly string[]; cells: number }>
      if (read.is === 'waiting')
        for (const { word, codes } of read.words) {
          const known = found.get(foldWord(word))
          if (known) known.cells++
          else if (found.size < MOST_WORDS) found.set(foldWord(word), { word, codes, cells: 1 })
        }
      if (read.is === 'refused') {
        const count = unlisted[at] as { cells: number; rows: number[] }
        count.cells++
        if (count.rows.length < MOST_ROWS) count.rows.push(row)
      }
    })
  }
  return { rows, byColumn: columns.map((_, at) => ({ words: [...(words[at]?.values() ?? [])], unlisted: unlisted[at] })) }
}

const nameOf = ({ question, code }: ColumnTarget) => (code === undefined ? question : `${question}=${code}`)

/** What is certain stands with a yes, what is proposed without one; words join the words that were decided before. */
function proposalOf(heading: Heading, columns: readonly PlannedColumn[], mapping: Mapping, wholeFile: readonly QuestionId[]): Mapping {
  const proposed: MappedColumn[] = []
  for (const { position, fate, target, words, part } of columns) {
    const text = tidyCell(heading.cells[position - 1] ?? '')
    if (fate === 'dropped' || part !== null) continue
    const decided = decisionFor(mapping, text)
    const values: Record<string, string> = { ...decided?.values }
    for (const { word, codes } of words) if (codes.length === 1) values[word] = codes[0] as string
    const certain = (fate === 'mapped' || fate === 'left_out') && words.every(({ codes }) => codes.length > 1)
    if (certain && Object.keys(values).length === 0 && !decided) continue
    proposed.push({
      heading: text,
      to: target ? nameOf(target) : LEAVE_OUT,
      yes: certain && decided !== undefined,
      ...(Object.keys(values).length > 0 ? { values } : {}),
    })
  }
  return { schema: MAPPING_SCHEMA, whole: { ...mapping.whole, ...Object.fromEntries(wholeFile.map((id) => [id, ''])) }, columns: proposed }
}
