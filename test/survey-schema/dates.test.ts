import { describe, expect, it } from 'vitest'
import { calendarOf, cutToYear } from '../../survey-schema/answers/dates.ts'
import fc from '../support/seeded-properties.ts'

const YEAR_ALONE: readonly [string, number][] = [
  ['2004', 2004],
  [' 2004 ', 2004],
  ['２００４', 2004],
  ['2004年', 2004],
  ['西暦2004年', 2004],
  ['2547', 2004],
  ['พ.ศ. 2547', 2004],
  ['BE 2547', 2004],
  ['平成16年', 2004],
  ['平成１６年', 2004],
  ['H16', 2004],
  ['R1', 2019],
  ['令和元年', 2019],
  ['R元', 2019],
  ['昭和64年', 1989],
  ['S58', 1983],
  ['㍻16年', 2004],
  ['2004.0', 2004],
  ['2004.00', 2004],
  ['2547.0', 2004],
]
const FINER: readonly [string, number][] = [
  ['2004-05-01', 2004],
  ['2004/5/1', 2004],
  ['2004.5.1', 2004],
  ['2004-05', 2004],
  ['20040501', 2004],
  ['2004年5月1日', 2004],
  ['2004年5月', 2004],
  ['2004-05-01T10:20:30Z', 2004],
  ['2004-05-01 10:20', 2004],
  ['2004/05/01 10:20:30', 2004],
  ['1/5/2004', 2004],
  ['25.12.2004', 2004],
  ['12/25/2004', 2004],
  ['5/2004', 2004],
  ['昭和58年4月1日', 1983],
  ['S58.4.1', 1983],
  ['Ｓ５８．４．１', 1983],
  ['s58/4/1', 1983],
  ['H16-4', 2004],
  ['令和元年5月1日', 2019],
  ['平成 16 年 4 月', 2004],
  ['2547-05-01', 2004],
  ['1 May 2004', 2004],
  ['May 1, 2004', 2004],
  ['1st Sept. 2004', 2004],
  ['december 2004', 2004],
  ['4 de mayo de 2004', 2004],
  ['mayo 2004', 2004],
  ['12 de octubre de 2004', 2004],
  ['ika-4 ng Mayo 2004', 2004],
  ['Hunyo 12, 2004', 2004],
  ['4 พฤษภาคม 2547', 2004],
  ['๔ พ.ค. ๒๕๔๗', 2004],
  ['4 พ.ค. พ.ศ. 2547', 2004],
  ['วันที่ 4 เดือน มิ.ย. 2547', 2004],
  ['2547-06-30', 2004],
  ['2004-02-29', 2004],
  ['29/2/2547', 2004],
  ['4 Feb 2004', 2004],
  ['7/1/2004 08:15:59', 2004],
  ['31.12.2004 7:05', 2004],
  ['2004/07/01 午前 8:15:59 GMT+9', 2004],
  ['2004/7/1 8:15:59 午後', 2004],
  ['2004-07-01 8:15 AM', 2004],
  ['2004-07-01, 8:15 p.m.', 2004],
  ['2004-07-01 8:15\u202fPM', 2004],
  ['01-Jul-2004 08:15', 2004],
  ['Jul 1, 2004 8:15:59 am', 2004],
  ['2004-07-01T08:15:59.123456', 2004],
  ['2004-07-01T08:15:59.123+09:00', 2004],
  ['2004-07-01T08:15:59Z', 2004],
  ['2004-07-01 08:15:59 UTC', 2004],
  ['2004-07-01 08:15:59 +0900', 2004],
  ['2004-07-01T08:15:59+09:00[Asia/Tokyo]', 2004],
  ['20040701T081559Z', 2004],
  ['Thu Jul 01 2004 08:15:59 GMT+0900 (Japan Standard Time)', 2004],
  ['2004年7月1日 8:15', 2004],
  ['2004年7月1日8時15分', 2004],
  ['平成16年7月1日（木）午前8時', 2004],
  ['2004/7/1(木) 8:15', 2004],
  ['2004年7月1日木曜日', 2004],
  ['4 พ.ค. 2547 14:03 น.', 2004],
  ['2004/7/1 0:00', 2004],
  ['2004/7/1 24:00', 2004],
]
const NOT_A_YEAR = [
  '',
  '04',
  '04/05/01',
  '2004-13-01',
  '2004-05-32',
  '2004-2006',
  '昭和65年',
  '平成0年',
  'X58.4.1',
  '38108',
  'unknown',
  'last year',
  '13/13/2004',
  '2004-05-01-02',
  'H16.13.1',
  'May 2004 2005',
  '平成',
  '元年',
  '2004年13月',
  '2004-02-31',
  '2004-02-30',
  '2005-02-29',
  '1900-02-29',
  '2004/4/31',
  '31/04/2004',
  '2004年6月31日',
  '平成16年2月30日',
  '31 February 2004',
  '31 de abril de 2004',
  '20040231',
  '2004.5.0',
  '2004.000.0',
  '2004-07-01 25:00',
  '2004-07-01 08:61',
  '2004-07-01 08:15:59 Rosa',
  '2004-07-01 08:15 (Rosa)',
  '2004 08:15',
  '08:15',
  '=A1+2004',
]

