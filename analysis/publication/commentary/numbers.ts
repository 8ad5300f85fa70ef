/**
 * Numbers in a text, in digits, kanji or words of either language. Rather too many are found than one too few: whoever means no number says it
 * in another word, and whoever means one refers to its cell.
 */

/** Digits of every script, signs that hold one (①, ½, Ⅲ, ㍘), and signs for shares. */
const holdsDigit = (character: string): boolean => /[\p{N}%‰]/u.test(character.normalize('NFKC'))

/** Words with a numeral that count nothing, by what they begin with; longer ones stand first. */
const NO_NUMBER: readonly string[] = [
  '一人ひとり 一人一人 一つひとつ 一つ一つ ひとりひとり ひとつひとつ 第三者 第三国 不十分 万が一 二次被害 百貨店 ひとり親',
  '千葉 三重県 四国 九州 一般 一部 一方 一緒 一層 一定 一時 一貫 一環 一致 統一 唯一 同一 均一 一切 一括 一律 一覧 一歩 一見 一種 一因 一助 一端',
  '一体 一連 一概 一言 一度 一旦 万一 万全 十分 随一 一員 一際 前兆 兆候 予兆 割合 役割 割り 分割',
].flatMap((line) => line.split(' '))

const NUMERALS =
  /[一二三四五六七八九十百千万億兆壱弐拾廿零]+|ひとつ|ふたつ|みっつ|よっつ|いつつ|むっつ|ななつ|やっつ|ここのつ|ひとり|ふたり|半数|半分|過半|倍|割|ゼロ|ダース|パーセント/gu

const ENGLISH_NO_NUMBER = /\bno one\b|\bone another\b|\bone's\b|\bthird[ -](?:part(?:y|ies)|countr(?:y|ies)|persons?|sector)\b/gi
const ENGLISH =
  /\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|[mb]illions?|dozens?|hal(?:f|ves|ved?)|thirds?|quarters?|(?:four|fif|six|seven|eigh|nin|ten)ths|twice|thrice|doubled?|tripled?|twofold|threefold|tenfold|per ?cent|percentages?)\b|\b(?:X{0,3}(?:I{2,3}|I[VX]|VI{1,3})|X{1,3}V|X{2,3})\b/gi

const blanked = (text: string, words: RegExp | string): string =>
  typeof words === 'string' ? text.replaceAll(words, ' '.repeat(words.length)) : text.replace(words, (found) => ' '.repeat(found.length))

/**
 * Where numbers begin, as indexes into the text.
 * @example numbersIn('三十件の事例') // [0]
 */
export function numbersIn(text: string): readonly number[] {
  const plain = [...text].map((character) => withWidth(character)).join('')
  const japanese = NO_NUMBER.reduce(blanked, plain)
  const english = blanked(plain, ENGLISH_NO_NUMBER)
  const digits = [...plain.matchAll(/./gsu)].flatMap(({ 0: character, index }) => (holdsDigit(character) ? [index] : []))
  const found = [...digits, ...[...japanese.matchAll(NUMERALS), ...english.matchAll(ENGLISH)].map(({ index }) => index)]
  return [...new Set(found)].sort((a, b) => a - b)
}

/** Full-width letters as plain ones; nothing that would move the characters behind it. */
function withWidth(character: string): string {
  const plain = character.normalize('NFKC')
  return plain.length === character.length ? plain : character
}

/** Characters that nobody sees, and letters that look like others: the first of each run. */
export const strangeIn = (text: string): readonly number[] =>
  [
    ...text.matchAll(
      /(?:(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cn}]|(?![\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Common}\p{Script=Inherited}])\p{L})+/gu,
    ),
  ].map(({ index }) => index)
