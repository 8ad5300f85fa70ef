/** The time of day behind a date, as spreadsheets, forms and programs write it: it is dropped, and the date is left. */

const HALF = String.raw`(?:[ap]\.?\s?m\.?|午前|午後|上午|下午|오전|오후)`
const SECONDS = String.raw`(?::(\d{2})(?:[.,]\d{1,9})?)?`
const ZONES = 'gmt|utc|jst|kst|cst|hkt|sgt|ict|pht|pst|wib|ist|cet|cest|est|edt|pdt|cot|pet'
const ZONE = String.raw`(?:z|(?:${ZONES})?\s?[+-]\d{1,2}(?::?\d{2})?|${ZONES})`
/** Of a zone alone: brackets with anything else in them are no part of a time. */
const PLACE = String.raw`(?:\s?(?:\((?:[a-z ]{1,32} time|\p{L}{1,12}時)\)|\[[a-z_]{1,20}/[a-z_]{1,30}\]))?`
const BEFORE = String.raw`(?:(?<=\d)t|,?\s{1,3}|(?<=日)|(?<=\)))`

const CLOCK = new RegExp(
  String.raw`${BEFORE}(?:${HALF}\s?)?(\d{1,2}):(\d{2})${SECONDS}(?:\s?${HALF})?(?:\s?น\.?)?(?:\s?${ZONE})?${PLACE}$`,
  'u',
)
const KANJI_CLOCK = new RegExp(String.raw`${BEFORE}(?:${HALF}\s?)?(\d{1,2})時(?:(\d{1,2})分(?:(\d{1,2})秒)?)?$`)
const COMPACT_CLOCK = /(?<=^\d{8})t(\d{2})(\d{2})(\d{2})?(?:\.\d{1,9})?(?:z|[+-]\d{2}:?\d{2})?$/
/** The day of the week in Japanese, where it stands in brackets or says what it is. */
const WEEKDAY = /\s?(?:\([日月火水木金土](?:曜日?)?\)|(?<=日\s?)[日月火水木金土]曜日?)/

/**
 * The date alone; null where what stands behind it is no time of day. The text is in lower case after NFKC.
 * @example withoutClock('5/1/2019 14:03:22') // '5/1/2019'
 */
export function withoutClock(text: string): string | null {
  const found = CLOCK.exec(text) ?? KANJI_CLOCK.exec(text) ?? COMPACT_CLOCK.exec(text)
  const date = (found ? text.slice(0, found.index) : text).replace(WEEKDAY, '').trim()
  if (!found) return date
  const [hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0)) as [number, number, number]
  const midnight = hours === 24 && minutes === 0 && seconds === 0
  return (hours <= 23 || midnight) && minutes <= 59 && seconds <= 60 ? date : null
}
