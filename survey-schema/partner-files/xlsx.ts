/**
 * Rows of a workbook, read as a stream from its XML. As much of SpreadsheetML (ECMA-376, Part 1) as tables of cases need:
 * shared and inline texts without their readings in kana, numbers, dates, truth values. Formulas count by their last value.
 */
import type { FileRow } from './delimited.ts'
import { refuseFile } from './file-reader.ts'
import { asText, dateFormats, excelDate, textOf } from './xlsx-cells.ts'
import { type ElementText, elementsIn, elementsOf } from './xml-elements.ts'
import { UnpackBudget, unpacked, type ZipPart, zipParts } from './zip.ts'

export interface Sheet {
  /** From 1, in the order of the tabs. */
  readonly position: number
  readonly name: string
  readonly hidden: boolean
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
  /** Rows of one sheet, again from its start at every call. @throws ProblemError when it is broken or unpacks too far */
  rows(position: number): Generator<FileRow>
}

/** Longest run of XML without the end of a row or a text. */
const LONGEST_PIECE = 16 << 20
const MOST_COLUMNS = 2000
const DOCUMENT_TYPE = '<!DOCTYPE'

const attributes = new Map<string, RegExp>()

function attribute(text: string, name: string): string | undefined {
  let pattern = attributes.get(name)
  if (!pattern) {
    pattern = new RegExp(String.raw`(?:^|\s)(?:\w+:)?${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`)
    attributes.set(name, pattern)
  }
  const found = pattern.exec(text)
  return found ? (found[1] ?? found[2]) : undefined
}

/** @throws ProblemError `invalid-file` for what is no workbook */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const parts = zipParts(bytes)
  const budget = new UnpackBudget()
  const whole = (name: string): string => {
    const part = parts.get(name)
    if (!part) return ''
    let text = ''
    for (const piece of pieces(part, budget)) text += piece
    return text
  }
  const workbook = whole('xl/workbook.xml')
  if (!/<(?:\w+:)?workbook\b/.test(workbook)) throw refuseFile([{ pointer: '', rule: 'no_workbook' }])
  const targets = new Map(
    [...whole('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w{1,24}:)?Relationship\b([^<>]*)>/g)].map(([, opening = '']) => [
      attribute(opening, 'Id'),
      attribute(opening, 'Target') ?? '',
    ]),
  )
  const found = [...workbook.matchAll(/<(?:\w{1,24}:)?sheet\b([^<>]*)>/g)].map(([, opening = ''], index) => ({
    position: index + 1,
    name: textOf(attribute(opening, 'name') ?? ''),
    hidden: (attribute(opening, 'state') ?? 'visible') !== 'visible',
    part: parts.get(partName(targets.get(attribute(opening, 'id')) ?? '')),
  }))
  const is1904 = /date1904\s*=\s*["'](?:1|true)["']/.test(workbook)
  let shared: readonly string[] | undefined
  let dates: readonly boolean[] | undefined
  return {
    sheets: found.map(({ position, name, hidden }) => ({ position, name, hidden })),
    *rows(position) {
      const part = found[position - 1]?.part
      if (!part) throw refuseFile([{ pointer: '', rule: 'no_sheet' }])
      shared ??= sharedTexts(parts.get('xl/sharedStrings.xml'), budget)
      dates ??= dateFormats(whole('xl/styles.xml'))
      // A sheet may be looked into and then read: each reading has its own budget.
      yield* sheetRows(part, new UnpackBudget(), { shared, dates, is1904 })
    },
  }
}

const partName = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`)

function* pieces(part: ZipPart, budget: UnpackBudget): Generator<string> {
  const decoder = new TextDecoder('utf-8')
  for (const piece of unpacked(part, budget)) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}

function sharedTexts(part: ZipPart | undefined, budget: UnpackBudget): readonly string[] {
  const texts: string[] = []
  if (part) for (const { content } of elements(part, budget, 'si')) texts.push(asText(content))
  return texts
}

/** Elements of one kind, as they become whole. */
const elements = (part: ZipPart, budget: UnpackBudget, name: string): Generator<ElementText> =>
  elementsOf(plainPieces(part, budget), name, (length) => {
    if (length > LONGEST_PIECE) throw refuseFile([{ pointer: '', rule: 'too_large' }])
  })

/** @throws ProblemError where the part declares a document type, which may also be cut between two pieces */
function* plainPieces(part: ZipPart, budget: UnpackBudget): Generator<string> {
  let end = ''
  for (const piece of pieces(part, budget)) {
    if ((end + piece).includes(DOCUMENT_TYPE)) throw refuseFile([{ pointer: '', rule: 'broken_archive' }])
    end = piece.slice(-DOCUMENT_TYPE.length)
    yield piece
  }
}

interface SheetContext {
  readonly shared: readonly string[]
  /** By style of cell: whether its number is a date. */
  readonly dates: readonly boolean[]
  readonly is1904: boolean
}

function* sheetRows(part: ZipPart, budget: UnpackBudget, context: SheetContext): Generator<FileRow> {
  let row = 0
  for (const { opening, content } of elements(part, budget, 'row')) {
    row = Number(attribute(opening, 'r') ?? row + 1)
    const cells = cellsOf(content, row, context)
    if (cells.some((cell) => cell !== '')) yield { cells, row }
  }
}

function cellsOf(content: string, row: number, context: SheetContext): string[] {
  const cells: string[] = []
  let column = 0
  for (const { opening, content: inner } of elementsIn(content, 'c')) {
    const place = attribute(opening, 'r')
    column = place ? columnOf(place) : column + 1
    if (column > MOST_COLUMNS) throw refuseFile([{ pointer: `/rows/${row}`, rule: 'too_many_columns' }])
    while (cells.length < column) cells.push('')
    cells[column - 1] = cellText(opening, inner, context)
  }
  return cells
}

/** `AB12` is column 28. */
function columnOf(place: string): number {
  let column = 0
  for (const letter of (/^[a-z]{0,4}/i.exec(place)?.[0] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

function cellText(opening: string, inner: string, { shared, dates, is1904 }: SheetContext): string {
  const type = attribute(opening, 't') ?? 'n'
  if (type === 'inlineStr') return asText(inner)
  const value = textOf(elementsIn(inner, 'v').next().value?.content ?? '')
  switch (type) {
    case 's':
      return shared[Number(value)] ?? ''
    case 'b':
      return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : ''
    case 'e':
      // "#N/A" and the like say that a formula failed: nothing is known.
      return ''
    case 'n': {
      if (value === '' || !Number.isFinite(Number(value))) return value
      return dates[Number(attribute(opening, 's') ?? 0)] ? excelDate(Number(value), is1904) : String(Number(value))
    }
    default:
      return value
  }
}
