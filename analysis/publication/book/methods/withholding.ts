/** Section of the methods for policies without noise: which further cells are withheld to protect a withheld one. */

import type { Policy } from '../../../../survey-schema/release/bundle.ts'
import { text } from '../../../../survey-schema/text.ts'
import { list, type MethodsSection, paragraph } from './document.ts'

export function withholdingSection({ minimumCases }: Policy): MethodsSection {
  return {
    id: 'withholding',
    title: text('秘匿：数値は調整せず、代わりにより多くのセルを秘匿する', 'Withholding: figures are exact, and more cells are withheld'),
    blocks: [
      paragraph(
        '公表する数値は実際の件数で、足し算ができます。そのため、行や列で一つだけ秘匿しても、総数から引けば分かってしまいます。そこで、秘匿したセルごとに、行と列の合計を変えずに人を入れ替えられる相手のセルを探し、その入れ替えで変わる公表値をすべて秘匿します。入れ替えの候補のうち、失う件数が最も少ないものを選びます。',
        'Published figures are the counts, and they add up. A single withheld cell of a line would follow from its total. So for each withheld cell we look for persons who could trade places without changing any margin, and withhold every figure that would change. Of all such trades the one that loses the fewest cases is taken.',
      ),
      list(
        [
          `そのあと秘匿検査を行い、何も見つからなくなるまで繰り返します。実際の件数が1から${minimumCases - 1}のセルには幅${minimumCases}以上が残り、ほかの秘匿セルも一つの値に定まりません。`,
          `The audits follow, again and again until they find nothing: a cell of 1 to ${minimumCases - 1} keeps a width of ${minimumCases}, and no other withheld cell is left with one value.`,
        ],
        [
          `報告主体が自分の報告分を引いたあとに残る1人から${minimumCases - 1}人も、一つの値に定まりません。`,
          `Nor is a contributor who subtracts their own cases left with one value for 1 to ${minimumCases - 1} others.`,
        ],
        [
          '三つの項目を組み合わせた数値は示しません。移動経路の図は、二項目の表にある数値だけで描きます。',
          'There are no three-way figures: the tree of journeys repeats figures of the two-way tables.',
        ],
        [
          '一つの巻には一つの方針だけを使います。調整した数値と調整しない数値を並べると、引き算ができるためです。',
          'A volume uses one policy, never both: adjusted and exact figures of the same cases could be subtracted from one another.',
        ],
      ),
    ],
  }
}
