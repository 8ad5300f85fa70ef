/** Section of the methods: what the lines, joins and sizes of a table may depend on, and what that does not protect from (promise P89). */
import type { Policy } from '../../../../survey-schema/release/bundle.ts'
import { text } from '../../../../survey-schema/text.ts'
import { list, type MethodsSection, paragraph } from './document.ts'

/** Of policies with rules of structure; under the earlier ones lines followed from exact counts. */
export function structureSection(policy: Policy): MethodsSection {
  const { minimumCases: n, minimumCategory, minimumContributors, minimumOthers: left, smallestEdition, structure } = policy
  return {
    id: 'structure',
    title: text('表の形からも分からないように', 'The shape of a table does not tell either'),
    blocks: [
      paragraph(
        '報告者は、実在しない事例も送れます。ある国の事例を十二件でっち上げ、表にその国の行が立つかどうかを見れば、ほかにだれかいるかが分かってしまいました。そこで、行が立つか、何とまとめるか、どのセルを秘匿するか、どの分母を示すかは、公表値だけから決めるか、または、その集まりにほかの人が0人でも1人でも2人でも同じ結果になる基準で決めます。',
        'A contributor may send cases that do not exist. Twelve invented cases of a country, and the mere presence of its line told whether anybody else was there. So whether a line stands, what it is joined with, which cell is withheld and which base is printed is decided from published figures alone, or by a threshold with the same answer for nobody, one and two others in the set that it decides.',
      ),
      list(
        [
          `行は、${minimumCategory}件以上・${minimumContributors}者以上で、どの一者が自分の知る人を除いても${left}人以上残るときに立ちます。「一者」とは、団体、傘下をまとめた法人、国・当局、各大使館です（報告する大使館とその国の観察者は一者と数えます）。`,
          `A line stands with ${minimumCategory} cases from ${minimumContributors} contributors, of whom ${left} are left when any one unit takes away those it knows. A unit is an organisation, an umbrella with its members, the state, or an embassy (which is one unit whether it reports or only knows).`,
        ],
        [
          `ちょうど二つの部分からなる行や巻では、報告する一者から見て${left}人残らない部分は、空とみなします。`,
          `Where a line or a volume has exactly two parts, a part that leaves fewer than ${left} to a unit that reports counts as empty.`,
        ],
        [
          `一方が他方を含む二つの公表値は、調査票の上で同じ人びとであるか、差が${n}人以上で、報告するどの一者にも${left}人以上残るかのどちらかです。それ以外の差0は、少人数と同じに扱います。`,
          `Two shown figures of which one lies within the other hold the same persons by the questionnaire, or differ by at least ${n} persons of whom ${left} are left to every unit that reports. Any other difference of nobody is treated as a few.`,
        ],
        [
          `版は${smallestEdition}件以上で、どの団体や法人を除いても${structure!.smallestEditionOthers}件以上残るときに締め切ります。巻の大きさは、公表した総数で測ります。`,
          `An edition closes with ${smallestEdition} cases of which ${structure!.smallestEditionOthers} are left without any one organisation or umbrella. The size of a volume is read from published totals.`,
        ],
        [
          '並べる順、秘匿する相手、まとめる相手は、一覧の順か公表値で選び、実数の順位では選びません。',
          'What is listed in an order, and which neighbour is withheld or joined, is chosen by the order of the list or by published figures, never by the rank of counts.',
        ],
      ),
      paragraph('この規則で守れないことがあります。', 'This does not protect from everything.'),
      list(
        [
          `入れ子の集まりの基準は、組み合わせることができます。どの基準にも、${left - 1}人と${left}人の境目があります。`,
          `Thresholds of nested sets can be combined, and each has an edge between ${left - 1} and ${left}.`,
        ],
        [
          '事例をでっち上げれば、一つの版で一つの集まりの基準を試せます。五つの版なら、重ならない五つの集まりです。一人についての情報は積み重なりません。例外は、まとめられずに二つの版に入った人、巻、訂正です。',
          'By padding, one threshold of a set can be tested in one edition; five editions test five disjoint groups. Nothing adds up about one person, except where somebody stands in two editions unjoined, in volumes and in errata.',
        ],
        [
          '一者を除く規則は、法人の外で手を組む者には効きません。',
          'Leaving one unit out is no proof against several that work together outside one umbrella.',
        ],
        [
          '調整と監査が形を変えることはあります。そこから何が分かるかは、公表値だけを見る分類器で測り、当てずっぽうと変わらないことを確かめています。',
          'Noise and audits change which cells are shown. What that tells is measured by a classifier that sees published tables alone, and does no better than chance.',
        ],
      ),
    ],
  }
}
