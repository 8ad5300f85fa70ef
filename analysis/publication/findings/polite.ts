/** The Japanese of one-page sheets: sentences that end in words of ours, in the polite form. */

/** Only at the end of a sentence, before its brackets if it has some. */
const POLITE: readonly (readonly [plain: string, polite: string])[] = [
  ['である', 'です'],
  ['だった', 'でした'],
  ['より高い', 'より高くなっています'],
  ['異なる', '異なります'],
  ['差はない', '差はありません'],
  ['変化はない', '変化はありません'],
  ['上がった', '上がりました'],
  ['下がった', '下がりました'],
  ['なった', 'なりました'],
  ['含まれる', '含まれます'],
  ['がある', 'があります'],
  ['重なる', '重なります'],
]

/** @example polite('103件中51件である。') // '103件中51件です。' */
export const polite = (text: string): string =>
  POLITE.reduce(
    (said, [plain, form]) =>
      said
        .split('。')
        .map((one) => withEnding(one, plain, form))
        .join('。'),
    text,
  )

function withEnding(one: string, plain: string, form: string): string {
  const bracket = one.endsWith('）') ? one.lastIndexOf('（') : one.length
  const words = one.slice(0, bracket)
  return words.endsWith(plain) ? `${words.slice(0, -plain.length)}${form}${one.slice(bracket)}` : one
}
