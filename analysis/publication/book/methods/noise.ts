/** Section of the methods: the perturbation table that the build uses, row by row, with mean and variance of each row, so that a reader can check it. */
import type { NoisePolicy } from '../../../../survey-schema/release/bundle.ts'
import { type Text, text } from '../../../../survey-schema/text.ts'
import { LONGEST_INTERVAL, type PerturbationTable, perturbationTable } from '../../../policy/perturbation-table.ts'
import { list, type MethodsEntry, type MethodsSection, paragraph, percent } from './document.ts'

export interface NoiseRowFacts {
  readonly mean: number
  readonly variance: number
  readonly unchanged: number
  readonly withinThree: number
  readonly largest: number
}

export function factsOf(row: PerturbationTable[number]): NoiseRowFacts {
  const sum = (of: (v: number) => number) => row.reduce((total, { v, p }) => total + p * of(v), 0)
  const mean = sum((v) => v)
  return {
    mean,
    variance: sum((v) => (v - mean) ** 2),
    unchanged: sum((v) => (v === 0 ? 1 : 0)),
    withinThree: sum((v) => (Math.abs(v) <= 3 ? 1 : 0)),
    largest: Math.max(...row.map(({ v }) => Math.abs(v))),
  }
}

/** A probability as printed: five decimals, or a dash where this noise cannot occur. @example chance(0.25) // '0.25000' */
export const chance = (p: number | undefined): string => (p === undefined ? '–' : p.toFixed(5))

