/** Spreadsheets of LibreOffice: the same cells as from XLSX, with what a person sees of them. */
import { describe, expect, it } from 'vitest'
import { chooseSheet } from '../../../survey-schema/partner-files/file-kind.ts'
import { openFile } from '../../../survey-schema/partner-files/open-file.ts'
import { openWorkbook } from '../../../survey-schema/partner-files/workbooks/workbook.ts'
import { refusal } from '../refusal.ts'
import { odsCellXml, odsParts, type PartTexts, zipped } from '../workbook-parts.ts'

const book = (parts: PartTexts) => openWorkbook(zipped(parts))
const table = (rows: string, attributes = 'table:name="one"') => `<table:table ${attributes}>${rows}</table:table>`
const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`
const rowsOf = (tables: string, sheet = 1) => [...book(odsParts(tables)).rows(sheet)]
const refused = (parts: PartTexts) => refusal(() => [...book(parts).rows(1)])

describe('a cell of an OpenDocument spreadsheet', () => {
  const typed = (type: string, rest = '') => `office:value-type="${type}" ${rest}`
  it.each([
    ['a text', odsCellXml('Thai'), 'Thai', null, null],
    [
      'a text of several lines and styles',
      '<table:table-cell><text:p>a<text:s text:c="3"/><text:span>b</text:span></text:p><text:p>c<text:tab/>d<text:line-break/>e</text:p></table:table-cell>',
      'a   b\nc\td\ne',
      null,
      null,
    ],
    [
      'a text with a remark and a reading',
      '<table:table-cell><office:annotation><text:p>remark</text:p></office:annotation><text:p><text:ruby><text:ruby-base>国</text:ruby-base><text:ruby-text>くに</text:ruby-text></text:ruby></text:p><draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame></table:table-cell>',
      '国',
      null,
      null,
    ],
    ['a text that is not the one shown', odsCellXml('shown', typed('string', 'office:string-value="kept"')), 'kept', 'shown', null],
    ['a number', odsCellXml('2,019', typed('float', 'office:value="2019"')), '2019', '2,019', null],
    ['a number shown as it is', odsCellXml('2019', typed('float', 'office:value="2019"')), '2019', null, null],
    ['a key', odsCellXml('K-0007', typed('float', 'office:value="7"')), '7', 'K-0007', null],
    ['a number that is none', odsCellXml('', typed('float', 'office:value="XFD1"')), 'XFD1', null, null],
    ['a truth value that is none', odsCellXml('', typed('boolean', 'office:boolean-value="maybe"')), 'maybe', null, null],
    ['a percentage', odsCellXml('25%', typed('percentage', 'office:value="0.25"')), '0.25', '25%', null],
    ['money', odsCellXml('¥1,200', typed('currency', 'office:value="1200"')), '1200', '¥1,200', null],
    ['a date', odsCellXml('令和1年5月1日', typed('date', 'office:date-value="2019-05-01"')), '2019-05-01', '令和1年5月1日', null],
    [
      'a date with a time',
      odsCellXml('2019-05-01T10:20', typed('date', 'office:date-value="2019-05-01T10:20:30"')),
      '2019-05-01T10:20',
      null,
      null,
    ],
    ['a date of midnight', odsCellXml('2019-05-01', typed('date', 'office:date-value="2019-05-01T00:00:00"')), '2019-05-01', null, null],
    ['a time', odsCellXml('10:20', typed('time', 'office:time-value="PT10H20M00S"')), '10:20', null, null],
    ['a truth value', odsCellXml('WAHR', typed('boolean', 'office:boolean-value="true"')), 'TRUE', 'WAHR', null],
    [
      'a truth value kept as a number',
      odsCellXml('FALSE', typed('float', 'table:formula="of:=FALSE()" office:value="0"')),
      'FALSE',
      null,
      null,
    ],
    ['a kept result', odsCellXml('24', typed('float', 'table:formula="of:=2019-1995" office:value="24"')), '24', null, null],
    ['a formula without a result', '<table:table-cell table:formula="of:=A1"/>', '=', null, null],
    ['a formula of a number without a result', `<table:table-cell table:formula="of:=A1" ${typed('float')}/>`, '=', null, null],
    ['a formula with a bare 0', odsCellXml('0', typed('float', 'table:formula="of:=A1" office:value="0"')), '=0', null, null],
    ['a formula whose result is an empty text', '<table:table-cell table:formula="of:=A1"><text:p/></table:table-cell>', null, null, null],
    [
      'an error of LibreOffice',
      odsCellXml('#DIV/0!', typed('string', 'table:formula="of:=1/0" office:string-value="" calcext:value-type="error"')),
      null,
      null,
      'error_value',
    ],
    [
      'an error of another program',
      odsCellXml('Err:502', typed('float', 'table:formula="of:=A1" office:value="0"')),
      null,
      null,
      'error_value',
    ],
    ['nothing', '<table:table-cell/>', null, null, null],
  ])('%s', (_, xml, text, shown, fault) => {
    const [found] = rowsOf(table(row(xml)))
    expect([found?.cells[0] || null, found?.shown?.get(0) ?? null, found?.faults?.get(0) ?? null]).toEqual([text, shown, fault])
  })

  it('is read under any prefixes', () => {
    const parts = odsParts(table(row(odsCellXml('K-0007', 'office:value-type="float" office:value="7"'))))
    const content =
      parts['content.xml']?.replace(
        /([<\s/:])(office|table)(?=[:=])(?!:1\.0)/g,
        (_, before: string, name: string) => `${before}${name[0]}`,
      ) ?? ''
    expect(content).toContain('<t:table-cell o:value-type="float"')
    const other = { ...parts, 'content.xml': content }
    expect([...book(other).rows(1)]).toEqual([{ cells: ['7'], row: 1, shown: new Map([[0, 'K-0007']]) }])
  })
})

describe('rows and sheets of an OpenDocument spreadsheet', () => {
  const one = odsCellXml('a')
  it('stand as often as they say', () => {
    const empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    const found = rowsOf(
      table(
        row(one, 'table:number-rows-repeated="2"') +
          row(empty, 'table:number-rows-repeated="5"') +
          row(
            `<table:table-cell/>${odsCellXml('b', 'office:value-type="string" table:number-columns-repeated="3"')}<table:covered-table-cell>${'<text:p>c</text:p>'}</table:covered-table-cell>${empty}`,
          ) +
          row(empty, 'table:number-rows-repeated="1048567"'),
      ),
    )
    expect(found).toEqual([
      { cells: ['a'], row: 1 },
      { cells: ['a'], row: 2 },
      { cells: ['', 'b', 'b', 'b', 'c'], row: 8 },
    ])
  })

  it('are not read without end', () => {
    expect(refused(odsParts(table(row(one, 'table:number-rows-repeated="1048576"'))))).toEqual(['invalid-file', '/rows/1 unpack_ratio'])
    expect(refused(odsParts(table(row(odsCellXml('a', 'table:number-columns-repeated="2001"')))))).toEqual([
      'invalid-file',
      '/rows/1 too_many_columns',
    ])
  })

  it('are found in groups and headings, hidden or not', () => {
    const opened = book(
      odsParts(
        table(
          `<table:table-column/><table:table-column-group><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/></table:table-column-group><table:table-header-rows>${row(one)}</table:table-header-rows><table:table-row-group>${row(one + one, 'table:visibility="filter"')}</table:table-row-group>`,
        ),
      ),
    )
    expect([...opened.rows(1)].map(({ cells, row: at, hidden }) => [cells.length, at, hidden ?? false])).toEqual([
      [1, 1, false],
      [2, 2, true],
    ])
    expect(opened.hidden()).toEqual({ rows: 1, columns: [1] })
  })

  it('are those of the sheet that is asked for, and all of them', () => {
    const rows = (of: string) => Array.from({ length: 100 }, (_, at) => row(odsCellXml(`${of} ${at}`))).join('')
    const opened = book(odsParts(['x', 'y', 'z'].map((name) => table(rows(name), `table:name="${name}"`)).join('')))
    for (const [at, name] of ['x', 'y', 'z'].entries()) {
      const found = [...opened.rows(at + 1)]
      expect(found.map(({ cells }) => cells[0])).toEqual(Array.from({ length: 100 }, (_, n) => `${name} ${n}`))
      expect(found.map((one) => one.row)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1))
    }
  })

  it('a hidden sheet is said, a copy of another file is none, and what is wrong in one sheet is no matter of the others', async () => {
    const parts = odsParts(
      table(row(odsCellXml('a', 'table:number-columns-repeated="2001"')), 'table:name="wide" table:style-name="ta2"') +
        table(`<table:table-source/>${row(one)}`, 'table:name="copy"') +
        table(row(one), 'table:name="last"'),
    )
    const opened = await openFile(zipped(parts), 'list.ods')
    expect(opened.sheets).toEqual([
      { position: 1, name: 'wide', hidden: true },
      { position: 2, name: 'last', hidden: false },
    ])
    expect(chooseSheet(opened).sheet).toBe(2)
    expect([...opened.rows(2)]).toEqual([{ cells: ['a'], row: 1 }])
    expect(refused(parts)).toEqual(['invalid-file', '/rows/1 too_many_columns'])
  })

  it.each<[string, PartTexts, string]>([
    ['under a password', { ...odsParts(''), 'META-INF/manifest.xml': '<m><encryption-data/></m>' }, 'encrypted'],
    [
      'of texts',
      { 'content.xml': '<office:document-content><office:body><office:text/></office:body></office:document-content>' },
      'no_workbook',
    ],
    ['with a table in a cell', odsParts(table(row(`<table:table-cell>${table(row(one))}</table:table-cell>`))), 'broken_archive'],
    ['with a cell in a cell', odsParts(table(row(`<table:table-cell>${one}</table:table-cell>`))), 'broken_archive'],
    ['with a cell outside of a row', odsParts(table(one)), 'broken_archive'],
    ['with a document type', { 'content.xml': '<!DOCTYPE a><a/>' }, 'broken_archive'],
  ])('a document %s is refused', (_, parts, rule) => {
    const [slug, where] = refused(parts)
    expect([slug, where?.split(' ')[1]]).toEqual(['invalid-file', rule])
  })
})
