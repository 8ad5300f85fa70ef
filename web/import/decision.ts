/** What the partner is asked about a file, and what becomes of the answers. Nothing is used without a yes. */

import { answerCodes } from '../../survey-schema/answers/answer-codes.ts'
import type { KeyColumn } from '../../survey-schema/partner-files/plan/key-column.ts'
import { LEAVE_OUT, MAPPING_SCHEMA, type MappedColumn, type Mapping, WAITS } from '../../survey-schema/partner-files/plan/mapping-shape.ts'
import type { ColumnPlan, PlannedColumn, ProposedWord } from '../../survey-schema/partner-files/plan/planned-columns.ts'
import { type QuestionId, questionById } from '../../survey-schema/questionnaire/index.ts'
import { RESERVED } from '../../survey-schema/questionnaire/question.ts'
import { FIRST_YEAR } from '../../survey-schema/variables/places.ts'
import { inOrderOfRows, isNeeded, rowsFreed } from './decision-order.ts'
import type { Planned } from './reading-messages.ts'

export interface ColumnDecision {
  readonly position: number
  readonly heading: string
  /** An id of ours, `id=code`, or `leave out`. */
  readonly to: string
  /** What it was when it was shown. */
  readonly proposed: string
  readonly yes: boolean
  /** Without a yes the file cannot be read; where it is false, only the rows with its words cannot. */
  readonly needed: boolean
  /** At most so many rows wait for it. */
  readonly rows: number
  /** Nothing is asked about it: it is read as its heading says, unless the partner says otherwise. */
  readonly clear: boolean
  /** The kind of identifier that the heading seems to announce. */
  readonly kind: string | null
  /** Words of our lists, then words on none, which may mean anything. */
  readonly words: readonly ProposedWord[]
  /** The code chosen for each word: `?` where it waits, empty where the answer is left out. */
  readonly codes: Readonly<Record<string, string>>
  /** What every word means that still waits; null where its rows are refused. */
  readonly rest: string | null
  /** Cells whose value is shown nowhere: they may be identifiers. */
  readonly unlisted: number
  /** Where references look like names: how many, and what becomes of them. */
  readonly names: KeyColumn | null
  readonly keys: 'keep' | 'number' | null
}

export interface OpenDecisions {
  readonly columns: readonly ColumnDecision[]
  /** Positions of columns of our own CSV that no question has, with the yes to leave them out. */
  readonly unknownColumns: readonly { readonly position: number; readonly heading: string; readonly yes: boolean }[]
  readonly whole: Readonly<Record<string, string>>
  /** The same for questions that need no answer. */
  readonly may: Readonly<Record<string, string>>
}

const nameOf = (target: NonNullable<PlannedColumn['target']>) =>
  target.code === undefined ? target.question : `${target.question}=${target.code}`

function openColumn(column: PlannedColumn, plan: ColumnPlan, heading: string): ColumnDecision {
  const { position, fate, target, kind, words, unlisted, keys } = column
  const others = plan.unlistedWords.filter((one) => one.position === position).map(({ word, cells }) => ({ word, codes: [], cells }))
  const asked = [...words, ...others]
  const names = fate === 'proposed' && (keys?.names ?? 0) > 0 ? keys : null
  const to = target ? nameOf(target) : LEAVE_OUT
  return {
    position,
    heading,
    to,
    proposed: to,
    yes: false,
    needed: isNeeded(column),
    rows: rowsFreed(column, plan.rows),
    clear: !isNeeded(column) && asked.length === 0,
    kind,
    words: asked,
    codes: Object.fromEntries(asked.map(({ word, codes }) => [word, codes.length === 1 ? (codes[0] as string) : WAITS])),
    rest: null,
    unlisted: unlisted.cells - others.reduce((sum, { cells }) => sum + cells, 0),
    names,
    keys: names ? (names.names * 2 > names.keys ? 'number' : 'keep') : null,
  }
}

/** What waits for the partner, what frees most rows first. */
export function openDecisions({ plan, headings, unknownColumns }: Planned): OpenDecisions {
  const asked = (plan?.columns ?? []).filter(({ fate, part }) => fate !== 'dropped' && part === null)
  const empty = (ids: readonly string[] = []) => Object.fromEntries(ids.map((id) => [id, '']))
  return {
    columns: inOrderOfRows(asked, plan?.rows ?? 0).map((column) =>
      openColumn(column, plan as ColumnPlan, (headings[column.position - 1] ?? '').normalize('NFKC').trim()),
    ),
    unknownColumns: unknownColumns.map((position) => ({ position, heading: headings[position - 1] ?? '', yes: false })),
    whole: empty(plan?.wholeFile),
    may: empty(plan?.mayHold),
  }
}

