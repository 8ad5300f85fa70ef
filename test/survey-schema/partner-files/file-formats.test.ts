/** Files as partners save them: encodings, delimiters, workbooks, and archives that unpack too far (P19). */

import { strToU8, zipSync } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../../survey-schema/partner-files/open-file.ts'
import { delimitedRows } from '../../../survey-schema/partner-files/texts/delimited.ts'
import { guessDelimiter } from '../../../survey-schema/partner-files/texts/delimiter.ts'
import { detectEncoding, type Encoding } from '../../../survey-schema/partner-files/texts/encoding.ts'
import { isDateFormat } from '../../../survey-schema/partner-files/workbooks/excel-dates.ts'
import fc from '../../support/seeded-properties.ts'
import { encode } from '../encode.ts'
import { refusal } from '../refusal.ts'
import { workbook } from '../workbook.ts'

const cells = async (bytes: Uint8Array, name = 'file', sheet?: number) =>
  [...(await openFile(bytes, name)).rows(sheet)].map((row) => row.cells)
const inPieces = (text: string, size: number) =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size))

describe('encodings', () => {
  const japanese = '国籍,性別\nタイ,女性\nフィリピン,女\n'
  const spanish = 'nacionalidad;año\nPerú;2004\nMéxico;2005\nespañola;2006\n'
  it.each<[string, Encoding, boolean, string]>([
    ['Japanese in UTF-8', 'utf-8', false, japanese],
    ['Japanese in UTF-8 with a mark', 'utf-8', true, japanese],
    ['Japanese in Shift_JIS', 'shift_jis', false, japanese],
    ['half-width kana in Shift_JIS', 'shift_jis', false, 'ｺｸｾｷ,ﾈﾝ\nﾀｲ,2004\n'],
    ['one kanji a cell in Shift_JIS', 'shift_jis', false, '年,性,国\n2004,女,泰\n2005,男,泰\n'],
    ['Spanish in Latin-1', 'windows-1252', false, spanish],
    ['an apostrophe of Windows', 'windows-1252', false, 'note\nit’s her’s\n'],
    ['Spanish in UTF-8', 'utf-8', false, spanish],
    ['Thai in UTF-8', 'utf-8', false, 'สัญชาติ,ปี\nไทย,2547\n'],
    ['UTF-16 with a mark', 'utf-16le', true, japanese],
    ['UTF-16 with a mark, big-endian', 'utf-16be', true, japanese],
    ['UTF-16 without a mark', 'utf-16le', false, japanese],
    ['UTF-16 without a mark, big-endian', 'utf-16be', false, japanese],
    ['plain ASCII', 'utf-8', false, 'a,b\n1,2\n'],
  ])('%s', async (_, encoding, mark, text) => {
    const bytes = encode(text, encoding, mark)
    expect(detectEncoding([bytes])).toEqual({ encoding, mark })
    const pieces = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, at) => bytes.subarray(at * 3, at * 3 + 3))
    expect(detectEncoding(pieces)).toEqual({ encoding, mark })
    const opened = await openFile(() => pieces, 'file.csv')
    expect([...opened.rows()].map((row) => row.cells.join('|')).join('\n')).toBe(text.trim().replace(/[,;]/g, '|'))
  })

  it('does not call a broken file of UTF-8 anything else', () => {
    const bytes = encode('国籍,性別\n'.repeat(50), 'utf-8', false)
    bytes[8] = 0x20
    expect(detectEncoding([bytes])).toEqual({ encoding: 'utf-8', mark: false })
  })
})

describe('delimited text', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2;3\n', ';'],
    ['a\tb\nx,y\tz,w\n', '\t'],
    ['key,citizenship\nA,TH;PH\nB,TH;PH;JP\n', ','],
    ['alone\nx\n', ','],
    ['a;"b,c";d\n1;"2,3";4\n', ';'],
  ] as const)('%j has its delimiter', (text, delimiter) => expect(guessDelimiter(text)).toBe(delimiter))

  it('reads what another writer wrote, whatever the pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', ';', '"', '\n', '\r', '\t', ' ', '愛', '😀'), maxLength: 6 })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), fc.integer({ min: 1, max: 9 }), (rows, newline, size) => {
        const text = Papa.unparse(rows, { quotes: true, newline } as never)
        expect([...delimitedRows(inPieces(text, size), ',')].map((row) => row.cells)).toEqual(rows)
      }),
    )
  })

  it('is cut at the delimiter of its columns, not at that of several answers, however many empty cells end a row', () => {
    const row = (end: string) => `A-1,"TH;PH",woman,sexual;other${end}`
    expect(guessDelimiter(['id,citizenship,gender,types,,,', row(',,'), row(','), row(''), row(',')].join('\n'))).toBe(',')
    expect(guessDelimiter(['id;citizenship;gender', 'A-1;"TH,PH";woman;;', 'A-2;"TH,PH";woman;'].join('\n'))).toBe(';')
  })

  it('counts blank rows, and survives quotation marks inside cells', () => {
    expect([...delimitedRows(['a,b\n\n"x",y"z"\r\n\r\n1,2'], ',')]).toEqual([
      { cells: ['a', 'b'], row: 1 },
      { cells: ['x', 'y"z"'], row: 3 },
      { cells: ['1', '2'], row: 5 },
    ])
    expect(refusal(() => [...delimitedRows(['a,b\n1,"two\n'], ',')])).toEqual(['invalid-file', '/rows/2 unclosed_quote'])
    expect(refusal(() => [...delimitedRows([`${','.repeat(3000)}x\n`], ',')])).toEqual(['invalid-file', '/rows/1 too_many_columns'])
    expect([...delimitedRows([`a,b${','.repeat(20_000)}\n`], ',')].map(({ cells }) => cells.slice(0, 3))).toEqual([['a', 'b', '']])
  })
})

