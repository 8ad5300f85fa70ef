/** What an import adds or changes by the meaning of an answer, and the sentence of the report about it. */
export const NOTES = {
  era: { en: 'dates in Japanese eras were cut to their western year', ja: '和暦の日付を西暦の年だけにしました' },
  buddhist: { en: 'dates in the Buddhist calendar were cut to their western year', ja: '仏暦の日付を西暦の年だけにしました' },
  year: { en: 'dates finer than a year were cut to their year', ja: '年より細かい日付を年だけにしました' },
  band: { en: 'exact ages and amounts became bands', ja: '年齢や金額を幅のある区分にしました' },
  to_japan: {
    en: 'cases without a journey: exploitation, entry or arrival in Japan is read as a journey to Japan',
    ja: '移動の記載がない事例：日本での搾取、入国、到着を、日本への移動と読みました',
  },
  no_journey: { en: 'cases without a journey: one leg, not asked', ja: '移動の記載がない事例：「確認していない」区間を一つ置きました' },
  debt: {
    en: 'cases with an amount of debt and nothing about whether there was one: read as debt_imposed yes',
    ja: '借金の額だけがある事例：借金を負わされたと読みました',
  },
  recruited: {
    en: 'cases with a recruiter or a channel of recruitment: read as recruitment_mode recruited',
    ja: '勧誘した人や経路がある事例：勧誘されたと読みました',
  },
  does_not_arise: {
    en: 'answers to questions that do not apply, given an earlier answer of the same case, were left out',
    ja: '前の回答により対象外となる質問の回答を除きました',
  },
  shown: {
    en: 'case references are numbers that the workbook shows through a format: read as they are shown',
    ja: '書式で表示されている番号の符号：表示どおりに読みました',
  },
  names: {
    en: 'of the first case references look like names of persons',
    ja: 'はじめのほうの符号に、人の名前のようなものがあります',
  },
  hidden: { en: 'rows are hidden in the workbook: read like the others', ja: 'ブックで非表示の行：ほかの行と同じように読みました' },
  hidden_columns: {
    en: 'columns are hidden in the workbook: read like the others',
    ja: 'ブックで非表示の列：ほかの列と同じように読みました',
  },
  keys: { en: 'cases without a case reference of their own: numbered by row', ja: '符号のない事例：行番号を符号にしました' },
} as const
export type ReadingNote = keyof typeof NOTES
