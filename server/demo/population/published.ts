/**
 * What official and press pages have published about the people found in Japan, as approximate shares: the margins of the
 * fictional network. Nobody in the network is one of the people behind these figures.
 */
import type { Weights } from './random.ts'

/**
 * How many victims the government counted in a year, rounded to five. Sources: annual reports on measures against trafficking
 * in persons (2001-2015), the US State Department's report of 2020 (2016-2019); from 2020 the mean of the five years before.
 */
export const REGISTERED: Weights = {
  2001: 65, 2002: 55, 2003: 85, 2004: 75, 2005: 115, 2006: 60, 2007: 45, 2008: 35, 2009: 15, 2010: 35, 2011: 25, 2012: 25,
  2013: 15, 2014: 25, 2015: 55, 2016: 50, 2017: 45, 2018: 25, 2019: 45, 2020: 45, 2021: 45, 2022: 45, 2023: 45, 2024: 45,
}

export interface Period {
  readonly to: number
  /** Approximate percent of the people registered in the period. */
  readonly citizenship: Weights
  readonly source: string
}

/**
 * Citizenship by period, pooled over the pages named and rounded; the agencies count different people. Over all periods about
 * PH 37, TH 25, JP 14, ID 9 %: between the police, who count Japanese, and IOM's returns, which are PH 45, TH 27, ID 19 %.
 */
export const PERIODS = [
  {
    to: 2009,
    citizenship: { PH: 41, TH: 30, ID: 15, CO: 7, KR: 1.5, TW: 1.5, CN: 1.5, JP: 1, RU: 0.5, RO: 0.5, BR: 0.25, PE: 0.25 },
    source: 'National Police Agency 2003 (CO 52, TH 25 %), 2004 (TH 62 %), 2007 (PH 51, ID 26 %); Immigration Bureau 2005 (PH 41, ID 36 %), 2006 (PH 62, ID 30 %); women\'s consulting offices FY2001-2009: 87 % Filipino, Indonesian or Thai; IOM Tokyo, returns 2005-2019; survey of 39 women by 2005 (TH 25, PH 14)',
  },
  {
    to: 2015,
    citizenship: { PH: 46, JP: 25, TH: 17, KR: 2.5, ID: 2, CN: 1.5, TW: 1.5, VN: 1.5, KH: 0.75, BR: 0.75, LK: 0.75, CO: 0.75 },
    source: 'National Police Agency 2010, 2011, 2012, 2015, pooled: PH 51, JP 29, TH 17 %; Immigration Bureau 2014; calls to an NGO hotline in 2011: 38 % Japanese, 30 % Korean, 11 % Filipino, 7 % Thai',
  },
  {
    to: 2024,
    citizenship: { JP: 30, PH: 26, TH: 20, VN: 8, KH: 4, CN: 3, ID: 3, MM: 2, NP: 1, KR: 1, BR: 1, MN: 0.5, LK: 0.5 },
    source: 'National Police Agency 2016, 2017: Japanese 54 and 67, TH 17, PH 11 %; Immigration Bureau 2017-2022: PH 69, TH 24 %; interns after the Immigration Services Agency 2022 (VN, CN, KH, MM, ID, PH)',
  },
] as const satisfies readonly Period[]

export type PeriodIndex = 0 | 1 | 2

export const periodOf = (year: number): PeriodIndex => (year <= PERIODS[0].to ? 0 : year <= PERIODS[1].to ? 1 : 2)

/**
 * Who recruited Thai women, out of 25 asked: a female friend 7, an acquaintance 4, a male friend or lover 4; Filipinas mostly people
 * close to them. Source: survey of 39 women by JNATIP and a university, in the Yomiuri newspaper of 14 June 2005.
 */
export const RECRUITERS_NIGHTLIFE: Weights = {
  female_friend: 28, neighbour_acquaintance: 17, male_friend: 9, intimate_partner: 8, relative: 12, agency: 12, returnee: 6,
  online_contact: 3, stranger: 3, marriage_broker: 2,
}

/** Three of 25 Thai women knew that the work would be prostitution (the same survey). */
export const KNEW_SEX_WORK: Weights = { did_not_know: 70, knew_work_not_terms: 24, knew_both: 6 }

/**
 * Prefectures for people from abroad in nightlife. Source: women's consulting offices FY2001-2009, the three highest of 275:
 * Aichi 55, Nagano 33, Chiba 30; the rest by the size of the entertainment districts.
 */
export const PREFECTURES_NIGHTLIFE: Weights = {
  23: 20, 20: 12, 12: 11, 13: 18, '08': 9, 14: 6, 11: 5, 10: 4, 27: 5, 22: 3, 40: 2, 47: 2, 34: 1, '01': 1, '04': 1,
}

/** What technical interns paid before coming, in yen: on average 540,000; Viet Nam 690,000; the Philippines 90,000 (Immigration Services Agency, 2022). */
export const INTERN_DEBT: Weights = { under_500k: 34, '500k_1m': 44, '1m_2m': 18, '2m_3m': 4 }

/** The claim of "five million yen" in the years of the entertainer visa: police and newspaper pages of 2003-2005. */
export const BROKER_DEBT: Weights = { '1m_2m': 8, '2m_3m': 10, '3m_5m': 34, '5m_7m': 30, '7m_plus': 8, no_figure: 10 }
