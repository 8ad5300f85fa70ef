/** Workbooks that nobody writes by accident, each of about as many bytes as asked for. Stored without compression: packing hides nothing. */
import { odsCellXml, odsParts, type PartTexts, SHARED, STYLES, sheetXml, xlsxParts, zipped } from '../survey-schema/workbook-parts.ts'

const filled = (unit: string | ((n: number) => string), bytes: number): string => {
  if (typeof unit === 'string') return unit.repeat(Math.ceil(bytes / unit.length))
  const pieces: string[] = []
  for (let [length, n] = [0, 1]; length < bytes; n++) {
    const piece = unit(n)
    pieces.push(piece)
    length += piece.length
  }
  return pieces.join('')
}
const inSheet = (text: string) => xlsxParts({ sheet: text, shared: SHARED, styles: STYLES })
const rows = (text: string) => inSheet(sheetXml(text))
const START = '<worksheet><sheetData>'

/** By what is wrong with them: bytes → parts. */
export const HOSTILE_WORKBOOKS: Readonly<Record<string, (bytes: number) => PartTexts>> = {
  'rows without end': (bytes) => inSheet(START + filled('<row>', bytes)),
  'one attribute without end': (bytes) => inSheet(`${START}<row r="${filled('1', bytes)}`),
  'attributes without end': (bytes) => inSheet(`${START}<row ${filled((n) => `a${n}="" `, bytes)}`),
  'elements within one another': (bytes) => inSheet(filled('<a>', bytes)),
  'a text without end': (bytes) => inSheet(`${START}<row><c><v>${filled('1', bytes)}`),
  'a comment without end': (bytes) => inSheet(`${START}<!--${filled('- ', bytes)}`),
  'the beginning of tags': (bytes) => inSheet(START + filled('<', bytes)),
  'empty cells': (bytes) => rows(filled('<row><c/><c/><c/></row>', bytes)),
  'empty cells far to the right': (bytes) => rows(filled('<row><c r="XFD1" s="1"/></row>', bytes)),
  'one row of cells': (bytes) => rows(`<row>${filled('<c/>', bytes)}</row>`),
  'rows of one value far to the right': (bytes) => rows(filled('<row><c r="BX1"><v>1</v></c></row>', bytes)),
  'a number of CDATA sections': (bytes) => rows(filled(`<row><c><v>${'<![CDATA[1]]>'.repeat(40)}</v></c></row>`, bytes)),
  'a text of entities': (bytes) => rows(filled(`<row><c t="str"><v>${'&#60;'.repeat(400)}</v></c></row>`, bytes)),
  'names that differ': (bytes) => inSheet(`<worksheet>${filled((n) => `<n${n}/>`, bytes)}<sheetData/></worksheet>`),
  'columns that are hidden': (bytes) =>
    inSheet(sheetXml('<row><c><v>1</v></c></row>', { before: `<cols>${filled('<col min="1" max="16384" hidden="1"/>', bytes)}</cols>` })),
  'numbers of one format': (bytes) => rows(filled((n) => `<row><c s="2"><v>${n}.5</v></c></row>`, bytes)),
  'a large table of texts': (bytes) =>
    xlsxParts({ sheet: sheetXml('<row><c t="s"><v>1</v></c></row>'), shared: `<sst>${filled('<si><t>a</t></si>', bytes)}</sst>` }),
  'a text of many runs': (bytes) =>
    xlsxParts({ sheet: sheetXml('<row><c t="s"><v>0</v></c></row>'), shared: `<sst><si>${filled('<r><t>a</t></r>', bytes)}</si></sst>` }),
  'many styles': (bytes) =>
    xlsxParts({
      sheet: sheetXml('<row><c s="1"><v>1</v></c></row>'),
      styles: `<styleSheet><numFmts>${filled((n) => `<numFmt numFmtId="${200 + n}" formatCode="0&quot;${n}&quot;"/>`, bytes / 2)}</numFmts><cellXfs>${filled((n) => `<xf numFmtId="${200 + n}"/>`, bytes / 2)}</cellXfs></styleSheet>`,
    }),
  'many relationships': (bytes) => ({
    ...rows('<row><c><v>1</v></c></row>'),
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>${filled((n) => `<Relationship Id="x${n}" Target="../../a"/>`, bytes)}</Relationships>`,
  }),
  'many parts, and relationships to none of them': (bytes) => ({
    ...rows('<row><c><v>1</v></c></row>'),
    ...Object.fromEntries(Array.from({ length: Math.min(bytes / 400, 1900) }, (_, n) => [`xl/Part${n}.xml`, ' '])),
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>${filled((n) => `<Relationship Id="x${n}" Target="part${n}"/>`, bytes / 2)}</Relationships>`,
  }),
  'sheets of one part': (bytes) => ({
    ...rows('<row><c><v>1</v></c></row>'),
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${filled((n) => `<sheet name="${n}" r:id="rId1"/>`, bytes)}</sheets></workbook>`,
  }),
  'ODS: sheets': (bytes) => odsParts(filled('<table:table table:name="a"><table:table-row/></table:table>', bytes)),
  'ODS: repeated rows': (bytes) =>
    odsParts(
      `<table:table>${filled(`<table:table-row table:number-rows-repeated="1048576">${odsCellXml('a')}</table:table-row>`, bytes)}</table:table>`,
    ),
  'ODS: repeated cells': (bytes) =>
    odsParts(
      `<table:table>${filled(`<table:table-row>${odsCellXml('a', 'table:number-columns-repeated="1900"')}</table:table-row>`, bytes)}</table:table>`,
    ),
  'ODS: repeated empty rows': (bytes) =>
    odsParts(
      `<table:table>${filled('<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>', bytes)}</table:table>`,
    ),
  'ODS: cells without end': (bytes) => odsParts(`<table:table><table:table-row>${filled('<table:table-cell>', bytes)}`),
  'ODS: paragraphs of a cell': (bytes) =>
    odsParts(
      `<table:table><table:table-row><table:table-cell>${filled('<text:p>a  b</text:p>', bytes)}</table:table-cell></table:table-row></table:table>`,
    ),
  'ODS: blanks by number': (bytes) =>
    odsParts(
      `<table:table><table:table-row><table:table-cell><text:p>${filled('<text:s text:c="999999999"/>', bytes)}</text:p></table:table-cell></table:table-row></table:table>`,
    ),
}

export const hostileWorkbook = (shape: string, bytes: number): Uint8Array =>
  zipped((HOSTILE_WORKBOOKS[shape] as (bytes: number) => PartTexts)(bytes))
