/** A sheet as somebody types it who has never seen the questionnaire. Nobody in it exists. */
import type { TestSheet } from './workbook.ts'

const NAMES = ['例田 花子', 'Maria Halimbawa', 'สมหญิง ตัวอย่าง', 'Rosa Ejemplo', '見本 りん', 'Nguyen Vi Du']
const NATIONS = [
  'Filipino',
  'フィリピン',
  'タイ人',
  'Thai',
  'コロンビア',
  'Colombian',
  'Indonesian',
  'Vietnamese',
  '中国',
  'Burma',
  'フィリピン人',
  'Viet Nam',
]
const DATES = [
  'H16.4.1',
  '平成１６年４月１日',
  '2004/5/1',
  '{38108}',
  '令和元年6月',
  '2547',
  '昭和63年12月',
  'May 4, 2004',
  '２００４年',
  'R2/3/4',
]
const KINDS = ['売春強要', '性的搾取', '強制労働', '労働搾取', '売春、労働', '風俗', 'sexual exploitation', '性的搾取・強制労働']
const SEXES = ['女', '女性', 'F', 'female', '女', '男性']

const HEADINGS = [
  'No.',
  '受付日',
  '氏名',
  '性別',
  '年齢',
  '生年月日',
  '国籍',
  '電話番号',
  '住所',
  '被害の種類',
  '担当者',
  '印象',
  '備考',
] as const

type Row = Record<(typeof HEADINGS)[number], string | number>

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

const row = (n: number): Row => ({
  'No.': n % 2 === 0 ? n : `Ａ－${n}`,
  受付日: pick(DATES, n),
  氏名: pick(NAMES, n),
  性別: pick(SEXES, n),
  年齢: pick([24, '２５歳', '31', 19, '４２'], n),
  生年月日: pick(['S58.4.1', '{30407}', '1983-04-01', '昭和58年4月1日'], n),
  国籍: pick(NATIONS, n),
  電話番号: pick(['０９０－００００－１２３４', '03-0000-1234', '+63 917 000 1234'], n),
  住所: '東京都例区見本町1-2-3',
  被害の種類: pick(KINDS, n),
  担当者: '見本',
  印象: '疲れた様子',
  備考: '友人 090-0000-1234 に連絡済み',
})

/** Rows that cannot be taken, by number: what is wrong in them. */
const BAD: Readonly<Record<number, Partial<Row>>> = {
  7: { 年齢: '090-0000-1234' },
  19: { 国籍: '例田 花子' },
  28: { 受付日: '2004-2006' },
  33: { 国籍: 'Korea' },
  41: { 'No.': 'Ａ－3' },
}

/** The numbers of the rows of the sheet that are refused: fifty rows from row 4. */
export const BAD_ROWS = Object.keys(BAD).map((n) => Number(n) + 3)

export const OUTSIDER: TestSheet = {
  name: '一覧',
  merged: ['A1:M1', 'A2:G2', 'H2:I2', 'J2:M2'],
  rows: [
    ['相談記録一覧'],
    ['基本情報', '', '', '', '', '', '', '連絡先', '', '被害の状況'],
    [...HEADINGS],
    ...Array.from({ length: 50 }, (_, at) => {
      const made = { ...row(at + 1), ...BAD[at + 1] }
      return HEADINGS.map((heading) => made[heading])
    }),
  ],
}

/** The next delivery of the same organisation: the same words, one new one. */
export const NEXT_SHEET: TestSheet = {
  name: '一覧',
  rows: [
    [...HEADINGS],
    ...Array.from({ length: 5 }, (_, at) => {
      const made = { ...row(at + 60), ...(at === 4 ? { 国籍: 'Nepalese' } : {}) }
      return HEADINGS.map((heading) => made[heading])
    }),
  ],
}

/** Words that must be nowhere in what comes out. */
export const SECRETS = [...NAMES, '0000', '見本', '疲れた', '1983', '友人']
