/** Tables of the section on evidence: what was measured on networks that no rule was tuned to, other laws, and what one figure hides. */
import type { NoisePolicy } from '../../../../survey-schema/release/bundle.ts'
import { type Text, text } from '../../../../survey-schema/text.ts'
import { EVIDENCE_LIMITS } from '../../../policy/audit-settings.ts'
import { perturbationTable } from '../../../policy/perturbation-table.ts'
import { type MethodsEntry, type MethodsTable, percent } from './document.ts'
import {
  CALIBRATION,
  HELD_OUT_CASES,
  HELD_OUT_POPULATIONS,
  HELD_OUT_SEEDS,
  LAWS_TRIED,
  type LawRow,
  OTHER_LAWS,
} from './measured-evidence.ts'

export function evidenceTables({ minimumCases, noise }: NoisePolicy): MethodsTable[] {
  const most = minimumCases - 1
  const { factor } = EVIDENCE_LIMITS
  const seeds = `${HELD_OUT_SEEDS[0]}–${HELD_OUT_SEEDS.at(-1)}`
  const networks = HELD_OUT_SEEDS.length * HELD_OUT_POPULATIONS.length
  return [
    {
      kind: 'table',
      id: 'calibration',
      caption: text(
        `架空のデータ。秘匿検査の前に、規則だけで秘匿した0人から${most}人のセル：証拠の強さ（B）と、実際に1人から${most}人がいた割合。${HELD_OUT_CASES}件の架空の版を、三種類の母集団と、規則を決める際に使わなかった乱数シード${seeds}で${networks}回作成`,
        `Fictional data, before the audits: cells of 0 to ${most} persons that the rules alone withhold, by strength of evidence (B), and how often 1 to ${most} persons were there. ${networks} networks of ${HELD_OUT_CASES} cases: three kinds of population, seeds ${seeds}, which no rule was tuned to`,
      ),
      head: [
        text('B', 'B'),
        text('セル数', 'Cells'),
        text(`1人から${most}人がいたセル数`, `With 1 to ${most} persons`),
        text('割合', 'Share'),
      ],
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
        `架空のデータ。すべての秘匿検査に合格した版（三種類の母集団から一つずつ、各${HELD_OUT_CASES}件）を、ほかの法則のもとで調べ直した結果：B が${factor}を超えるセル`,
        `Fictional data. One release of ${HELD_OUT_CASES} cases of each population that passed all audits, examined under other laws: cells with a B above ${factor}`,
      ),
      head: [
        text('法則', 'Law'),
        text('0人の確率', 'Probability of 0'),
        text(`1人から${most}人の確率`, `Of 1 to ${most}`),
        text('調べたセル数', 'Cells examined'),
        text(`B が${factor}を超えるセル数`, `With a B above ${factor}`),
      ],
      rows: OTHER_LAWS.map(({ law, cells, above }): MethodsEntry[] => [
        LAWS[law],
        percent(probability(LAWS_TRIED[law], 0, 0)),
        percent(probability(LAWS_TRIED[law], 1, most)),
        cells,
        above,
      ]),
    },
    {
      kind: 'table',
      id: 'one-figure',
      caption: text(
        '一つの公表値だけについて（公表全体についてではない）：k 人の増減をどこまで隠すか。差分プライバシーの ε と、その限度 ε が成り立たない確率 δ。件数が十分大きい場合',
        'One figure alone, not the release: how far it hides a change of k persons, for counts that are not small. ε is that of differential privacy; δ is the chance that the limit ε fails',
      ),
      head: [text('k', 'k'), text('ε', 'ε'), text('δ', 'δ')],
      rows: Array.from({ length: most }, (_, index) => index + 1).map((k): MethodsEntry[] => {
        const { epsilon, delta } = privacyOfOneFigure(noise, k)
        return [k, epsilon.toFixed(2), delta.toFixed(3)]
      }),
    },
  ]
}

const LAWS: Readonly<Record<LawRow['law'], Text>> = {
  stated: text('上の法則', 'The law above'),
  flat: text('0から4が等しい確率', '0 to 4 equally likely'),
  'zero-heavy': text('0の重みを4倍に', '0 weighs four times as much'),
  geometric: text('すべての n で2⁻ⁿに比例', 'In proportion to 2⁻ⁿ for every n'),
}

/** A law is summed up to here: what lies beyond is less than is printed. */
const FAR = 1e5

/** How likely counts from the one to the other are under a law of weights. */
function probability(weight: (count: number) => number, from: number, to: number): number {
  const sum = (first: number, last: number) => {
    let total = 0
    for (let count = first; count <= last; count++) total += weight(count)
    return total
  }
  return sum(from, to) / sum(0, FAR)
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