describe('dates are cut to their year', () => {
  it.each(YEAR_ALONE)('%s is a year', (text, year) => expect(cutToYear(text)).toEqual({ year, precise: false }))
  it.each(FINER)('%s is cut', (text, year) => expect(cutToYear(text)).toEqual({ year, precise: true }))
  it.each(NOT_A_YEAR)('"%s" is not read', (text) => expect(cutToYear(text)).toBeNull())

  it.each([
    ['2004-05-01', 'western'],
    ['S58.4.1', 'era'],
    ['令和元年', 'era'],
    ['2547', 'buddhist'],
    ['4 พ.ค. 2547', 'buddhist'],
    ['2004-05-01T14:03:22.2547', 'western'],
    ['2004-05-01 14:03:22 +2547', 'western'],
    ['2547-05-01 14:03', 'buddhist'],
  ])('%s is written in the %s calendar', (text, calendar) => expect(calendarOf(text)).toBe(calendar))

  it('gives every day of every year its year, in each way of writing it', () => {
    const day = fc.tuple(fc.integer({ min: 1900, max: 2399 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    fc.assert(
      fc.property(day, fc.constantFrom('-', '/', '.'), ([year, month, date], mark) => {
        for (const text of [
          `${year}${mark}${month}${mark}${date}`,
          `${year}年${month}月${date}日`,
          `${date}${mark}${month}${mark}${year}`,
        ]) {
          expect(cutToYear(text)).toEqual({ year, precise: true })
        }
      }),
    )
  })

  it('gives a day its year whatever time of day stands behind it', () => {
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 59 }))
    const two = (part: number) => String(part).padStart(2, '0')
    fc.assert(
      fc.property(
        fc.constantFrom(...FINER.filter(([text]) => /\d$/.test(text) && !/[:]|\/2004$|^2004-05$/.test(text))),
        time,
        ([text, year], [h, m, s]) => {
          fc.pre(!/^(?:H16-4|5\/2004|mayo 2004|december 2004)$/.test(text))
          for (const clock of [` ${h}:${two(m)}`, ` ${two(h)}:${two(m)}:${two(s)}`, ` ${two(h)}:${two(m)}:${two(s)}.5 +09:00`])
            expect(cutToYear(text + clock), text + clock).toEqual({ year, precise: true })
        },
      ),
    )
  })

  it('knows only years that the text itself spells, or an era', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', size: 'medium' }), (text) => {
        const cut = cutToYear(text)
        if (cut) expect(text.normalize('NFKC')).toMatch(/\d|元/)
      }),
    )
  })
})
