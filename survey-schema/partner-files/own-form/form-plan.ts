/** An export of our own form as a plan: its columns are known, so only words that are no answer of the form wait for the partner. */
import type { IdentifierDetector } from '../../identifiers/detect.ts'
import { questionById } from '../../questionnaire/index.ts'
import type { Headed } from '../file-kind.ts'
import { knownDecisions } from '../plan/known-columns.ts'
import type { Mapping } from '../plan/mapping.ts'
import type { PlannedHeading } from '../plan/plan-heading.ts'
import { countWords } from '../plan/plan-words.ts'
import type { ColumnPlan, PlannedColumn } from '../plan/planned-columns.ts'
import { proposalOf } from '../plan/proposal.ts'
import type { FileRow } from '../texts/delimited.ts'
import { codeOf, formColumnName } from './form-headings.ts'
import { answerOf, placeForm } from './form-row.ts'

/** @throws ProblemError `invalid-file` as `placeForm` */
export function planForm(
  { heading, data }: Headed,
  detector: IdentifierDetector,
  mapping: Mapping,
  leaveOut: readonly number[] = [],
): ColumnPlan {
  const known = knownDecisions(heading.cells, formColumnName, mapping, leaveOut)
  const placed = placeForm(heading.cells, null, known.leaveOut)
  const names = new Map([...placed.at].map(([name, index]) => [index, name]))
  const columns = heading.cells.map((_, at): PlannedHeading => {
    const name = names.get(at)
    const question = name === undefined ? undefined : questionById(name)
    const tick = placed.ticks.find(({ index }) => index === at)
    const dropped = placed.dropped.find(({ position }) => position === at + 1)
    return {
      position: at + 1,
      fate: dropped ? 'dropped' : name !== undefined || tick ? 'mapped' : 'left_out',
      target: question ? { question: question.id } : null,
      kind: dropped?.kind ?? null,
      rest: (question && known.rest.get(question.id)) ?? null,
      numbered: false,
      part: question ? null : (name ?? tick?.name ?? null),
    }
  })
  const counted = countWords(columns, inCodes(data(), names), {
    decided: known.decided,
    detector,
    declared: (id, word) => {
      const code = codeOf(id, word)
      return code === null ? undefined : [code]
    },
  })
  const planned = columns.map((column, at) => ({ ...column, ...counted.byColumn[at] }) as PlannedColumn)
  const unlistedWords = counted.unlisted.flatMap((words, at) => [...words.values()].map((word) => ({ position: at + 1, ...word })))
  return {
    standard: null,
    headingRow: heading.row,
    firstRow: heading.row + 1,
    columns: planned,
    wholeFile: [],
    mayHold: [],
    rows: counted.rows,
    unlistedWords,
    proposal: proposalOf(heading.cells, planned, mapping, [], unlistedWords),
  }
}

/** Labels of answers as their codes, as the reader takes them. */
function* inCodes(rows: Iterable<FileRow>, names: ReadonlyMap<number, string>): Generator<FileRow> {
  for (const row of rows)
    yield { ...row, cells: row.cells.map((cell, at) => (names.has(at) ? answerOf(names.get(at) as string, cell.trim()) : cell)) }
}
