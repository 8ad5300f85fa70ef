/** Numbers issued by authorities, banks, insurers and offices; plates; traces of devices; amounts of money. */
import { isChineseIdentityNumber, isIban, isIndividualNumber, isThaiIdentityNumber, passesLuhn } from './check-digits.ts'
import { COLON, DIGIT, digitsOf, HAN, type IdentifierShape, LATIN } from './shape.ts'

export const DEVICE_SHAPES: readonly IdentifierShape[] = [
  {
    kind: 'device_trace',
    needs: DIGIT,
    pattern: /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/gu,
    holds: (found) => found.split('.').every((part) => Number(part) <= 255),
    takes: true,
  },
  {
    kind: 'device_trace',
    needs: COLON,
    pattern:
      /(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}(?![\w:])|(?<![\w:])(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)?(?![\w:])/giu,
    takes: true,
  },
  { kind: 'device_trace', needs: DIGIT, pattern: /(?<![\w:-])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![\w:-])/giu, takes: true },
  {
    kind: 'device_trace',
    needs: DIGIT,
    pattern: /(?<![\w-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/giu,
    takes: true,
  },
  {
    kind: 'device_trace',
    needs: DIGIT,
    pattern: /Mozilla\/\d|(?:imei|imsi|udid|iccid|端末番号|端末識別)[^\d\n]{0,8}\d{4,}/giu,
    takes: true,
  },
]

const UNITS_OF_MONEY =
  '円|圓|ドル|ペソ|バーツ|ウォン|元(?!年)|ルピア|ドン|ユーロ|คน บาท|บาท|เยน|ดอลลาร์|원|엔|yen|yenes|jpy|dollars?|dolares|usd|us\\$|bucks|pesos?|piso|php|baht|bahts|thb|cop|vnd|rupiah|idr|krw|euros?|eur|rmb|yuan|cny|lapad|đong'
const SCALE =
  '(?:百|千|万|億|百万|千万|k|m|mil|million|millions|millon|millones|thousand|hundred|libo|libong|milyon|milyong|พัน|หมื่น|แสน|ล้าน|ribu|juta)'
const NUMBER = String.raw`\d[\d,.' ]{0,20}`

export const AMOUNT_SHAPES: readonly IdentifierShape[] = [
  {
    kind: 'exact_amount',
    needs: DIGIT,
    pattern: new RegExp(
      String.raw`(?:[¥￥$€£฿₱₩₫]|(?<![a-z])(?:jpy|usd|us\$|php|thb|cop|idr|rp\.?|vnd|krw|cny|rmb|eur)) ?${NUMBER}(?: ?${SCALE})?`,
      'giu',
    ),
    takes: true,
  },
  {
    kind: 'exact_amount',
    needs: DIGIT,
    pattern: new RegExp(String.raw`(?<![\d.])${NUMBER}(?:${SCALE} ?){0,2}(?:de |ng |na )?(?:${UNITS_OF_MONEY})(?![a-z])`, 'giu'),
    takes: true,
  },
  {
    kind: 'exact_amount',
    needs: HAN,
    pattern: /[〇一二三四五六七八九十百千][〇一二三四五六七八九十百千万億]{0,32}円/gu,
    takes: true,
  },
  { kind: 'exact_amount', needs: DIGIT, pattern: /(?<![\d.])\d[\d,.]{0,32}[万億](?!人|件|回|年|分|時|歳|k|円)(?:円)?/gu, takes: true },
  { kind: 'exact_amount', needs: DIGIT, pattern: /^\d{1,3}(?:[,']\d{3})+$|^\d{1,3}(?:[.]\d{3}){2,}$/gu, takes: true },
]

export const PLATE_SHAPES: readonly IdentifierShape[] = [
  {
    kind: 'number_plate',
    needs: DIGIT,
    pattern:
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,4} ?\d{2,3}[0-9A-Z]? ?[ぁ-んァ-ヴA-Z] ?(?:[\d・.·]{1,2}[- ]?\d{2}|[・.·]{1,3}\d{1,3})(?!\d)/gu,
    takes: true,
  },
  {
    kind: 'number_plate',
    needs: DIGIT,
    pattern:
      /(?:車両番号|(?<!マイ)ナンバー|(?<!外国人)登録番号|license plate|licence plate|plate no\.?|plaka|placa|ทะเบียนรถ|ป้ายทะเบียน)[ :は]{0,8}[\p{L}\p{N}][\p{L}\p{N} -]{2,10}\d/giu,
    takes: true,
  },
]

const count = (from: number, to: number) => (found: string) => {
  const { length } = digitsOf(found)
  // "FY2001-2009" is a span of years.
  return length >= from && length <= to && !/(?:19|20)\d{2}[ -](?:19|20)\d{2}$/.test(found)
}

/** After a word that says what the number is, shorter numbers count as well. */
const ACCOUNT_WORDS =
  '口座|普通預金|普通|当座|貯金|ゆうちょ|記号番号|支店|bank account|account(?: no\\.?| number)?|acct\\.?|a/c|iban|swift|bic|cuenta|cuenta de ahorros|บัญชี|เลขที่บัญชี|rekening|tai khoan|계좌|保険証|被保険者|保険者番号|health insurance|insurance(?: no\\.?| number| card)?|カード番号|クレジット|credit card|card(?: no\\.?| number)'
const IDENTITY_WORDS =
  "身分証|国民番号|住民票コード|基礎年金番号|年金番号|免許証|運転免許|戸籍|identity (?:no\\.?|number|card)|national id|id (?:no\\.?|number|card)|id|ssn|sss|tin|philsys|umid|gsis|philhealth|pag-?ibig|cedula|c\\.? ?c\\.?|dni|nit|curp|เลขประจำตัว|เลขบัตร|บัตรประชาชน|nik|ktp|cccd|cmnd|주민등록번호|driver'?s? licen[cs]e"
const PASSPORT_WORDS = 'passport|pasaporte|pasaporte no|旅券|パスポート|หนังสือเดินทาง|พาสปอร์ต|paspor|ho chieu|여권|护照|護照'

const worded = (kind: IdentifierShape['kind'], words: string, number: string): IdentifierShape => ({
  kind,
  needs: DIGIT,
  pattern: new RegExp(String.raw`(?<![\p{Script=Latin}\p{N}])(?:${words})(?![a-z])[^\d\n]{0,14}?${number}`, 'giu'),
  takes: true,
})

export const NUMBER_SHAPES: readonly IdentifierShape[] = [
  {
    kind: 'account_or_card',
    needs: DIGIT,
    pattern: /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])/gu,
    holds: isIban,
    takes: true,
  },
  worded('passport_number', PASSPORT_WORDS, String.raw`(?:[a-z]{0,2}[ -]?)\d{5,9}[a-z]?`),
  { kind: 'passport_number', needs: LATIN, pattern: /P<[A-Z]{3}[A-Z<]{5,}/gu, takes: true },
  { kind: 'account_or_card', needs: DIGIT, pattern: /記号[^\d\n]{0,4}\d{1,16}[^\d\n]{0,4}番号[^\d\n]{0,4}\d+/gu, takes: true },
  worded('account_or_card', ACCOUNT_WORDS, String.raw`\d(?:[ -]?\d){3,}`),
  worded('national_number', IDENTITY_WORDS, String.raw`\d(?:[ .\-/]?\d){5,}`),
  { kind: 'case_number', needs: DIGIT, pattern: /年.{0,6}第? ?\d{1,16} ?号/gu, takes: true },
  {
    kind: 'case_number',
    needs: DIGIT,
    pattern:
      /(?<!\p{L})(?:case|file|docket|blotter|police report|reference|ref|dossier|expediente|radicado|caso|kaso|คดี|受理|事件|相談|整理|案件|入管) ?(?:no\.?|number|num\.?|numero|n[°o]\.?|#|番号|หมายเลข|เลขที่|第|blg\.?)(?!\p{L})[ :.は]{0,8}(?=[\p{L}\d/-]{0,12}\d)[\p{L}\d][\p{L}\d/-]*/giu,
    takes: true,
  },
  {
    kind: 'residence_card_number',
    needs: DIGIT,
    pattern: /(?<![a-z0-9])[a-z] ?[a-z][ -]?\d(?:[ -]?\d){7}[ -]?[a-z] ?[a-z](?![a-z0-9])/giu,
    takes: true,
  },
  {
    kind: 'alien_registration_number',
    needs: DIGIT,
    pattern: /\(?(?<![a-z])[a-z]\)? ?第 ?\d{7,10} ?号|\([a-z]\) ?(?:no\.? ?)?\d{8,10}/giu,
    takes: true,
  },
  { kind: 'passport_number', needs: DIGIT, pattern: /(?<![a-z0-9])[a-z]{1,2}-?\d{6,8}[a-z]?(?![a-z0-9])/giu, takes: true },
  {
    kind: 'passport_number',
    needs: DIGIT,
    pattern:
      /(?<![A-Za-z0-9])[A-Z]{1,2}[ -]\d{6,8}[A-Z]?(?![A-Za-z0-9])|(?<![A-Za-z0-9])[A-Z]{1,2}[ -]?\d{2,4}[ -]\d{3,4}[A-Z]?(?![A-Za-z0-9-])/gu,
    holds: count(6, 8),
    takes: true,
  },
  { kind: 'alien_registration_number', needs: DIGIT, pattern: /(?<![a-z0-9])[a-z][ -]?\d{8,10}(?![a-z0-9])/giu, takes: true },
  {
    kind: 'national_number',
    needs: DIGIT,
    pattern: /(?<![\dA-Za-z])\d{6}(?:18|19|20)\d{2}\d{7}[\dXx](?![\dA-Za-z])/gu,
    holds: isChineseIdentityNumber,
    takes: true,
  },
  {
    kind: 'national_number',
    needs: DIGIT,
    pattern: /(?<!\d[- ]?)[1-8](?:[- ]?\d){12}(?![- ]?\d)/gu,
    holds: (found) => isThaiIdentityNumber(digitsOf(found)),
    takes: true,
  },
  { kind: 'national_number', needs: DIGIT, pattern: /(?<!\d)\d{6}-[1-8]\d{6}(?!\d)/gu, takes: true },
  {
    kind: 'individual_number',
    needs: DIGIT,
    pattern: /(?<!\d[ -]?)\d(?:[ -]{0,2}\d){11}(?![ -]?\d)/gu,
    holds: (found) => isIndividualNumber(digitsOf(found)),
    takes: true,
  },
  {
    kind: 'account_or_card',
    needs: DIGIT,
    pattern: /(?<!\d[ -]?)\d(?:[ -]{0,2}\d){13,18}(?![ -]?\d)/gu,
    holds: (found) => passesLuhn(digitsOf(found)),
    takes: true,
  },
]

/** Seven digits in one piece are long; in groups nine are, so that "2004-0017" may be a case reference. */
const LONG_GROUPED = 9
/** "1980 1985 1990": a list of years. */
export const areYears = (found: string) => /^(?:(?:1[89]|2[0-5])\d{2}[ -]?)+$/.test(found) && /[ -]/.test(found)

/** What is left of long numbers when everything else was looked at. */
export const LONG_NUMBER: IdentifierShape = {
  kind: 'national_number',
  pattern: /(?<![\d.])\d(?:[ .\-/_*]{0,2}\d){6,}/gu,
  holds: (found) => !areYears(found) && (/\d{7}/.test(found) || digitsOf(found).length >= LONG_GROUPED),
}
