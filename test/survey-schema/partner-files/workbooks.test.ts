/** Cells of XLSX as Excel, LibreOffice, openpyxl and XlsxWriter write them: what is in a cell, what a person sees of it, and what cannot be read. */
import { describe, expect, it } from 'vitest'
import { openFile } from '../../../survey-schema/partner-files/open-file.ts'
import { openWorkbook } from '../../../survey-schema/partner-files/workbooks/workbook.ts'
import { refusal } from '../refusal.ts'
import { type PartTexts, SHARED, STYLES, sheetXml, xlsxParts, zipped } from '../workbook-parts.ts'

const book = (parts: PartTexts) => openWorkbook(zipped(parts))
const rowsOf = (parts: PartTexts, sheet = 1) => [...book(parts).rows(sheet)]
const rows = (xml: string, around = {}) => rowsOf(xlsxParts({ sheet: sheetXml(xml, around), shared: SHARED, styles: STYLES }))
const cell = (xml: string) => {
  const [row] = rows(`<row r="1">${xml}</row>`)
  return [row?.cells[0] ?? null, row?.shown?.get(0) ?? null, row?.faults?.get(0) ?? null]
}
const refused = (parts: PartTexts) => refusal(() => rowsOf(parts))

describe('a cell', () => {
  it.each([
    ['a shared text of several runs, without its reading', '<c t="s"><v>2</v></c>', 'F', null, null],
    ['a shared text with blanks', '<c t="s"><v>3</v></c>', ' Thai ', null, null],
    ['a shared text that is not there', '<c t="s"><v>17</v></c>', null, null, 'unreadable_text'],
    ['a shared text by a number that is none', '<c t="s"><v>x</v></c>', null, null, 'unreadable_text'],
    ['a shared text by a negative number', '<c t="s"><v>-1</v></c>', null, null, 'unreadable_text'],
    [
      'an inline text',
      '<c t="inlineStr"><is><r><t>a</t></r><rPh><t>ア</t></rPh><r><t xml:space="preserve"> b</t></r></is></c>',
      'a b',
      null,
      null,
    ],
    ['an inline text where a value is expected', '<c t="inlineStr"><v>a</v></c>', 'a', null, null],
    ['escapes of Excel and of XML', '<c t="str"><v>_x0041_&amp;&#x3042;_x005F_x0042_</v></c>', 'A&あ_x0042_', null, null],
    ['CDATA and a comment', '<c t="str"><v>a<![CDATA[<b>]]><!-- c -->d</v></c>', 'a<b>d', null, null],
    ['a number', '<c><v>9012345678</v></c>', '9012345678', null, null],
    ['a number written by pandas', '<c><v>2019.0</v></c>', '2019', null, null],
    ['a number of more digits than are kept', '<c><v>0.30000000000000004</v></c>', '0.3', null, null],
    ['a number with a prefix', '<c s="2"><v>7</v></c>', '7', 'K-0007', null],
    ['a percentage', '<c s="3"><v>0.25</v></c>', '0.25', '25%', null],
    ['a date', '<c s="1"><v>43586</v></c>', '2019-05-01', null, null],
    ['a date with a time', '<c s="1"><v>43586.4305556</v></c>', '2019-05-01T10:20', null, null],
    ['midnight, kept as a little less than a day', '<c s="1"><v>43585.9999999</v></c>', '2019-05-01', null, null],
    ['an era', '<c s="4"><v>43586</v></c>', '2019-05-01', null, null],
    ['a number that is no date in any calendar', '<c s="1"><v>9012345678</v></c>', '9012345678', null, null],
    ['a date in words', '<c t="d"><v>2019-05-01T00:00:00</v></c>', '2019-05-01', null, null],
    ['a truth value', '<c t="b"><v>1</v></c>', 'TRUE', null, null],
    ['a truth value that is none', '<c t="b"><v>maybe</v></c>', 'maybe', null, null],
    ['a kept result', '<c><f>2019-1995</f><v>24</v></c>', '24', null, null],
    ['a formula without a result', '<c><f>2019-1995</f></c>', '=', null, null],
    ['a formula with an empty result, as openpyxl writes it', '<c><f>2019-1995</f><v></v></c>', '=', null, null],
    ['a formula with the 0 of XlsxWriter', '<c><f>2019-1995</f><v>0</v></c>', '=0', null, null],
    ['a formula whose result is an empty text', '<c t="str"><f>""</f><v></v></c>', null, null, null],
    ['a formula whose result is a text', '<c t="str"><f>A2</f><v>0</v></c>', '0', null, null],
    ['a 0 that somebody typed', '<c><v>0</v></c>', '0', null, null],
    ['#N/A', '<c t="e"><v>#N/A</v></c>', null, null, 'error_value'],
    ['the error of a formula', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', null, null, 'error_value'],
    ['nothing', '<c s="1"/>', null, null, null],
  ])('%s', (_, xml, text, shown, fault) => {
    const [found, seen, why] = cell(xml)
    expect([found || null, seen, why]).toEqual([text, shown, fault])
  })

  it('of a formula is without a result where nothing was computed, be it an empty text', () => {
    const parts = xlsxParts({ sheet: sheetXml('<row><c t="str"><f>A9</f><v></v></c><c t="str"><f>A8</f><v>F</v></c></row>') })
    expect(rowsOf(parts)[0]?.cells).toEqual(['', 'F'])
    const waiting = parts['xl/workbook.xml']?.replace('</sheets>', '</sheets><calcPr calcId="124519" fullCalcOnLoad="1"/>') ?? ''
    expect(rowsOf({ ...parts, 'xl/workbook.xml': waiting })[0]?.cells).toEqual(['=', 'F'])
  })

  it('counts days from 1904 where the workbook does', () => {
    const parts = xlsxParts({ sheet: sheetXml('<row><c s="1"><v>42124</v></c><c s="5"><v>42124</v></c></row>'), styles: STYLES })
    const of1904 = { ...parts, 'xl/workbook.xml': parts['xl/workbook.xml']?.replace('<workbookPr/>', '<workbookPr date1904="1"/>') ?? '' }
    expect(rowsOf(of1904)[0]).toMatchObject({ cells: ['2019-05-01', '2019-05-01'], shown: new Map([[1, '1.5.2019']]) })
  })

  it('shows formats of other editions as dates, and formats that are no formats as plain numbers', () => {
    const formatted = (code: string, id = 200) =>
      rowsOf(
        xlsxParts({
          sheet: sheetXml('<row><c s="0"><v>43586</v></c></row>'),
          styles: `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="${id}"/></cellXfs></styleSheet>`,
        }),
      )[0]
    // Thai and Japanese editions have dates of their own numbers.
    for (const id of [14, 31, 57, 71, 81]) expect(formatted('0', id)?.cells).toEqual(['2019-05-01'])
    expect(formatted('[$-41E]d/m/bbbb')).toMatchObject({ cells: ['2019-05-01'], shown: new Map([[0, '1/5/2562']]) })
    expect(formatted('[Magenta]0')?.cells).toEqual(['43586'])
    expect(formatted('0;;;;;;')).toEqual({ cells: ['43586'], row: 1 })
    expect(formatted(`0&quot;${'x'.repeat(300)}&quot;`)).toEqual({ cells: ['43586'], row: 1 })
    expect(formatted(';;;')).toEqual({ cells: ['43586'], row: 1 })
    expect(formatted('0;0;0;@')).toEqual({ cells: ['43586'], row: 1 })
  })

  it('shows formats of texts', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="0;0;0;&quot;K-&quot;@"/></numFmts><cellXfs><xf/><xf numFmtId="200"/><xf numFmtId="49"/></cellXfs></styleSheet>'
    const text = (style: number) =>
      `<c t="str" s="${style}"><v>A7</v></c><c t="s" s="${style}"><v>2</v></c><c t="inlineStr" s="${style}"><is><t>7</t></is></c>`
    const [row] = rowsOf(xlsxParts({ sheet: sheetXml(`<row>${text(1)}${text(2)}</row>`), shared: SHARED, styles }))
    expect(row).toEqual({
      cells: ['A7', 'F', '7', 'A7', 'F', '7'],
      row: 1,
      shown: new Map([
        [0, 'K-A7'],
        [1, 'K-F'],
        [2, 'K-7'],
      ]),
    })
  })
})

