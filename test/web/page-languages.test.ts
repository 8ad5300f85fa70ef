/** Pages speak every shipped language whole: nothing is left in another, in no state of a page, and each language keeps to its letters. */
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CONFIRMABLE, RULES } from '../../survey-schema/answers/rules.ts'
import { furigana } from '../../survey-schema/languages/furigana.ts'
import { TRANSLATIONS } from '../../survey-schema/languages/index.ts'
import { COUNTRIES, SUBREGIONS } from '../../survey-schema/lists/countries.ts'
import { AREAS, PREFECTURES } from '../../survey-schema/lists/prefectures.ts'
import { ANSWER_PATH } from '../../survey-schema/questionnaire/answer-path.ts'
import { QUESTIONS, SECTIONS } from '../../survey-schema/questionnaire/index.ts'
import { NOT_APPLICABLE, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import type { Text } from '../../survey-schema/text.ts'
import { Agreement } from '../../web/answer/agreement.tsx'
import { AnswerPage } from '../../web/answer/answer-page.tsx'
import { AnswerReceipt } from '../../web/answer/answer-receipt.tsx'
import { Beginning } from '../../web/answer/beginning.tsx'
import { OneQuestion } from '../../web/answer/one-question.tsx'
import { Review } from '../../web/answer/review.tsx'
import { Refused } from '../../web/client.ts'
import { CredentialFields } from '../../web/credential/credential-fields.tsx'
import { NOTHING_PASTED } from '../../web/credential/pasted.ts'
import DraftPanel from '../../web/drafts/draft-panel.tsx'
import { HelpPage } from '../../web/help/help-page.tsx'
import { ofBrowser } from '../../web/language/choice.ts'
import { FURTHER } from '../../web/language/further.ts'
import { Speaking } from '../../web/language/language.tsx'
import { textIn } from '../../web/language/spoken.ts'
import { words as spanish } from '../../web/languages/es.ts'
import { words as easy } from '../../web/languages/ja-simple.ts'
import { words as thai } from '../../web/languages/th.ts'
import { AnswersGiven } from '../../web/questionnaire/answers-given.tsx'
import { CorrectedNote } from '../../web/questionnaire/corrected-note.tsx'
import { FlagsToConfirm } from '../../web/questionnaire/flags-to-confirm.tsx'
import { FormPart } from '../../web/questionnaire/form-part.tsx'
import { changed, EMPTY_FORM } from '../../web/questionnaire/form-state.ts'
import KeyFirst from '../../web/questionnaire/key-first.tsx'
import { Opening, PartTitle } from '../../web/questionnaire/part-title.tsx'
import { PARTS } from '../../web/questionnaire/places-in-form.ts'
import { QuestionnairePage } from '../../web/questionnaire/questionnaire-page.tsx'
import { ReceiptOfCase } from '../../web/questionnaire/receipt.tsx'
import SendForm from '../../web/questionnaire/send-form.tsx'
import { TroubleList } from '../../web/questionnaire/trouble-list.tsx'
import { WhatIsSent } from '../../web/questionnaire/what-is-sent.tsx'
import { StartPage } from '../../web/start/start-page.tsx'
import { WithdrawPage } from '../../web/withdraw/withdraw-page.tsx'
import { PSEUDO, TABLES, textsOfWords } from '../support/page-languages.ts'

/** Names that stand in every language: of languages, of parts, of what is typed or pasted. */
const NAMES = /日本語|English|ไทย|Español|やさしい日本語|jnk_|jns1_|\b[A-Z]\b/g

const SPEAKING = { now: PSEUDO, chosen: 'qps', choices: [], choose: () => {} } as const

/** What a reader sees or hears of a page, but for the language that nobody speaks. */
function otherWords(page: ReactNode): readonly string[] {
  const html = renderToStaticMarkup(createElement(Speaking, SPEAKING, page))
  const said = [...html.matchAll(/ (?:aria-label|title|placeholder|alt)="([^"]*)"|>([^<]+)</g)].map((found) => found[1] ?? found[2] ?? '')
  return said.map((text) => text.replaceAll(/⟦[^⟧]*⟧/g, '').replaceAll(NAMES, '')).filter((text) => /\p{L}/u.test(text))
}

const none = () => {}
const everything = QUESTIONS.filter(({ group }) => group === null).reduce(
  (form, { id, type, codes, reserved }) =>
    changed(form, {
      type: 'answer',
      id,
      answer: type === 'multiple' ? codes.map(({ code }) => code) : (codes.at(0)?.code ?? (reserved ? 'unknown' : '2019')),
    }),
  changed(changed(EMPTY_FORM, { type: 'contacts', contacts: 'reached' }), { type: 'add-row', group: 'contact_steps' }),
)
const issues = Object.keys(RULES).map((rule) => ({ pointer: '/answers/gender', rule }))
const receipt = {
  id: '1',
  receipt: '0000-0000',
  stripped: [{ path: '/answers/gender', kind: 'personal_name' }],
  generalised: [{ path: '/answers/arrival_year', to: 'year' }],
  flags: [...CONFIRMABLE],
}

/** Pages and their states, by name. */
const STATES: Readonly<Record<string, ReactNode>> = {
  start: createElement(StartPage),
  withdraw: createElement(WithdrawPage),
  help: createElement(HelpPage),
  form: createElement(QuestionnairePage),
  opening: createElement(Opening, { closed: true, draftHere: true }),
  ...Object.fromEntries(
    PARTS.flatMap((part, at) => [
      [`title ${part.letter}`, createElement(PartTitle, { part: at })],
      [
        `part ${part.letter}`,
        createElement(FormPart, {
          part,
          form: everything,
          coreOnly: false,
          troublesAt: () => [RULES.required, RULES.invalid_code],
          onStep: none,
        }),
      ],
    ]),
  ),
  answer: createElement(AnswerPage),
  ...Object.fromEntries(
    [[], ['qps']].map((on) => [
      `beginning to answer, ${on.length}`,
      createElement(Beginning, {
        network: { quick_exit: '', receipt_host: null, answers: on as never, hotlines: [] },
        ...{ typed: '', onType: none, onCode: async () => {} },
      }),
    ]),
  ),
  agreement: createElement(Agreement, { onAgreed: none }),
  ...Object.fromEntries(
    ANSWER_PATH.map((step) => [
      `question ${step}`,
      createElement(OneQuestion, { step, place: 1, of: 2, form: everything, onStep: none, onNext: none, onBack: none }),
    ]),
  ),
  ...Object.fromEntries(
    [everything, EMPTY_FORM].map((form, at) => [
      `review ${at}`,
      createElement(Review, {
        ...{ steps: ANSWER_PATH, form, issues, sending: false, trouble: null },
        ...{ onStep: none, onGo: none, onBack: none, onSend: none },
      }),
    ]),
  ),
  'receipt of an answer': createElement(AnswerReceipt, {
    stored: { receipt: '0000-0000', earlier: true },
    kept: false,
    onKept: none,
    onFinish: none,
  }),
  answers: createElement(AnswersGiven, { form: everything }),
  nothing: createElement(AnswersGiven, { form: EMPTY_FORM }),
  troubles: createElement(TroubleList, { issues, onGo: none }),
  flags: createElement(FlagsToConfirm, { flags: [...CONFIRMABLE], needed: ['R23'], confirmed: [], onStep: none, onGo: none }),
  ...Object.fromEntries(
    [true, false].map((accepted) => [
      accepted ? 'sending' : 'key',
      createElement(SendForm, {
        caseReference: 'a b',
        pasted: NOTHING_PASTED,
        accepted,
        sending: accepted,
        refusal: new Refused(accepted ? 'case-exists' : 'no-connection'),
        onPasted: none,
        onSend: none,
        onCorrect: none,
      }),
    ]),
  ),
  corrected: createElement(CorrectedNote, { onAnother: none }),
  'key first': createElement(KeyFirst, { pasted: NOTHING_PASTED, accepted: true, onPasted: none, onAccepted: none }),
  sent: createElement(WhatIsSent, { form: everything }),
  draft: createElement(DraftPanel, { here: false, content: '', begun: true, onOpen: () => true, onState: none }),
  credential: createElement(CredentialFields, {
    pasted: NOTHING_PASTED,
    trouble: { field: 'access', rule: 'access-missing' },
    busy: false,
    onChange: none,
  }),
  receipt: createElement(ReceiptOfCase, { receipt, form: EMPTY_FORM, kept: false, onKept: none, onAnother: none }),
}

describe('a language that nobody speaks', () => {
  it.each(Object.entries(STATES))('P72 fills %s: nothing is left untranslated', (_, state) => {
    expect(otherWords(state)).toEqual([])
  })

  it('finds a text that is left, so that the test above means something', () => {
    expect(otherWords(createElement('p', null, 'left'))).toEqual(['left'])
  })

  it('has every text of the questionnaire, of its rules and lists', () => {
    const codes = QUESTIONS.flatMap((question): readonly Text[] => question.codes)
    const texts: readonly Text[] = [
      ...SECTIONS,
      ...QUESTIONS,
      ...codes,
      ...RESERVED,
      NOT_APPLICABLE,
      ...COUNTRIES,
      ...PREFECTURES,
      ...SUBREGIONS,
      ...AREAS,
      ...Object.values(RULES),
    ]
    expect(texts.filter((text) => !/^⟦.*⟧$/.test(textIn(PSEUDO, 'en', text)))).toEqual([])
  })

  it('has every text of every table', () => {
    const tables = Object.values(TABLES).flatMap((table) => Object.values(table))
    for (const entry of tables) {
      const text: Text = typeof entry === 'function' ? (entry as (...values: number[]) => Text)(3, 7) : entry
      expect(textIn(PSEUDO, 'en', text)).toMatch(/^⟦.*⟧$/)
    }
  })
})

describe('the words of pages', () => {
  const FILES = { th: thai, es: spanish, 'ja-simple': easy }
  const english = new Map(
    Object.entries(TABLES).flatMap(([area, table]) =>
      Object.entries(table).map(([key, entry]) => [
        `${area}.${key}`,
        (typeof entry === 'function' ? (entry as (...values: number[]) => Text)(3, 7) : entry).en,
      ]),
    ),
  )
  const wrong = (words: typeof thai, is: (text: string, path: string) => unknown) =>
    [...textsOfWords(words)].filter(([path, text]) => is(text, path))
  /** Names of programs, keys and formats. */
  const latin = (text: string): readonly string[] =>
    (text.match(/\p{Script=Latin}+/gu) ?? []).filter(
      (word) => !/^(?:Shift|Enter|Space|Word|Excel|PIN|QR|R|jnk|jns|existing|replace)$/.test(word),
    )

  it.each(Object.entries(FILES))('%s is tidy and names every value that English names', (_, words) => {
    const numbers = (text: string): readonly string[] => text.match(/\d+/g) ?? []
    expect(wrong(words, (text) => text.trim() !== text || text === '' || /\s\s|[^\S ]/.test(text))).toEqual([])
    expect(wrong(words, (text, path) => numbers(english.get(path) ?? '').some((number) => !numbers(text).includes(number)))).toEqual([])
    expect(wrong(words, (text) => /undefined|\{|\}/.test(text))).toEqual([])
  })

  it('keep to the letters of their language, and easy Japanese has a reading behind every kanji', () => {
    expect(wrong(thai, (text) => latin(text).length > 0 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text))).toEqual(
      [],
    )
    expect(wrong(thai, (text) => /ค่ะ|คะ(?=\s|$)|ครับ/.test(text))).toEqual([])
    expect(wrong(spanish, (text) => /[^\p{Script=Latin}\p{Script=Common}]/u.test(text))).toEqual([])
    expect(wrong(easy, (text) => latin(text).length > 0)).toEqual([])
    expect(wrong(easy, (text) => /[\p{Script=Han}々](?![\p{Script=Han}々《])/u.test(text))).toEqual([])
    expect(wrong(easy, (text) => /[《》]/.test(text.replaceAll(/[\p{Script=Han}々]《\p{Script=Hiragana}+》/gu, '')))).toEqual([])
    const shown = (text: string) =>
      furigana(text)
        .map((part) => part.text)
        .join('')
    expect(wrong(easy, (text) => shown(text).length > 140)).toEqual([])
  })

  it('have the tags and names of the questionnaire in the same languages', () => {
    expect(FURTHER.map(({ tag, name }) => ({ tag, name }))).toEqual(TRANSLATIONS.map(({ tag, name }) => ({ tag, name })))
  })

  it('a browser gets the first of its languages that is ours, and English where it has none', () => {
    const asked = [['ja-JP', 'en'], ['en-GB', 'ja'], ['th-TH'], ['es-419', 'en'], ['pt-BR', 'es-PE', 'en'], ['fil'], []]
    expect(asked.map(ofBrowser)).toEqual(['ja', 'en', 'th', 'es', 'es', 'en', 'en'])
  })
})
