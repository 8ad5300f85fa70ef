/** What no rule can know about the names of places. */

/** Places that a sentence names with an article. */
export const WITH_ARTICLE = [
  'AE', 'AX', 'BQ', 'BS', 'CC', 'CD', 'CF', 'CG', 'CK', 'DO', 'FK', 'FO', 'GB', 'GM', 'IM', 'IO', 'KM', 'KP', 'KR', 'KY', 'LA', 'MD', 'MH', 'MP', 'MV', 'NL',
  'PH', 'PN', 'RU', 'SB', 'SC', 'SY', 'TC', 'TF', 'UM', 'US', 'VA', 'VG', 'VI', 'americas', 'caribbean',
] as const

/** Areas of the list whose name is no name of a citizenship: Japanese speaks of 籍 there, not of 国籍. */
export const AREAS_WITHOUT_CITIZENSHIP = [
  'AI', 'AQ', 'AS', 'AW', 'AX', 'BL', 'BM', 'BQ', 'BV', 'CC', 'CK', 'CW', 'CX', 'EH', 'FK', 'FO', 'GF', 'GG', 'GI', 'GL', 'GP', 'GS', 'GU', 'HK', 'HM', 'IM',
  'IO', 'JE', 'KY', 'MF', 'MO', 'MP', 'MQ', 'MS', 'NC', 'NF', 'NU', 'PF', 'PM', 'PN', 'PR', 'PS', 'RE', 'SH', 'SJ', 'SX', 'TC', 'TF', 'TK', 'TW', 'UM', 'VG',
  'VI', 'WF', 'YT',
] as const

/** Groups of countries that hold such areas of Eastern Asia: Japanese speaks of 国・地域 there, elsewhere of 諸国. */
export const WITH_AREAS = ['eastern_asia', 'asia', 'rest_of_asia'] as const

export interface NamedOtherwise {
  readonly en: string
  readonly ja: string
  /** Countries of a group, each by its name. */
  readonly namesCountries?: boolean
}

/** Names that a sentence cannot take from the list: groups of countries without Japan, and names of two places. */
export const NAMED_OTHERWISE: Readonly<Record<string, NamedOtherwise>> = {
  eastern_asia: { en: 'Eastern Asia outside Japan', ja: '日本を除く東アジア' },
  rest_of_asia: { en: 'Asia outside Japan', ja: '日本を除くアジア' },
  abroad: { en: 'a country other than Japan', ja: '日本以外の国' },
  australia_new_zealand: { en: 'Australia or New Zealand', ja: 'オーストラリアやニュージーランド', namesCountries: true },
  US: { en: 'United States', ja: 'アメリカ' },
  GS: { en: 'South Georgia and the South Sandwich Islands', ja: 'サウスジョージア・サウスサンドウィッチ諸島' },
  HM: { en: 'Heard Island and the McDonald Islands', ja: 'ハード島・マクドナルド諸島' },
}
