/** Section of the methods: the perturbation table that the build uses, row by row, with mean and variance of each row, so that a reader can check it. */
import type { NoisePolicy } from '../../../../survey-schema/release/bundle.ts'
import { text } from '../../../../survey-schema/text.ts'
import { type PerturbationTable, perturbationTable } from '../../../policy/perturbation-table.ts'
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
  const countOf = (i: number): MethodsEntry => (i === last ? text(`${i}以上`, `${i} or more`) : i)
  return {
    id: 'noise',
    title: text('調整：どの数値も少しずつ動かす', 'Adjustment: every figure is moved a little'),
    blocks: [
      paragraph(
        `公表する数値は、実数に、事例の組み合わせだけで決まる小さな乱数を加えたものです。差は最大${d}、平均は0、分散は最大${v}です。${last}件以上の実数では、${percent(usual.unchanged)}がそのまま、${percent(usual.withinThree)}が差3以内になります。1から${js}までの値は公表値になりません。実数が0なら0のままですが、0は秘匿されるため数値としては現れません。`,
        `A published figure is the count plus a small random number that depends on nothing but which cases are in the cell. It is never larger than ${d}, it is 0 on average, and its variance is at most ${v}. For a count of ${last} or more, ${percent(usual.unchanged)} of figures stay as they are and ${percent(usual.withinThree)} lie within 3. No figure from 1 to ${js} is ever made. A count of 0 stays 0, and is withheld.`,
      ),
      paragraph(
        '各事例には、版の秘密鍵から作る48ビットの整数（レコードキー）があり、セルのキーはその和（2の48乗を法とする）です。乱数はセルのキーだけで決まります。同じ事例の集まりは、どの表でも、何度尋ねても同じ数値になるので、繰り返し尋ねて平均しても何も分かりません。鍵はどこにも保存されません。',
        'Each case has a record key, a 48-bit integer made from its random id under the secret of its edition; the key of a cell is their sum modulo 2^48, and the noise follows from the count and that key alone. The same cases therefore give the same figure in every table, however often it is asked for, and nothing can be averaged away. The secret is stored nowhere.',
      ),
      paragraph(
        `乱数の分布は、次の条件を満たすもののうちエントロピーが最大のものです。実数を i、加える値を v とします。`,
        `The distribution of the noise has the greatest entropy among those that meet these conditions, with i the count and v the noise:`,
      ),
      {
        kind: 'formula',
        text: `-${d} ≤ v ≤ ${d},  i + v ≥ 0,  i + v ∉ {1 … ${js}}\nΣ p(v) = 1,  Σ v p(v) = 0,  Σ v² p(v) ≤ ${v}\np(-${d}) ≤ … ≤ p(-1) ≤ p(0)\np(v) = exp(a v + b v²) / Z,  b ≤ 0`,
      },
      {
        kind: 'table',
        id: 'perturbation',
        caption: text(
          `撹乱表（D = ${d}、V = ${v}、js = ${js}）：行は実数、列は加える値`,
          `Perturbation table (D = ${d}, V = ${v}, js = ${js}): rows are counts, columns the noise that is added`,
        ),
        head: [text('実数', 'Count'), ...steps.map((step) => text(sign(step), sign(step)))],
        rows: table.map((row, i) => [countOf(i), ...steps.map((step) => chance(row.find((entry) => entry.v === step)?.p))]),
      },
      {
        kind: 'table',
        id: 'moments',
        caption: text('各行の検算', 'The same rows, checked'),
        head: [
          text('実数', 'Count'),
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
          '内訳の合計は総数と一致しないことがあります。一つひとつの数値を別々に調整し、合わせる操作をしないためです。合わせると、「総数引く公表値」から隠れた人の存在が証明されてしまいます。',
          'Parts need not add up to their total: each figure is adjusted by itself and none is fitted to another. Fitting would let "total minus shown" prove that somebody is hidden there.',
        ],
        [
          '区間は長さ20%以下に切り分け、鍵で並べ替えます。分布は公開しますが、どのキーがどの値になるかは秘密です。',
          'The intervals are cut into pieces of at most a fifth and shuffled under the key. The distribution is public; which key gives which noise is not.',
        ],
      ),
      paragraph(
        `この表は jnatip perturbation-table --d ${d} --v ${v} --js ${js} で作り直せます。`,
        `Make this table again with jnatip perturbation-table --d ${d} --v ${v} --js ${js}.`,
      ),
    ],
  }
}

const sign = (step: number) => (step > 0 ? `+${step}` : step < 0 ? `−${-step}` : '0')
