/** The part of the codebook on the IC-TIP: which questions describe which of its units, and what is missing on either side. */
import { QUESTIONS } from '../questionnaire/index.ts'
import type { Language, Text } from '../text.ts'
import type { CodeTable } from './code-table.ts'
import { IC_TIP, IC_TIP_TOPICS, IC_TIP_UNITS, type IcTipTopic, type IcTipUnit } from './ic-tip.ts'

export interface Crosswalk {
  readonly id: string
  readonly title: string
  readonly lead: readonly string[]
  readonly tables: readonly CodeTable[]
}

const WORDS = {
  title: {
    en: 'Crosswalk to the International Classification for Administrative Data on Trafficking in Persons (IC-TIP)',
    ja: '人身取引の行政データに関する国際分類（IC-TIP）との対応',
  },
  units: { en: 'The four units of the classification, and the questions that describe each', ja: '分類の4つの単位と、それぞれを表す設問' },
  unit: { en: 'Unit', ja: '単位' },
  name: { en: 'Name', ja: '名称' },
  questions: { en: 'Questions', ja: '設問' },
  topics: { en: 'Topics that public descriptions of it name', ja: '公開された説明に挙げられている主題' },
  topic: { en: 'Topic', ja: '主題' },
  ours: { en: 'Questions without a counterpart that could be named', ja: '対応を示せない設問' },
  reason: { en: 'Reason', ja: '理由' },
  meaning: { en: 'Meaning', ja: '意味' },
  theirs: { en: 'What the classification counts and a case does not hold', ja: '分類にあって、事例の記録にないもの' },
  missing: { en: 'Missing', ja: 'ないもの' },
} as const satisfies Readonly<Record<string, Text>>

const LEAD: readonly Text[] = [
  {
    en: 'The IC-TIP was adopted by the Statistical Commission of the United Nations in 2025; IOM and UNODC are its custodians. It counts four units: events, victims, perpetrators and reporting entities. Here one case is one person as one organisation reports her, so the unit behind every figure is the victim.',
    ja: 'IC-TIPは2025年に国連統計委員会で採択された。IOMとUNODCが管理し、事象・被害者・加害者・報告機関の4つを単位とする。この調査票では、1つの団体が報告する1人を1事例とするため、どの数値も単位は被害者である。',
  },
  {
    en: 'Its list of variables and codes was not at hand when this was written. The assignment to units is ours; topics are those that the United Nations Statistics Division and UNODC name in public; codes stand beside the words of Article 3 (a) of the Protocol. No code of the classification is claimed.',
    ja: 'この対応表を作った時点で、IC-TIPの変数とコードの一覧は確認できていない。単位への割当ては当方による。主題は国連統計部とUNODCが公開している説明によるもので、コードには議定書第3条(a)の文言を添えた。IC-TIPのコードとの一致を示すものではない。',
  },
]

const REASONS = {
  noUnit: { en: 'about none of the four units', ja: '4つの単位のいずれにも当たらない' },
  noTopic: {
    en: 'describes the unit; no public description names the topic',
    ja: '単位には当たるが、公開された説明に主題が挙げられていない',
  },
} as const satisfies Readonly<Record<string, Text>>

const NOT_HELD: Readonly<Record<IcTipUnit, readonly Text[]>> = {
  event: [
    { en: 'a record of the event, to which several victims and perpetrators belong', ja: '複数の被害者・加害者が関わる事象そのものの記録' },
    { en: 'when an event began and ended; only its length in bands', ja: '事象の開始日と終了日（期間の区分のみ）' },
  ],
  victim: [{ en: 'sex; the question asks for gender', ja: '性別（戸籍等の性）。設問は性自認を含む区分で尋ねる' }],
  perpetrator: [
    {
      en: 'a record of each perpetrator: how many, their sex, age and citizenship',
      ja: '加害者一人ひとりの記録（人数、性別、年齢、国籍）',
    },
    { en: 'charges and sentences of each; only how far proceedings went', ja: '一人ひとりの罪名と刑（手続の段階のみ）' },
  ],
  reporting_entity: [{ en: 'its name; figures show kinds of organisations alone', ja: '団体名（数値は種別のみ示す）' }],
}

export function icTipCrosswalk(language: Language): Crosswalk {
  const say = (words: Text) => words[language]
  const units = Object.keys(IC_TIP_UNITS) as IcTipUnit[]
  const ids = (fits: (place: (typeof IC_TIP)[keyof typeof IC_TIP]) => boolean) =>
    QUESTIONS.flatMap(({ id }) => (fits(IC_TIP[id]) ? [id] : [])).join(', ')
  return {
    id: 'ic-tip',
    title: say(WORDS.title),
    lead: LEAD.map(say),
    tables: [
      {
        caption: say(WORDS.units),
        head: [say(WORDS.unit), say(WORDS.name), say(WORDS.questions)],
        rows: units.map((unit) => [unit, say(IC_TIP_UNITS[unit]), ids((place) => place?.unit === unit)]),
      },
      {
        caption: say(WORDS.topics),
        head: [say(WORDS.topic), say(WORDS.name), say(WORDS.questions)],
        rows: (Object.keys(IC_TIP_TOPICS) as IcTipTopic[]).map((topic) => [
          topic,
          say(IC_TIP_TOPICS[topic]),
          ids((place) => place?.topic === topic),
        ]),
      },
      {
        caption: say(WORDS.ours),
        head: [say(WORDS.reason), say(WORDS.meaning), say(WORDS.questions)],
        rows: [
          ['no_unit', say(REASONS.noUnit), ids((place) => place === null)],
          ['no_topic', say(REASONS.noTopic), ids((place) => place !== null && place.topic === null)],
        ],
      },
      {
        caption: say(WORDS.theirs),
        head: [say(WORDS.unit), say(WORDS.missing)],
        rows: units.flatMap((unit) => NOT_HELD[unit].map((words) => [unit, say(words)])),
      },
    ],
  }
}
