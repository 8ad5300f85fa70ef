/** The codebook in one language, as a plain document: per question how it is asked, kept and shown, and each code with its counterparts. */
import { GROUP_ROWS } from '../answers/columns.ts'
import { type KnownQuestion, QUESTIONNAIRE_VERSION, QUESTIONS, SECTIONS } from '../questionnaire/index.ts'
import { type Code, NOT_APPLICABLE, type PrivacyClass, RESERVED } from '../questionnaire/question.ts'
import type { Language, Text } from '../text.ts'
import { variableById } from '../variables/index.ts'
import type { CodeTable } from './code-table.ts'
import { conditionWords } from './conditions.ts'
import { type Crosswalk, icTipCrosswalk } from './crosswalk.ts'
import { handling } from './handling.ts'
import { IC_TIP_NAME, icTipText } from './ic-tip.ts'
import { LIST_NAMES, listed } from './offered.ts'
import { PROTOCOL_NAME, PROTOCOL_TERMS } from './protocol-terms.ts'
import { GROUP_HINTS, GROUP_WORDS, INDEPENDENCE, PRIVACY, TITLE, TYPE_WORDS } from './words.ts'

export interface Fact {
  readonly name: string
  readonly text: string
  /** The text is a code or a name of a foreign field. */
  readonly code?: true
}

export interface CodebookEntry {
  readonly id: string
  /** From 1, in the order of the questionnaire. */
  readonly number: number
  readonly question: string
  readonly facts: readonly Fact[]
  readonly codes: CodeTable | null
}

export interface CodebookSection {
  readonly id: string
  readonly title: string
  readonly note: string | null
  readonly entries: readonly CodebookEntry[]
}

export interface Codebook {
  readonly language: Language
  readonly title: string
  readonly lead: readonly string[]
  readonly contents: string
  readonly listsTitle: string
  readonly tables: readonly CodeTable[]
  readonly sections: readonly CodebookSection[]
  readonly crosswalk: Crosswalk
  /** External lists, once each. */
  readonly lists: readonly CodeTable[]
}

const WORDS = {
  title: { en: 'codebook', ja: 'コードブック' },
  contents: { en: 'Contents', ja: '目次' },
  states: {
    en: 'States that are not an answer; in a question with several answers each stands alone',
    ja: '回答にならない状態（複数選択でも単独で用いる）',
  },
  classes: { en: 'Privacy classes', ja: '個人情報保護上の区分' },
  platform: { en: 'written by the platform alone', ja: 'システムのみが記録する' },
  lists: { en: 'External lists', ja: '外部のコード表' },
  answer: { en: 'Answer', ja: '回答' },
  required: { en: 'required', ja: '必須' },
  noStates: { en: 'states are not taken', ja: '状態コードは使えない' },
  asked: { en: 'Asked', ja: '尋ねる場合' },
  always: { en: 'always', ja: '常に' },
  paper: { en: 'on paper only', ja: '紙の調査票のみ' },
  privacy: { en: 'Privacy class', ja: '区分' },
  handling: { en: 'Handling', ja: '取扱い' },
  hierarchy: { en: 'Ladder in tables', ja: '表での段階' },
  beside: { en: 'beside another variable', ja: '他の項目との組合せ' },
  never: { en: 'never', ja: 'しない' },
  notTabulated: { en: 'no table of its own', ja: '単独の表はない' },
  source: { en: 'Source of the codes', ja: '分類の出典' },
  code: { en: 'Code', ja: 'コード' },
  label: { en: 'Label', ja: 'ラベル' },
  meaning: { en: 'Meaning', ja: '意味' },
  importOnly: { en: 'imports only', ja: '取込みのみ' },
  codesOf: { en: 'Codes of', ja: 'コード：' },
} as const satisfies Readonly<Record<string, Text>>

const LEAD: readonly Text[] = [
  {
    en: `Questionnaire ${QUESTIONNAIRE_VERSION}: ${QUESTIONS.length} questions in ${SECTIONS.length} sections. There is no field for a name, a date of birth, a number of a document, a telephone, an address or a shop.`,
    ja: `調査票 ${QUESTIONNAIRE_VERSION}版。${SECTIONS.length}区分、${QUESTIONS.length}問。氏名、生年月日、証明書の番号、電話番号、住所、店名を記入する欄はない。`,
  },
  INDEPENDENCE,
]

export function codebook(language: Language): Codebook {
  const say = (words: Text) => words[language]
  return {
    language,
    title: `${say(TITLE)} ${QUESTIONNAIRE_VERSION}: ${say(WORDS.title)}`,
    lead: LEAD.map(say),
    contents: say(WORDS.contents),
    listsTitle: say(WORDS.lists),
    tables: [
      {
        caption: say(WORDS.states),
        head: [say(WORDS.code), say(WORDS.label)],
        rows: [
          ...RESERVED.map((state) => [state.code, state[language]]),
          [NOT_APPLICABLE.code, `${NOT_APPLICABLE[language]} (${say(WORDS.platform)})`],
        ],
      },
      {
        caption: say(WORDS.classes),
        head: [say(WORDS.code), say(WORDS.label), say(WORDS.meaning)],
        rows: (Object.keys(PRIVACY) as PrivacyClass[]).map((id) => [id, say(PRIVACY[id].name), say(PRIVACY[id].meaning)]),
      },
    ],
    sections: SECTIONS.map(({ id, letter, questions, ...title }) => ({
      id,
      title: `${letter}. ${title[language]}`,
      note: groupNote(questions, language),
      entries: questions.map((question) => entry(question, language)),
    })),
    crosswalk: icTipCrosswalk(language),
    lists: (['iso3166_1_alpha2', 'jis_x_0401'] as const).map((list) => ({
      caption: LIST_NAMES[list],
      head: [say(WORDS.code), say(WORDS.label)],
      rows: listed(QUESTIONS.find((question) => question.list === list) as KnownQuestion).map((code) => [code.code, code[language]]),
    })),
  }
}

