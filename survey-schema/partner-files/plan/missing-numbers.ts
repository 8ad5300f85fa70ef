/** Numbers that are answers and that surveys also write for a missing one: whoever keeps the file says which. */

import type { QuestionId } from '../../questionnaire/index.ts'
import { bandAge, bandDebt, NO_DEBT } from '../table/bands.ts'

/** What the number stands for where it is a code: refused, not known, not recorded. */
const AGES: Readonly<Record<string, string>> = {
  '77': 'declined',
  '88': 'unknown',
  '96': 'unknown',
  '97': 'declined',
  '98': 'unknown',
  '99': 'not_asked',
}

/** Nobody of these years is in a file of cases without somebody saying so. */
const OLD = 100
const OLDEST = 120

function age(text: string): readonly string[] | null {
  if (!/^\d{1,3}$/.test(text)) return null
  const years = Number(text)
  const gap = AGES[text] ?? (years === 0 || years >= OLD ? 'not_asked' : null)
  return gap === null || years > OLDEST ? null : [bandAge(years), gap]
}

const NO_AMOUNT =
  /^(?:0|0円|¥0|ゼロ|zero|none|nil|no|なし|無し|無|ナシ|借金なし|債務なし|no debt|no debts|without debt|sin deuda|ninguna|walang utang|wala|ไม่มี|ไม่มีหนี้)$/i

function debt(text: string): readonly string[] | null {
  if (NO_AMOUNT.test(text)) return [NO_DEBT]
  if (!/^(?:9{2,9}|8{2,9}|7{2,9}|9[78]|9{2,8}[78])$/.test(text)) return null
  return [bandDebt(Number(text)), text.endsWith('8') ? 'unknown' : text.endsWith('7') ? 'declined' : 'not_asked']
}

/** Years before the questionnaire's first, and the last of all: programs and surveys write them for none. */
const NONE = '(?:9999|8888|7777|1111|1900|1899|1901|1904|1970|0000)'
const CLOCK = String.raw`(?:[T ][\d:.]{1,12}Z?)?`
const NO_YEAR = new RegExp(String.raw`^(?:${NONE}(?:[-/.]\d{1,2}[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.]${NONE}|0|-?999|-1|-99)${CLOCK}$`)

/**
 * What the text could mean, where that is not beyond doubt: codes of the question and states. Null for any other text.
 * @example eitherNumber('age_band_registration', '98') // ['48_plus', 'unknown']
 */
export function eitherNumber(id: QuestionId, text: string): readonly string[] | null {
  switch (id) {
    case 'age_band_registration':
    case 'age_band_recruitment':
      return age(text)
    case 'debt_band':
      return debt(text)
    case 'registration_year':
    case 'arrival_year':
      return NO_YEAR.test(text) ? ['not_asked'] : null
    default:
      return null
  }
}
