/** Words that the files of the book add to its texts: headings of columns, and the tokens that stand in place of a figure with their meaning. */
import type { Imprint } from '../../../survey-schema/release/book.ts'
import type { Language, Text } from '../../../survey-schema/text.ts'

export const BOOK_WORDS = {
  cases: { ja: '事例数', en: 'Cases' },
  share: { ja: '割合', en: 'Share' },
  lower: { ja: '下限（95%）', en: 'Lower bound (95%)' },
  upper: { ja: '上限（95%）', en: 'Upper bound (95%)' },
  status: { ja: '公表状況', en: 'Status' },
  item: { ja: '区分', en: 'Category' },
  contents: { ja: '目次', en: 'Contents' },
  table: { ja: '表', en: 'Table' },
  figure: { ja: '図', en: 'Figure' },
  note: { ja: '注', en: 'Note' },
  notes: { ja: '注', en: 'Notes' },
  chapterNotes: { ja: 'この章の表の読み方', en: 'Notes to the tables of this chapter' },
  citation: { ja: '引用', en: 'Cite as' },
  checksum: { ja: '照合値', en: 'Checksum' },
  edition: { ja: '版', en: 'Edition' },
  volume: { ja: '巻', en: 'Volume' },
  policy: { ja: '秘匿規則', en: 'Policy' },
  base: { ja: '集計対象', en: 'Base' },
  period: { ja: '期間', en: 'Period' },
  questionnaire: { ja: '調査票', en: 'Questionnaire' },
  notesSheet: { ja: '注と符号', en: 'Notes and codes' },
  origin: { ja: '出身国・最初の経由国・日本国内の地方', en: 'Origin, first country passed, area in Japan' },
  records: { ja: '元の記録', en: 'Records' },
  terms: { ja: '利用条件', en: 'Terms of use' },
  toTop: { ja: '目次へ戻る', en: 'Back to the contents' },
  allCases: { ja: '全事例', en: 'All cases' },
  allCaseSets: { ja: '公表済みのすべての版・巻の合計', en: 'Sum of all published editions or volumes' },
  reported: { ja: '報告された事例の集計であり、被害全体を代表するものではない。', en: 'Reported cases, not a sample of all victims.' },
  fictional: { ja: '架空のデータ：団体も事例も実在しません。', en: 'Fictional: these partners and cases are invented.' },
} as const satisfies Readonly<Record<string, Text>>

/** Who published the records and on what terms, for title pages; empty for cases that were reported to the network itself. */
export const recordsOf = (
  { records }: Pick<Imprint, 'records'>,
  language: Language,
): readonly (readonly [name: string, value: string])[] =>
  records
    ? [
        [BOOK_WORDS.records[language], records.citation[language]],
        [BOOK_WORDS.terms[language], records.terms[language]],
      ]
    : []

/** What is printed in place of a figure, and the legend for each token, which is printed under every block that holds it. */
export const TOKENS = {
  withheld: 'x',
  not_applicable: '–',
  legend: {
    withheld: { ja: 'x＝秘匿（理由や大きさは示さない）', en: 'x = withheld, whatever the reason' },
    not_applicable: { ja: '–＝該当しえない', en: '– = cannot occur' },
    at_least: {
      ja: '≥34 (3/4)＝公表された3つの版・巻の合計が34。残る1つは秘匿',
      en: '≥34 (3/4) = at least 34: the sum of the 3 of 4 editions or volumes that show a figure',
    },
  },
} as const
