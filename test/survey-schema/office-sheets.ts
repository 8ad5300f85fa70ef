/** Thirty rows as a consulate and a shelter would have them, with words of their own. Nobody in them exists. */
import type { TestSheet } from './workbook.ts'

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

const CONSULATE_HEADINGS = [
  'No',
  'File ref',
  'Surname',
  'Gender',
  'Age at intake',
  'Date of birth',
  'Citizenship',
  'Cell phone',
  'Date reported',
  'Type of exploitation',
  'How recruited',
  'Referred by',
  'Where in Japan',
  'Returned?',
  'Remarks',
]

const consulateRow = (n: number): readonly (string | number)[] => [
  n,
  `CON-${String(n).padStart(3, '0')}`,
  pick(['Halimbawa', 'Ejemplo', 'Du'], n),
  pick(['F', 'female', 'Woman', 'M', ''], n),
  pick(['２１', 33, '19 yrs', 'approx. 27', '20s', 'DK', 98], n),
  pick(['1991-02-03', '1987/11/30'], n),
  pick(['Filipina', 'Thai', 'Peruvian', 'Viet Nam', 'NR', 'THAI '], n),
  pick(['090-0000-5678', '+63 917 000 5678'], n),
  pick(['R2.4.1', '2018', '7 May 2021', 'H30', '3/11/2020'], n),
  pick(['sexual', 'Forced labour', 'factory shifts', 'hostess bar', 'domestic'], n),
  pick(['broker', 'chat group', 'Friend', '-', 'song contest'], n),
  pick(['police', 'walk-in', 'Church', 'a teacher', 'Immigration'], n),
  pick(['Tokyo', 'Gunma pref.', 'Nagoya', 'up north', 'unknown'], n),
  pick(['yes', 'No', 'repatriated', 'waiting', '?'], n),
  pick(['sister is called Example', ''], n),
]

/** Titles above, a blank row and a total within. */
export const CONSULATE: TestSheet = {
  name: 'cases',
  merged: ['A1:O1'],
  rows: [
    ['Consular section: persons assisted'],
    ['as of 5 June 2024, kept by A. Ejemplo'],
    [],
    CONSULATE_HEADINGS,
    ...Array.from({ length: 14 }, (_, at) => consulateRow(at + 1)),
    [],
    ...Array.from({ length: 16 }, (_, at) => consulateRow(at + 15)),
    ['', 'Grand total: 30'],
  ],
}

const SHELTER_HEADINGS = [
  'ケース番号',
  '本名',
  '性別',
  '年齢',
  '誕生日',
  '国籍',
  '携帯',
  '相談日',
  '被害の内容',
  '勧誘の方法',
  'つないだ機関',
  '都道府県',
  '前借金',
  '帰国',
  '監禁・監視',
  '特記事項',
]

const shelterRow = (n: number): readonly (string | number)[] => [
  `ロ-${n}`,
  pick(['例田 花子', '見本 りん'], n),
  pick(['女', '女性', '男', 'おんな', ''], n),
  pick(['２３', '40代', '不明', '18歳', '約30'], n),
  pick(['S60.1.2', '1990年3月4日'], n),
  pick(['タイ', '比', 'ペルー', 'ベトナム人', '中', '未回答'], n),
  pick(['０９０－００００－５６７８', ''], n),
  pick(['令和2年4月', 'H30.12.1', '2019/7/8', '平成31年'], n),
  pick(['売春強要', '労働搾取', '工場の夜勤', 'スナック', '家事労働'], n),
  pick(['ブローカー', '占い師', '友人', '不詳', 'ＳＮＳ'], n),
  pick(['警察', '町内会', '入管', '自力', '無回答'], n),
  pick(['千葉', '名古屋', '東京都', '北の方', '不明'], n),
  pick(['150万', 'なし', '不明', '', '80万円'], n),
  pick(['済', '未', '帰国', '調整中', ''], n),
  pick(['○', '', '×', '少し', '？'], n),
  pick(['駅前の店に勤務', ''], n),
]

export const SHELTER: TestSheet = {
  name: '一覧',
  rows: [SHELTER_HEADINGS, ...Array.from({ length: 30 }, (_, at) => shelterRow(at + 1)), ['計', '', '30名'], ['※2023年度分を含まず']],
}

/** Words that must be nowhere in what is sent or reported. */
export const OFFICE_SECRETS = [
  'Halimbawa',
  'Ejemplo',
  '5678',
  '1991',
  '1987',
  'sister',
  '例田',
  '見本',
  '駅前',
  'song contest',
  '占い師',
  '町内会',
]
