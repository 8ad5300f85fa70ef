/**
 * What a word in a partner's file could mean: our labels, demonyms, former names, common words of five languages. A suggestion
 * is shown, never applied without a yes.
 */
import { COUNTRIES } from '../../lists/countries.ts'
import { PREFECTURES } from '../../lists/prefectures.ts'
import { QUESTIONS, type QuestionId } from '../../questionnaire/index.ts'
import { RESERVED } from '../../questionnaire/question.ts'
import { questionOf } from '../file-reader.ts'
import { ANSWER_WORDS } from './words/answers.ts'
import { AMBIGUOUS_COUNTRIES, COUNTRY_WORDS, REGION_WORDS } from './words/countries.ts'
import { HEADING_WORDS } from './words/headings.ts'
import {
  COUNTRY_OR_MISSING,
  DECLINED_WORDS,
  EITHER_WORDS,
  NOT_ANYTHING_WORDS,
  NOT_APPLICABLE_WORDS,
  NOT_RECORDED_WORDS,
  PREFECTURE_OR_MISSING,
  UNKNOWN_WORDS,
} from './words/missing.ts'
import { CITIES } from './words/places.ts'

/** Nothing but dashes, of whatever kind: katakana's long vowel and the mathematical minus too. */
const DASHES = /^[\p{Pd}−ー─━_~〜～⁃]+$/u

/** How words are compared: NFKC, no accents, lower case, one kind of apostrophe and of dash, no double blanks, no point at the end. */
export const foldWord = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F\p{Cf}]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\p{L})\.$/u, '')
    .replace(/^[−–—](?=\d+$)/u, '-')
    .replace(DASHES, '-')

let wordsForNothing: ReadonlySet<string> | undefined

/** Whether a text that must name a case says only that there is nothing: a dash, "n/a", 不明. Numbers may be references. */
export function isWordForNothing(text: string): boolean {
  wordsForNothing ??= new Set(
    [NOT_RECORDED_WORDS, UNKNOWN_WORDS, DECLINED_WORDS, NOT_APPLICABLE_WORDS, NOT_ANYTHING_WORDS]
      .flatMap((words) => words.split('|').map(foldWord))
      .filter((word) => !/\d/.test(word)),
  )
  return wordsForNothing.has(foldWord(text))
}

type Index = Map<string, Set<string>>

function add(index: Index, words: string, code: string): void {
  for (const word of words.split('|')) {
    const folded = foldWord(word)
    if (folded === '') continue
    const codes = index.get(folded) ?? new Set()
    codes.add(code)
    index.set(folded, codes)
  }
}

function countryIndex(index: Index): void {
  for (const { code, alpha3, en, ja } of COUNTRIES) {
    for (const word of [code, alpha3, en, ja, en.replaceAll('&', 'and')]) add(index, word, code)
    add(index, COUNTRY_WORDS[code] ?? '', code)
  }
  for (const [word, codes] of Object.entries(AMBIGUOUS_COUNTRIES)) index.set(foldWord(word), new Set(codes))
  for (const word of REGION_WORDS) add(index, word, 'unknown')
}

function prefectureIndex(index: Index): void {
  for (const { code, en, ja } of PREFECTURES) {
    const short = ja === '北海道' ? ja : ja.replace(/[都府県]$/, '')
    for (const word of [
      code,
      String(Number(code)),
      `JP-${code}`,
      en,
      `${en} prefecture`,
      `${en} pref`,
      `${en}-ken`,
      `${en}-to`,
      `${en}-fu`,
      ja,
      short,
    ])
      add(index, word, code)
  }
  for (const [code, words] of Object.entries(CITIES)) add(index, words, code)
}

const indexes = new Map<string, Index>()

/** Folded words of one question, with the codes each could mean. */
function indexOf(id: QuestionId): Index {
  const known = indexes.get(id)
  if (known) return known
  const index: Index = new Map()
  const { codes, list, reserved } = questionOf(id)
  if (list === 'iso3166_1_alpha2') countryIndex(index)
  if (list === 'jis_x_0401') prefectureIndex(index)
  for (const { code, en, ja, importOnly } of codes) {
    for (const word of [code, code.replaceAll('_', ' '), en, ja]) add(index, word, code)
    if (!importOnly) add(index, ANSWER_WORDS[id]?.[code] ?? '', code)
  }
  if (reserved) for (const { code, en, ja } of RESERVED) add(index, [code, en, ja].join('|'), code)
  addMissing(index, id)
  indexes.set(id, index)
  return index
}

