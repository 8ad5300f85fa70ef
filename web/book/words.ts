import { numeral, type Words } from '../../survey-schema/text.ts'

export const WORDS = {
  /** Stands before the name of the site in the title of the window. */
  title: { ja: '章と目次', en: 'Chapters' },
  edition: (id: string) => ({ ja: `データブック ${id}`, en: `Data book ${id}` }),
  editions: { ja: '版', en: 'Edition' },
  contents: { ja: '目次', en: 'Contents' },
  chapters: { ja: '章', en: 'Chapters' },
  chapter: (number: number) => ({ ja: `第${number}章`, en: `Chapter ${number}` }),
  tablesOfChapter: { ja: 'この章の表', en: 'Tables of this chapter' },
  tablesOf: (tables: number) => ({ ja: `表${tables}点`, en: tables === 1 ? 'One table' : `${tables} tables` }),
  table: (number: string) => ({ ja: `表${number}`, en: `Table ${number}` }),
  technical: { ja: '技術的な注記', en: 'Technical notes' },
  print: { ja: '印刷する', en: 'Print' },
  notDrawn: {
    ja: '画面に出ていなかった図は、ここにありません。ページの「印刷する」を押すと、すべての図が入ります。',
    en: 'Figures that were not on the screen are missing here. “Print” on the page draws all of them first.',
  },
  drawing: { ja: '図を用意しています…', en: 'Drawing the figures…' },
  furtherFiles: {
    ja: 'ファクトシート、読者別の資料、文献管理用のファイル',
    en: 'Fact sheets, packs for readers, files for reference managers',
  },
  fileOf: (language: string | null, megabytes: string) => ({
    ja: `（${language === null ? '日本語・英語' : language === 'ja' ? '日本語' : '英語'}、${megabytes} MB）`,
    en: `(${language === null ? 'Japanese and English' : language === 'ja' ? 'Japanese' : 'English'}, ${megabytes} MB)`,
  }),
  noBook: { ja: 'この版のデータブックは、まだありません。', en: 'There is no book of this edition yet.' },
  nextChapter: { ja: '次の章', en: 'Next chapter' },
  openTable: { ja: '表を探すページで開く', en: 'Open among the tables' },
  csv: { ja: 'CSV', en: 'CSV' },
  step: { ja: '経路', en: 'Route' },
  cases: { ja: '事例数', en: 'Cases' },
  share: { ja: '割合', en: 'Share' },
  base: { ja: '集計対象', en: 'Base' },
  says: { ja: '読み取れること', en: 'What it says' },
  notes: { ja: '注', en: 'Notes' },
  cite: { ja: '引用のしかた', en: 'How to cite' },
  checksum: (first: string) => ({ ja: `照合値 ${first}`, en: `Checksum ${first}` }),
  least: (figure: number) => ({ ja: `${numeral(figure)}以上`, en: `at least ${numeral(figure)}` }),
  /** How many of the editions or volumes a sum could add up. */
  parts: (parts: number, of: number) => ({ ja: `（${of}のうち${parts}）`, en: ` (${parts} of ${of})` }),
  withheld: { ja: '秘匿', en: 'withheld' },
  notApplicable: { ja: '非該当', en: 'not applicable' },
  scroll: (title: string) => ({ ja: `表：${title}（横に動かせます）`, en: `Table: ${title} (scrolls sideways)` }),
  beside: { ja: '版ごとの数値を並べて見る', en: 'Editions side by side' },
  sheets: { ja: 'ファクトシート', en: 'Fact sheets' },
  sheetsLead: {
    ja: '数値はすべて本書の表から引いたもので、表番号から元の表に移れます。',
    en: 'Every figure is one of a table of the book; the number of the table leads there.',
  },
  noSheets: {
    ja: '見出しとなる数値を示せるファクトシートは、この版にはありません。',
    en: 'No fact sheet of this edition has a headline that may be shown.',
  },
  cannotSay: { ja: 'この数値から言えないこと', en: 'What these figures cannot say' },
  demand: { ja: '私たちの求めること', en: 'What the network asks for' },
  source: { ja: '出典', en: 'Source' },
  sources: { ja: 'もとになった表', en: 'Tables behind this sheet' },
  downloads: { ja: 'ダウンロード', en: 'Downloads' },
  changes: { ja: '版ごとの変更', en: 'Changes between editions' },
  about: { ja: 'この版について', en: 'About this edition' },
  policy: { ja: '秘匿規則', en: 'Policy' },
  questionnaire: { ja: '調査票', en: 'Questionnaire' },
  flows: {
    ja: '流れの太さは公表値。秘匿した流れは描いていない。複数の国からの流れが合わさるところには、公表値がないため数を書いていない。',
    en: 'The width of a flow is its published figure; withheld flows are not drawn. Where flows of several countries meet there is no published figure, so none is written.',
  },
  readStacked: {
    ja: '棒の全長は100%。短い棒の残りは、秘匿などで割合を示せない区分である。「–」は、集計対象の数を示せないか少ないため、割合のないもの。nは集計対象の事例数。',
    en: 'A full bar is 100%. What a shorter one lacks has no share to show. –: no shares, because the base is withheld or small. n: cases in the base.',
  },
  readLines: {
    ja: '点の数字は、その時期の事例に占める割合（一つの設問だけの図では事例数）。秘匿した時期、ほかとまとめた時期、割合を示せない時期で線は切れる。',
    en: 'The number at a point is the share of the cases of that period (in a figure of one question: cases). A line breaks where a period is withheld, joined with others or without a share.',
  },
  readDots: {
    ja: '点の位置と数字は、それぞれの集まりの中での割合。「–」は割合を示せないもの。',
    en: 'Place and number of a dot: the share within its group. –: no share to show.',
  },
  readPyramid: { ja: '女性と男性以外の事例は、表に示す。', en: 'Cases under another gender stand in the table.' },
  hatched: { ja: '斜線と x は秘匿。大きさや濃さは数を表さない。', en: 'Hatching and x: withheld; its size says nothing.' },
} as const satisfies Words

