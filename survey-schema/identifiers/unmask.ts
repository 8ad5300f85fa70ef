/**
 * Makes a text plain before shapes are searched in it: full width, zero-width and bidi marks, letters and digits of
 * other scripts that look alike, digits written as kanji or as letters. For detection alone: what is stored is never this.
 */

/** Letters that look like Latin ones. Cyrillic, Greek; the full-width and mathematical alphabets fall to NFKC. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    А: 'A',
    В: 'B',
    Е: 'E',
    К: 'K',
    М: 'M',
    Н: 'H',
    О: 'O',
    Р: 'P',
    С: 'C',
    Т: 'T',
    У: 'Y',
    Х: 'X',
    І: 'I',
    Ѕ: 'S',
    Ј: 'J',
    а: 'a',
    в: 'b',
    е: 'e',
    к: 'k',
    м: 'm',
    о: 'o',
    р: 'p',
    с: 'c',
    т: 't',
    у: 'y',
    х: 'x',
    і: 'i',
    ѕ: 's',
    ј: 'j',
    ԁ: 'd',
    ԛ: 'q',
    ԝ: 'w',
    һ: 'h',
    ӏ: 'l',
    Α: 'A',
    Β: 'B',
    Ε: 'E',
    Ζ: 'Z',
    Η: 'H',
    Ι: 'I',
    Κ: 'K',
    Μ: 'M',
    Ν: 'N',
    Ο: 'O',
    Ρ: 'P',
    Τ: 'T',
    Υ: 'Y',
    Χ: 'X',
    α: 'a',
    ε: 'e',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    υ: 'u',
    χ: 'x',
    ı: 'i',
    ɡ: 'g',
    ℓ: 'l',
    ⅼ: 'l',
    '∶': ':',
    '։': ':',
    '‚': ',',
    '٫': '.',
    '⁄': '/',
    '∕': '/',
    '⧸': '/',
  }),
)

/** Format, enclosing and private characters, variation selectors, and fillers that show nothing. */
const INVISIBLE = /[\p{Cf}\p{Me}\p{Co}\p{Default_Ignorable_Code_Point}\u2800]/gu
/** Accents on Latin, Greek and Cyrillic letters. Voicing marks of kana stay. */
const ACCENTS = /[\u0300-\u036F]/g
/** NFKD takes the Thai vowel am apart, and NFKC leaves it so. */
const THAI_AM = /\u0E4D\u0E32/g
const DASHES = /[\u2010-\u2015\u2043\u207B\u208B\u2212\u2500\u2501\uFE58\uFE63\uFF0D\u058A\u1806]/g
/** A long vowel mark, a middle dot or the kanji for one, used as a hyphen between digits. */
const DASHES_BETWEEN_DIGITS = /(?<=\d)\s?[ー一・·•]\s?(?=\d)/g
const POINT_BETWEEN_LETTERS = /(?<=[a-z0-9])[。｡](?=[a-z0-9])/gi
/** Dingbat digits, which NFKC leaves. */
const NEGATIVE_CIRCLED_ONE = 0x2776
const ASCII = /^[\x20-\x7E]*$/

/** Digits of every script become 0 to 9: the first of each run of ten has no smaller neighbour that is a digit. */
const digits = new Map<string, string>()
function digit(found: string): string {
  const known = digits.get(found)
  if (known !== undefined) return known
  let zero = found.codePointAt(0) as number
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && (found.codePointAt(0) as number) - zero < 9) zero--
  const value = String((found.codePointAt(0) as number) - zero)
  digits.set(found, value)
  return value
}

/** The text as a person reads it, in plain letters and digits. */
export function unmask(text: string): string {
  if (ASCII.test(text)) return text
  return text
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(ACCENTS, '')
    .normalize('NFKC')
    .replace(THAI_AM, '\u0E33')
    .replace(/[\u2776-\u277E]/g, (mark) => String((mark.codePointAt(0) as number) - NEGATIVE_CIRCLED_ONE + 1))
    .replace(/[^\P{Nd}0-9]/gu, digit)
    .replace(
      /[\u0370-\u04FF\u0500-\u052F\u0131\u0261\u2113\u217C\u2236\u0589\u201A\u066B\u2044\u2215\u29F8]/g,
      (mark) => LOOKALIKES.get(mark) ?? mark,
    )
    .replace(DASHES, '-')
    .replace(DASHES_BETWEEN_DIGITS, '-')
    .replace(POINT_BETWEEN_LETTERS, '.')
    .replace(/[\p{Zs}\t]+/gu, ' ')
}

const KANJI_DIGITS = '〇一二三四五六七八九'
/** Seven or more digits of one number: shorter runs are words. */
const KANJI_NUMBER = /[〇零一二三四五六七八九](?:[-ー・の() ]{0,2}[〇零一二三四五六七八九]){6,}/g
/** A number in which letters stand for digits: at least five of them must be digits. */
const LETTERED_NUMBER = /(?<![A-Za-z])[0-9OoIl|](?:[-. ()]{0,2}[0-9OoIl|]){8,}(?![A-Za-z])/g

/** The unmasked text with kanji or letters read as digits, where they form a number; empty for most texts. */
export function readings(plain: string): readonly string[] {
  const found: string[] = []
  const kanji = plain.replace(KANJI_NUMBER, (run) =>
    run.replace(/./gu, (mark) =>
      mark === '零' ? '0' : mark === 'ー' || mark === 'の' ? '-' : KANJI_DIGITS.includes(mark) ? String(KANJI_DIGITS.indexOf(mark)) : mark,
    ),
  )
  if (kanji !== plain) found.push(kanji)
  const lettered = plain.replace(LETTERED_NUMBER, (run) =>
    run.replace(/\D/g, '').length >= 5 ? run.replace(/[Oo]/g, '0').replace(/[Il|]/g, '1') : run,
  )
  if (lettered !== plain) found.push(lettered)
  return found
}
