/**
 * Dates finer than a year and times of day, in western, Buddhist and Japanese calendars, with the names of months in English,
 * Japanese, Spanish, Thai, Tagalog, Vietnamese, Indonesian and Korean. A year alone is not one.
 */
import { MONTH_NAMES, THAI_MONTH } from '../answers/months.ts'
import { DIGIT, digitsOf, HAN, type IdentifierShape, LATIN, THAI } from './shape.ts'

const YEAR = String.raw`(?:1[89]|2[0-6])\d{2}`
const MONTH = String.raw`(?:1[0-2]|0?[1-9])`
const DAY = String.raw`(?:3[01]|[12]\d|0?[1-9])`
const ERA = String.raw`(?:明治|大正|昭和|平成|令和|民国)`
const KANJI_NUMBER = '[一二三四五六七八九十]{1,3}'

/** Words that are also something else ("may", "mar", "march") count in capitals or beside a full year. */
const SHY = ['may', 'march', 'mar', 'mei', 'jan', 'dec', 'sep', 'abr', 'ene', 'dic']
const NAMES = MONTH_NAMES.flat()
const BOLD = NAMES.filter((name) => !SHY.includes(name)).join('|')
const CAPITALS = SHY.map((name) => `${name[0]?.toUpperCase()}${name.slice(1)}|${name.toUpperCase()}`).join('|')
/** Between day and month, month and year. */
const LINK = String.raw`[ ,.\-/]{0,2}(?:of |de |del |ng |the )?`
const ORDINAL = String.raw`(?:st|nd|rd|th|º|o|er)?`

const isDayAndMonth = (found: string): boolean => {
  const [first = '', second = ''] = found.split(/\D+/).filter((part) => part !== '')
  const [a, b] = [Number(first), Number(second)]
  return a >= 1 && b >= 1 && a <= 31 && b <= 31 && (a <= 12 || b <= 12)
}
const isCompactDate = (found: string): boolean =>
  new RegExp(`^${YEAR}(?:1[0-2]|0[1-9])(?:3[01]|[12]\\d|0[1-9])$`).test(digitsOf(found).slice(0, 8))

const dated = (source: string, flags: string, holds?: IdentifierShape['holds'], needs = DIGIT): IdentifierShape => ({
  kind: 'exact_date',
  needs,
  pattern: new RegExp(source, flags),
  takes: true,
  ...(holds ? { holds } : {}),
})

const BIRTH = String.raw`(?<!\p{L})(?:born|birth(?:day|date)?|dob|d\.o\.b\.?|nacid[oa]|nacimiento|kapanganakan|ipinanganak|生年月日|誕生日|เกิด|출생)`

/** Words for birth beside a date; searched in the whole text, after the dates in it were found. */
export const BIRTH_SHAPES: readonly IdentifierShape[] = [
  { kind: 'date_of_birth', needs: DIGIT, pattern: new RegExp(`${BIRTH}[^\\d\\n]{0,16}\\d{1,4}[^\\d\\n]{1,14}\\d{1,4}`, 'giu') },
  { kind: 'date_of_birth', needs: DIGIT, pattern: /\d ?[日号] ?(?:生まれ|生|誕生)/gu },
]

