/**
 * Victims a year as public bodies printed them, with the source of each figure. They count other people by other rules, so they are
 * printed beside our figures and never subtracted from them. Where two sources differ, both are given.
 */
import { type Text, text } from '../../../../survey-schema/text.ts'

export interface OfficialSeries {
  readonly id: string
  readonly name: Text
  readonly source: Text
  /** Victims by calendar year, as printed: a number, or the words of the source. */
  readonly years: Readonly<Record<string, Text>>
}

const same = (figures: Readonly<Record<string, number>>): Record<string, Text> =>
  Object.fromEntries(Object.entries(figures).map(([year, figure]) => [year, { ja: String(figure), en: String(figure) }]))

export const OFFICIAL: readonly OfficialSeries[] = [
  {
    id: 'government',
    name: text('政府が把握した被害者数', 'Victims counted by the government'),
    source: text(
      '政府：人身取引対策の年次報告（2001～2015年）。2005年は同報告の別の頁では116。2015年の49は警察庁の公表（2016年2月）。',
      'Government: annual report on measures against trafficking (2001–2015). For 2005 another page of it says 116. The 49 for 2015 is from the National Police Agency (February 2016).',
    ),
    years: {
      ...same({
        2001: 65,
        2002: 55,
        2003: 83,
        2004: 77,
        2006: 58,
        2007: 43,
        2008: 36,
        2009: 17,
        2010: 37,
        2011: 25,
        2012: 27,
        2013: 17,
        2014: 25,
      }),
      2005: text('117（別の頁では116）', '117 (116 on another page)'),
      2015: text('54（警察庁は49）', '54 (police: 49)'),
    },
  },
  {
    id: 'us_report',
    name: text('米国国務省報告書にある被害者数', 'Victims given in the US report'),
    source: text(
      '米国国務省：人身取引報告書2020年版（2016～2019年）。',
      'US Department of State: Trafficking in Persons Report 2020 (2016–2019).',
    ),
    years: same({ 2016: 50, 2017: 46, 2018: 25, 2019: 47 }),
  },
]