describe('rows and columns', () => {
  it('have the places that they say, or follow one another', () => {
    expect(rows('<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>')).toEqual([
      { cells: ['', '1', '2'], row: 3 },
      { cells: ['3'], row: 4 },
    ])
  })

  it('end with the last value, however far a style goes', () => {
    const styled =
      '<c r="A1"><v>1</v></c><c r="B1" t="s"><v>4</v></c><c r="C1" t="str"><v> </v></c><c r="XFD1" s="1"/><c r="XFC1" t="str"><v> </v></c>'
    expect(rows(`<row r="1">${styled}</row><row r="2"><c r="XFD2" s="1"/></row>`)).toEqual([{ cells: ['1'], row: 1 }])
    expect(refused(xlsxParts({ sheet: sheetXml('<row r="7"><c r="XFD7"><v>1</v></c></row>') }))).toEqual([
      'invalid-file',
      '/rows/7 too_many_columns',
    ])
  })

  it('say that they are hidden, where they hold something', () => {
    const widths = '<cols><col min="1" max="1"/><col min="2" max="3" hidden="1"/><col min="5" max="16384" hidden="true"/></cols>'
    const parts = xlsxParts({
      sheet: sheetXml(
        '<row hidden="1"><c r="B1"><v>1</v></c></row><row><c><v>2</v></c></row><row hidden="1"/><row hidden="true"><c><v>3</v></c></row>',
        {
          before: widths,
        },
      ),
    })
    const opened = book(parts)
    const found = [...opened.rows(1)]
    expect(found.map(({ hidden }) => hidden ?? false)).toEqual([true, false, true])
    expect(opened.hidden()).toEqual({ rows: 2, columns: [1] })
  })

  it.each([
    ['two values in one place', '<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['two values in one cell', '<row><c><v>1</v><v>2</v></c></row>'],
    ['a cell outside of a row', '<c><v>1</v></c>'],
    ['a row within a row', '<row><row><c><v>1</v></c></row></row>'],
    ['something that is no cell in a row', '<row><d><v>1</v></d></row>'],
    ['something that is no value in a cell', '<row><c><w>1</w></c></row>'],
    ['a row of no number', '<row r="x"><c><v>1</v></c></row>'],
    ['a character that XML does not have', '<row><c t="str"><v>\u0007</v></c></row>'],
    ['an entity of nobody', '<row><c t="str"><v>&nbsp;</v></c></row>'],
    ['a row that does not end', '<row>'],
  ])('%s: the workbook is broken', (_, xml) => {
    const [slug, where] = refused(xlsxParts({ sheet: sheetXml(xml) }))
    expect([slug, where?.split(' ')[1]]).toEqual(['invalid-file', 'broken_archive'])
  })
})

describe('parts', () => {
  const sheet = sheetXml('<row><c t="s"><v>5</v></c><c s="2"><v>7</v></c></row>')
  const parts = xlsxParts({ sheet, shared: SHARED, styles: STYLES })
  const expected = [{ cells: ['forced_labour', '7'], row: 1, shown: new Map([[1, 'K-0007']]) }]
  const moved = (from: string, to: string, change: (rels: string) => string = (rels) => rels) =>
    Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name === from ? to : name, name.endsWith('workbook.xml.rels') ? change(text) : text]),
    )

  it.each<[string, PartTexts]>([
    ['where they usually are', parts],
    ['in other letters', moved('xl/sharedStrings.xml', 'xl/SharedStrings.xml')],
    [
      'in a folder of another name',
      moved('xl/sharedStrings.xml', 'custom/texts.xml', (rels) => rels.replace('"sharedStrings.xml"', '"../custom/texts.xml"')),
    ],
    ['from the root', moved('xl/styles.xml', 'formats.xml', (rels) => rels.replace('"styles.xml"', '"/formats.xml"'))],
    ['with the separator of Windows', moved('xl/worksheets/sheet1.xml', 'xl\\worksheets\\sheet1.xml')],
    [
      'without a relationship of their kind, by the usual name',
      moved('', '', (rels) => rels.replace(/<[^<>]*(?:sharedStrings|styles)[^<>]*>/g, '')),
    ],
    [
      'without a relationship of their kind, by the list of content types',
      {
        ...moved('xl/sharedStrings.xml', 'xl/words.xml', (rels) => rels.replace(/<[^<>]*sharedStrings[^<>]*>/g, '')),
        '[Content_Types].xml':
          '<Types><Override PartName="/xl/words.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
      },
    ],
  ])('are found %s', (_, changed) => expect(rowsOf(changed)).toEqual(expected))

  it('are read in UTF-16 too', () => {
    const utf16 = (text: string) =>
      new Uint8Array(Uint16Array.from(`\uFEFF${text.replace('UTF-8', 'UTF-16')}`, (letter) => letter.charCodeAt(0)).buffer)
    expect([...openWorkbook(zipped({ ...parts, 'xl/worksheets/sheet1.xml': utf16(sheet) })).rows(1)]).toEqual(expected)
  })

  it('that are missing are a fault of each cell that needs them', () => {
    const { 'xl/sharedStrings.xml': _, ...rest } = parts
    expect(rowsOf(rest)[0]).toMatchObject({ cells: ['', '7'], faults: new Map([[0, 'unreadable_text']]) })
  })

  it('of a sheet that are missing refuse the sheet, and one part that is two sheets the file', () => {
    expect(refused(moved('xl/worksheets/sheet1.xml', 'xl/worksheets/other.xml'))).toEqual(['invalid-file', ' no_sheet'])
    const twice = { ...parts, 'xl/workbook.xml': parts['xl/workbook.xml']?.replace(/<sheet [^<>]*>/, '$&$&') ?? '' }
    expect(refused(twice)).toEqual(['invalid-file', ' broken_archive'])
  })

  it('with a text within a text are broken: every text after it would have another number', () => {
    expect(refused(xlsxParts({ sheet, shared: '<sst><si><t>a</t><si><t>b</t></si></si></sst>' }))).toEqual([
      'invalid-file',
      ' broken_archive',
    ])
  })

  it('of the binary format are no workbook that is read', () => {
    const binary = {
      '_rels/.rels': parts['_rels/.rels']?.replace('workbook.xml', 'workbook.bin') ?? '',
      'xl/workbook.bin': '\u0001\u0002',
    }
    expect(refused(binary)).toEqual(['invalid-file', ' unknown_format'])
  })
})

