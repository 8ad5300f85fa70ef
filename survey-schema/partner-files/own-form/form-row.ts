/** One row of an exported form as names of the form with what was answered: of the case itself, or of a row that repeats. */
import { type Issue, ProblemError } from '../../problem.ts'
import { questionById } from '../../questionnaire/index.ts'
import { type Group, isUnanswered } from '../../questionnaire/question.ts'
import { type CellTally, isBlank } from '../cell-fates.ts'
import { checkRow, countUnread, type Placed, refuseFile, type SeenCells, tidyCell } from '../file-reader.ts'
import type { KnownWords } from '../plan/known-columns.ts'
import { foldWord, suggest } from '../plan/suggest.ts'
import { codeOf, formColumn, formNames } from './form-headings.ts'

export interface PlacedForm extends Placed {
  /** Columns that hold one answer of several. */
  readonly ticks: readonly { readonly index: number; readonly name: string; readonly code: string }[]
}

/**
 * Where the columns of the form stand. What the tool added is dropped by name; an unknown column waits for "leave out".
 * @param group of the rows; null for the case itself
 * @throws ProblemError `invalid-file`
 */
export function placeForm(cells: readonly string[], group: Group | null, leaveOut: readonly number[]): PlacedForm {
  const at = new Map<string, number>()
  const ticks: { index: number; name: string; code: string }[] = []
  const dropped: { position: number; kind: string }[] = []
  const unknown: number[] = []
  const unheaded: number[] = []
  const issues: Issue[] = []
  cells.forEach((cell, index) => {
    const column = formColumn(cell)
    const position = index + 1
    const ours = (column.is === 'answer' || column.is === 'tick') && groupOf(column.name) === group
    if (leaveOut.includes(position)) unknown.push(position)
    else if (ours && column.is === 'tick') ticks.push({ index, name: column.name, code: column.code })
    else if (ours) {
      if (at.has(column.name)) issues.push({ pointer: `/columns/${column.name}`, rule: 'duplicate_column' })
      at.set(column.name, index)
    } else if (column.is === 'dropped') dropped.push({ position, kind: column.kind })
    else if (tidyCell(cell) === '' || column.is === 'note') unheaded.push(index)
    else issues.push({ pointer: `/columns/${position}`, rule: 'unknown_column' })
  })
  for (const position of leaveOut) if (position > cells.length) issues.push({ pointer: `/columns/${position}`, rule: 'no_such_column' })
  if (issues.length > 0) throw refuseFile(issues)
  return { at, ticks, dropped, unknown, unheaded, width: cells.length }
}

/** The group of a question, or of the state beside it. */
const groupOf = (name: string): Group | null => questionById(name)?.group ?? null

/** Counts the cells of a row that was read: what the tool added, what is left out, answers and states. @param found as `rowOfForm` gives it */
export function countForm(cells: readonly string[], placed: PlacedForm, found: ReadonlyMap<string, string>, fates: CellTally): void {
  countUnread(cells, placed, fates)
  for (const { index } of placed.ticks) if (!isBlank(cells[index] ?? '')) fates.answers++
  for (const [name, index] of placed.at) {
    if (isBlank(cells[index] ?? '')) continue
    const answer = found.get(name)
    if (answer === undefined) fates.leftOut++
    else if (isUnanswered(answer)) fates.gaps++
    else fates.answers++
  }
}

/**
 * Answers by name; several of them with blanks between.
 * @param words null for rows that repeat: a word in them is judged with its case
 * @throws ProblemError `invalid-file` with the row, `invalid-submission` for a word that waits
 */
export function rowOfForm(
  cells: readonly string[],
  placed: PlacedForm,
  rowNumber: number,
  { faults, shown }: SeenCells = {},
  words: KnownWords | null = null,
): ReadonlyMap<string, string> {
  checkRow(cells, placed, rowNumber, faults)
  const found = new Map<string, string>()
  for (const [name, index] of placed.at) {
    const text = tidyCell((questionById(name)?.type === 'text' ? shown?.get(index) : undefined) ?? (cells[index] as string))
    const answer = text === '' ? '' : words ? decidedAnswer(name, answerOf(name, text), words) : answerOf(name, text)
    if (answer !== '') found.set(name, answer)
  }
  for (const name of new Set(placed.ticks.map((tick) => tick.name))) {
    const ticked = tickedIn(cells, placed, name, rowNumber)
    const joined = found.get(name)
    if (ticked === null || (ticked.length === 0 && joined === undefined)) continue
    // The columns of one answer each and the column of all of them say the same twice.
    if (placed.at.has(name) && !sameCodes(joined ?? '', ticked))
      throw refuseFile([{ pointer: `/rows/${rowNumber}/${name}`, rule: 'columns_disagree' }])
    found.set(name, ticked.join(' '))
  }
  return found
}

