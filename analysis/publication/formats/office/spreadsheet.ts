/**
 * Sheets as an XLSX workbook (ECMA-376): a number is a number and everything else is text, so nothing is taken for a formula or a
 * date; there is no author, no clock and no hidden sheet, and the same rows give the same bytes.
 */
import { element, type Xml, xmlDocument } from '../../../../survey-schema/forms/xml.ts'
import { archive } from '../archive.ts'

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export interface Sheet {
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

/** Cell formats by place in the style sheet. */
export const STYLES = {
  text: 0,
  heading: 1,
  title: 2,
  head: 3,
  label: 4,
  figure: 5,
  atLeast: 6,
  token: 7,
  share: 8,
  small: 9,
  plain: 10,
} as const
export type SheetStyle = keyof typeof STYLES

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const PART = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const WIDTH = { least: 10, most: 60 }

export function spreadsheet(sheets: readonly Sheet[], title: string | null = null): Uint8Array {
  const parts: readonly (readonly [string, Xml])[] = [
    ['[Content_Types].xml', contentTypes(sheets.length, title !== null)],
    [
      '_rels/.rels',
      relationships([
        ['rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml'],
        ...(title === null ? [] : [['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'] as const]),
      ]),
    ],
    ...(title === null ? [] : [['docProps/core.xml', coreProperties(printable(title))] as const]),
    ['xl/workbook.xml', workbookPart(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map((_, at) => [`rId${at + 1}`, `${OFFICE}/worksheet`, `worksheets/sheet${at + 1}.xml`] as const),
        [`rId${sheets.length + 1}`, `${OFFICE}/styles`, 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', STYLE_SHEET],
    ...sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, worksheet(sheet)] as const),
  ]
  return archive(new Map(parts.map(([path, xml]) => [path, xmlDocument(xml)])))
}

const workbookPart = (sheets: readonly Sheet[]) =>
  element(
    'workbook',
    { xmlns: MAIN, 'xmlns:r': OFFICE },
    element(
      'sheets',
      {},
      sheets.map(({ name }, at) => element('sheet', { name, sheetId: at + 1, 'r:id': `rId${at + 1}` })),
    ),
    ...(sheets.some(({ print }) => print?.headRow)
      ? [
          element(
            'definedNames',
            {},
            sheets.flatMap(({ name, print }, at) =>
              print?.headRow
                ? [
                    element(
                      'definedName',
                      { name: '_xlnm.Print_Titles', localSheetId: at },
                      `'${name.replaceAll("'", "''")}'!$${print.headRow}:$${print.headRow}`,
                    ),
                  ]
                : [],
            ),
          ),
        ]
      : []),
  )

/** The title and nothing about whoever or whatever made the file. */
export const coreProperties = (title: string): Xml =>
  element(
    'cp:coreProperties',
    { 'xmlns:cp': `${PACKAGE}/metadata/core-properties`, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    element('dc:title', {}, title),
  )

const contentTypes = (sheets: number, titled: boolean): Xml =>
  element(
    'Types',
    { xmlns: `${PACKAGE}/content-types` },
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    override('/xl/workbook.xml', `${PART}.sheet.main+xml`),
    override('/xl/styles.xml', `${PART}.styles+xml`),
    ...(titled ? [override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')] : []),
    Array.from({ length: sheets }, (_, at) => override(`/xl/worksheets/sheet${at + 1}.xml`, `${PART}.worksheet+xml`)),
  )

const override = (PartName: string, ContentType: string) => element('Override', { PartName, ContentType })

export const relationships = (targets: readonly (readonly [id: string, type: string, target: string, mode?: 'External'])[]): Xml =>
  element(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    targets.map(([Id, Type, Target, TargetMode]) => element('Relationship', { Id, Type, Target, TargetMode })),
  )

const font = (size: number, bold = false, colour?: string) =>
  element(
    'font',
    {},
    ...(bold ? [element('b', {})] : []),
    element('sz', { val: size }),
    ...(colour ? [element('color', { rgb: colour })] : []),
    element('name', { val: 'BIZ UDPGothic' }),
    element('family', { val: 2 }),
  )
const solid = (rgb: string) =>
  element('fill', {}, element('patternFill', { patternType: 'solid' }, element('fgColor', { rgb }), element('bgColor', { indexed: 64 })))
const edge = (name: string, style: string) => element(name, { style }, element('color', { rgb: 'FF6F7880' }))
const none = (name: string) => element(name, {})
const format = (numFmtId: number, fontId: number, fillId: number, borderId: number, alignment: Record<string, string | number>) =>
  element(
    'xf',
    { numFmtId, fontId, fillId, borderId, xfId: 0, applyNumberFormat: 1, applyFont: 1, applyFill: 1, applyBorder: 1, applyAlignment: 1 },
    element('alignment', alignment),
  )
const TOP = { vertical: 'top', wrapText: 1 }
const RIGHT = { vertical: 'top', horizontal: 'right' }

/** 164: a sum of which a part is withheld reads `≥34` and is the number 34. */
const STYLE_SHEET: Xml = element(
  'styleSheet',
  { xmlns: MAIN },
  element('numFmts', { count: 1 }, element('numFmt', { numFmtId: 164, formatCode: '"≥"#,##0' })),
  element('fonts', { count: 4 }, font(11), font(11, true), font(14, true), font(9, false, 'FF4F5A62')),
  element(
    'fills',
    { count: 3 },
    element('fill', {}, element('patternFill', { patternType: 'none' })),
    element('fill', {}, element('patternFill', { patternType: 'gray125' })),
    solid('FFEEF1F3'),
  ),
  element(
    'borders',
    { count: 3 },
    element('border', {}, none('left'), none('right'), none('top'), none('bottom'), none('diagonal')),
    element('border', {}, none('left'), none('right'), edge('top', 'medium'), edge('bottom', 'thin'), none('diagonal')),
    element('border', {}, none('left'), none('right'), none('top'), edge('bottom', 'hair'), none('diagonal')),
  ),
  element('cellStyleXfs', { count: 1 }, element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
  element(
    'cellXfs',
    { count: Object.keys(STYLES).length },
    format(0, 0, 0, 0, TOP),
    format(0, 1, 0, 0, { vertical: 'top' }),
    format(0, 2, 0, 0, { vertical: 'top' }),
    format(0, 1, 2, 1, TOP),
    format(0, 0, 0, 2, TOP),
    format(3, 0, 0, 2, RIGHT),
    format(164, 0, 0, 2, RIGHT),
    format(0, 0, 0, 2, { ...RIGHT, wrapText: 1 }),
    format(0, 0, 0, 2, RIGHT),
    format(0, 3, 0, 0, { vertical: 'top' }),
    format(0, 0, 0, 0, { vertical: 'top' }),
  ),
)

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

const worksheet = ({ rows, frozen, widths, print }: Sheet): Xml => {
  const across = widths ?? widthsOf(rows)
  return element(
    'worksheet',
    { xmlns: MAIN },
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
          cells.flatMap((cell, column) => (cell === null || cell === '' ? [] : [written(cell, row, column)])),
        ),
      ),
    ),
    ...(print ? [element('pageSetup', { paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 })] : []),
  )
}

function written(cell: Exclude<SheetCell, null>, row: number, column: number): Xml {
  const { value, style } = typeof cell === 'string' ? { value: cell, style: 'text' as const } : cell
  const place = { r: `${letters(column + 1)}${row + 1}`, s: STYLES[style] }
  if (typeof value === 'number') return element('c', place, element('v', {}, String(value)))
  return element('c', { ...place, t: 'inlineStr' }, element('is', {}, element('t', { 'xml:space': 'preserve' }, printable(value))))
}

/** XML 1.0 has no place for control characters and lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
export const printable = (text: string) => text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')

const widthsOf = (rows: Sheet['rows']): readonly number[] =>
  (rows[0] ?? []).map((_, column) => {
    const longest = rows.reduce((most, cells) => {
      const cell = cells[column] ?? ''
      return Math.max(most, acrossOf(typeof cell === 'string' ? cell : String(cell.value)))
    }, 0)
    return Math.min(WIDTH.most, Math.max(WIDTH.least, longest + 2))
  })

/** A kanji is as wide as two letters. */
export const acrossOf = (text: string) => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)

/** 1 is A, 27 is AA. */
const letters = (column: number): string =>
  column > 26 ? `${letters(Math.floor((column - 1) / 26))}${letters(((column - 1) % 26) + 1)}` : String.fromCharCode(64 + column)