export function noiseSection(noise: NoisePolicy['noise']): MethodsSection {
  const { d, v, js } = noise
  const table = perturbationTable(noise)
  const last = table.length - 1
  const facts = table.map(factsOf)
  const usual = facts[last]!
  const steps = Array.from({ length: 2 * d + 1 }, (_, index) => index - d)
  const small = neverMade(js)
  const shared = sharedProbabilities(table)
  const countOf = (i: number): MethodsEntry => (i === last ? text(`${i}以上`, `${i} or more`) : i)
  return {
    id: 'noise',
    title: text('調整：どの数値にも小さな乱数を加える', 'Adjustment: a small random number is added to every figure'),
    blocks: [
      paragraph(
        `公表する数値は、実際の件数に、そのセルの事例の組み合わせだけで決まる小さな乱数を加えたものです。差は最大${d}、分散は最大${v}で、小さな値を秘匿する前の平均は0です。実際の件数が${last}件以上なら、${percent(usual.unchanged)}がそのまま、${percent(usual.withinThree)}が差3以内になります。${small.ja}実際の件数が0なら0のままで、秘匿されます。`,
        `A published figure is the count plus a small random number that depends on nothing but which cases are in the cell. It is never larger than ${d}; before small figures are withheld it is 0 on average; its variance is at most ${v}. For a count of ${last} or more, ${percent(usual.unchanged)} of figures stay as they are and ${percent(usual.withinThree)} lie within 3. ${small.en}A count of 0 stays 0, and is withheld.`,
      ),
      paragraph(
        '各事例には、その無作為な識別番号と、版ごとの秘密の値とから作る48ビットの整数（レコードキー）があり、セルのキーはその和（2の48乗を法とする）です。乱数は、件数とセルのキーだけで決まります。同じ事例の集団は、どの表でも、何度尋ねても同じ数値になるので、繰り返し尋ねて平均しても何も分かりません。秘密の値はどこにも保存しません。作成のたびに、複数の保管者が持ち寄った鍵の一部から版の秘密鍵を復元し、そこから計算し直します。',
        'Each case has a record key, a 48-bit integer made from its random id under the secret of its edition; the key of a cell is their sum modulo 2^48, and the noise follows from the count and that key alone. The same cases therefore give the same figure in every table, however often it is asked for, and nothing can be averaged away. The secret is stored nowhere: for each build it is derived again from the private key of the edition, for which custodians bring their shares of that key together.',
      ),
      paragraph(
        `乱数の分布は、次の条件を満たすもののうちエントロピーが最大のものです。実際の件数を i、加える値を v とします。`,
        `The distribution of the noise has the greatest entropy among those that meet these conditions, with i the count and v the noise:`,
      ),
      {
        kind: 'formula',
        text: `-${d} ≤ v ≤ ${d},  i + v ≥ 0,  i + v ∉ {1 … ${js}}\nΣ p(v) = 1,  Σ v p(v) = 0,  Σ v² p(v) ≤ ${v}\np(-${d}) ≤ … ≤ p(-1) ≤ p(0)\np(v) = exp(a v + b v²) / Z,  b ≤ 0`,
      },
      paragraph(
        `確率の大小の条件は、許される値の間で成り立ちます。${shared.ja}`,
        `The order of the probabilities holds among the values that are allowed.${shared.en}`,
      ),
      {
        kind: 'table',
        id: 'perturbation',
        caption: text(
          `撹乱表（D = ${d}、V = ${v}、js = ${js}）：行は実際の件数、列は加える値`,
          `Perturbation table (D = ${d}, V = ${v}, js = ${js}): rows are counts, columns the noise that is added`,
        ),
        head: [text('実際の件数', 'Count'), ...steps.map((step) => text(sign(step), sign(step)))],
        rows: table.map((row, i) => [countOf(i), ...steps.map((step) => chance(row.find((entry) => entry.v === step)?.p))]),
      },
      {
        kind: 'table',
        id: 'moments',
        caption: text('各行の検算', 'The same rows, checked'),
        head: [
          text('実際の件数', 'Count'),
          text('平均', 'Mean'),
          text('分散', 'Variance'),
          text('不変', 'Unchanged'),
          text('差3以内', 'Within 3'),
          text('最大の差', 'Largest'),
        ],
        rows: facts.map((row, i) => [
          countOf(i),
          (Math.abs(row.mean) < 5e-6 ? 0 : row.mean).toFixed(5),
          row.variance.toFixed(5),
          percent(row.unchanged),
          percent(row.withinThree),
          row.largest,
        ]),
      },
      list(
        [
          '内訳の合計は総数と一致しないことがあります。数値を一つひとつ別々に調整し、合計に合わせる操作をしないためです。合わせると、「総数引く公表値」から隠れた人の存在が証明されてしまいます。',
          'Parts need not add up to their total: each figure is adjusted by itself and none is fitted to another. Fitting would let "total minus shown" prove that somebody is hidden there.',
        ],
        [
          `乱数を割り当てる0～1の範囲を${LONGEST_INTERVAL}以下に分け、秘密の順序に並べ替えます。分布は公開しますが、どのキーがどの値になるかは秘密です。`,
          `The range 0 to 1 that assigns noise is cut into pieces of at most ${LONGEST_INTERVAL}, put in a secret order. The distribution is public; which key gives which noise is not.`,
        ],
      ),
      paragraph(
        `この表は jnatip perturbation-table --d ${d} --v ${v} --js ${js} で作り直せます。`,
        `Make this table again with jnatip perturbation-table --d ${d} --v ${v} --js ${js}.`,
      ),
    ],
  }
}

/** The figures that no noise makes. */
const neverMade = (js: number): Text => {
  if (js === 0) return text('', '')
  if (js === 1) return text('1は調整後の値になりません。', 'No figure of 1 is ever made. ')
  const [ja, en] = js === 2 ? ['1と2', '1 or 2'] : [`1から${js}まで`, `1 to ${js}`]
  return text(`${ja}は調整後の値になりません。`, `No figure of ${en} is ever made. `)
}

/** Counts in whose row two neighbours up to 0 have one probability, because they would decrease otherwise. */
function sharedProbabilities(table: PerturbationTable): Text {
  const counts = table.flatMap((row, count) => {
    const binds = row.some(({ v, p }) => v < 0 && row.some((next) => next.v === v + 1 && Math.abs(next.p - p) < 1e-9))
    return binds ? [count] : []
  })
  if (counts.length === 0) return text('', '')
  const rows = counts.join(', ')
  return text(
    `式のままではこの条件に反する行（件数${counts.join('・')}）では、隣り合う値に同じ確率を割り当てます。`,
    ` Where the formula alone would break it (the row of count ${rows}), neighbouring values share one probability.`,
  )
}

const sign = (step: number) => (step > 0 ? `+${step}` : step < 0 ? `−${-step}` : '0')
