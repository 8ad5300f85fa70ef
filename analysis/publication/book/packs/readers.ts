/** For whom packs are made, from which chapters, and what is asked of whom. No figure stands here. */
import { type Text, text } from '../../../../survey-schema/text.ts'

export interface Ministry {
  readonly id: string
  readonly reader: Text
  /** Ids of chapters, in the order in which the pack has them. */
  readonly chapters: readonly string[]
  /** Ids of the topics of fact sheets whose request is addressed to it. */
  readonly asks: readonly string[]
}

/** One plan for all of them: only chapters and requests differ. */
export const MINISTRIES: readonly Ministry[] = [
  {
    id: 'justice',
    reader: text('法務行政・入管行政を担当する方へ', 'For those in charge of justice and immigration'),
    chapters: ['law', 'status', 'return', 'definitions'],
    asks: ['legal', 'return'],
  },
  {
    id: 'labour',
    reader: text('労働行政・福祉行政を担当する方へ', 'For those in charge of labour and welfare'),
    chapters: ['recruitment', 'status', 'exploitation'],
    asks: ['debt', 'contact'],
  },
  {
    id: 'police',
    reader: text('警察行政を担当する方へ', 'For those in charge of the police'),
    chapters: ['exploitation', 'contact', 'law', 'definitions'],
    asks: ['contact', 'legal'],
  },
  {
    id: 'foreign-affairs',
    reader: text('外交・領事を担当する方へ', 'For those in charge of foreign and consular affairs'),
    chapters: ['people', 'routes', 'image', 'return'],
    asks: ['routes', 'return'],
  },
]

/** Questions beside which the country of citizenship is counted, in the order of an embassy's pack. */
export const EMBASSY_QUESTIONS = [
  'gender@list',
  'age_band_registration@broad3',
  'recruitment_channel@list',
  'exploitation_prefectures@area8',
  'debt_band@group4',
  'first_helper@group6',
  'contact_first_actor@group5',
  'assistance_received@list',
  'assistance_unmet@list',
  'wish_at_contact@list',
] as const

export const READERS = {
  diet: text('国会議員の方へ', 'For members of the Diet'),
  embassy: text('大使館・領事館の方へ', 'For embassies and consulates'),
  media: text('報道に携わる方へ', 'For the media'),
} as const satisfies Readonly<Record<string, Text>>

export const TITLES = {
  diet: text('要点と、私たちが求めること', 'Main points, and what the network asks for'),
  ministry: text('担当分野の要点', 'Main points of your field'),
  media: text('引用できる文と図、引用のしかた', 'Sentences and figures to quote, and how to cite'),
} as const satisfies Readonly<Record<string, Text>>

export const INTRODUCTIONS = {
  diet: text(
    '民間団体などから報告された事例の集計から、要点を六つまで選びました。選び方は、数値を見る前に決めたものです。',
    'Up to six main points from the cases that organisations reported. How to choose them was fixed before any figure was seen.',
  ),
  ministry: text(
    '担当に関わる章ごとに、公表された数値から言えることをまとめました。要点の選び方は、どの省庁に向けたものでも同じです。',
    'What the published figures say, chapter by chapter, for your field. Findings are chosen by the same rule for every ministry.',
  ),
  embassy: text(
    '公表された表のうち、その国・地域の国籍などを持つ人の事例に関する部分です。示せない値は、人を守るために秘匿しています。',
    'What the released tables say of cases of your citizens. Figures that are not shown are withheld to protect people.',
  ),
  media: text(
    'そのまま引用できる文と図です。数値はどれも、示した表で確かめられます。',
    'Sentences and figures to quote as they are. Every number can be looked up in the table named beside it.',
  ),
} as const satisfies Readonly<Record<string, Text>>

/** For readers who publish. */
export const HOW_TO_CITE: readonly Text[] = [
  text(
    '「報告された事例」と書いてください。被害を受けた人全体の数や割合ではありません。',
    'Write “reported cases”: they are neither all people who were trafficked nor a sample of them.',
  ),
  text('割合には、件数と集計対象の件数を添えてください。', 'Give the count and its base beside a percentage.'),
  text(
    '「x」は秘匿を表します。ゼロという意味でも、少ないという意味でもありません。',
    'An x stands for a withheld figure. It means neither zero nor few.',
  ),
  text(
    '公的統計は数え方が異なります。差し引いたり、足したりしないでください。',
    'Official statistics count by other rules: do not add them to these figures or subtract them.',
  ),
  text(
    '版と表の番号、照合値を示してください。図は、題と集計対象を付けたまま使ってください。',
    'Name the edition, the table and its checksum. Use figures with their title and base.',
  ),
]