export const nothingOpen = ({ columns, unknownColumns, whole }: OpenDecisions) =>
  columns.every(({ clear }) => clear) && unknownColumns.length === 0 && Object.keys(whole).length === 0

/** Words of a column that still wait. */
export const waitingWords = ({ words, codes, rest }: ColumnDecision): readonly ProposedWord[] =>
  rest === null ? words.filter(({ word }) => codes[word] === WAITS) : []

/** Whether a state is an answer to the question of the column. */
export const takesStates = ({ to }: ColumnDecision): boolean => codesOf(to)?.reserved === true

/** Places that still need an answer before the file can be read; words may stay open, their rows are refused then. */
export function missingPlaces({
  columns,
  unknownColumns,
  whole,
}: OpenDecisions): readonly { readonly place: string; readonly position?: number; readonly id?: string }[] {
  return [
    ...columns.filter(({ yes, needed }) => needed && !yes).map(({ position }) => ({ place: `column-${position}`, position })),
    ...unknownColumns.filter(({ yes }) => !yes).map(({ position }) => ({ place: `column-${position}`, position })),
    ...Object.entries(whole)
      .filter(([, answer]) => answer === '')
      .map(([id]) => ({ place: `whole-${id}`, id })),
  ]
}

/** One yes to every column as it is shown. */
export const yesToAll = (decisions: OpenDecisions): OpenDecisions => ({
  ...decisions,
  columns: decisions.columns.map((column) => (column.clear ? column : { ...column, yes: true })),
  unknownColumns: decisions.unknownColumns.map((column) => ({ ...column, yes: true })),
})

/** Every word that waits is read as not recorded; where a question takes no states, its answer is left out. */
export const restNotRecorded = (decisions: OpenDecisions): OpenDecisions => ({
  ...decisions,
  columns: decisions.columns.map((column) =>
    waitingWords(column).length + column.unlisted > 0 ? { ...column, rest: takesStates(column) ? 'not_asked' : '' } : column,
  ),
})

/** The decisions before, and these with a yes. */
export function decided(before: Mapping, { columns, whole, may }: OpenDecisions): Mapping {
  const now = columns.filter(({ yes }) => yes)
  const isNow = (heading: string) => now.some((column) => column.heading === heading)
  const said = Object.fromEntries(Object.entries(may).filter(([, answer]) => answer !== ''))
  return {
    ...before,
    schema: MAPPING_SCHEMA,
    whole: { ...before.whole, ...whole, ...said },
    columns: [
      ...before.columns.filter(({ heading }) => !isNow(heading)),
      ...now.map(({ heading, to, codes, rest, keys }): MappedColumn => {
        const earlier = before.columns.find((column) => column.heading === heading && column.to === to)
        const values = {
          ...earlier?.values,
          ...Object.fromEntries(Object.entries(to === LEAVE_OUT ? {} : codes).filter(([, code]) => code !== WAITS)),
        }
        return {
          ...(earlier?.rest === undefined ? {} : { rest: earlier.rest }),
          ...(earlier?.keys === undefined ? {} : { keys: earlier.keys }),
          heading,
          to,
          yes: true,
          ...(Object.keys(values).length > 0 ? { values } : {}),
          ...(rest === null ? {} : { rest }),
          ...(keys === null ? {} : { keys }),
        }
      }),
    ],
  }
}

/** The question of a column, with the codes that a word may be given. */
export const codesOf = (to: string) => questionById(to.split('=')[0] ?? '')

/** The newest first. */
const YEARS: readonly string[] = Array.from({ length: new Date().getFullYear() - FIRST_YEAR + 1 }, (_, at) =>
  String(new Date().getFullYear() - at),
)

/**
 * What a word may be given: what our lists propose, then the answers of the question (or the one that the column ticks), then states.
 * A word that our lists know as a place is offered those places alone: the list of all is long.
 */
export function choicesOf(to: string, proposed: readonly string[]): readonly string[] {
  const question = codesOf(to)
  if (!question) return proposed
  const [id, code] = to.split('=')
  const all =
    question.type === 'date_precision' ? YEARS : question.list !== null && proposed.length > 0 ? [] : answerCodes(id as QuestionId).codes
  const own = code === undefined ? all.filter((one) => !question.codes.some((entry) => entry.code === one && entry.importOnly)) : [code]
  return [...new Set([...proposed, ...own, ...(question.reserved ? RESERVED.map((one) => one.code) : []), ''])]
}
