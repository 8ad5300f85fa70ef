/**
 * Lists as partners keep them, changed at random in the ways that spreadsheets, people and programs change them, and written as text. The cells that
 * hold something are counted here, from the list itself, before anything reads it.
 */
import { encode } from './encode.ts'

type Chance = () => number
type List = string[][]

const pick = <T>(chance: Chance, of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T

/** What cells turn into. Nobody in them exists. */
const ODD = [
  '', ' ', '\u3000', '\u00A0', '=', '=0', '=A1+B2', '#N/A', '#REF!', '-', '--', 'ー', '?', 'NA', 'n/a', 'nil', 'なし', '該当なし', 'ไม่ทราบ', 'no sabe', '99', '999', '9999',
  'DK', 'NR', '2019.0', '31/02/2019', 'R3.7.1', '5/1/2019 14:03:22', 'TH;PH', ';', 'TH, PH', 'x', '1', '0', 'はい', 'ζ', 'ζ'.repeat(300), '例田 花子', '090-0000-1234',
  'rin@example.test', 'a "quoted" word', 'two\nlines', '\u200Bhidden', "'24", '24 yrs', '２４', '30代', '150万円', 'K-0007', 'Total', '合計', '※注', '\uFFFD',
] // biome-ignore format: a list to be read across

const TITLES = ['List of cases (confidential)', '相談一覧', 'sheet1', 'updated 3 March 2024']
const FOOTERS = [['Total', '', '3'], ['合計'], ['Source: office list'], ['※未整理'], ['作成者：例田'], ['#meta+id', '#date+year']]
const HEADINGS = ['No.', 'Year', '国籍', 'Sex', '氏名', 'Notes', 'ζ', '', 'partner_case_key', 'gender', 'Age', '電話']

interface Change {
  readonly name: string
  readonly of: (list: List, chance: Chance) => void
}

const rowOf = (list: List, chance: Chance) => Math.floor(chance() * list.length)
const columnOf = (list: List, chance: Chance) => Math.floor(chance() * Math.max(1, ...list.map((row) => row.length)))

const CHANGES: readonly Change[] = [
  { name: 'a cell is something else', of: (list, chance) => setCell(list, chance, pick(chance, ODD)) },
  { name: 'many cells are something else', of: (list, chance) => times(chance, 6, () => setCell(list, chance, pick(chance, ODD))) },
  { name: 'a title above', of: (list, chance) => void list.unshift([pick(chance, TITLES)]) },
  { name: 'a blank row', of: (list, chance) => void list.splice(rowOf(list, chance), 0, ['']) },
  { name: 'a line below', of: (list, chance) => void list.push([...pick(chance, FOOTERS)]) },
  { name: 'a line of tags below the heading', of: (list) => void list.splice(1, 0, ['#meta+id', '#date+year', '#affected+sex']) },
  { name: 'a heading is another', of: (list, chance) => setIn(list, 0, columnOf(list, chance), pick(chance, HEADINGS)) },
  { name: 'a column twice', of: (list, chance) => eachRow(list, columnOf(list, chance), (row, at) => void row.push(row[at] ?? '')) },
  { name: 'a column less', of: (list, chance) => eachRow(list, columnOf(list, chance), (row, at) => void row.splice(at, 1)) },
  { name: 'two columns change places', of: (list, chance) => swapColumns(list, columnOf(list, chance), columnOf(list, chance)) },
  { name: 'a row twice', of: (list, chance) => void list.push([...(list[rowOf(list, chance)] as string[])]) },
  { name: 'a short row', of: (list, chance) => void (list[rowOf(list, chance)] as string[]).pop() },
  { name: 'a long row', of: (list, chance) => void (list[rowOf(list, chance)] as string[]).push(pick(chance, ODD)) },
  { name: 'empty columns at the end', of: (list, chance) => eachRow(list, 0, (row) => times(chance, 4, () => void row.push(''))) },
  { name: 'no rows', of: (list) => void list.splice(1) },
]

function setIn(list: List, row: number, column: number, text: string): void {
  const cells = list[row] as string[]
  while (cells.length <= column) cells.push('')
  cells[column] = text
}
const setCell = (list: List, chance: Chance, text: string) => setIn(list, rowOf(list, chance), columnOf(list, chance), text)
const times = (chance: Chance, most: number, act: () => void) => {
  for (let left = Math.floor(chance() * most); left >= 0; left--) act()
}
const eachRow = (list: List, column: number, act: (row: string[], column: number) => void) => {
  for (const row of list) act(row, column)
}
function swapColumns(list: List, one: number, other: number): void {
  eachRow(list, one, (row) => {
    const [first = '', second = ''] = [row[one], row[other]]
    if (one < row.length) row[one] = second
    if (other < row.length) row[other] = first
  })
}

export interface MutantFile {
  readonly bytes: Uint8Array
  readonly name: string
  /** Cells that hold something, the line that names the delimiter not among them. */
  readonly cells: number
  /** To find it again. */
  readonly changes: readonly string[]
}

const holds = (text: string): boolean => text.normalize('NFKC').trim() !== ''

/** A list after one to four changes. */
export function changedList(
  from: readonly (readonly string[])[],
  chance: Chance,
): { readonly list: List; readonly changes: readonly string[] } {
  const list = from.map((row) => [...row])
  const changes: string[] = []
  times(chance, 4, () => {
    const change = pick(chance, CHANGES)
    changes.push(change.name)
    change.of(list, chance)
    if (list.length === 0) list.push([''])
  })
  return { list, changes }
}

export const cellsOf = (list: readonly (readonly string[])[]): number => list.reduce((sum, row) => sum + row.filter(holds).length, 0)

/** The list as text, with a delimiter, an encoding and ends of lines drawn by chance. */
export function textMutant(from: readonly (readonly string[])[], chance: Chance): MutantFile {
  const { list, changes } = changedList(from, chance)
  const delimiter = pick(chance, [',', ',', ',', ';', '\t', '|'])
  const always = chance() < 0.1
  const quoted = (cell: string) => (always || /["\n\r,;|\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const end = pick(chance, ['\n', '\r\n'])
  const first = delimiter !== '\t' && chance() < 0.1 ? `sep=${delimiter}${end}` : ''
  const text = first + list.map((row) => row.map(quoted).join(delimiter)).join(end) + (chance() < 0.5 ? end : '')
  const encoding = pick(chance, ['utf-8', 'utf-8', 'utf-8', 'utf-16le'] as const)
  const mark = encoding === 'utf-16le' || chance() < 0.3
  return {
    bytes: encode(text, encoding, mark),
    name: delimiter === '\t' ? 'list.tsv' : 'list.csv',
    cells: cellsOf(list),
    changes: [...changes, delimiter, encoding, ...(first ? ['sep='] : [])],
  }
}
