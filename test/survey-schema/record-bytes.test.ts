import { describe, expect, it } from 'vitest'
import { COLUMNS, HEADER_BYTES, USED_BYTES } from '../../survey-schema/answers/columns.ts'
import { receive } from '../../survey-schema/answers/receive.ts'
import { decodeRecord, encodeRecord, RECORD_BYTES } from '../../survey-schema/answers/record-bytes.ts'
import { QUESTIONS } from '../../survey-schema/questionnaire/index.ts'
import { anyRecord, CONTEXT, plainSubmission } from '../support/records.ts'
import fc from '../support/seeded-properties.ts'

const plain = receive(plainSubmission(), CONTEXT).record

describe('a record as bytes', () => {
  it('comes back as it was, always in 256 bytes', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const bytes = encodeRecord(record)
        expect(bytes.length).toBe(RECORD_BYTES)
        expect(decodeRecord(bytes)).toEqual(record)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps each state, year and code apart', () => {
    const seen = new Set<string>()
    for (const year of [1980, 1981, 2026, 2100, 'unknown', 'declined', 'not_asked', 'not_applicable'] as const) {
      const record = { ...plain, answers: { ...plain.answers, registration_year: year } }
      expect(decodeRecord(encodeRecord(record))).toEqual(record)
      seen.add(encodeRecord(record).join())
    }
    expect(seen.size).toBe(8)
  })

  it('never reads other bytes as a second spelling of a record', () => {
    fc.assert(
      fc.property(anyRecord, fc.nat({ max: RECORD_BYTES - 1 }), fc.integer({ min: 1, max: 255 }), (record, at, change) => {
        const bytes = encodeRecord(record)
        bytes[at] = (bytes[at] as number) ^ change
        let read: ReturnType<typeof decodeRecord>
        try {
          read = decodeRecord(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
          return
        }
        expect(read).not.toEqual(record)
        expect(encodeRecord(read)).toEqual(bytes)
      }),
      { numRuns: 2000 },
    )
  })

  it('throws RangeError on bytes that are no record', () => {
    for (const bytes of [new Uint8Array(0), new Uint8Array(255), new Uint8Array(256), new Uint8Array(256).fill(255)]) {
      expect(() => decodeRecord(bytes)).toThrow(RangeError)
    }
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 254, maxLength: 254, size: 'max' }), (rest) => {
        expect(() => decodeRecord(Uint8Array.of(1, 1, ...rest))).toThrow(RangeError)
      }),
    )
  })

  it.each([
    ['a code that is not listed', { ...plain, answers: { ...plain.answers, gender: 'lady' } }],
    ['a year before 1980', { ...plain, answers: { ...plain.answers, registration_year: 1979 } }],
    ['four citizenships', { ...plain, answers: { ...plain.answers, citizenship: ['PH', 'TH', 'US', 'VN'] } }],
    ['nine legs', { ...plain, route_legs: Array(9).fill(plain.route_legs[0]) }],
    ['a missing answer', { ...plain, answers: {} }],
    ['another questionnaire', { ...plain, questionnaire: '0.9' }],
    ['an unknown check', { ...plain, flags: ['R99' as const] }],
  ])('refuses to write %s, and says nothing of it', (_, record) =>
    expect(() => encodeRecord(record)).toThrow(new RangeError('not a case record')),
  )
})

describe('the columns', () => {
  it('lie side by side and leave bytes free', () => {
    let offset = HEADER_BYTES
    for (const column of COLUMNS) {
      expect([column.id, column.offset]).toEqual([column.id, offset])
      offset += column.bytes
    }
    expect([offset, USED_BYTES <= RECORD_BYTES]).toEqual([USED_BYTES, true])
  })

  it('hold every question but the two texts, and no direct identifier', () => {
    expect([...new Set(COLUMNS.map((column) => column.question))]).toEqual(
      QUESTIONS.filter((question) => question.type !== 'text').map((question) => question.id),
    )
    expect(COLUMNS.filter((column) => column.privacy === 'direct_identifier')).toEqual([])
    expect(new Set(COLUMNS.map((column) => column.id)).size).toBe(COLUMNS.length)
  })
})
