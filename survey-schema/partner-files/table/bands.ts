/**
 * Exact ages and amounts become bands here, on the partner's own machine, before anything is sent. Intake refuses exact figures.
 */

/** Upper ends of the age bands, in completed years. */
const AGE_BANDS: readonly (readonly [number, string])[] = [
  [8, '0_8'],
  [14, '9_14'],
  [17, '15_17'],
  [20, '18_20'],
  [23, '21_23'],
  [26, '24_26'],
  [29, '27_29'],
  [38, '30_38'],
  [47, '39_47'],
  [Infinity, '48_plus'],
]
const OLDEST = 120

/** Band of an age in completed years. @throws RangeError unless it is a whole number from 0 to 120 @example bandAge(24) // '24_26' */
export function bandAge(years: number): string {
  if (!Number.isInteger(years) || years < 0 || years > OLDEST) throw new RangeError('not an age')
  return firstFrom(AGE_BANDS, (last) => years <= last)
}

/** Ends of the debt bands in yen; each band holds what lies below its end. */
const DEBT_BANDS: readonly (readonly [number, string])[] = [
  [500_000, 'under_500k'],
  [1_000_000, '500k_1m'],
  [2_000_000, '1m_2m'],
  [3_000_000, '2m_3m'],
  [5_000_000, '3m_5m'],
  [7_000_000, '5m_7m'],
  [Infinity, '7m_plus'],
]

/** Band of a debt in yen. @throws RangeError unless it is a number above 0: no debt is another question's answer */
export function bandDebt(yen: number): string {
  if (!Number.isFinite(yen) || yen <= 0) throw new RangeError('not a debt')
  return firstFrom(DEBT_BANDS, (end) => yen < end)
}

function firstFrom(bands: readonly (readonly [number, string])[], holds: (end: number) => boolean): string {
  return bands.find(([end]) => holds(end))?.[1] as string
}

/** "No debt", in a column of amounts: the answer to the question before. */
export const NO_DEBT = 'debt_imposed=no'

/** What a cell of a band column says: a code, and whether an exact figure was given up for it. */
export interface BandReading {
  readonly code: string
  readonly coarsened: boolean
}

const AFTER_AGE = /\s{0,3}(?:歳|才|さい|years?(?: old)?|yrs?\.?(?: old)?|y\/?o\.?|años|anyos|taon|ปี)$/i

/** `24`, `24 yrs`, `24.0`, `9--17`, `9–17`, `48+`, or a code of ours; null where the cell is none of these. */
export function readAge(cell: string): BandReading | null {
  const text = cell
    .normalize('NFKC')
    .trim()
    .replace(AFTER_AGE, '')
    .replace(/^(\d{1,3})\.0$/, '$1')
  if (/^\d{1,3}$/.test(text)) return Number(text) <= OLDEST ? { code: bandAge(Number(text)), coarsened: true } : null
  const band = text.replace(/\s{0,3}[-\u2010-\u2015]{1,3}\s{0,3}/, '_').replace(/^48\s*\+$/, '48_plus')
  return AGE_BANDS.some(([, code]) => code === band) || band === '9_17' || band === 'under_18' || band === '18_plus'
    ? { code: band, coarsened: false }
    : null
}

const SCALES: Readonly<Record<string, number>> = { 万: 10_000, million: 1_000_000, thousand: 1000 }

const NEARLY =
  /^(?:about|around|approx\.?|approximately|circa|ca\.|c\.|~|約|およそ|推定|alrededor de|como|mga|ประมาณ)\s{0,3}|\s{0,3}(?:くらい|ぐらい|位|頃|ごろ|前後|\?|\(?(?:approx\.?|est\.?)\)?)$/gi
const DECADE = /^([1-9]0)\s{0,2}(?:代|'?s)(前半|後半)?$/i

/** Bands that an age which is not exact could be: "about 25", "30代". None where the cell is no such age. */
export function likelyAges(cell: string): readonly string[] {
  const text = cell.normalize('NFKC').trim()
  const decade = DECADE.exec(text)
  if (decade) {
    const [from, to] = [Number(decade[1]) + (decade[2] === '後半' ? 5 : 0), Number(decade[1]) + (decade[2] === '前半' ? 4 : 9)]
    return [...new Set(Array.from({ length: to - from + 1 }, (_, years) => bandAge(from + years)))]
  }
  const plain = text.replace(NEARLY, '').trim().replace(AFTER_AGE, '').replace(NEARLY, '')
  return plain !== text && /^\d{1,2}$/.test(plain) ? [bandAge(Number(plain))] : []
}

/** `1500000`, `1,500,000円`, `150万円`, `¥1500000`, `1.5 million`, or a code of ours. */
export function readDebt(cell: string): BandReading | null {
  const text = cell.normalize('NFKC').trim()
  const amount = /^[¥\\]?\s{0,3}(\d{1,3}(?:,\d{3}){1,4}|\d{1,15}(?:\.\d{1,9})?)\s{0,3}(万|million|thousand)?\s{0,3}(?:円|yen|jpy)?$/i.exec(
    text,
  )
  if (!amount) return DEBT_BANDS.some(([, code]) => code === text) || text === 'no_figure' ? { code: text, coarsened: false } : null
  const yen = Number((amount[1] as string).replaceAll(',', '')) * (SCALES[amount[2]?.toLowerCase() ?? ''] ?? 1)
  return yen > 0 ? { code: bandDebt(yen), coarsened: true } : null
}

/** Questions whose cells may hold an exact age or amount, and how it is read. */
export const BANDED: Readonly<Record<string, (cell: string) => BandReading | null>> = {
  age_band_registration: readAge,
  age_band_recruitment: readAge,
  debt_band: readDebt,
}
