/** What the partner is asked about a file, and what becomes of the answers. Nothing is used without a yes. */

import { LEAVE_OUT, MAPPING_SCHEMA, type MappedColumn, type Mapping } from '../../survey-schema/partner-files/mapping-shape.ts'
import type { PlannedColumn, ProposedWord } from '../../survey-schema/partner-files/planned-columns.ts'
import { questionById } from '../../survey-schema/questionnaire/index.ts'
import type { Planned } from './reading-messages.ts'

export interface ColumnDecision {
  readonly position: number
  readonly heading: string
  /** An id of ours, `id=code`, or `leave out`. */
  readonly to: string
  readonly yes: boolean
  /** Without a yes the file cannot be read; where it is false, only the rows with its words cannot. */
  readonly needed: boolean
  /** The kind of identifier that the heading seems to announce. */
  readonly kind: string | null
  readonly words: readonly ProposedWord[]
  /** The code chosen for each word; empty where none is. */
  readonly codes: Readonly<Record<string, string>>
  readonly unlisted: number
}

export interface OpenDecisions {
  readonly columns: readonly ColumnDecision[]
  /** Positions of columns of our own CSV that no question has, with the yes to leave them out. */
  readonly unknownColumns: readonly { readonly position: number; readonly heading: string; readonly yes: boolean }[]
  readonly whole: Readonly<Record<string, string>>
}

const isOpen = ({ fate, words }: PlannedColumn) => fate === 'proposed' || fate === 'unknown' || words.length > 0

const nameOf = (target: NonNullable<PlannedColumn['target']>) =>
  target.code === undefined ? target.question : `${target.question}=${target.code}`

/** What waits for the partner. */
export function openDecisions({ plan, headings, unknownColumns }: Planned): OpenDecisions {
  return {
    columns: (plan?.columns ?? []).filter(isOpen).map(({ position, fate, target, kind, words, unlisted }) => ({
      position,
      heading: (headings[position - 1] ?? '').normalize('NFKC').trim(),
      to: target ? nameOf(target) : LEAVE_OUT,
      yes: false,
      needed: fate !== 'mapped',
      kind,
      words,
      codes: Object.fromEntries(words.map(({ word, codes }) => [word, codes.length === 1 ? (codes[0] as string) : ''])),
      unlisted: unlisted.cells,
    })),
    unknownColumns: unknownColumns.map((position) => ({ position, heading: headings[position - 1] ?? '', yes: false })),
    whole: Object.fromEntries((plan?.wholeFile ?? []).map((id) => [id, ''])),
  }
}

export const nothingOpen = ({ columns, unknownColumns, whole }: OpenDecisions) =>
  columns.length === 0 && unknownColumns.length === 0 && Object.keys(whole).length === 0

/** Whether the file can be read with these: words may stay open, their rows are refused then. */
export const complete = ({ columns, unknownColumns, whole }: OpenDecisions) =>
  columns.every(({ yes, needed }) => yes || !needed) &&
  unknownColumns.every(({ yes }) => yes) &&
  Object.values(whole).every((answer) => answer !== '')

/** The decisions before, and these with a yes. */
export function decided(before: Mapping, { columns, whole }: OpenDecisions): Mapping {
  const now = columns.filter(({ yes }) => yes)
  const isNow = (heading: string) => now.some((column) => column.heading === heading)
  return {
    schema: MAPPING_SCHEMA,
    whole: { ...before.whole, ...whole },
    columns: [
      ...before.columns.filter(({ heading }) => !isNow(heading)),
      ...now.map(({ heading, to, codes }): MappedColumn => {
        const earlier = before.columns.find((column) => column.heading === heading && column.to === to)?.values
        const values = {
          ...earlier,
          ...Object.fromEntries(Object.entries(to === LEAVE_OUT ? {} : codes).filter(([, code]) => code !== '')),
        }
        return { heading, to, yes: true, ...(Object.keys(values).length > 0 ? { values } : {}) }
      }),
    ],
  }
}

/** Codes that a word may be given for a question. */
export const codesOf = (to: string) => questionById(to.split('=')[0] ?? '')
