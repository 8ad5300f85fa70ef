/** Parts of small workbooks as different programs write them, for tests that change them. Nobody in them exists. */
import { strToU8, zipSync } from 'fflate'

export type PartTexts = Readonly<Record<string, string>>

export const zipped = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])), {
    level: 0,
  })

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main'

export interface XlsxParts {
  readonly sheet: string
  readonly shared?: string
  readonly styles?: string
  readonly second?: string
  readonly sharedName?: string
}

/** A package with all its relationships and content types. */
export const xlsxParts = ({ sheet, shared, styles, second, sharedName = 'sharedStrings.xml' }: XlsxParts): PartTexts => ({
  '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="r"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><sheets><sheet name="one" sheetId="1" r:id="rId1"/>${second ? '<sheet name="two" sheetId="2" r:id="rId2"/>' : ''}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="r"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>${second ? `<Relationship Id="rId2" Type="${OFFICE}/worksheet" Target="/xl/worksheets/sheet2.xml"/>` : ''}${shared ? `<Relationship Id="rId8" Type="${OFFICE}/sharedStrings" Target="${sharedName}"/>` : ''}${styles ? `<Relationship Id="rId9" Type="${OFFICE}/styles" Target="styles.xml"/>` : ''}</Relationships>`,
  'xl/worksheets/sheet1.xml': sheet,
  ...(second ? { 'xl/worksheets/sheet2.xml': second } : {}),
  ...(shared ? { [`xl/${sharedName}`]: shared } : {}),
  ...(styles ? { 'xl/styles.xml': styles } : {}),
})

export const sheetXml = (rows: string, { before = '', after = '' } = {}): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`

export const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="&quot;K-&quot;0000"/><numFmt numFmtId="165" formatCode="ggge&quot;年&quot;"/><numFmt numFmtId="166" formatCode="d.m.yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="yyyy"/></dxf></dxfs></styleSheet>`

export const SHARED = `<sst xmlns="${MAIN}" count="6"><si><t>No.</t></si><si><t>Sex</t></si><si><r><t>F</t></r><rPh sb="0" eb="1"><t>エフ</t></rPh></si><si><t xml:space="preserve"> Thai </t></si><si><t/></si><si><r><t>forced</t></r><r><t>_labour</t></r></si></sst>`

const excel = xlsxParts({
  shared: SHARED,
  styles: STYLES,
  sheet: sheetXml(
    `<row r="1" spans="1:6"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Age</t></is></c><c r="D1" t="inlineStr"><is><r><t>Da</t></r><r><t>te</t></r></is></c></row><row r="2"><c r="A2" s="2"><v>7</v></c><c r="B2" t="s"><v>2</v></c><c r="C2"><f>2019-1995</f><v>24</v></c><c r="D2" s="1"><v>43586</v></c><c r="E2" t="b"><v>1</v></c></row><row r="3" hidden="1"><c r="A3" s="2"><v>12</v></c><c r="B3" t="s"><v>99</v></c><c r="C3"><f>X1</f></c><c r="D3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E3" t="str"><f>""</f><v></v></c></row><row r="5"><c r="A5" t="s"><v>3</v></c><c r="B5" t="s"><v>4</v></c><c r="C5"><f>A1</f><v>0</v></c><c r="F5" s="3"/></row>`,
    {
      before: '<cols><col min="2" max="2" width="9" hidden="1"/></cols>',
      after: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
    },
  ),
  second: sheetXml('<row><c t="inlineStr"><is><t>Source</t></is></c><c><v>2019</v></c></row><row/>'),
})

const prefixed = (text: string) =>
  text
    .replace(/<(\/?)(?=[a-z])/gi, '<$1x:')
    .replace(/xmlns="/, 'xmlns:x="')
    .replaceAll('xml:space', 'xml:space')

const strict: PartTexts = Object.fromEntries(
  Object.entries(excel).map(([name, text]) => [
    name,
    /sheet|styles|shared/.test(name)
      ? prefixed(text.replaceAll(MAIN, STRICT))
      : text.replaceAll(OFFICE, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
  ]),
)

const NAMESPACES = ['office', 'table', 'text', 'style', 'drawing']
  .map((name) => `xmlns:${name === 'drawing' ? 'draw' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

/** A document of LibreOffice with these tables. */
export const odsParts = (tables: string, styles = ''): PartTexts => ({
  mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
  'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3"><office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="/"/></manifest:manifest>',
})

export const odsCellXml = (text: string, attributes = 'office:value-type="string"') =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`

const libre = odsParts(
  `<table:table table:name="one"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-header-rows><table:table-row>${['No.', 'Sex', 'Age', 'Date'].map((text) => odsCellXml(text)).join('')}<table:table-cell table:number-columns-repeated="16380"/></table:table-row></table:table-header-rows><table:table-row>${odsCellXml('K-0007', 'office:value-type="float" office:value="7"')}${odsCellXml('F', 'office:value-type="string" table:number-columns-repeated="2"')}${odsCellXml('5/1/19', 'office:value-type="date" office:date-value="2019-05-01"')}${odsCellXml('TRUE', 'office:value-type="boolean" office:boolean-value="true"')}</table:table-row><table:table-row table:visibility="filter">${odsCellXml('25%', 'office:value-type="percentage" office:value="0.25"')}<table:covered-table-cell/>${odsCellXml('#N/A', 'table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"')}${odsCellXml('0', 'table:formula="of:=A1" office:value-type="float" office:value="0"')}<table:table-cell table:formula="of:=X1"/></table:table-row><table:table-row table:number-rows-repeated="3">${odsCellXml('a<text:s text:c="2"/><text:span>b</text:span>')}<table:table-cell office:value-type="string"><office:annotation><text:p>remark</text:p></office:annotation><text:p>two</text:p><text:p>lines</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table><table:table table:name="two" table:style-name="ta2"><table:table-row>${odsCellXml('hidden')}</table:table-row></table:table>`,
)

/** By the program whose ways they follow. */
export const WORKBOOKS: Readonly<Record<string, PartTexts>> = { excel, strict, libre }
