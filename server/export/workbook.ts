/**
 * Sheets of text as an XLSX workbook (ECMA-376). Every cell is text, so nothing is taken for a formula or a date; there is no
 * author and no clock, and the same rows give the same bytes.
 */
import { strToU8, zipSync } from 'fflate'
import type { SheetOfText } from '../../survey-schema/faces/xls-form.ts'
import { element, type Xml, xmlDocument } from '../../survey-schema/faces/xml.ts'

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const PART = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The earliest that a ZIP entry can say; the parts of the date are taken as local, so every time zone writes the same. */
const NO_TIME = new Date(1980, 0, 1)
/** Characters across; long texts wrap. */
const WIDTH = { least: 10, most: 60 }

export function workbook(sheets: readonly SheetOfText[]): Uint8Array {
  const parts: Readonly<Record<string, Xml>> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': element(
      'workbook',
      { xmlns: MAIN, 'xmlns:r': OFFICE },
      element(
        'sheets',
        {},
        sheets.map(({ name }, at) => element('sheet', { name, sheetId: at + 1, 'r:id': `rId${at + 1}` })),
      ),
    ),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      [`rId${sheets.length + 1}`, 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, worksheet(sheet)])),
  }
  const files = Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xmlDocument(xml))]))
  return zipSync(files, { level: 9, mtime: NO_TIME })
}

const contentTypes = (sheets: number): Xml =>
  element(
    'Types',
    { xmlns: `${PACKAGE}/content-types` },
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    override('/xl/workbook.xml', 'sheet.main'),
    override('/xl/styles.xml', 'styles'),
    Array.from({ length: sheets }, (_, at) => override(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet')),
  )

const override = (PartName: string, kind: string) => element('Override', { PartName, ContentType: `${PART}.${kind}+xml` })

const relationships = (targets: readonly (readonly [id: string, kind: string, target: string])[]): Xml =>
  element(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    targets.map(([Id, kind, Target]) => element('Relationship', { Id, Type: `${OFFICE}/${kind}`, Target })),
  )

/** Style 0 wraps and stands at the top, style 1 is the heading. */
const STYLES: Xml = element(
  'styleSheet',
  { xmlns: MAIN },
  element(
    'fonts',
    { count: 2 },
    element('font', {}, element('sz', { val: 11 })),
    element('font', {}, element('b', {}), element('sz', { val: 11 })),
  ),
  element('fills', { count: 1 }, element('fill', {}, element('patternFill', { patternType: 'none' }))),
  element('borders', { count: 1 }, element('border', {})),
  element('cellStyleXfs', { count: 1 }, element('xf', {})),
  element(
    'cellXfs',
    { count: 2 },
    element('xf', { applyAlignment: 1 }, element('alignment', { vertical: 'top', wrapText: 1 })),
    element('xf', { fontId: 1, applyFont: 1 }),
  ),
)

const worksheet = ({ rows }: SheetOfText): Xml =>
  element(
    'worksheet',
    { xmlns: MAIN },
    element(
      'sheetViews',
      {},
      element(
        'sheetView',
        { workbookViewId: 0 },
        element('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' }),
      ),
    ),
    element('cols', {}, widths(rows)),
    element(
      'sheetData',
      {},
      rows.map((cells, row) =>
        element(
          'row',
          { r: row + 1 },
          cells.flatMap((cell, column) => (cell === '' ? [] : [textCell(cell, row, column)])),
        ),
      ),
    ),
  )

const textCell = (text: string, row: number, column: number): Xml =>
  element(
    'c',
    { r: `${letters(column + 1)}${row + 1}`, s: row === 0 ? 1 : 0, t: 'inlineStr' },
    element('is', {}, element('t', { 'xml:space': 'preserve' }, text)),
  )

const widths = (rows: readonly (readonly string[])[]): readonly Xml[] =>
  (rows[0] ?? []).map((_, column) => {
    const longest = rows.reduce((most, cells) => Math.max(most, acrossOf(cells[column] ?? '')), 0)
    return element('col', {
      min: column + 1,
      max: column + 1,
      width: Math.min(WIDTH.most, Math.max(WIDTH.least, longest + 2)),
      customWidth: 1,
    })
  })

/** A kanji is as wide as two letters. */
const acrossOf = (text: string) => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)

/** 1 is A, 27 is AA. */
const letters = (column: number): string =>
  column > 26 ? `${letters(Math.floor((column - 1) / 26))}${letters(((column - 1) % 26) + 1)}` : String.fromCharCode(64 + column)
