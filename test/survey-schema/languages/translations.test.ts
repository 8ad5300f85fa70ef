/** Each further language says everything that the questionnaire says, in its own letters, in texts that fit where they are shown. */
import { describe, expect, it } from 'vitest'
import { shownCodes, statesOf } from '../../../survey-schema/forms/offered.ts'
import { furigana } from '../../../survey-schema/languages/furigana.ts'
import { TRANSLATIONS } from '../../../survey-schema/languages/index.ts'
import { textAt } from '../../../survey-schema/languages/text-at.ts'
import type { Translation } from '../../../survey-schema/languages/translation.ts'
import { type KnownQuestion, QUESTIONS } from '../../../survey-schema/questionnaire/index.ts'
import { RESERVED } from '../../../survey-schema/questionnaire/question.ts'
import { sourceByPath, textsByPath } from '../../support/language-texts.ts'

const english = sourceByPath('en')
const [THAI, SPANISH, EASY_JAPANESE] = ['th', 'es', 'ja-simple'].map((tag) => TRANSLATIONS.find((one) => one.tag === tag)!) as [
  Translation,
  Translation,
  Translation,
]

/** What stands on a screen: without the readings, which are small and above. */
const shown = (text: string) =>
  furigana(text)
    .map((part) => part.text)
    .join('')
/** Letters as a reader counts them: a Thai consonant and the vowel over it are one. */
const letters = (text: string) => [...new Intl.Segmenter('en').segment(shown(text))].length

const answersOf = (translation: Translation, question: KnownQuestion) => [
  ...shownCodes(question).map(({ code }) => textAt(translation, { of: 'answer', id: question.id, code })),
  ...(question.reserved ? RESERVED.map(({ code }) => textAt(translation, { of: 'state', id: code })) : []),
]

describe.each(TRANSLATIONS.map((translation) => [translation.name, translation] as const))('%s', (_, translation) => {
  const texts = textsByPath(translation)
  const without = (wrong: (text: string, path: string) => boolean) => [...texts].filter(([path, text]) => wrong(text, path))

  it('has every text that English has, and none that English has not', () => {
    expect([...english.keys()].filter((path) => !texts.has(path))).toEqual([])
    expect([...texts.keys()].filter((path) => !english.has(path))).toEqual([])
  })

  it('has a tag that is valid, and the name of a reviewer only with a year', () => {
    expect(Intl.getCanonicalLocales(translation.tag)).toEqual([translation.tag])
    if (translation.reviewer) expect(translation.reviewer.year).toBeGreaterThan(2025)
  })

  it('has tidy texts: something to read, no blank at an edge or twice, one way to write each letter, nothing invisible', () => {
    expect(without((text) => shown(text).trim() !== shown(text) || text === '' || /\s\s|[^\S ]/.test(text))).toEqual([])
    expect(without((text) => text.normalize('NFC') !== text || /\p{Cc}|\p{Cf}/u.test(text))).toEqual([])
  })

  it('keeps the number that a text has to name, and names no other', () => {
    const named = (text: string) => text.match(/\{\w*\}/g) ?? []
    expect(without((text, path) => named(text).join() !== named(english.get(path)!).join())).toEqual([])
  })

  it('has no two answers of one question that read the same', () => {
    for (const question of QUESTIONS) {
      const answers = answersOf(translation, question)
      expect(
        answers.filter((answer, at) => answers.indexOf(answer) < at),
        question.id,
      ).toEqual([])
      expect(answers.length).toBe(shownCodes(question).length + statesOf(question).length)
    }
  })

  it('is at most 2.2 times as long as English; short labels may have 40 letters', () => {
    expect(without((text, path) => letters(text) > Math.max(40, 2.2 * letters(english.get(path)!)))).toEqual([])
  })

  it('has digits wherever English has them, the same ones', () => {
    const ranges = /^(?:shared\.age_bands|questions\.(?:time_to_contact|exploitation_duration|detention_band)\.answers)\./
    const digits = (text: string) => shown(text).match(/\d+/g)?.join() ?? ''
    expect(
      without((text, path) => ranges.test(path) && /\d/.test(english.get(path)!) && digits(text) !== digits(english.get(path)!)),
    ).toEqual([])
  })
})

/** Names that are written with Latin letters everywhere. */
const NAMES = [
  'Facebook',
  'Messenger',
  'Instagram',
  'LINE',
  'WhatsApp',
  'Telegram',
  'WeChat',
  'QQ',
  'TikTok',
  'X',
  'Twitter',
  'IOM',
  'NGO',
  'SNS',
]
const latinWords = (text: string) => (text.match(/\p{Script=Latin}+/gu) ?? []).filter((word) => !NAMES.includes(word))
const inAll = (translation: Translation, wrong: (text: string) => unknown) => [...textsByPath(translation).values()].filter(wrong)

describe('letters', () => {
  it('Thai has Thai letters, digits, and names', () => {
    expect(
      inAll(
        THAI,
        (text) => latinWords(text.replace('{most}', '')).length > 0 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text),
      ),
    ).toEqual([])
    // Particles that say whether the speaker is a woman or a man.
    expect(inAll(THAI, (text) => /ค่ะ|คะ(?=\s|$)|ครับ/.test(text))).toEqual([])
  })

  it('Spanish has no other letters, and a question has both its marks', () => {
    expect(inAll(SPANISH, (text) => /[^\p{Script=Latin}\p{Script=Common}]/u.test(text))).toEqual([])
    expect(inAll(SPANISH, (text) => /^¿/.test(text) !== /\?(?: \(.*\))?$/.test(text))).toEqual([])
  })

  it('easy Japanese has a reading behind every kanji, in hiragana, and a reading behind nothing else', () => {
    expect(inAll(EASY_JAPANESE, (text) => latinWords(text.replace('{most}', '')).length > 0)).toEqual([])
    expect(inAll(EASY_JAPANESE, (text) => /[\p{Script=Han}々](?![\p{Script=Han}々《])/u.test(text))).toEqual([])
    expect(inAll(EASY_JAPANESE, (text) => /[《》]/.test(text.replaceAll(/[\p{Script=Han}々]《\p{Script=Hiragana}+》/gu, '')))).toEqual([])
  })

  it('easy Japanese reads the same kanji the same way, but for those that Japanese itself reads in two ways', () => {
    const readings = new Map<string, Set<string>>()
    for (const text of textsByPath(EASY_JAPANESE).values())
      for (const part of furigana(text))
        if (part.reading !== null) readings.set(part.text, (readings.get(part.text) ?? new Set()).add(part.reading))
    const several = [...readings].filter(([, found]) => found.size > 1).map(([kanji, found]) => `${kanji}: ${[...found].sort().join(' ')}`)
    expect(several.sort()).toEqual([
      '入: い はい',
      '出: だ で',
      '別: べつ わか',
      '国: くに こく',
      '少: すく すこ',
      '年: とし ねん',
      '日: か にち ひ',
      '来: き く こ',
      '行: い ぎょう',
      '親: おや しん',
      '話: はな はなし',
      '通: つう とお',
    ])
  })
})