/** Formats of the files of the book. */
export const FILE_WORDS = {
  findings: { ja: '結果の概要（PDF）', en: 'Findings, PDF' },
  'findings-html': { ja: '結果の概要（HTML）', en: 'Findings, HTML' },
  'findings-docx': { ja: '結果の概要（Word）', en: 'Findings, Word' },
  pdf: { ja: 'すべての表（PDF）', en: 'All tables, PDF' },
  docx: { ja: 'すべての表（Word）', en: 'All tables, Word' },
  xlsx: { ja: 'すべての表（Excel）', en: 'All tables, Excel' },
  html: { ja: 'すべての表（HTML）', en: 'All tables, HTML' },
  'fact-sheets': { ja: 'ファクトシート（PDF）：', en: 'Fact sheet (PDF):' },
  packs: { ja: '読者別の資料（PDF）：', en: 'Pack for readers (PDF):' },
  bibtex: { ja: 'BibTeX', en: 'BibTeX' },
  ris: { ja: 'RIS', en: 'RIS' },
} as const satisfies Words

/** Topics of fact sheets and readers of packs, as their files are named. An embassy is named by the code of its country besides. */
export const PART_WORDS = {
  routes: { ja: '移動経路', en: 'routes' },
  contact: { ja: '支援につながるまで', en: 'reaching help' },
  legal: { ja: '法的な扱い', en: 'legal treatment' },
  debt: { ja: '借金', en: 'debt' },
  return: { ja: '帰国とその後', en: 'return and a new start' },
  diet: { ja: '国会議員', en: 'members of the Diet' },
  justice: { ja: '法務・入管行政', en: 'justice and immigration' },
  labour: { ja: '労働・福祉行政', en: 'labour and welfare' },
  police: { ja: '警察行政', en: 'police' },
  'foreign-affairs': { ja: '外交・領事', en: 'foreign affairs' },
  embassy: { ja: '大使館', en: 'embassy' },
  media: { ja: '報道機関', en: 'media' },
} as const satisfies Words
