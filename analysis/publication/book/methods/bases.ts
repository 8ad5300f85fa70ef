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
        `単純集計では、「回答なし」（不明・回答を控えた・記録なし）がセルを示す条件（${n}件以上、${minimumContributors}者以上、だれが引いても${minimumOthers}人以上）を件数のうえで満たすときだけ、「回答のある事例」と並べて示します。満たさないときは、0件でも4件でも同じように、どちらも示さず、「設問に該当する事例（回答の有無を問わない）」の一行にまとめます。以前の版では、回答のなかった人が1人から4人のときだけ「回答のある事例」を秘匿したため、秘匿そのものが「だれかがいる」ことを示していました。`,
        `In a table of one question, “no answer” (not known, declined, not recorded) stands beside “cases with an answer” only where its count meets the conditions of a shown cell: ${n} cases, ${minimumContributors} contributors, ${minimumOthers} left to whoever subtracts. Otherwise, and alike for nobody and for four, neither is printed: one line holds the cases to which the question applies, with or without an answer. Before, the base was withheld exactly where one to four had given no answer, so its absence said that there was somebody.`,
      ),
      list(
        [
          '「非該当」も条件を満たさないときは、これもまとめ、分母は全事例です。調査票の上でありえない行だけは、この扱いの外です。',
          'Where “not applicable” does not meet the conditions either, it joins too, and the base is all cases. Only what the questionnaire itself makes impossible is exempt.',
        ],
        [
          `まとめた行は、その集まりとして数え${noise === null ? '' : '、一度だけ調整し'}ます。中の「回答なし」は、印刷していなくても、秘匿したセルとしてすべての監査にかけます。`,
          `The joined line is counted${noise === null ? '' : ' and adjusted'} as that set. The “no answer” inside it is a withheld cell in every audit, though no line prints it.`,
        ],
        ...(noise === null
          ? [
              [
                '実数は足し算ができるため、まとめた行から区分を引いて回答のない人を数えられないよう、公表値の最も小さい区分も秘匿します（回答のない人がいてもいなくても）。',
                'Exact figures add up, so that the category with the smallest figure is withheld with it, whether anybody gave no answer or not: nobody can subtract the categories from the base.',
              ] as const,
            ]
          : []),
        [
          'クロス集計に「回答のある事例」の行はありません。割合は全事例を分母とし、「回答なし」「非該当」は普通の区分です。単純集計でまとめたものは、クロス集計でも示しません。',
          'Crosstabs have no line of cases with an answer. Their shares are of all cases, and “no answer” and “not applicable” are ordinary categories. What a single table joins, no crosstab shows.',
        ],
        [
          `回答のない人を含む分母の割合は、回答した人に限った割合の下限です。分母が${minimumBase}で回答のない人が${silent}人なら、50%は、回答した人では${half}%です。差の上限は表の下に記します。${silent}人より多いのは、ほぼ全員を一つの団体や当局が知っているときだけです。`,
          `A share of a base that holds cases without an answer is a lower bound for those who answered: with a base of ${minimumBase} and ${silent} without an answer, 50% is ${half}% of those who answered. The note under the table gives the largest difference. More than ${silent} are in it only where one organisation or authority knows nearly all of them.`,
        ],
      ),
    ],
  }
}
