/**
 * Names of the twelve months in the languages of partner files, without accents and in lower case. Sources: the calendars of
 * the Unicode CLDR for en, es, fil, th, id and pt; the Tagalog spellings as Philippine offices write them.
 */

/** English, Spanish, Tagalog, Indonesian, Portuguese: January first. */
export const MONTH_NAMES: readonly (readonly string[])[] = [
  ['january', 'jan', 'enero', 'ene', 'januari', 'janeiro'],
  ['february', 'feb', 'febrero', 'pebrero', 'februari', 'fevereiro'],
  ['march', 'mar', 'marzo', 'marso', 'maret'],
  ['april', 'apr', 'abril', 'abr'],
  ['may', 'mayo', 'mei', 'maio'],
  ['june', 'jun', 'junio', 'hunyo', 'juni', 'junho'],
  ['july', 'jul', 'julio', 'hulyo', 'juli', 'julho'],
  ['august', 'aug', 'agosto', 'agustus'],
  ['september', 'sept', 'sep', 'septiembre', 'setiembre', 'setyembre', 'setembro'],
  ['october', 'oct', 'octubre', 'oktubre', 'oktober', 'outubro'],
  ['november', 'nov', 'noviembre', 'nobyembre', 'novembro'],
  ['december', 'dec', 'diciembre', 'dic', 'disyembre', 'desember', 'dezembro'],
]

/** Thai, in full and as abbreviated with or without points. */
export const THAI_MONTHS: readonly (readonly [name: string, initials: string])[] = [
  ['มกราคม', 'มค'],
  ['กุมภาพันธ์', 'กพ'],
  ['มีนาคม', 'มีค'],
  ['เมษายน', 'เมย'],
  ['พฤษภาคม', 'พค'],
  ['มิถุนายน', 'มิย'],
  ['กรกฎาคม', 'กค'],
  ['สิงหาคม', 'สค'],
  ['กันยายน', 'กย'],
  ['ตุลาคม', 'ตค'],
  ['พฤศจิกายน', 'พย'],
  ['ธันวาคม', 'ธค'],
]

/** มี.ค. has a vowel between its letters: a point may stand before every further consonant. */
const pointed = (initials: string) => initials.replace(/(?!^)([ก-ฮ])/g, String.raw`\.\s?$1`)

/** The source of a regular expression for any Thai month. Thai has no blanks between words: a letter may touch it. */
export const THAI_MONTH = THAI_MONTHS.map(([name, initials]) => `${name}|${pointed(initials)}\\.?|${initials}(?![ก-๙])`).join('|')

/** The text with every Thai month as its English name. */
export function thaiMonthsInEnglish(text: string): string {
  return THAI_MONTHS.reduce(
    (found, [name, initials], at) =>
      found.replace(new RegExp(`${name}|${pointed(initials)}\\.?|${initials}(?![ก-๙])`, 'g'), ` ${MONTH_NAMES[at]?.[0]} `),
    text,
  )
}
