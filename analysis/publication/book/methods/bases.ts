/** Section of the methods: of which cases a share is a share, and why some tables do not tell those without an answer apart. */
import type { Policy } from '../../../../survey-schema/release/bundle.ts'
import { text } from '../../../../survey-schema/text.ts'
import { list, type MethodsSection, paragraph } from './document.ts'

/** Of policies with rules of structure; under the earlier ones every table had the line of all answers. */
export function basesSection({ minimumCases: n, minimumContributors, minimumOthers, minimumBase, noise }: Policy): MethodsSection {
  const silent = n - 1
  const half = Number(((50 * minimumBase) / (minimumBase - silent)).toFixed(1))
  return {
    id: 'bases',
    title: text('割合の分母', 'What a share is a share of'),
    blocks: [
      paragraph(
        `単純集計では、「回答なし」（不明・回答を控えた・記録なし）の件数が、セルを示す条件（${n}件以上、報告主体が${minimumContributors}以上、だれが自分の知る人を引いても${minimumOthers}人以上残る）を満たすときだけ、「回答のある事例」と並べて示します。満たさないときは、0件でも${silent}件でも同じように、どちらも示さず、「設問に該当する事例（回答の有無を問わない）」の一行にまとめます。そうしないと、「回答のある事例」は、回答のなかった人が1人から${silent}人のときだけ秘匿され、秘匿そのものが手がかりになります。`,
        `In a table of one question, “no answer” (not known, declined, not recorded) stands beside “cases with an answer” only where its count meets the conditions of a shown cell: at least ${n} cases, at least ${minimumContributors} contributors, at least ${minimumOthers} persons left to whoever subtracts. If not, neither is printed, whether nobody or ${silent} gave no answer: one line holds the cases to which the question applies, with or without an answer. Otherwise “cases with an answer” would be withheld exactly where 1 to ${silent} gave no answer, which would tell that somebody is there.`,
      ),
      list(
        [
          '「非該当」も条件を満たさないときは、これもまとめ、分母は全事例です。調査票の上でありえない行には、この扱いをしません。',
          'Where “not applicable” does not meet the conditions either, it joins too, and the base is all cases. Only what the questionnaire itself makes impossible is exempt.',
        ],
        [
          `まとめた行は、その集団として数え${noise === null ? '' : '、一度だけ調整し'}ます。中の「回答なし」は、印刷していなくても、秘匿したセルとしてすべての秘匿検査にかけます。`,
          `The joined line is counted${noise === null ? '' : ', and adjusted once,'} as that set. The “no answer” inside it is a withheld cell in every audit, though no line prints it.`,
        ],
        ...(noise === null
          ? [
              [
                '調整しない件数は足し算ができます。まとめた行から区分を引いて回答のない人を数えることができないよう、公表値の最も小さい区分も秘匿します。回答のない人がいてもいなくても、同じようにします。',
                'Exact figures add up. So that nobody can subtract the categories from the base, the category with the smallest figure is withheld as well, whether anybody gave no answer or not.',
              ] as const,
            ]
          : []),
        [
          'クロス集計に「回答のある事例」の行はありません。割合は全事例を分母とし、「回答なし」「非該当」は、ほかの区分と同じに扱います。単純集計でまとめたものは、クロス集計でも示しません。',
          'Crosstabs have no line of cases with an answer. Their shares are of all cases, and “no answer” and “not applicable” are ordinary categories. What a single table joins, no crosstab shows.',
        ],
        [
          `回答のない人を含む分母の割合は、${noise === null ? '' : '調整前の値でいえば、'}回答した人に限った割合の下限です。分母が${minimumBase}で回答のない人が${silent}人なら、50%は、回答した人では${half}%です。差の上限は表の下に記します。回答のない人が${silent}人より多いのは、件数ではなく、報告主体についての条件を満たさないためにまとめたときだけです。`,
          `A share of a base that holds cases without an answer is${noise === null ? '' : ', before adjustment,'} a lower bound for those who answered: with a base of ${minimumBase} and ${silent} without an answer, 50% is ${half}% of those who answered. The note under the table gives the largest difference. More than ${silent} are in it only where they were joined for their contributors and not for their number.`,
        ],
      ),
    ],
  }
}
