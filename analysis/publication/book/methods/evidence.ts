/** Section of the methods: what the audit of evidence claims, the law it assumes, and what was measured on networks that no rule was tuned to. */
import type { NoisePolicy } from '../../../../survey-schema/release/bundle.ts'
import { type Text, text } from '../../../../survey-schema/text.ts'
import { EVIDENCE_LIMITS } from '../../../policy/audit-settings.ts'
import { perturbationTable } from '../../../policy/perturbation-table.ts'
import { list, type MethodsEntry, type MethodsSection, paragraph, percent } from './document.ts'
import { CALIBRATION, HELD_OUT_SEEDS, LARGEST_OF_ONE_NUMBER, type LawRow, OTHER_LAWS } from './measured-evidence.ts'

export function evidenceSection({ minimumCases, minimumCategory, noise }: NoisePolicy): MethodsSection {
  const most = minimumCases - 1
  const { factor } = EVIDENCE_LIMITS
  return {
    id: 'evidence',
    title: text('証拠の強さ：何を約束し、何を約束しないか', 'The strength of evidence: what is claimed, and what is not'),
    blocks: [
      paragraph(
        `秘匿したセルに、だれもいないか、1人から${most}人がいるかは、公表値から決まってはいけません。そこで、公表したものすべてが、一方をもう一方よりどれだけ強く裏づけるかを計算します。`,
        `Published figures must not settle whether nobody, or one to ${most} persons, stand in a withheld cell. So it is worked out how much more strongly everything published speaks for the one than for the other.`,
      ),
      {
        kind: 'formula',
        text: `B = (1/${most}) Σ P(figures | k) / P(figures | 0),  k = 1 … ${most}`,
      },
      list(
        [
          `約束：「1人から${most}人のどれも同じ確からしさ」を「だれもいない」と比べたとき、証拠は${factor}対1以下です。一つの人数については${factor * most}対1以下で、実際に見られた最大は${LARGEST_OF_ONE_NUMBER}対1でした。`,
          `Claimed: for "one to ${most} persons, each as likely" against nobody the evidence is at most ${factor} to 1. For one single number it is at most ${factor * most} to 1; the largest seen was ${LARGEST_OF_ONE_NUMBER}.`,
        ],
        [
          `約束：下の法則のもとで、1から${most}のどの一つの人数の確率も${percent(EVIDENCE_LIMITS.single)}以下です。`,
          `Claimed: under the law below no single number from 1 to ${most} has a probability above ${percent(EVIDENCE_LIMITS.single)}.`,
        ],
        ['B が1より小さくても、だれもいない証拠にはなりません。', 'A B below 1 says nothing: it is no evidence that nobody is there.'],
        [
          '約束しないこと：すべての表を合わせたときの差分プライバシーの ε は主張しません。',
          'Not claimed: a differential privacy ε for the release as a whole.',
        ],
        [
          '行と列の合計だけから言えること（480人のうち40人と60人なら、両方に当たる人がいるだろう）は、単純集計から分かることで、ここでは数えません。',
          'Left out: what margins alone make likely ("of 40 and 60 among 480 some are both"). The single tables say it already.',
        ],
      ),
      paragraph(
        `ほかの秘匿セルについては、次の法則を置きます。n 人である確からしさは、${minimumCases}未満では2のマイナス n 乗、${minimumCases}以上では n の2乗に反比例し、合計が1になるようにします（${minimumCases}以上のセルが秘匿されるのは、ほかのセルを守るためだけで、まれです）。独立の行を持つ区分は${minimumCategory}件以上、持たない区分はそれより少ないことも考慮します。自分の事例を知る者にとっては、n はほかの人の数です。`,
        `Other withheld cells are given this law: below ${minimumCases} a count n is as likely as 2⁻ⁿ; from ${minimumCases} on in proportion to 1/n², since cells that large are withheld only to protect others, which is rare; together the weights make 1. It is also known that a category with a line of its own has at least ${minimumCategory} cases, and one without fewer. To somebody who knows cases of his own, n is the number of others.`,
      ),
      {
        kind: 'table',
        id: 'calibration',
        caption: text(
          `規則だけで秘匿したセル（監査の前）：証拠の強さと、実際に人がいた割合。架空の480件、規則の調整に使っていない乱数の種${HELD_OUT_SEEDS}、三種類の人口`,
          `Cells withheld by the rules, before any audit: strength of evidence, and how often somebody was there. Fictional networks of 480 cases, seeds ${HELD_OUT_SEEDS} that no rule was tuned to, three populations`,
        ),
        head: [text('B', 'B'), text('セル', 'Cells'), text('人がいたセル', 'With somebody'), text('割合', 'Share')],
        rows: CALIBRATION.map(({ upTo, cells, withSomebody }, index) => [
          range(CALIBRATION[index - 1]?.upTo ?? null, upTo),
          cells,
          withSomebody,
          cells === 0 ? '–' : percent(withSomebody / cells),
        ]),
      },
      {
        kind: 'table',
        id: 'laws',
        caption: text(
          `すべての監査を通った版を、ほかの法則で調べ直した結果：B が${factor}を超えるセル`,
          `A release that passed all audits, examined under other laws: cells with a B above ${factor}`,
        ),
        head: [text('法則', 'Law'), text('調べたセル', 'Cells examined'), text(`${factor}超`, `Above ${factor}`)],
        rows: OTHER_LAWS.map(({ law, cells, above }): MethodsEntry[] => [LAWS[law], cells, above]),
      },
      {
        kind: 'table',
        id: 'one-figure',
        caption: text(
          '一つの公表値が、k 人の増減をどこまで隠すか（差分プライバシーの ε と δ。十分大きな実数の場合）',
          'How far one figure hides a change of k persons (ε and δ of differential privacy, for counts that are not small)',
        ),
        head: [text('k', 'k'), text('ε', 'ε'), text('δ', 'δ')],
        rows: Array.from({ length: most }, (_, index) => index + 1).map((k): MethodsEntry[] => {
          const { epsilon, delta } = privacyOfOneFigure(noise, k)
          return [k, epsilon.toFixed(2), delta.toFixed(3)]
        }),
      },
    ],
  }
}

