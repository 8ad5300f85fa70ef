/** Section of the methods: the audits that figures must pass before they are published, with the limits that the audits use. */
import type { Policy } from '../../../../survey-schema/release/bundle.ts'
import { type Text, text } from '../../../../survey-schema/text.ts'
import { EVIDENCE_LIMITS } from '../../../policy/audit-settings.ts'
import { list, type MethodsSection, paragraph, percent } from './document.ts'

export function auditsSection({ minimumCases, noise, structure }: Policy): MethodsSection {
  const few = `1–${minimumCases - 1}`
  return {
    id: 'audits',
    title:
      noise === null
        ? text('公表前の二つの秘匿検査', 'Two audits before publication')
        : text('公表前の三つの秘匿検査', 'Three audits before publication'),
    blocks: [
      paragraph(
        `すべての版のすべての表を合わせて、秘匿したセルが推測できないかを${noise === null ? '二つ' : '三つ'}の方法で調べます。推測できるものが一つでも見つかれば、さらに秘匿してやり直し、何も見つからなくなるまで公表しません。`,
        `All tables of all editions are examined together, in ${noise === null ? 'two' : 'three'} ways, for withheld cells that they give away. Where one is found, further figures are withheld and everything is examined again; nothing is published until nothing is found.`,
      ),
      {
        kind: 'table',
        id: 'audits',
        caption: text('秘匿検査と合格の基準', 'Audits, and when a release passes them'),
        head: [text('秘匿検査', 'Audit'), text('何を調べるか', 'What it computes'), text('基準', 'Passes when')],
        rows: [
          [
            text('件数', 'Counts'),
            text(
              noise === null
                ? '線形計画法で、公表値（実際の件数）・合計の関係・区分の階層から、秘匿セルの取りうる最小と最大を求める。各報告主体が自分の報告分を引いた残りについても求める'
                : `線形計画法で、公表値と差${noise.d}以内の幅・合計の関係・区分の階層から、秘匿セルの取りうる最小と最大を求める`,
              noise === null
                ? 'By linear programming: the least and the most that a withheld cell can hold, given exact figures, margins and hierarchies; the same for what remains when a contributor subtracts its own'
                : `By linear programming: the least and the most that a withheld cell can hold, given published figures within ${noise.d}, margins and hierarchies`,
            ),
            text(
              `実際の件数が${few}のセルと増分（ある版から次の版までに増えた件数）に、幅${minimumCases}以上が残る`,
              `Every cell of ${few}, and every increment of ${few} (what a cell gained from one edition to the next), keeps a width of ${minimumCases}`,
            ),
          ],
          [
            text('公表値', 'Figures'),
            text('公表値どうしの等式から、秘匿した値が定まらないか', 'What equalities between published figures give away'),
            text('一つの値に定まる秘匿セルがない', 'No withheld cell is left with one value'),
          ],
          ...(noise === null ? [] : [structure === undefined ? posterior(few) : evidence(few)]),
        ],
      },
      list(...(noise === null ? [] : [ONLY_NECESSARY]), [
        '公表値だけで足りる部分は、jnatip audit に公表ファイルを渡せば、だれでも繰り返せます。報告主体が自分の報告分を引いて知りうることは、その報告分を持つ者にしか調べられません。',
        'Anybody can repeat the part that needs published figures alone: jnatip audit with the published file. What a contributor could subtract can be examined only with the cases of that contributor.',
      ]),
    ],
  }
}

/** The row on evidence, for policies with noise only: exact figures leave nothing to be weighed. @param few the small counts, in words */
const evidence = (few: string): Text[] => [
  text('証拠', 'Evidence'),
  text(
    `方針・撹乱表・全公表値を知る攻撃者にとって、公表値が、秘匿セル（と、各報告主体が自分の報告分を引いた残り）に「${few}人いる」ことを「だれもいない」ことに対してどれだけ裏づけるか（ベイズ因子）。行と列の合計だけから言えることは除く`,
    `How strongly everything published, but for what margins alone make likely, speaks to an attacker who knows the policy, the perturbation table and all figures: for ${few} persons in a withheld cell against nobody, and likewise in what remains when a contributor subtracts its own (the Bayes factor)`,
  ),
  text(
    `「${few}人のどれも等しい確率」の「だれもいない」に対するベイズ因子が${EVIDENCE_LIMITS.factor}以下で、${few}のどの一つの人数の確率も${percent(EVIDENCE_LIMITS.single)}以下`,
    `At most ${EVIDENCE_LIMITS.factor} to 1 for "${few}, each equally likely" against nobody, and no single number of ${few} has a probability above ${percent(EVIDENCE_LIMITS.single)}`,
  ),
]

/** The same row for policies of version 1, whose audits asked how sure an attacker would be under one flat law. */
const posterior = (few: string): Text[] => [
  text('確率', 'Posterior'),
  text(
    `方針・撹乱表・全公表値を知る攻撃者が、${few}の秘匿セルと、各報告主体が自分の報告分を引いた残りについて持つ確率`,
    `The chance that an attacker who knows the policy, the noise and all figures must give to a withheld ${few}, and to what remains when a contributor subtracts its own`,
  ),
  text('どの一つの値も50.0%以下、「一人以上いる」は95.0%以下', 'No single value above 50.0%, "somebody" never above 95.0%'),
]

const ONLY_NECESSARY = [
  '件数の秘匿検査は、調整のある方針では必要条件にすぎません（差の幅がもともと広いため）。三つ目の秘匿検査と合わせて読んでください。',
  'With noise, the audit of counts is a necessary check that proves nothing alone, since its bands are wide by construction. Read it together with the third audit.',
] as const
