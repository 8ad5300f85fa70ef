/** Section of the methods: what the lines, joins and sizes of a table may depend on, and what that does not protect from (promise P89). */
import type { Policy } from '../../../../survey-schema/release/bundle.ts'
import { text } from '../../../../survey-schema/text.ts'
import { list, type MethodsSection, paragraph } from './document.ts'
import { PADDING } from './measured-evidence.ts'

/** Of policies with rules of structure; under the earlier ones lines followed from exact counts. */
export function structureSection(policy: Policy): MethodsSection {
  const { minimumCases: n, minimumCategory, minimumContributors, minimumOthers: left, smallestEdition, structure, noise } = policy
  const invented = minimumCategory + 2
  return {
    id: 'structure',
    title: text('表の形からも分からないように', 'The shape of a table does not tell either'),
    blocks: [
      paragraph(
        `報告する者は、実在しない事例も送ろうと思えば送れます。何も対策をしなければ、ある国の架空の事例を${invented}件送れば、行の有無から、ほかに人がいるかどうかが分かりかねません。そこで、行を設けるか、何とまとめるか、どのセルを秘匿するか、どの分母を示すかは、公表値だけから決めるか、または、その集団にほかの人が0人でも1人でも2人でも同じ結果になる基準で決めます。`,
        `A contributor could send cases that do not exist. Without these rules somebody could send ${invented} invented cases of a country, and the line would tell whether anybody else is there. So whether a line stands, what it is joined with, which cell is withheld and which base is printed is decided from published figures alone, or by a threshold that gives the same result whether nobody, one or two others are in the set of cases.`,
      ),
      list(
        [
          `行を設けるのは、${minimumCategory}件以上で、報告主体が${minimumContributors}以上あり、どの報告主体が自分の知る人を除いても${left}人以上残るときです。ここでいう報告主体には、団体、統括団体（傘下の団体を含めて一つ）、国・当局、各大使館を含みます。国・当局と大使館は、報告していなくても、知る人を除く側として扱います（報告する大使館とその国の観察者は一つと数えます）。`,
          `A line stands with at least ${minimumCategory} cases from at least ${minimumContributors} contributors, if at least ${left} persons remain after any one unit removes those it knows. A unit is an organisation, an umbrella with its members, the state, or an embassy (which is one unit whether it reports or only knows).`,
        ],
        [
          `二つの区分（または二つの版）だけからなる合計で、一方に、ある報告主体の知らない人が${left}人未満しかいないときは、その一方を0件として扱います。行は、もう一方だけで条件を満たさなければなりません。`,
          `Where a total has exactly two categories (or a volume two editions), one with fewer than ${left} persons outside some reporting unit is treated as 0, so the line must stand on the other alone.`,
        ],
        [
          `一方が他方を含む二つの公表値は、調査票の上で必ず同じ人びとであるか、差が${n}人以上で、どの報告主体が自分の報告分を除いても差のうち${left}人以上が残るかの、どちらかです。たまたま差が0の場合は、差が1～${n - 1}人の場合と同じに扱います。`,
          `Two shown figures of which one lies within the other hold the same persons by the questionnaire, or differ by at least ${n} persons, of whom at least ${left} remain whichever reporting unit removes those it knows. A difference that only happens to be 0 is treated like one of 1 to ${n - 1}.`,
        ],
        [
          `版を締め切るのは、${smallestEdition}件以上で、どの一つの団体または統括団体を除いても${structure!.smallestEditionOthers}件以上残るときです。巻の大きさは、公表した総数で測ります。`,
          `An edition closes with at least ${smallestEdition} cases, if at least ${structure!.smallestEditionOthers} remain whichever one organisation or umbrella is removed. The size of a volume is read from published totals.`,
        ],
        [
          '並べる順、秘匿する相手、まとめる相手は、一覧の順か公表値で選び、実際の件数の順位では選びません。上位6言語も、公表値で選びます。',
          'What is listed in an order, and which neighbour is withheld or joined, is chosen by the order of the list or by published figures, never by the rank of counts. The six most frequent languages, too, are those with the largest published figures.',
        ],
      ),
      ...(noise === null
        ? []
        : [
            paragraph(
              `調整と秘匿検査は、どのセルを示すかを変えます。そこから何が分かるかは、公表した表だけを見る分類器で測りました。架空の事例で、ほかに人がいるかどうかを${PADDING.guesses}回推測させ、当たったのは${PADDING.right}回でした（偶然でも${PADDING.byChance}回までは当たりえます）。`,
              `Noise and audits change which cells are shown. What that tells was measured on fictional cases by a classifier that sees published tables alone: of ${PADDING.guesses} guesses whether anybody else is there, ${PADDING.right} were right, where up to ${PADDING.byChance} can be by chance.`,
            ),
          ]),
      paragraph('この規則では防げないこともあります。', 'This does not protect from everything.'),
      list(
        [
          `包含関係にある集団の基準を組み合わせると、${left - 1}人と${left}人の区別がつくことがあります。`,
          `Each threshold has an edge between ${left - 1} and ${left} others. Thresholds of sets that lie within one another can be combined, and so tell ${left - 1} from ${left}.`,
        ],
        [
          '架空の事例を送れば、一つの版で、一つの集団の基準を一度試せます。版を重ねても、試せるのは重ならない別々の集団で、一人についての情報は積み重なりません。例外は、二度報告されてまとめられずに二つの版に入った人、巻、訂正です。',
          'With invented cases, one threshold of a set can be tested once in an edition. More editions test other sets, which do not overlap, so nothing adds up about one person. Exceptions are persons who were reported twice and stand in two editions unjoined, volumes, and errata.',
        ],
        [
          '統括団体の異なる報告者が結託した場合は防げません。',
          'Removing one unit at a time does not protect from several that work together outside one umbrella.',
        ],
      ),
    ],
  }
}