/** What leaves the answer out, where a question takes no states or a state that only the platform writes. */
export const LEFT_OUT = ''

/** In a column of years 98 is more likely 1998, which is never guessed. */
const SHORT_YEAR = /^\d{2}$/

/** Words for a missing answer, where the question has no answer of that name; where it has one, or may have, both are offered. */
function addMissing(index: Index, id: QuestionId): void {
  const { reserved, list, askIf, type } = questionOf(id)
  const gap = (state: string) => (reserved ? state : LEFT_OUT)
  const own = new Set(index.keys())
  const both = (word: string, state: string) => index.get(foldWord(word))?.add(gap(state))
  for (const [words, state] of [
    [NOT_RECORDED_WORDS, gap('not_asked')],
    [NOT_ANYTHING_WORDS, gap('not_asked')],
    [UNKNOWN_WORDS, gap('unknown')],
    [DECLINED_WORDS, gap('declined')],
    [NOT_APPLICABLE_WORDS, askIf ? LEFT_OUT : gap('unknown')],
  ] as const)
    for (const word of words.split('|'))
      if (!own.has(foldWord(word)) && !(type === 'date_precision' && SHORT_YEAR.test(word))) add(index, word, state)
  for (const [state, words] of Object.entries(EITHER_WORDS))
    for (const word of words.split('|')) {
      if (own.has(foldWord(word))) {
        if (reserved) both(word, state)
      } else if (!index.has(foldWord(word))) add(index, word, gap(state))
    }
  if (list === 'iso3166_1_alpha2')
    for (const [code, states] of Object.entries(COUNTRY_OR_MISSING)) for (const state of states) both(code, state)
  if (list === 'jis_x_0401')
    for (const [code, states] of Object.entries(PREFECTURE_OR_MISSING)) for (const state of states) both(code, state)
}

/** "Thai national", "タイ人", "タイ国籍". */
const PEOPLE =
  /(?: (?:nationals?|citizens?|women|woman|men|man|people|females?|males?|nationality|origin))$|(?:人女性|人男性|籍女性|国籍|人|籍|女性|男性)$/

/** Codes that the word could mean for this question: none, one, or several of which none is preferred. */
export function suggest(id: QuestionId, text: string): readonly string[] {
  const index = indexOf(id)
  const folded = foldWord(text)
  const found = index.get(folded) ?? index.get(folded.replaceAll(' ', '_')) ?? index.get(folded.replaceAll('_', ' '))
  if (found) return [...found]
  if (questionOf(id).list !== 'iso3166_1_alpha2') return []
  const base = folded.replace(PEOPLE, '').trim()
  return base === folded || base === '' ? [] : [...(index.get(base) ?? [])]
}

let headings: Index | undefined

/** Without brackets and what they hold, and without a mark at the end: "Returned?", "Debt (JPY)". */
const stripped = (heading: string) =>
  foldWord(heading.replace(/[（(［[][^（(［[）)］\]]*[）)］\]]/g, '').replace(/[\s?？:：*＊]{1,8}$/, ''))

/** Questions that a heading could mean: our labels first, then what partners write. None for an unknown heading. */
export function suggestQuestion(heading: string): readonly QuestionId[] {
  if (!headings) {
    headings = new Map()
    for (const [id, words] of Object.entries(HEADING_WORDS)) add(headings, words, id)
    for (const { id, en, ja, privacy } of QUESTIONS)
      if (privacy !== 'direct_identifier') {
        for (const word of [id, id.replaceAll('_', ' '), en, ja]) headings.set(foldWord(word), new Set([id]))
      }
  }
  const found = headings.get(foldWord(heading)) ?? headings.get(stripped(heading))
  return found ? ([...found] as QuestionId[]) : []
}
