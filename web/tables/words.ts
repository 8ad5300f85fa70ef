import { numeral, type Text, type Words } from '../../survey-schema/text.ts'

export const WORDS = {
  cases: { ja: '事例数', en: 'Cases' },
  share: { ja: '割合（95%信頼区間）', en: 'Share (95% interval)' },
  withheld: { ja: '秘匿', en: 'withheld' },
  notApplicable: { ja: '非該当', en: 'not applicable' },
  legendWithheld: { ja: '秘匿（数の大きさも理由も示さない）', en: 'withheld, whatever the size or the reason' },
  legendNotApplicable: { ja: '調査票の上でありえない組み合わせ', en: 'cannot occur by the questionnaire' },
  base: (figure: number) => ({ ja: `集計対象：回答のある事例 ${numeral(figure)}`, en: `Base: ${numeral(figure)} cases with an answer` }),
  baseApplicable: (figure: number) => ({
    ja: `集計対象：設問に該当する事例（回答の有無を問わない） ${numeral(figure)}`,
    en: `Base: ${numeral(figure)} cases to which the question applies, with or without an answer`,
  }),
  baseAll: (figure: number) => ({
    ja: `集計対象：全事例（回答の有無を問わない） ${numeral(figure)}`,
    en: `Base: all ${numeral(figure)} cases, with or without an answer`,
  }),
  baseUnnumbered: ({ ja, en }: Text) => ({
    ja: `集計対象：${ja}（数は秘匿）`,
    en: `Base: ${en.charAt(0).toLowerCase()}${en.slice(1)} (number withheld)`,
  }),
  baseWithheld: { ja: '集計対象：回答のある事例（数は秘匿）', en: 'Base: cases with an answer (number withheld)' },
  baseOneStep: {
    ja: '集計対象：両方の項目に回答のある事例（同じ段階の機関と結果を組み合わせる）',
    en: 'Base: cases with an answer to both, organisation and outcome taken from the same step',
  },
  baseOneStepOfAll: {
    ja: '集計対象：全事例（同じ段階の機関と結果を組み合わせる）',
    en: 'Base: all cases, organisation and outcome taken from the same step',
  },
  baseAllCases: { ja: '集計対象：全事例', en: 'Base: all cases' },
  baseBoth: { ja: '集計対象：両方の項目に回答のある事例', en: 'Base: cases with an answer to both' },
  multiple: {
    ja: '複数回答。割合の合計は100%を超えることがある。',
    en: 'Several answers are possible; shares can add up to more than 100%.',
  },
  smallBase: { ja: '割合は、集計対象が20事例以上のときだけ示す。', en: 'Shares are given only where the base has 20 cases or more.' },
  notASample: { ja: '報告された事例の集計であり、被害全体を代表するものではない。', en: 'Reported cases, not a sample of all victims.' },
  source: (edition: string) => ({ ja: `出典：データブック ${edition}`, en: `Source: Data book ${edition}` }),
  technical: { ja: '技術的な注記', en: 'Technical notes' },
  policy: (name: string) => ({
    ja: `秘匿の規則：${name}（データブックの方法の章に説明があります）`,
    en: `Rules of protection: ${name}, explained in the chapter on methods of the data book`,
  }),
  checksum: (first: string) => ({ ja: `照合値 ${first}`, en: `Checksum ${first}` }),
  legend: { ja: '記号', en: 'Signs' },
  scroll: (title: string) => ({ ja: `表：${title}（横に動かせます）`, en: `Table: ${title} (scrolls sideways)` }),
} as const satisfies Words