const sameCodes = (joined: string, ticked: readonly string[]): boolean => {
  const codes = new Set(joined.split(' ').filter((code) => code !== ''))
  return codes.size === new Set(ticked).size && ticked.every((code) => codes.has(code))
}

/** Codes of the ticked columns; null where no column of the question says anything. */
function tickedIn(cells: readonly string[], { ticks }: PlacedForm, question: string, rowNumber: number): readonly string[] | null {
  const ticked: string[] = []
  let said = false
  for (const { index, name, code } of ticks) {
    const cell = tidyCell(cells[index] as string)
    if (name !== question || cell === '') continue
    said = true
    if (/^(?:1(?:\.0)?|true|yes|x)$/i.test(cell)) ticked.push(code)
    else if (!/^(?:0(?:\.0)?|false|no)$/i.test(cell)) throw refuseFile([{ pointer: `/rows/${rowNumber}/${name}`, rule: 'invalid_code' }])
  }
  return said ? ticked : null
}

/**
 * Words that are no answer of the form, as the partner decided about them; one that could be an answer and was not decided waits.
 * @throws ProblemError `invalid-submission` with `undecided_word`
 */
function decidedAnswer(name: string, answer: string, { decided, rest }: KnownWords): string {
  const question = questionById(name)
  if (!question || question.type === 'text' || question.type === 'date_precision') return answer
  const own = decided.get(question.id)
  const several = question.type === 'multiple' && own?.has(foldWord(answer)) !== true
  const words = several ? answer.split(' ') : [answer]
  const meanings = words.map((word) => (codeOf(name, word) === word ? [word] : own?.get(foldWord(word))))
  if (meanings.every((codes) => codes !== undefined)) return meanings.flat().join(' ')
  // As in a list: what is said of all other words is said of the whole answer.
  const other = rest.get(question.id)
  if (other !== undefined) return other
  if (words.some((word, at) => meanings[at] === undefined && suggest(question.id, word).length > 0))
    throw new ProblemError('invalid-submission', [{ pointer: `/answers/${name}`, rule: 'undecided_word' }])
  return words.flatMap((word, at) => meanings[at] ?? [word]).join(' ')
}

/** Words of an answer become its code where only one answer has them; anything else stays, to be decided or refused. */
export function answerOf(name: string, text: string): string {
  switch (formNames().questions.get(name)?.control) {
    case 'one':
      return codeOf(name, text) ?? text
    case 'several':
      return (codesIn(name, text.split(/\s+/)) ?? [text.replace(/\s+/g, ' ')]).join(' ')
    default:
      return text
  }
}

/** Most words of one answer's label. */
const LONGEST_LABEL = 30

/** Codes or labels that stand side by side with blanks between; null where they can be read in no way, or in several. */
function codesIn(name: string, words: readonly string[]): readonly string[] | null {
  if (words.every((word) => codeOf(name, word) === word)) return words
  // From the end: in how many ways the rest can be read, and one of them.
  const rest: { ways: number; codes: readonly string[] }[] = Array.from({ length: words.length + 1 }, () => ({ ways: 0, codes: [] }))
  rest[words.length] = { ways: 1, codes: [] }
  for (let from = words.length - 1; from >= 0; from--) {
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_LABEL); to++) {
      const behind = rest[to] as { ways: number; codes: readonly string[] }
      const code = behind.ways > 0 ? codeOf(name, words.slice(from, to).join(' ')) : null
      if (code === null) continue
      rest[from] = { ways: Math.min(2, (rest[from]?.ways ?? 0) + behind.ways), codes: [code, ...behind.codes] }
    }
  }
  return rest[0]?.ways === 1 ? rest[0].codes : null
}
