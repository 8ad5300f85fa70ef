/**
 * Sheets as an XLSX workbook (ECMA-376): a number is a number and everything else is text, so nothing is taken for a formula or a
 * date; there is no author, no clock and no hidden sheet, and the same rows give the same bytes.
 */
import { element, type Xml, xmlDocument } from '../../../../survey-schema/forms/xml.ts'
import { archive } from '../archive.ts'
import { coreProperties, override, PACKAGE, relationships } from './package-parts.ts'
import { SPREADSHEET, STYLE_SHEET } from './sheet-styles.ts'
import { type Worksheet, worksheet } from './worksheet.ts'
import { printable } from './xml-text.ts'

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PART = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export function spreadsheet(sheets: readonly Worksheet[], title: string | null = null): Uint8Array {
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

const workbookPart = (sheets: readonly Worksheet[]) =>
  element(
    'workbook',
    { xmlns: SPREADSHEET, 'xmlns:r': OFFICE },
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
