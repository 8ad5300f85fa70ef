/** Case references: serial numbers of an office are no identifiers, and numbers that run are known by the one before. */
import { describe, expect, it } from 'vitest'
import { receive } from '../../survey-schema/answers/receive.ts'
import { isSerialKey, kindOfKey, mayRun, RunningKeys } from '../../survey-schema/identifiers/case-keys.ts'
import { scanRows } from '../../survey-schema/partner-files/scan.ts'
import { CONTEXT, plainSubmission } from '../support/records.ts'
import { detector } from './read-file.ts'
import { refusal } from './refusal.ts'

describe('a case reference', () => {
  it.each(['A-2019001', 'K-100012', 'CASE000123', '0003412', '2019-001', '2019/001', 'JN-2019-0012', 'EMB-7', 'R5-12'])(
    '%s is no identifier',
    (key) => expect(kindOfKey(key)).toBeNull(),
  )
  it.each([
    ['TK1234567', 'passport_number'],
    ['A-1234567', 'passport_number'],
    ['20190401', 'exact_date'],
    ['K-20190401', 'exact_date'],
    ['9001011234567', 'national_number'],
    ['090-1234-5678', 'telephone'],
    ['0901234567', 'telephone'],
    ['AB12345678CD', 'residence_card_number'],
    ['rin@example.test', 'email'],
  ])('%s is a %s', (key, kind) => expect(kindOfKey(key)).toBe(kind))

  it.each(['M-990101', '1990/01', '1990-05', 'TEL-901234', 'PHONE901234'])('%s has no shape of a serial number', (key) =>
    expect(isSerialKey(key)).toBe(false),
  )

  it.each([
    ['TK1234567', 'passport_number', true],
    ['9001011234567', 'national_number', false],
    ['09012345678', 'telephone', false],
    ['4111111111111111', 'account_or_card', false],
    ['19850512', 'exact_date', false],
  ] as const)('%s, a %s, may run: %s', (key, kind, runs) => expect(mayRun(kind, key)).toBe(runs))

  it('with the sign of unreadable bytes is refused in every channel', () =>
    expect(refusal(() => receive(plainSubmission({ partner_case_key: 'K\uFFFD1' }), CONTEXT))).toEqual([
      'invalid-submission',
      '/answers/partner_case_key not_utf8',
    ]))

  it('of an office is no finding of the search of a file either', () => {
    const rows = [
      { cells: ['partner_case_key', 'ζ'], row: 1 },
      { cells: ['K-100012', 'K-100012'], row: 2 },
      { cells: ['TK1234567', ''], row: 3 },
    ]
    expect([...scanRows(rows, detector)]).toEqual([
      { line: 2, column: 2, kinds: ['passport_number'] },
      { line: 3, column: 'partner_case_key', kinds: ['passport_number'] },
    ])
  })

  it('runs while one prefix and growing numbers go on', () => {
    const running = new RunningKeys()
    const taken = ['TK1000001', 'TK1000002', 'TK1000002', 'TK0999999', 'KT1000003', 'TK1000900', 'TK2000000', 'Maria', 'TK1000901'].map(
      (key) => running.takes(key),
    )
    expect(taken).toEqual([true, true, false, false, false, true, false, false, true])
  })
})