const LAWS: Readonly<Record<LawRow['law'], Text>> = {
  stated: text('上の法則', 'The law above'),
  flat: text('0から4が同じ確からしさ', '0 to 4 alike'),
  'zero-heavy': text('ほとんどが0', 'Nearly all 0'),
  geometric: text('どこまでも2のマイナス n 乗', '2⁻ⁿ without end'),
}

const range = (above: number | null, upTo: number | null): Text => {
  if (above === null) return text(`${upTo}以下`, `up to ${upTo}`)
  return upTo === null ? text(`${above}超`, `above ${above}`) : text(`${above}超${upTo}以下`, `above ${above}, up to ${upTo}`)
}

/**
 * The (ε, δ) of one figure for counts k apart: outside a share δ of the outcomes no outcome is more than exp(ε) times as likely under the one count
 * as under the other (Dwork & Roth 2014, definition 2.4).
 * @example privacyOfOneFigure({ d: 5, v: 3, js: 2 }, 1).delta.toFixed(3) // '0.004'
 */
export function privacyOfOneFigure(noise: NoisePolicy['noise'], k: number): { readonly epsilon: number; readonly delta: number } {
  const last = perturbationTable(noise).at(-1)!
  const p = (v: number) => last.find((entry) => entry.v === v)?.p ?? 0
  let [epsilon, delta] = [0, 0]
  for (const { v } of last) {
    if (p(v + k) > 0) epsilon = Math.max(epsilon, Math.abs(Math.log(p(v) / p(v + k))))
    else delta += p(v)
  }
  return { epsilon, delta }
}
