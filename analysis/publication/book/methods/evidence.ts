/** Section of the methods: what the audit of evidence claims, and the law it assumes. */
import type { NoisePolicy } from '../../../../survey-schema/release/bundle.ts'
import { text } from '../../../../survey-schema/text.ts'
import { EVIDENCE_LIMITS } from '../../../policy/audit-settings.ts'
import { statedLaw, UNLISTED_TAIL } from '../../../policy/stated-law.ts'
import { list, type MethodsSection, paragraph, percent } from './document.ts'
import { evidenceTables } from './evidence-tables.ts'
import { CALIBRATION, LARGEST_OF_ONE_NUMBER } from './measured-evidence.ts'

export function evidenceSection(policy: NoisePolicy): MethodsSection {
  const { minimumCases, minimumCategory } = policy
  const most = minimumCases - 1
  const { factor } = EVIDENCE_LIMITS
  const { scale, tail } = statedLaw(minimumCases)
  const [weakest] = CALIBRATION
  const somebody = percent(weakest!.withSomebody / weakest!.cells)
  return {
    id: 'evidence',
    title: text('証拠の強さ：何を主張し、何を主張しないか', 'The strength of evidence: what is claimed, and what is not'),
    blocks: [
      paragraph(
        `秘匿したセルにだれもいないか、それとも1人から${most}人がいるかを、公表値から確定できてはなりません。そこで、公表値が一方をもう一方よりどれだけ強く裏づけるかを計算します。これをベイズ因子といい、B と書きます。k はセルの人数です。`,
        `Published figures must not settle whether a withheld cell holds nobody, or 1 to ${most} persons. So it is worked out how much more strongly the published figures speak for the one than for the other. This ratio is the Bayes factor, B; k is the number of persons in the cell.`,
      ),
      {
        kind: 'formula',
        text: `B = (1/${most}) Σ P(figures | k) / P(figures | 0),  k = 1 … ${most}`,
      },
      list(
        [
          `主張すること：下の法則のもとで、行と列の合計だけから言えることを別にすれば、0人から${most}人の秘匿セルのベイズ因子は${factor}以下です。つまり「1人から${most}人のどれも等しい確率」を「だれもいない」と比べたとき、証拠の強さは${factor}対1以下です。一つの人数については${factor * most}対1以下で、実際に見られた最大は${LARGEST_OF_ONE_NUMBER}対1でした。`,
          `Claimed: under the law below, and leaving out what margins alone make likely, B is at most ${factor} for every withheld cell of 0 to ${most} persons: for "1 to ${most} persons, each equally likely" against nobody the evidence is at most ${factor} to 1. For one single number it is at most ${factor * most} to 1; the largest seen was ${LARGEST_OF_ONE_NUMBER}.`,
        ],
        [
          `主張すること：同じ条件のもとで、1から${most}のどの一つの人数の確率も${percent(EVIDENCE_LIMITS.single)}以下です。`,
          `Claimed: under the same conditions no single number from 1 to ${most} has a probability above ${percent(EVIDENCE_LIMITS.single)}.`,
        ],
        [
          `B が${weakest!.upTo}以下でも、だれもいないとは言えません。下の架空の事例では、そのようなセルの${somebody}に人がいました。`,
          `A B of ${weakest!.upTo} or less is no evidence of absence: in the fictional networks below, somebody was there in ${somebody} of such cells.`,
        ],
        ['主張しないこと：公表全体についての差分プライバシーの ε。', 'Not claimed: a differential privacy ε for the release as a whole.'],
        [
          '考慮しないこと：行と列の合計だけから言えること（480人のうち40人と60人なら、両方に当たる人がいるだろう）。これは単純集計からすでに分かります。',
          'Left out: what margins alone make likely ("of 40 and 60 among 480 some are both"). The single tables say it already.',
        ],
      ),
      paragraph(
        'どの秘匿セルにも、公表値を見る前の確率として、次の法則（事前分布）を置きます。P(n) は、セルに n 人がいる確率です。',
        'Every withheld cell has this law before any figure is seen. P(n) is the probability of n persons in it.',
      ),
      {
        kind: 'formula',
        text: `P(n) = c · 2⁻ⁿ,  n < ${minimumCases}\nP(n) = c · ${Number(tail.toFixed(3))} / n²,  n ≥ ${minimumCases}\nc = ${scale.toFixed(3)},  Σ P(n) = 1`,
      },
      list(
        [
          `B を計算するときだけは、調べるセルそのものの人数を1人から${most}人とし、どれも等しい確率とします。`,
          `In B alone, the examined cell itself has 1 to ${most} persons, each equally likely.`,
        ],
        [
          `${minimumCases}人以上のセルも、報告主体についての条件や、ほかのセルを守るために秘匿することがありますが、人数が多いほどまれです。`,
          `Cells of ${minimumCases} or more are withheld too, for their contributors or to protect other cells, but the larger they are the more rarely.`,
        ],
        [
          `独立の行を持つ区分は${minimumCategory}件以上とします。行を持たない区分は、ほぼすべてが一つの団体の報告である場合を除いて、それより少ないとみなします（${minimumCategory}件以上の確率は${UNLISTED_TAIL}倍にします）。`,
          `A category with a line of its own has at least ${minimumCategory} cases. One without has fewer, unless nearly all of them are of one organisation (counts of ${minimumCategory} or more get ${UNLISTED_TAIL} of their weight).`,
        ],
        [
          '自分の報告した事例を知る者にとっては、n はほかの人の数です。',
          'To somebody who knows cases of their own, n is the number of others.',
        ],
      ),
      ...evidenceTables(policy),
    ],
  }
}
