/** A form has all its texts in each further language, and the rest of it stays as it is in Japanese and English. */
import { describe, expect, it } from 'vitest'
import { shownCodes } from '../../survey-schema/forms/offered.ts'
import { questionnaireXForm } from '../../survey-schema/forms/xform.ts'
import { questionnaireXlsForm } from '../../survey-schema/forms/xls-form.ts'
import { TRANSLATIONS } from '../../survey-schema/languages/index.ts'
import { textAt } from '../../survey-schema/languages/text-at.ts'
import type { Translation } from '../../survey-schema/languages/translation.ts'
import { readXml, type XmlElement } from '../../survey-schema/partner-files/workbooks/xml.ts'
import { type KnownQuestion, QUESTIONS } from '../../survey-schema/questionnaire/index.ts'
import { pseudoLanguage, textsByPath } from '../support/language-texts.ts'

const THAI = TRANSLATIONS[0]!
const PSEUDO = pseudoLanguage(THAI)

type Row = Readonly<Record<string, string>>
const sheetsOf = (translations?: readonly Translation[]) =>
  new Map(
    questionnaireXlsForm(translations).map(({ name, rows: [heading = [], ...rows] }) => [
      name,
      rows.map((cells): Row => Object.fromEntries(heading.map((column, at) => [column, cells[at] ?? '']))),
    ]),
  )

const found = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...found(child, name)])

/** What the XForm says in each language: texts by their id. */
const saidIn = (translations?: readonly Translation[]) =>
  new Map(
    found(readXml(questionnaireXForm(translations)), 'translation').map((translation) => [
      translation.attributes.lang!,
      new Map(translation.children.map((text) => [text.attributes.id!, text.children[0]!.text])),
    ]),
  )

/** What is left of a text of the language that nobody speaks when its own texts are taken out. */
const notSpoken = (text: string) => text.replaceAll(/⟦[^⟧]*⟧/g, '').trim()

