/** What one column of a partner's table is, by its heading alone: a question, an identifier to drop, a proposal, or unknown. */
import type { IdentifierDetector } from '../../identifiers/detect.ts'
import { suspectHeading } from '../../identifiers/headings.ts'
import { kindOfHeading } from '../../identifiers/identifier-kinds.ts'
import { QUESTIONS, type QuestionId, questionById } from '../../questionnaire/index.ts'
import { refuseFile, tidyCell } from '../file-reader.ts'
import { type HtcdsFate, htcdsColumn } from '../published/htcds-fields.ts'
import type { Heading } from './heading.ts'
import { type ColumnTarget, decisionFor, type Mapping, restFor, targetOf } from './mapping.ts'
import type { PlannedColumn } from './planned-columns.ts'
import { foldWord, suggestQuestion } from './suggest.ts'

/** What the heading says of a column; its words are looked at afterwards. */
export type PlannedHeading = Omit<PlannedColumn, 'words' | 'unlisted' | 'keys'>

/**
 * @throws ProblemError `invalid-file` where code and label of a column of the standard disagree about whether it names an identifier
 */
export function planHeading(heading: Heading, at: number, mapping: Mapping, detector: IdentifierDetector): PlannedHeading {
  const text = tidyCell(heading.cells[at] ?? '')
  const column = (fate: PlannedHeading['fate'], rest: Partial<PlannedHeading> = {}): PlannedHeading => ({
    position: at + 1,
    fate,
    target: null,
    kind: null,
    part: null,
    rest: rest.target ? restFor(mapping, text, rest.target.question) : null,
    numbered: false,
    ...rest,
  })
  const decision = decisionFor(mapping, text)
  if (decision) {
    const target = targetOf(decision.to)
    return target ? column('mapped', { target, numbered: decision.keys === 'number' }) : column('left_out')
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

const withoutBrackets = (text: string) => text.replace(/[（(［[][^（(［[）)］\]]*[）)］\]]/g, '')

/** Our id, or our own words for the question. */
function isOurName(text: string, id: QuestionId): boolean {
  const question = questionById(id)
  return question !== undefined && [question.id, question.en, question.ja].some((name) => foldWord(name) === foldWord(text))
}

function standardColumn(
  fate: HtcdsFate,
  column: (fate: PlannedHeading['fate'], rest?: Partial<PlannedHeading>) => PlannedHeading,
): PlannedHeading {
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
