/** What every file of a released table says beside its figures. Nothing in it comes from the clock or from a case. */

export type Language = 'ja' | 'en'

export interface ExportContext {
  /** The edition under which the table was asked for. */
  readonly edition: string
  readonly fictional: boolean
  readonly language: Language
}

const NOTES = {
  adjusted: {
    en: 'Adjusted: nearly always within 3, never more than 5; parts need not add up to their total.',
    ja: '公表値は調整済みで、実数との差はほぼ3以内、最大でも5。内訳の合計は総数と一致しないことがある。',
  },
  reported: {
    en: 'Reported cases, not a sample of all victims.',
    ja: '報告された事例の集計であり、被害全体を代表するものではない。',
  },
  fictional: {
    en: 'Fictional: these partners and cases are invented.',
    ja: '架空のデータ：団体も事例も実在しません。',
  },
} as const

/** The sentences under a table. */
export const notes = ({ fictional, language }: ExportContext): readonly string[] => [
  ...(fictional ? [NOTES.fictional[language]] : []),
  NOTES.adjusted[language],
  NOTES.reported[language],
]

export const SOURCE = { en: 'JNATIP data book', ja: 'JNATIP データブック' } as const