describe('further languages of the forms', () => {
  it('the workbook has a label, a hint and a message in each, by the name and tag that tools show', () => {
    const heading = questionnaireXlsForm()[0]!.rows[0]!
    const names = ['English (en)', 'Japanese (ja)', 'ไทย (th)', 'Español (es)', 'やさしい日本語 (ja-simple)']
    for (const kind of ['label', 'hint', 'constraint_message'])
      expect(heading.filter((column) => column.startsWith(`${kind}::`))).toEqual(names.map((name) => `${kind}::${name}`))
    for (const rows of sheetsOf().values())
      for (const row of rows)
        for (const kind of ['label', 'hint', 'constraint_message'])
          for (const name of names) expect(row[`${kind}::${name}`] === '', `${row.name} ${name}`).toBe(row[`${kind}::English (en)`] === '')
  })

  it('the XForm has them too, the same texts, and Japanese is still the one that it begins with', () => {
    const said = saidIn()
    expect([...said.keys()]).toEqual(['Japanese (ja)', 'English (en)', 'ไทย (th)', 'Español (es)', 'やさしい日本語 (ja-simple)'])
    expect(questionnaireXForm().match(/default="true\(\)"/g)?.length).toBe(1)
    for (const texts of said.values()) expect([...texts.keys()]).toEqual([...said.get('Japanese (ja)')!.keys()])
    const sheets = sheetsOf()
    for (const [name, texts] of said) {
      for (const row of sheets.get('survey')!.filter((one) => !one.type!.startsWith('end_'))) {
        expect(texts.get(`${row.name}:label`)).toBe(row[`label::${name}`])
        expect(texts.get(`${row.name}:hint`) ?? '').toBe(row[`hint::${name}`])
        expect(texts.get(`${row.name}:jr:constraintMsg`) ?? '').toBe(row[`constraint_message::${name}`])
      }
      for (const row of sheets.get('choices')!) expect(texts.get(`choice-${row.list_name}-${row.name}`)).toBe(row[`label::${name}`])
    }
  })

  it('nothing else changes: lists, names, rules, and every text in Japanese and English', () => {
    const plain = sheetsOf([])
    for (const [sheet, rows] of sheetsOf())
      for (const [at, row] of rows.entries())
        for (const [column, cell] of Object.entries(plain.get(sheet)![at]!)) expect(row[column]).toBe(cell)
    const withoutTexts = (xml: string) => xml.replace(/<itext>.*<\/itext>/s, '')
    expect(withoutTexts(questionnaireXForm())).toBe(withoutTexts(questionnaireXForm([])))
  })

  it('nothing is left untranslated: a language that nobody speaks fills every text', () => {
    for (const rows of sheetsOf([PSEUDO]).values())
      for (const row of rows)
        for (const kind of ['label', 'hint', 'constraint_message']) expect(notSpoken(row[`${kind}::Pseudo (qps)`] ?? '')).toBe('')
    const texts = saidIn([PSEUDO]).get('Pseudo (qps)')!
    expect([...texts].filter(([, text]) => text === '' || notSpoken(text) !== '')).toEqual([])
  })

  it('and every text of a language is used, but those of what a form does not ask', () => {
    const said = [...saidIn([PSEUDO]).get('Pseudo (qps)')!.values()].join(' ')
    const unused = [...textsByPath(PSEUDO)].filter(([path]) => !new RegExp(`⟦${path}[ ⟧]`).test(said)).map(([path]) => path)
    expect(unused).toEqual([
      'sections.note',
      'questions.closing_note.text',
      'shared.age_bands.9_17',
      'shared.age_bands.under_18',
      'shared.age_bands.18_plus',
      'states.not_applicable',
    ])
  })

  it('questions that share a list share its answers in every language', () => {
    const lists = new Map<string, KnownQuestion>()
    for (const row of sheetsOf([]).get('survey')!) {
      const list = /^select_\w+ (\S+)$/.exec(row.type!)?.[1]
      const question = QUESTIONS.find(({ id }) => id === row.name)
      if (!list || !question) continue
      const first = lists.get(list) ?? question
      lists.set(list, first)
      for (const translation of TRANSLATIONS)
        for (const { code } of shownCodes(question))
          expect(textAt(translation, { of: 'answer', id: question.id, code })).toBe(
            textAt(translation, { of: 'answer', id: first.id, code }),
          )
    }
  })

  it('a language that nobody has reviewed says so before the first question; a reviewed one does not', () => {
    const noteIn = (translation: Translation) =>
      saidIn([translation]).get(`${translation.name} (${translation.tag})`)!.get('independence:label')
    expect(noteIn(PSEUDO)).toBe('⟦words.independence⟧ ⟦words.not_reviewed⟧')
    expect(noteIn({ ...PSEUDO, reviewer: { year: 2027 } })).toBe('⟦words.independence⟧')
    for (const translation of TRANSLATIONS)
      expect(noteIn(translation)!.includes(translation.words.not_reviewed.split('《')[0]!)).toBe(!translation.reviewer)
  })

  it('readings stand in brackets, and numbers in their place', () => {
    expect(`${questionnaireXForm()}${JSON.stringify(questionnaireXlsForm())}`).not.toMatch(/[《》]|\{most\}|undefined/)
    const said = saidIn()
    expect(said.get('やさしい日本語 (ja-simple)')!.get('leg_from_country:label')).toBe('どの国（くに）から出（で）ましたか。')
    expect(said.get('Español (es)')!.get('citizenship:jr:constraintMsg')).toMatch(/ Hasta 3\.$/)
    expect(said.get('ไทย (th)')!.get('choice-citizenship-TH')).toBe('ไทย')
  })

  it('an answer that a question does not have is no text', () => {
    expect(() => textAt(THAI, { of: 'answer', id: 'gender', code: 'constructor' })).toThrow(RangeError)
    expect(() => textAt(THAI, { of: 'answer', id: 'education', code: 'yes' })).toThrow(RangeError)
  })
})
