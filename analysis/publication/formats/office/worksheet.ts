/** One sheet of a workbook: rows of numbers and text, widths of columns and heights of rows. */
import { element, type Xml } from '../../../../survey-schema/forms/xml.ts'
import { type SheetStyle, SPREADSHEET, STYLES } from './sheet-styles.ts'
import { acrossOf, printable } from './xml-text.ts'

export interface Worksheet {
  /** At most 31 characters, none of `[]:*?/\` */
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  /** Rows above which nothing scrolls away. */
  readonly frozen: number
  /** Characters across; from the text where it is not given. */
  readonly widths?: readonly number[]
  /** Printed on one page across, lying. */
  readonly print?: { readonly headRow: number | null }
}

export type SheetCell = null | string | { readonly value: string | number; readonly style: SheetStyle }

/** Of a column, in characters. */
const WIDTH = { least: 10, most: 60 }

/** Styles whose text goes on in a next line; the others run over their neighbours. */
const WRAPPING: ReadonlySet<string> = new Set(['text', 'head', 'label', 'token'])
/** Of a line, in points. */
const LINE = 15

/** A row as high as its text needs, because not every program looks by itself. @param widths in characters */
function heightOf(cells: readonly SheetCell[], widths: readonly number[]): number {
  const lines = cells.map((cell, column) => {
    if (cell === null || (typeof cell === 'object' && (typeof cell.value === 'number' || !WRAPPING.has(cell.style)))) return 1
    const text = typeof cell === 'string' ? cell : String(cell.value)
    return text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(acrossOf(line) / Math.max(1, (widths[column] ?? WIDTH.least) - 2))), 0)
  })
  const title = cells.some((cell) => typeof cell === 'object' && cell?.style === 'title')
  return Math.max(1, ...lines) * LINE + (title ? 6 : 0)
}

export const worksheet = ({ rows, frozen, widths, print }: Worksheet): Xml => {
  const across = widths ?? widthsOf(rows)
  const columns = across.map((_, at) => letters(at + 1))
  const texts = new Map<string, string>()
  return element(
    'worksheet',
    { xmlns: SPREADSHEET },
    ...(print ? [element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 }))] : []),
    element(
      'sheetViews',
      {},
      element(
        'sheetView',
        { workbookViewId: 0 },
        ...(frozen > 0
          ? [element('pane', { ySplit: frozen, topLeftCell: `A${frozen + 1}`, activePane: 'bottomLeft', state: 'frozen' })]
          : []),
      ),
    ),
    element(
      'cols',
      {},
      across.map((width, at) => element('col', { min: at + 1, max: at + 1, width, customWidth: 1 })),
    ),
    element(
      'sheetData',
      {},
      rows.map((cells, row) =>
        element(
          'row',
          { r: row + 1, ht: heightOf(cells, across), customHeight: 1 },
          { xml: cells.map((cell, column) => written(cell, `${columns[column] ?? letters(column + 1)}${row + 1}`, texts)).join('') },
        ),
      ),
    ),
    ...(print ? [element('pageSetup', { paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 })] : []),
  )
}

/** Written by itself, and each text once: a sheet of all cells of a book has a hundred thousand of them. */
function written(cell: SheetCell, place: string, texts: Map<string, string>): string {
  if (cell === null || cell === '') return ''
  const { value, style } = typeof cell === 'string' ? { value: cell, style: 'text' as const } : cell
  if (typeof value === 'number') return `<c r="${place}" s="${STYLES[style]}"><v>${value}</v></c>`
  let text = texts.get(value)
  if (text === undefined) {
    text = element('is', {}, element('t', { 'xml:space': 'preserve' }, printable(value))).xml
    texts.set(value, text)
  }
  return `<c r="${place}" s="${STYLES[style]}" t="inlineStr">${text}</c>`
}

const widthsOf = (rows: Worksheet['rows']): readonly number[] =>
  (rows[0] ?? []).map((_, column) => {
    const longest = rows.reduce((most, cells) => {
      const cell = cells[column] ?? ''
      return Math.max(most, acrossOf(typeof cell === 'string' ? cell : String(cell.value)))
    }, 0)
    return Math.min(WIDTH.most, Math.max(WIDTH.least, longest + 2))
  })

/** 1 is A, 27 is AA. */
const letters = (column: number): string =>
  column > 26 ? `${letters(Math.floor((column - 1) / 26))}${letters(((column - 1) % 26) + 1)}` : String.fromCharCode(64 + column)
