/** P06: identifier detection finds every kind of identifier in every language and disguise, and nothing in our own words. */

import { describe, expect, it } from 'vitest'
import { kindsIn, loadIdentifierDetector } from '../../survey-schema/identifiers/detect.ts'
import { allOurWords } from '../../survey-schema/identifiers/own-words.ts'
import { QUESTIONS } from '../../survey-schema/questionnaire/index.ts'
import fc from '../support/seeded-properties.ts'
import { DISGUISES, EXAMPLES, HARMLESS } from './identifier-examples.ts'

const detector = await loadIdentifierDetector()
const examples = Object.entries(EXAMPLES).flatMap(([kind, texts]) => texts.map((text) => [kind, text] as const))

describe('P06 identifier detection', () => {
  it.each(examples)('%s: %s', (kind, text) => expect(detector.kindsIn(text)).toContain(kind))

  it.each(DISGUISES)('sees through %s', (_, disguise) => {
    const missed = examples.filter(([kind, text]) => !detector.kindsIn(disguise(text)).includes(kind as never))
    expect(missed).toEqual([])
  })

  it.each([
    ['Cyrillic letters', 'TК1234567', 'passport_number'],
    ['Cyrillic letters in an address', 'rin@ехаmple.test', 'email'],
    ['Greek letters', 'ΑΒ12345678CD', 'residence_card_number'],
    ['letters for digits', 'O9O-l234-5678', 'telephone'],
    ['kanji digits', '〇九〇ー一二三四ー五六七八', 'telephone'],
    ['Thai digits', '๐๘๑-๐๐๐-๑๒๓๔', 'telephone'],
    ['Arabic digits', '٠٩٠-٠٠٠٠-١٢٣٤', 'telephone'],
    ['circled digits', '⓪⑨⓪-①②③④-⑤⑥⑦⑧', 'telephone'],
    ['black circled digits', '⓪❾⓪-❶❷❸❹-❺❻❼❽', 'telephone'],
    ['mathematical digits', '𝟎𝟗𝟎-𝟎𝟎𝟎𝟎-𝟏𝟐𝟑𝟒', 'telephone'],
    ['a long vowel mark as a hyphen', '090ー0000ー1234', 'telephone'],
    ['digits apart', '0 9 0 0 0 0 0 1 2 3 4', 'telephone'],
    ['half-width kana', 'ﾅﾆﾜ 300 ﾃ 12-34', 'number_plate'],
    ['struck through', '0̶9̶0̶-0̶0̶0̶0̶-1̶2̶3̶4̶', 'telephone'],
  ])('sees through %s', (_, text, kind) => expect(detector.kindsIn(text)).toContain(kind))

  it('lets every code and label of the house pass, alone and among others', () => {
    const words = allOurWords()
    expect(words.length).toBeGreaterThan(2500)
    expect(words.filter((word) => detector.kindsIn(word).length > 0)).toEqual([])
    expect(words.filter((word) => detector.kindsIn(` ${word} ;`).length > 0)).toEqual([])
    expect(words.filter((word) => detector.kindsIn(word.toUpperCase()).length > 0)).toEqual([])
  })

  it('lets lines of questions and answers pass, as a page or a list prints them', () => {
    const lines = QUESTIONS.flatMap(({ id, en, ja, codes }) =>
      codes.flatMap((code) => [
        `${id}: ${code.code}`,
        `${id}=${code.code}`,
        `${en} ${code.en}`,
        `${en}: ${code.en}`,
        `${ja}：${code.ja}`,
        `- ${code.en} (${code.ja})`,
      ]),
    )
    expect(lines.length).toBeGreaterThan(4000)
    expect(lines.filter((line) => detector.kindsIn(line).length > 0)).toEqual([])
  })

  it.each(HARMLESS)('lets "%s" pass', (text) => expect(detector.kindsIn(text)).toEqual([]))

  it.each([
    ['2004-05-01', ['exact_date']],
    ['01-05-2004', ['exact_date']],
    ['25/12/04', ['exact_date']],
    ['13/13/04', []],
    ['192.0.2.1', ['device_trace']],
    ['300.0.2.1', []],
    ['35.68951, 139.69171', ['coordinates']],
    ['090-0000-1234', ['telephone']],
    ['4111 1111 1111 1111', ['account_or_card']],
    ['4111 1111 1111 1112', ['national_number']],
    ['123456789018', ['individual_number']],
    ['123-456-789', ['national_number']],
    ['2004-0017', []],
    ['12345678', ['national_number']],
    ['81 000 1234', ['telephone', 'national_number']],
    ['61 000 1234', ['telephone', 'national_number']],
    ['¥1,234,567', ['exact_amount']],
    ['品川 330 あ 12-34', ['number_plate']],
    ['rin1234567@example.test', ['email']],
    ['TK1234567', ['passport_number']],
    ['平成16年(わ)第123号', ['case_number']],
  ])('names %s once: %j', (text, kinds) => expect(detector.kindsIn(text)).toEqual(kinds))

  it('never throws, and never takes long', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', size: 'max', maxLength: 400 }),
      fc.string({
        unit: fc.constantFrom('0', '1', '9', '-', ' ', '.', '/', ':', '@', 'a', 'N', '年', '月', '区', '〇', 'ก', '\u200B'),
        size: 'max',
        maxLength: 400,
      }),
    )
    fc.assert(
      fc.property(text, (given) => void detector.kindsIn(given)),
      { numRuns: 2000 },
    )
  })

  it('sees an identifier wherever it stands in a text', () => {
    const around = fc.constantFrom('', ' ', '、', '友人の ', 'she said ', '(', ' ; ', '\n')
    const firm = examples.filter(([kind]) =>
      ['telephone', 'email', 'residence_card_number', 'individual_number', 'exact_date'].includes(kind),
    )
    fc.assert(
      fc.property(fc.constantFrom(...firm), around, fc.constantFrom('', ' ', '。', ') ', ' です', '\n'), ([kind, text], before, after) => {
        // A month alone in a cell is a date; beside other words it may be a serial number.
        fc.pre(text !== '2004-05')
        expect(detector.kindsIn(before + text + after)).toContain(kind)
      }),
      { numRuns: 3000 },
    )
  })

  it('finds numbers without the plans of the world as well, if under another name', () => {
    for (const text of EXAMPLES.telephone ?? []) expect([text, kindsIn(text).length > 0]).toEqual([text, true])
  })
})
