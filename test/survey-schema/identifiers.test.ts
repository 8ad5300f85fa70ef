import { describe, expect, it } from 'vitest'
import { foldHeading, IDENTIFIER_KINDS, kindOfHeading } from '../../survey-schema/identifiers/identifier-kinds.ts'
import { isIndividualNumber, kindOfShape } from '../../survey-schema/identifiers/identifier-shapes.ts'
import { QUESTIONS } from '../../survey-schema/questionnaire/index.ts'

const HEADINGS: readonly [string, string][] = [
  ['Name', 'personal_name'],
  ['First_Name', 'personal_name'],
  ['prs_First_Name', 'personal_name'],
  ['氏名', 'personal_name'],
  ['源氏名', 'personal_name'],
  ['D.O.B.', 'date_of_birth'],
  ['生年月日', 'date_of_birth'],
  ['Passport No.', 'passport_number'],
  ['passport-number', 'passport_number'],
  ['在留カード番号', 'residence_card_number'],
  ['在留ｶｰﾄﾞ番号', 'residence_card_number'],
  ['外国人登録証明書番号', 'alien_registration_number'],
  ['ＭＹ　ＮＵＭＢＥＲ', 'individual_number'],
  ['マイナンバー', 'individual_number'],
  ['Identity number', 'national_number'],
  ['口座番号', 'account_or_card'],
  ['phone', 'telephone'],
  ['携帯', 'telephone'],
  ['連絡先', 'telephone'],
  ['E-Mail', 'email'],
  ['LINE ID', 'social_handle'],
  ['X', 'social_handle'],
  ['URL', 'web_address'],
  ['住所', 'address'],
  ['postal_code', 'address'],
  ['緯度', 'coordinates'],
  ['workplace', 'workplace'],
  ['監理団体名', 'workplace'],
  ['シェルター名', 'institution'],
  ['mama-san', 'exploiter'],
  ['家族の連絡先', 'family'],
  ['担当者', 'worker'],
  ['Case Owner', 'worker'],
  ['事件番号', 'case_number'],
  ['入国日', 'exact_date'],
  ['借金額', 'exact_amount'],
  ['入れ墨', 'appearance'],
  ['IPアドレス', 'device_trace'],
  ['備考', 'narrative'],
  ['cco_CaseComment', 'narrative'],
  ['closing_note', 'narrative'],
  ['Device traces', 'device_trace'],
  ['exact_amount', 'exact_amount'],
  ['prs_MailingStreet', 'address'],
]

describe('P13 headings of questionnaire, section 6', () => {
  it.each(HEADINGS)('%s is %s', (heading, kind) => expect(kindOfHeading(heading)).toBe(kind))
  it.each(['', 'gender', 'citizenship', 'favourite colour', 'names2', '__proto__', 'constructor', 'toString'])(
    '"%s" is nobody we know',
    (heading) => expect(kindOfHeading(heading)).toBeNull(),
  )

  it('knows each kind under its own names, however they are written', () => {
    for (const kind of IDENTIFIER_KINDS)
      for (const name of [kind.id, kind.en, kind.ja, ...kind.headings, ...kind.htcds]) {
        const shouted = [...name.toUpperCase()].join(' ')
        expect([name, kindOfHeading(name), kindOfHeading(shouted)]).toEqual([name, kind.id, kind.id])
      }
  })

  it('stands under one kind only', () => {
    const seen = new Map<string, string>()
    for (const kind of IDENTIFIER_KINDS)
      for (const heading of [kind.id, kind.en, kind.ja, ...kind.headings, ...kind.htcds].map(foldHeading)) {
        expect([heading, seen.get(heading) ?? kind.id]).toEqual([heading, kind.id])
        seen.set(heading, kind.id)
      }
  })

  it('never meets a question, a group or a field of the envelope', () => {
    const ours = [
      ...QUESTIONS.map((question) => question.id),
      'schema',
      'questionnaire',
      'language',
      'confirmed',
      'answers',
      'groups',
      'route_legs',
      'contact_steps',
    ]
    expect(ours.filter((id) => kindOfHeading(id) !== null)).toEqual(['closing_note'])
  })
})

const SHAPES: readonly [string, string][] = [
  ['a@example.test', 'email'],
  ['ａ＠ｅｘａｍｐｌｅ．ｔｅｓｔ', 'email'],
  ['https://example.test', 'web_address'],
  ['www.example.test', 'web_address'],
  ['@rin_chan', 'social_handle'],
  ['AB12345678CD', 'residence_card_number'],
  ['090-0000-1234', 'telephone'],
  ['03-0000-1234', 'telephone'],
  ['０９０００００１２３４', 'telephone'],
  ['+81 90 0000 1234', 'telephone'],
  ['+66812345678', 'telephone'],
  ['〒100-0000', 'address'],
  ['3丁目', 'address'],
  ['192.0.2.1', 'device_trace'],
  ['35.12345, 139.12345', 'coordinates'],
  ['30万円', 'exact_amount'],
  ['¥3000', 'exact_amount'],
  ['平成16年(わ)第123号', 'case_number'],
  ['TK1234567', 'passport_number'],
  ['A123456', 'passport_number'],
  ['B1234567890', 'alien_registration_number'],
  ['123456789018', 'individual_number'],
  ['1234-5678-9018', 'individual_number'],
  ['123456789012', 'national_number'],
  ['4111 1111 1111 1111', 'account_or_card'],
  ['1234567', 'national_number'],
  ['2004-05-01', 'exact_date'],
  ['S58.4.1', 'exact_date'],
  ['昭和58年4月1日生', 'exact_date'],
  ['20040501', 'exact_date'],
  ['case 1/5/2004', 'exact_date'],
]

describe('P06 identifier detection on the one text field', () => {
  it.each(SHAPES)('%s looks like %s', (text, kind) => expect(kindOfShape(text)).toBe(kind))
  it.each(['A-17', 'ctdc-000123', '2004-017', 'case 42', '第3件', 'osaka12', 'ngo/2004/5', '一二三'])('%s is a case reference', (text) =>
    expect(kindOfShape(text)).toBeNull(),
  )

  it('tells a check digit', () => {
    expect(isIndividualNumber('123456789018')).toBe(true)
    for (const last of [0, 1, 2, 3, 4, 5, 6, 7, 9]) expect(isIndividualNumber(`12345678901${last}`)).toBe(false)
  })
})
