import type { Words } from '../../survey-schema/text.ts'

export const WORDS = {
  heading: { ja: '自分の団体の事例を数える', en: 'Count your own cases' },
  what: {
    ja: '自分のファイルの事例を、公表された表と並べて見ることができます。ファイルはこの画面の中だけで読み取って数えます。実際の件数がこの画面の外に出ることはありません。少ない件数は個人を示すことがあります。写したり人に見せたりしないでください。',
    en: 'See the cases of your own file beside the published table. The file is read and counted on this page alone; exact counts never leave it. Small counts can point at a person: do not copy them or show them to others.',
  },
  decisions: { ja: '保存した読み取り方（独自の表のとき）', en: 'Decisions that you kept (for a table of your own)' },
  variable: { ja: '項目', en: 'Variable' },
  choose: { ja: '選んでください', en: 'Choose' },
  missing: { ja: 'ファイルと項目を選んでください。', en: 'Please choose a file and a variable.' },
  count: { ja: '数える', en: 'Count' },
  counting: { ja: '数えています…', en: 'Counting…' },
  refused: { ja: 'このファイルは数えられませんでした。', en: 'This file could not be counted.' },
  decideFirst: {
    ja: '「ファイル」のページでこのファイルの読み取り方を決めて保存し、ここで選んでください。',
    en: 'Decide on the page “File” how it is read, keep the decisions, and choose them here.',
  },
  notCases: (rows: number) => ({
    ja: `送れない${rows.toLocaleString('en-US')}行は数えていません。`,
    en: `${rows === 1 ? '1 row that cannot be sent is' : `${rows.toLocaleString('en-US')} rows that cannot be sent are`} not counted.`,
  }),
  own: { ja: '自分のファイル', en: 'Your file' },
  published: { ja: '公表された件数', en: 'Published' },
  joined: { ja: '「その他」に含む', en: 'part of “Other”' },
  noTable: { ja: 'この項目の公表された表はありません。', en: 'No table of this variable is published.' },
  differs: {
    ja: '公表された件数はすべての団体の事例を集計して調整したものです。自分の事例がすべてその版に含まれるとは限りません。',
    en: 'Published figures are of all organisations, and adjusted. Not every case of yours need be in that edition.',
  },
  answered: { ja: '回答あり', en: 'Answered' },
  noAnswer: { ja: '回答なし', en: 'No answer' },
  notApplicable: { ja: '該当しない', en: 'Not applicable' },
  total: { ja: '全事例', en: 'All cases' },
} as const satisfies Words