function groupNote(questions: readonly KnownQuestion[], language: Language): string | null {
  const group = questions.find((question) => question.group)?.group
  if (!group) return null
  return `${GROUP_WORDS[group][language]} (${group}, ${GROUP_ROWS[group]}): ${GROUP_HINTS[group][language]}`
}

function entry(question: KnownQuestion, language: Language): CodebookEntry {
  const { id, htcds, ctdc } = question
  const icTip = icTipText(id)
  return {
    id,
    number: QUESTIONS.findIndex((other) => other.id === id) + 1,
    question: question[language],
    facts: [
      ...factsOf(question, language),
      ...(htcds ? [{ name: 'HTCDS 2.0', text: htcds, code: true } as const] : []),
      ...(ctdc ? [{ name: 'CTDC', text: ctdc, code: true } as const] : []),
      ...(icTip ? [{ name: IC_TIP_NAME, text: icTip, code: true } as const] : []),
    ],
    codes: question.codes.length > 0 ? codeTable(question, language) : null,
  }
}

function factsOf(question: KnownQuestion, language: Language): readonly Fact[] {
  const say = (words: Text) => words[language]
  const fact = (name: Text, text: string): Fact => ({ name: say(name), text })
  const privacy = PRIVACY[question.privacy]
  return [
    fact(WORDS.answer, answer(question, language)),
    fact(WORDS.asked, asked(question, language)),
    fact(WORDS.privacy, `${say(privacy.name)} (${question.privacy})`),
    fact(WORDS.hierarchy, hierarchy(question.id, language)),
    fact(WORDS.handling, say(handling(question))),
    ...(question.source ? [fact(WORDS.source, question.source)] : []),
  ]
}

function answer(question: KnownQuestion, language: Language): string {
  const { type, max, group, required, reserved } = question
  const limit: Text = type === 'text' ? { en: `up to ${max} characters`, ja: `${max}字まで` } : { en: `up to ${max}`, ja: `${max}つまで` }
  return [
    TYPE_WORDS[type][language],
    ...(max !== null && group === null ? [limit[language]] : []),
    ...(question.list ? [LIST_NAMES[question.list]] : []),
    ...(required ? [WORDS.required[language]] : []),
    ...(reserved || type === 'text' ? [] : [WORDS.noStates[language]]),
  ].join(language === 'ja' ? '、' : ', ')
}

function asked({ askIf, privacy, group }: KnownQuestion, language: Language): string {
  if (privacy === 'direct_identifier') return WORDS.paper[language]
  if (askIf) {
    const words = conditionWords(askIf, (id) => ({ en: id, ja: `${id} ` }))
    return { en: `when ${words.en}`, ja: `${words.ja}場合` }[language]
  }
  const each: Text =
    group === 'contact_steps' ? { en: 'for each step', ja: '段階ごとに' } : { en: 'for each part of the journey', ja: '区間ごとに' }
  return group ? each[language] : WORDS.always[language]
}

function hierarchy(id: string, language: Language): string {
  const variable = variableById(id)
  if (!variable) return WORDS.notTabulated[language]
  const named = (level: string) => variable.levels.find((other) => other.id === level)?.[language] ?? level
  const arrow = language === 'ja' ? '＞' : ' > '
  const beside = variable.pair.map(named).join(arrow) || WORDS.never[language]
  return `${variable.levels.map((level) => level[language]).join(arrow)}${language === 'ja' ? '。' : '; '}${WORDS.beside[language]}${language === 'ja' ? '：' : ': '}${beside}`
}

function codeTable(question: KnownQuestion, language: Language): CodeTable {
  const protocol = PROTOCOL_TERMS[question.id]
  const counterparts = [
    ['HTCDS 2.0', (code: Code) => code.htcds],
    ['CTDC', (code: Code) => code.ctdc],
    [PROTOCOL_NAME, (code: Code) => protocol?.[code.code]],
  ] as const
  const columns = counterparts.filter(([, of]) => question.codes.some(of))
  const label = (code: Code) => `${code[language]}${code.importOnly ? ` (${WORDS.importOnly[language]})` : ''}`
  return {
    caption: `${WORDS.codesOf[language]} ${question.id}`,
    head: [WORDS.code[language], WORDS.label[language], ...columns.map(([title]) => title)],
    rows: question.codes.map((code) => [code.code, label(code), ...columns.map(([, of]) => of(code) ?? '–')]),
  }
}
