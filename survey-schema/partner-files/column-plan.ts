/**
 * What a partner's table seems to be, column by column, before anything is decided: mapped by its own name, dropped by kind,
 * proposed, or unknown. Shown to the partner; nothing proposed is applied without a yes.
 */

import type { IdentifierDetector } from '../identifiers/detect.ts'
import { suspectHeading } from '../identifiers/headings.ts'
import { kindOfHeading } from '../identifiers/identifier-kinds.ts'
import { QUESTIONS, type QuestionId, questionById } from '../questionnaire/index.ts'
import { type CellContext, readCell } from './cell.ts'
import type { FileRow } from './delimited.ts'
import { refuseFile, tidyCell } from './file-reader.ts'
import { findHeading, type Heading } from './heading.ts'
import { type HtcdsFate, htcdsColumn } from './htcds-fields.ts'
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
  targetOf,
} from './mapping.ts'
import { foldWord, suggestQuestion } from './suggest.ts'

/** A word of our own lists that stands in a column, and what it could mean. */
export interface ProposedWord {
  readonly word: string
  /** Several where none is preferred: then the partner chooses. */
  readonly codes: readonly string[]
  readonly cells: number
}

export interface PlannedColumn {
  /** From 1. */
  readonly position: number
  /** `mapped` and `dropped` need no decision; `proposed` waits for a yes, `unknown` for "leave out" or a question. */
  readonly fate: 'mapped' | 'dropped' | 'proposed' | 'unknown' | 'left_out'
  readonly target: ColumnTarget | null
  /** The kind that was dropped, or that an unknown heading seems to announce. */
  readonly kind: string | null
  /** Words that wait for a yes. */
  readonly words: readonly ProposedWord[]
  /** Cells whose value is on no list: how many, and in which rows. */
  readonly unlisted: { readonly cells: number; readonly rows: readonly number[] }
  /** Of a published standard, where the column is read together with others. */
  readonly part: string | null
}

export interface ColumnPlan {
  readonly standard: 'htcds' | null
  /** The row that holds the headings; data start at `firstRow`. */
  readonly headingRow: number
  readonly firstRow: number
  readonly columns: readonly PlannedColumn[]
  /** Questions that every case must answer and that no column answers: said once for the whole file. */
  readonly wholeFile: readonly QuestionId[]
  /** Rows of the table that were looked at. */
  readonly rows: number
  /** Everything proposed, ready to be said yes to. On the partner's own machine: it holds the headings of the file. */
  readonly proposal: Mapping
}

const MOST_WORDS = 300
const MOST_ROWS = 20
/** A mark in a column that stands for one answer. */
export const TICKS: ReadonlySet<string> = new Set([
  'x',
  '1',
  'y',
  'yes',
  'true',
  '○',
  '◯',
  '〇',
  '✓',
  '✔',
  '☑',
  '●',
  'レ',
  'はい',
  '有',
  'あり',
  'sí',
  'si',
  'oo',
])

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
  const columns = heading.cells.map((_, at) => planColumn(heading, at, mapping, detector))
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

type Fate = Omit<PlannedColumn, 'words' | 'unlisted'>

function planColumn(heading: Heading, at: number, mapping: Mapping, detector: IdentifierDetector): Fate {
  const text = tidyCell(heading.cells[at] ?? '')
  const column = (fate: Fate['fate'], rest: Partial<Fate> = {}): Fate => ({
    position: at + 1,
    fate,
    target: null,
    kind: null,
    part: null,
    ...rest,
  })
  const decision = decisionFor(mapping, text)
  if (decision) {
    const target = targetOf(decision.to)
    return target ? column('mapped', { target }) : column('left_out')
  }
  if (heading.standard) {
    const label = heading.labels?.[at]
    const found = htcdsColumn(label === text ? '' : text, label) ?? (label === text ? htcdsColumn(text, undefined) : null)
    if (found === 'contradicts') throw refuseFile([{ pointer: `/columns/${at + 1}`, rule: 'identifier_under_one_name' }])
    if (found) return standardColumn(found.fate, column)
  }
  const [certain] = suggestQuestion(text).filter((id) => isOurName(text, id))
  if (certain) return column('mapped', { target: { question: certain } })
  const kind =
    kindOfHeading(text) ??
    kindOfHeading(withoutBrackets(text)) ??
    (text === '' ? null : heading.parents[at] ? kindOfHeading(heading.parents[at] as string) : null)
  if (kind) return column('dropped', { kind })
  const [proposed] = suggestQuestion(text)
  if (proposed) return column('proposed', { target: { question: proposed } })
  const tick = tickOf(text)
  if (tick) return column('proposed', { target: tick })
  return column('unknown', { kind: suspectHeading(text) ?? detector.kindsIn(text)[0] ?? null })
}

const withoutBrackets = (text: string) => text.replace(/[（(［[][^）)］\]]*[）)］\]]/g, '')

/** Our id, or our own words for the question. */
function isOurName(text: string, id: QuestionId): boolean {
  const question = questionById(id)
  return question !== undefined && [question.id, question.en, question.ja].some((name) => foldWord(name) === foldWord(text))
}

function standardColumn(fate: HtcdsFate, column: (fate: Fate['fate'], rest?: Partial<Fate>) => Fate): Fate {
  if ('drop' in fate) return column('dropped', { kind: fate.drop })
  if ('part' in fate) return column('mapped', { part: fate.part })
  return column('mapped', { target: { question: fate.to } })
}

/** A heading that is the label of exactly one answer of a multiple question: its column holds marks. */
function tickOf(heading: string): ColumnTarget | null {
  const folded = foldWord(heading)
  const found = QUESTIONS.filter((question) => question.type === 'multiple' && question.group === null).flatMap((question) =>
    question.codes
      .filter(({ code, en, ja }) => code !== 'other' && code !== 'none' && [en, ja].some((label) => foldWord(label) === folded))
      .map(({ code }) => ({ question: question.id, code })),
  )
  return found.length === 1 ? (found[0] as ColumnTarget) : null
}

function refuseDoubles(columns: readonly Fate[]): void {
  const seen = new Set<string>()
  for (const { target, fate, position } of columns) {
    if (!target || fate !== 'mapped') continue
    const name = `${target.question}=${target.code ?? ''}`
    if (seen.has(name)) throw refuseFile([{ pointer: `/columns/${position}`, rule: 'duplicate_column' }])
    seen.add(name)
  }
}

function countWords(columns: readonly Fate[], data: Iterable<FileRow>, context: CellContext) {
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