describe('archives', () => {
  const parts = xlsxParts({ sheet: sheetXml('<row><c><v>1</v></c></row>') })
  const plain = zipped(parts)

  /** The same archive with its numbers in 64 bits, as some programs always write them. */
  function in64(): Uint8Array {
    const view = new DataView(plain.buffer, plain.byteOffset, plain.length)
    const end = plain.length - 22
    const directory = view.getUint32(end + 16, true)
    const bytes: number[] = [...plain.subarray(0, directory)]
    const number = (value: number, size: number) => {
      for (let n = 0; n < size; n++) bytes.push(Math.floor(value / 256 ** n) % 256)
    }
    let count = 0
    for (let at = directory; at < end; count++) {
      const name = view.getUint16(at + 28, true)
      const entry = plain.slice(at, at + 46)
      const [size, length, local] = [20, 24, 42].map((offset) => view.getUint32(at + offset, true)) as [number, number, number]
      for (const offset of [20, 24, 42]) entry.fill(255, offset, offset + 4)
      entry.set([28 + 5, 0], 30)
      bytes.push(...entry, ...plain.subarray(at + 46, at + 46 + name), 9, 0, 1, 0, 7, 1, 0, 24, 0)
      for (const value of [length, size, local]) number(value, 8)
      at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    const record = bytes.length
    number(0x06064b50, 4)
    number(44, 8)
    number(0x2d002d, 4)
    number(0, 8)
    for (const value of [count, count, record - directory, directory]) number(value, 8)
    number(0x07064b50, 4)
    number(0, 4)
    number(record, 8)
    number(1, 4)
    bytes.push(...plain.subarray(end, end + 8), ...new Array<number>(12).fill(255), 0, 0)
    return Uint8Array.from(bytes)
  }

  it('with numbers of 64 bits are read like others', () => {
    expect([...openWorkbook(in64()).rows(1)]).toEqual([{ cells: ['1'], row: 1 }])
    const far = in64()
    far[far.length - 22 - 20 + 8 + 7] = 1
    expect(refusal(() => openWorkbook(far))).toEqual(['invalid-file', ' broken_archive'])
  })

  it('with two parts of one name are broken', () => {
    const twice = zipped({ ...parts, 'xl/worksheets/sheet2.xml': 'x' })
    const [from, to] = ['sheet2', 'sheet1'].map((name) => [...name].map((letter) => letter.charCodeAt(0))) as [number[], number[]]
    for (let at = 0; at < twice.length; at++) if (from.every((byte, n) => twice[at + n] === byte)) twice.set(to, at)
    expect(refusal(() => openWorkbook(twice))).toEqual(['invalid-file', ' broken_archive'])
  })
})

describe('files that are no workbook that can be read', () => {
  const told = async (bytes: Uint8Array) => {
    try {
      await openFile(bytes, 'x.xlsx')
    } catch (error) {
      return refusal(() => {
        throw error
      })
    }
    return null
  }
  const compound = (name: string) => {
    const bytes = new Uint8Array(4096)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    bytes.set(
      [...name].flatMap((letter) => [letter.charCodeAt(0), 0]),
      1024 + 128,
    )
    return bytes
  }

  it('say that they are under a password, or old', async () => {
    expect(await told(compound('EncryptedPackage'))).toEqual(['invalid-file', ' encrypted'])
    expect(await told(compound('Workbook'))).toEqual(['invalid-file', ' unknown_format'])
  })
})
