/** Every setting of the policy, by the name that files carry. */
import type { Policy } from '../../../../survey-schema/release/bundle.ts'
import { type Text, text } from '../../../../survey-schema/text.ts'
import { type MethodsEntry, type MethodsSection, paragraph } from './document.ts'

/** What each setting means, by its name in files. A policy with any other setting is refused, so that none stays unexplained. */
const MEANING: Readonly<Record<string, Text>> = {
  id: text('方針の名前', 'Name of the policy'),
  kind: text(
    '方法（noise：調整する、withhold：実数のまま、より多くを秘匿する）',
    'Method (noise: figures are adjusted; withhold: exact, with more withheld)',
  ),
  minimumCases: text('示す件数の下限', 'Smallest count and figure shown'),
  minimumCategory: text('区分として立てる件数の下限', 'Smallest category that stands by itself'),
  minimumContributors: text('報告者数の下限', 'Fewest contributors'),
  minimumOthers: text('だれかが引いたあとに残る人数の下限', 'Fewest persons left when anybody subtracts his own'),
  'threeWay.minimumCases': text('三項目の数値の件数の下限', 'Smallest three-way figure'),
  'threeWay.minimumContributors': text('三項目の数値の報告者数の下限', 'Fewest contributors of a three-way figure'),
  noise: text('調整', 'Noise'),
  'noise.d': text('調整の最大幅 D', 'Largest noise, D'),
  'noise.v': text('調整の分散の上限 V', 'Variance of the noise, V'),
  'noise.js': text('公表値にしない値の上限 js', 'Largest figure never made, js'),
  minimumBase: text('割合の分母の下限', 'Smallest base of a percentage'),
  smallestEdition: text('版の件数の下限', 'Smallest edition'),
  smallestVolume: text('巻の件数の下限', 'Smallest volume'),
  'structure.smallestEditionOthers': text(
    'どの一つの団体または統括団体を除いても版に残る件数の下限',
    'Fewest cases of an edition that remain whichever one organisation or umbrella is removed',
  ),
  smallestVolumeByDecision: text('編集者二名の決定による巻の件数の下限', 'Smallest volume by decision of two editors'),
}

/** Under rules of structure; tables of rules that were printed before keep their words. */
const MEANING_NOW: Readonly<Record<string, Text>> = {
  kind: text(
    '方法（noise：調整する、withhold：調整せず、より多くを秘匿する）',
    'Method (noise: figures are adjusted; withhold: exact, with more withheld)',
  ),
  minimumCategory: text('独立の行を設ける区分の件数の下限', 'Smallest category that has a line of its own'),
  minimumContributors: text('報告主体の数の下限', 'Fewest contributors'),
  minimumOthers: text('だれかが自分の知る人を引いたあとに残る人数の下限', 'Fewest persons left when anybody subtracts those they know'),
  'threeWay.minimumContributors': text('三項目の数値の報告主体の数の下限', 'Fewest contributors of a three-way figure'),
  'noise.js': text('調整後の値にしない値の上限 js', 'Largest figure never made, js'),
}

/** @throws RangeError for a setting without an explanation */
export function settingsSection(policy: Policy): MethodsSection {
  return {
    id: 'policy',
    title: text('方針の全設定', 'All settings of the policy'),
    blocks: [
      paragraph(
        'このページの数値は、次の設定と、プログラムが持つ表と、架空の事例による測定の記録から計算したものです。設定の名前は公表ファイルと同じです。',
        'The numbers on this page are computed from these settings, from the program’s own tables and from recorded measurements on fictional cases. The names are those in the published files.',
      ),
      {
        kind: 'table',
        id: 'policy',
        caption: text(`方針 ${policy.id}`, `Policy ${policy.id}`),
        head: [text('設定', 'Setting'), text('意味', 'Meaning'), text('値', 'Value')],
        rows: settingsOf(policy).map(([name, value]): MethodsEntry[] => {
          const meaning = (policy.structure === undefined ? undefined : MEANING_NOW[name]) ?? MEANING[name]
          if (meaning === undefined) throw new RangeError('a setting without an explanation')
          return [name, meaning, value]
        }),
      },
    ],
  }
}

export const settingsOf = (value: object, before = ''): [name: string, value: string | number][] =>
  Object.entries(value).flatMap(([name, one]) =>
    typeof one === 'object' && one !== null
      ? settingsOf(one, `${before}${name}.`)
      : [[`${before}${name}`, (one ?? '–') as string | number]],
  )
