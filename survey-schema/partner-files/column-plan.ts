/**
 * What a partner's table seems to be, column by column, before anything is decided: mapped by its own name, dropped by kind,
 * proposed, or unknown. Shown to the partner; nothing proposed is applied without a yes.
 */

import type { IdentifierDetector } from '../identifiers/detect.ts'
import { QUESTIONS, type QuestionId } from '../questionnaire/index.ts'
import { type CellContext, readCell } from './cell.ts'
import { isBlank } from './cell-fates.ts'
import type { FileRow } from './delimited.ts'
import { questionOf, refuseFile, tidyCell } from './file-reader.ts'
import { lineOfTable } from './footer-lines.ts'
import { findHeading, type Heading } from './heading.ts'
import { htcdsWords } from './htcds-words.ts'
import { type KeyColumn, KeySight } from './key-column.ts'
import {
  type ColumnTarget,
  decidedWords,
  decisionFor,
  LEAVE_OUT,
  MAPPING_SCHEMA,
  type MappedColumn,
  type Mapping,
  NO_MAPPING,
  WAITS,
} from './mapping.ts'
import { type PlannedHeading, planHeading } from './plan-heading.ts'
import type { ColumnPlan, PlannedColumn, ProposedWord, UnlistedWord } from './planned-columns.ts'
import { foldWord } from './suggest.ts'
import { readTick } from './tick-marks.ts'

const MOST_WORDS = 300
const MOST_ROWS = 20
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
    proposal: proposalOf(heading, planned, mapping, [...wholeFile, ...mayHold], unlistedWords),
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

type Word = Omit<UnlistedWord, 'position'>

function countWords(columns: readonly PlannedHeading[], data: Iterable<FileRow>, context: CellContext) {
  const words = columns.map(() => new Map<string, ProposedWord>())
  const unlistedWords = columns.map(() => new Map<string, Word>())
  const unlisted = columns.map(() => ({ cells: 0, rows: [] as number[] }))
  const keys = columns.map(({ target }) => (target && questionOf(target.question).type === 'text' ? new KeySight() : null))
  const filled = new Set<number>()
  let rows = 0
  for (const { cells, row, shown } of data) {
    if (cells.every(isBlank) || lineOfTable(cells, columns, context)) continue
    rows++
    columns.forEach(({ target, fate, rest, position }, at) => {
      const cell = cells[at] ?? ''
      if (!isBlank(cell)) filled.add(position)
      if (!target || fate === 'left_out' || isBlank(cell)) return
      const sight = keys[at]
      if (sight) {
        sight.take(tidyCell(shown?.get(at) ?? cell), shown?.has(at) ?? false)
        return
      }
      const read = target.code === undefined ? readCell(target.question, cell, context) : readTick(target, cell, context.decided)
      if (typeof read === 'string' || rest !== null) return
      if (read.is === 'waiting')
        for (const { word, codes } of read.words) countWord(words[at] as Map<string, ProposedWord>, { word, codes, cells: 1 })
      if (read.is !== 'refused') return
      if (read.rule.startsWith('invalid')) countWord(unlistedWords[at] as Map<string, Word>, { word: tidyCell(cell), cells: 1 })
      const count = unlisted[at] as { cells: number; rows: number[] }
      count.cells++
      if (count.rows.length < MOST_ROWS) count.rows.push(row)
    })
  }
  return {
    rows,
    filled,
    unlisted: unlistedWords,
    byColumn: columns.map((_, at) => ({
      words: [...(words[at]?.values() ?? [])],
      unlisted: unlisted[at],
      keys: (keys[at]?.seen() ?? null) as KeyColumn | null,
    })),
  }
}

function countWord<One extends Word>(found: Map<string, One>, one: One): void {
  const known = found.get(foldWord(one.word))
  if (known) found.set(foldWord(one.word), { ...known, cells: known.cells + 1 })
  else if (found.size < MOST_WORDS) found.set(foldWord(one.word), one)
}

const nameOf = ({ question, code }: ColumnTarget) => (code === undefined ? question : `${question}=${code}`)

/** What is certain stands with a yes, what is proposed without one; words join the words that were decided before. */
function proposalOf(
  heading: Heading,
  columns: readonly PlannedColumn[],
  mapping: Mapping,
  wholeFile: readonly QuestionId[],
  unlisted: readonly UnlistedWord[],
): Mapping {
  const proposed: MappedColumn[] = []
  for (const { position, fate, target, words, part, keys } of columns) {
    const text = tidyCell(heading.cells[position - 1] ?? '')
    if (fate === 'dropped' || part !== null) continue
    const decided = decisionFor(mapping, text)
    const values: Record<string, string> = { ...decided?.values }
    for (const { word, codes } of words)
      values[word] = codes.length === 1 ? (codes[0] as string) : [WAITS, codes.map(named).join(' or ')].join(' ')
    for (const one of unlisted) if (one.position === position) values[one.word] = WAITS
    const names = (keys?.names ?? 0) > 0 && decided?.keys === undefined
    const certain =
      (fate === 'mapped' || fate === 'left_out') && Object.values(values).every((codes) => !codes.startsWith(WAITS)) && words.length === 0
    if (certain && Object.keys(values).length === 0 && !decided) continue
    proposed.push({
      ...decided,
      heading: text,
      to: target ? nameOf(target) : LEAVE_OUT,
      yes: certain && decided !== undefined,
      ...(Object.keys(values).length > 0 ? { values } : {}),
      ...(names && keys ? { keys: keys.names * 2 > keys.keys ? ('number' as const) : ('keep' as const) } : {}),
    })
  }
  return {
    ...mapping,
    schema: MAPPING_SCHEMA,
    whole: { ...mapping.whole, ...Object.fromEntries(wholeFile.map((id) => [id, ''])) },
    columns: proposed,
  }
}

const named = (code: string) => (code === '' ? '(leave out)' : code)
