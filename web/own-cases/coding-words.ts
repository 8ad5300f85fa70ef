/** How answers become codes, for whoever fills in cases: what the questionnaire lays down. */
import { NOT_APPLICABLE, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import type { Words } from '../../survey-schema/text.ts'

const [UNKNOWN, DECLINED, NOT_ASKED] = RESERVED

export const CODING_WORDS = {
  heading: { ja: '答えの記録のしかた', en: 'How answers are coded' },
  intro: {
    ja: '同じ事例を、だれが記入しても同じコードになるようにするための決まりです。',
    en: 'So that the same case gets the same codes, whoever fills it in.',
  },
  codebook: { ja: 'すべての質問とコード（コードブック）', en: 'All questions with their codes (the code book)' },
} as const satisfies Words

/** One rule each. */
export const CODING_NOTES = {
  unknown: {
    ja: `「${UNKNOWN.ja}」：尋ねた、または調べたが、だれにも分からない。`,
    en: `“${UNKNOWN.en}”: you asked or looked, and nobody knows.`,
  },
  declined: {
    ja: `「${DECLINED.ja}」：尋ねたが、本人が答えることを望まなかった。`,
    en: `“${DECLINED.en}”: the person was asked and did not wish to say.`,
  },
  notAsked: {
    ja: `「${NOT_ASKED.ja}」：だれも尋ねていない、または記録に何もない。迷うときはこれを選びます。`,
    en: `“${NOT_ASKED.en}”: nobody asked, or the record says nothing. In doubt, this one.`,
  },
  notApplicable: {
    ja: `「${NOT_APPLICABLE.ja}」は、ほかの答えによって質問が当てはまらなくなったときに、システムだけが記録します。`,
    en: `“${NOT_APPLICABLE.en}” is written by the platform alone, where another answer means that the question does not arise.`,
  },
  several: {
    ja: '複数選択では、印のない項目は「報告なし」です。「なかった」とは数えません。',
    en: 'Where several may be ticked, what is left unticked counts as “not reported”, never as “no”.',
  },
  coarse: {
    ja: '日付は年、年齢・借金・期間は幅、場所は国か都道府県で記録します。それより細かいものは残りません。',
    en: 'Dates are years; ages, debts and lengths of time are bands; places are countries or prefectures. Nothing finer is kept.',
  },
  rows: {
    ja: '移動は始まった場所から、つながった機関は最初から、順に記入します。貴団体は、たいてい最後の段階です。',
    en: 'Journeys are written from where they began, organisations from the first that was reached; yours is usually the last.',
  },
  shares: {
    ja: '割合の分母は、その質問に答えのある事例です。不明などは、表の横に別に示します。',
    en: 'Percentages are of the cases with an answer to the question; the states above stand beside the table.',
  },
} as const satisfies Words