export const DATE_SHAPES: readonly IdentifierShape[] = [
  dated(String.raw`(?<!\d)${YEAR} ?[-/.年년] ?${MONTH} ?[-/.月월] ?${DAY}(?!\d)(?: ?[日일])?(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?`, 'gu'),
  dated(String.raw`(?<!\d)${YEAR} ${'(?:1[0-2]|0[1-9])'} ${'(?:3[01]|[12]\\d|0[1-9])'}(?!\d)`, 'gu'),
  dated(String.raw`(?<![\d.])\d{1,2} ?([-/.]) ?\d{1,2} ?\1 ?${YEAR}(?!\d)`, 'gu', isDayAndMonth),
  dated(String.raw`(?<![\d./-])\d{1,2}([/.])\d{1,2}\1\d{2}(?![\d./-])`, 'gu', isDayAndMonth),
  dated(String.raw`(?<![\d./\p{L}-])\d{2}-\d{2}-\d{2}(?![\d-])`, 'gu', isDayAndMonth),
  dated(String.raw`(?<![\dA-Za-z])${YEAR}\d{4}(?!\d)(?:T?\d{4,6})?`, 'gu', isCompactDate),
  dated(String.raw`(?<![A-Za-z0-9])[MTSHRmtshr] ?(?:\d{1,2}|元) ?([./-]) ?\d{1,2} ?\1 ?\d{1,2}(?!\d)`, 'gu'),
  dated(String.raw`(?<![A-Za-z0-9])[MTSHRmtshr](?:\d{1,2}|元)[./]\d{1,2}(?!\d)`, 'gu'),
  dated(
    String.raw`${ERA} ?(?:元|\d{1,3}|${KANJI_NUMBER}) ?[年./-] ?(?:\d{1,2}|${KANJI_NUMBER}) ?(?:月|[./-])(?: ?(?:\d{1,2}|${KANJI_NUMBER}) ?日?)?`,
    'gu',
    undefined,
    HAN,
  ),
  dated(String.raw`(?<![\d.])${MONTH} ?月(?!間|分|額)(?: ?${DAY} ?[日号])?|(?<![\d.])${MONTH} ?월(?: ?${DAY} ?일)?`, 'gu'),
  dated(`(?<![一二三四五六七八九十])${KANJI_NUMBER}月(?!間|分|額)(?:${KANJI_NUMBER}日)?`, 'gu', undefined, HAN),
  dated(String.raw`(?<![\d\p{L}])\d{1,2}${ORDINAL}${LINK}(?:${BOLD})(?!\p{L})(?:${LINK}\d{2,4})?`, 'giu'),
  dated(String.raw`(?<![\d\p{L}])\d{1,2}${ORDINAL}${LINK}(?:${CAPITALS})(?!\p{L})(?:${LINK}\d{2,4})?`, 'gu'),
  dated(String.raw`(?<!\p{L})(?:${BOLD})(?!\p{L})[.,]?${LINK}\d{1,4}${ORDINAL}(?!\d)(?:${LINK}\d{4})?`, 'giu'),
  dated(String.raw`(?<!\p{L})(?:${CAPITALS})(?!\p{L})[.,]?${LINK}\d{1,4}${ORDINAL}(?!\d)(?:${LINK}\d{4})?`, 'gu'),
  dated(String.raw`(?<!\p{L})(?:${NAMES.join('|')})(?!\p{L})[.,]?${LINK}${YEAR}(?!\d)`, 'giu'),
  dated(
    String.raw`\d{1,2} ?(?:${THAI_MONTH})(?: ?(?:พ\.?ศ\.?|ค\.?ศ\.?)? ?\d{2,4})?|เดือน ?(?:${THAI_MONTH})|(?:${THAI_MONTH}) ?(?:พ\.?ศ\.?|ค\.?ศ\.?)? ?\d{2,4}`,
    'gu',
    undefined,
    THAI,
  ),
  dated(String.raw`(?<!\p{L})(?:ngay|thang) ?\d{1,2}(?!\d)(?:[ ,/-]{0,2}(?:thang|nam)? ?\d{1,4})*`, 'giu'),
  dated(String.raw`(?<!\p{L})ika-? ?\d{1,2} (?:ng|sa)(?!\p{L})`, 'giu'),
  dated(String.raw`(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])`, 'gu'),
  dated(String.raw`(?<!\d)(?:午前|午後|AM|PM)? ?(?:[01]?\d|2[0-4])時(?!間|給|期|点)(?:[0-5]?\d分|半)?`, 'gu'),
  dated(String.raw`(?<![\d\p{L}])(?:1[0-2]|0?[1-9]) ?(?:am|pm|a\.m\.|p\.m\.)(?!\p{L})`, 'giu'),
  dated(String.raw`(?<![\d/.])${MONTH}/${DAY}(?=\s?(?:に|頃|ごろ|から|まで|付|の朝|の夜))`, 'gu'),
  dated(String.raw`วันที่ ?\d{1,2} ?เดือน ?\d{1,2}|\d{1,2}[.:]\d{2} ?น\.|\d{1,2} ?(?:โมง|นาฬิกา|ทุ่ม)`, 'gu', undefined, THAI),
  dated(String.raw`(?<![\d\p{L}])(?:[01]?\d|2[0-3])h[0-5]\d(?!\d)|(?<!\p{L})a las \d{1,2}(?!\d)`, 'giu'),
  dated(String.raw`(?<!\p{L})alas-? ?[\p{L}\d]{1,32}(?: ng (?:umaga|hapon|gabi|tanghali))`, 'giu', undefined, LATIN),
]

/** A whole cell that says year and month. Inside a sentence or a case reference "2004/5" may be a year and a serial number. */
export const WHOLE_MONTH = new RegExp(String.raw`^(?:${YEAR}[-/.](?:1[0-2]|0[1-9])|(?:1[0-2]|0?[1-9])/${YEAR})$`)