describe('workbooks', () => {
  const sheets = [
    {
      name: 'ζ',
      rows: [
        ['国籍', 'year', 'born', 'ok'],
        ['タイ', 2004, '{38108}', true],
        ['x & "y" <z>', 9012345678, '{30407}', false],
        [null, null, '', null],
        ['', 1.5, '{0}', ''],
      ],
    },
    { name: 'copy', rows: [['国籍'], ['タイ']] },
    { name: 'secret', rows: [['hidden']], hidden: true as const },
  ]
  it('reads texts, numbers, dates and truth values of one sheet, without readings in kana', async () => {
    const bytes = workbook(sheets)
    expect(await cells(bytes)).toEqual([
      ['国籍', 'year', 'born', 'ok'],
      ['タイ', '2004', '2004-05-01', 'TRUE'],
      ['x & "y" <z>', '9012345678', '1983-04-01', 'FALSE'],
      ['', '1.5', '00:00'],
    ])
    expect(await cells(bytes, 'file', 2)).toEqual([['国籍'], ['タイ']])
    const opened = await openFile(bytes, 'file.xlsx')
    expect(opened.sheets).toEqual([
      { position: 1, name: 'ζ', hidden: false },
      { position: 2, name: 'copy', hidden: false },
      { position: 3, name: 'secret', hidden: true },
    ])
    expect([...opened.rows(1)].map((row) => row.row)).toEqual([1, 2, 3, 5])
    expect(JSON.stringify([...opened.rows(1)])).not.toContain('フリガナ')
  })

  it.each([
    ['yyyy/m/d', true],
    ['[$-411]ge.m.d', true],
    ['ggge"年"', true],
    ['[h]:mm', true],
    ['General', false],
    ['0.00E+00', false],
    ['#,##0"円"', false],
    ['"d"0', false],
    ['[Red]0', false],
    ['@', false],
  ])('the format %s: a date is %s', (format, isDate) => expect(isDateFormat(format)).toBe(isDate))

  const told = async (bytes: Uint8Array) => {
    try {
      const opened = await openFile(bytes, 'x.xlsx')
      for (const _ of opened.rows()) void _
    } catch (error) {
      return refusal(() => {
        throw error
      })
    }
    return []
  }

  it('P19 refuses what unpacks too far, whatever it says of its own size', async () => {
    const bomb = workbook([{ name: 'a', rows: [['a']] }], {
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1"><c t="str"><v>${'0'.repeat(12 << 20)}</v></c></row></sheetData></worksheet>`,
    })
    expect(bomb.length).toBeLessThan(60_000)
    expect(await told(bomb)).toEqual(['invalid-file', ' unpack_ratio'])
    const lying = bomb.slice()
    const view = new DataView(lying.buffer)
    for (let at = 0; at < lying.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    expect(await told(lying)).toEqual(['invalid-file', ' unpack_ratio'])
  })

  it.each<[string, Uint8Array, string]>([
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 'unknown_format'],
    ['a PDF', strToU8('%PDF-1.7'), 'unknown_format'],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), 'no_workbook'],
    ['a truncated archive', workbook(sheets).slice(0, 500), 'broken_archive'],
    [
      'an entity of its own',
      workbook(sheets, { 'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' }),
      'broken_archive',
    ],
    ['nothing', new Uint8Array(), 'empty_file'],
  ])('refuses %s', async (_, bytes, rule) => expect(await told(bytes)).toEqual(['invalid-file', ` ${rule}`]))

  it('never throws anything but a problem, whatever bytes are broken', async () => {
    const good = workbook(sheets)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = good.slice()
        for (const [at, value] of changes) bytes[at] = value
        await told(bytes)
      }),
      { numRuns: 400 },
    )
  })
})

describe('JSON', () => {
  it('reads flat objects as rows, one a line or in an array', async () => {
    const rows = [
      ['a', 'b'],
      ['1', 'x;y'],
      ['', '2004'],
    ]
    expect(await cells(strToU8('{"a":1,"b":["x","y"]}\n\n{"b":{"value":"2004","precision":"year"}}\n'))).toEqual(rows)
    expect(await cells(strToU8('[{"a":1,"b":["x","y"]},\n{"a":null,"b":2004}]'))).toEqual(rows)
  })

  it('tells submissions from rows', async () => {
    expect((await openFile(strToU8('{"schema":"jnatip-case/1","answers":{}}\n'), 'f')).bodies).not.toBeNull()
    expect((await openFile(strToU8('{"gender":"woman"}\n'), 'f')).bodies).toBeNull()
  })
})
