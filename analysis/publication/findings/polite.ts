/** The Japanese of one-page sheets and packs: sentences that end in words of ours, in the polite form. */
import type { Sentence, SentencePart } from '../../../survey-schema/release/sentence.ts'
import { type Text, text } from '../../../survey-schema/text.ts'

/** Only at the end of a sentence, before its brackets if it has some. */
const POLITE: readonly (readonly [plain: string, polite: string])[] = [
  ['である', 'です'],
  ['だった', 'でした'],
  ['より高い', 'より高くなっています'],
  ['異なる', '異なります'],
  ['差はない', '差はありません'],
  ['変化はない', '変化はありません'],
  ['ではない', 'ではありません'],
  ['値がない', '値がありません'],
  ['いえない', 'いえません'],
  ['分からない', '分かりません'],
  ['できない', 'できません'],
  ['ていない', 'ていません'],
  ['ている', 'ています'],
  ['しない', 'しません'],
  ['立てない', '立てません'],
  ['ありうる', 'ありえます'],
  ['もある', 'もあります'],
  ['映す', '映します'],
  ['偏る', '偏ります'],
  ['限られる', '限られます'],
  ['基づく', '基づきます'],
  ['表れる', '表れます'],
  ['上がった', '上がりました'],
  ['下がった', '下がりました'],
  ['なった', 'なりました'],
  ['含まれる', '含まれます'],
  ['がある', 'があります'],
  ['重なる', '重なります'],
]

/** @example polite('103件中51件である。') // '103件中51件です。' */
export const polite = (words: string): string =>
  POLITE.reduce(
    (said, [plain, form]) =>
      said
        .split('。')
        .map((one) => withEnding(one, plain, form))
        .join('。'),
    words,
  )

function withEnding(one: string, plain: string, form: string): string {
  const bracket = one.endsWith('）') ? one.lastIndexOf('（') : one.length
  const words = one.slice(0, bracket)
  return words.endsWith(plain) ? `${words.slice(0, -plain.length)}${form}${one.slice(bracket)}` : one
}

/** Stands for a figure while the words around it are changed: no text of ours holds these characters. */
const FIRST_PLACEHOLDER = 0xe000
const PLACEHOLDERS = /([\uE000-\uF8FF])/

/** The same parts with the endings of their sentences in the polite form; an ending may stand on both sides of a figure. */
export function politeParts(parts: readonly SentencePart[]): readonly SentencePart[] {
  const replaced = parts.map((part, at) => (typeof part === 'string' ? part : String.fromCharCode(FIRST_PLACEHOLDER + at))).join('')
  return polite(replaced)
    .split(PLACEHOLDERS)
    .flatMap((piece) => (piece === '' ? [] : [PLACEHOLDERS.test(piece) ? parts[piece.charCodeAt(0) - FIRST_PLACEHOLDER]! : piece]))
}

export const politely = (sentence: Sentence): Sentence => ({
  ...sentence,
  ja: sentence.polite,
  parts: { ...sentence.parts, ja: politeParts(sentence.parts.ja) },
})

export const politeText = ({ ja, en }: Text): Text => text(polite(ja), en)
