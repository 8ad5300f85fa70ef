/** Every setting of the policy, by the name that files carry. */
import type { Policy } from '../../../../survey-schema/release/bundle.ts'
import { type Entry, type Section, text, type Words, words } from './document.ts'

/** What each setting means; one that nobody has explained stops the page from being made. */
const MEANING: Readonly<Record<string, Words>> = {
  id: words('方針の名前', 'Name of the policy'),
  kind: words(
    '方法（noise：調整する、withhold：実数のまま、より多くを秘匿する）',
    'Method (noise: figures are adjusted; withhold: exact, with more withheld)',
  ),
  minimumCases: words('示す件数の下限', 'Smallest count and figure shown'),
  minimumCategory: words('区分として立てる件数の下限', 'Smallest category that stands by itself'),
  minimumContributors: words('報告者数の下限', 'Fewest contributors'),
  minimumOthers: words('だれかが引いたあとに残る人数の下限', 'Fewest persons left when anybody subtracts his own'),
  'threeWay.minimumCases': words('三項目の数値の件数の下限', 'Smallest three-way figure'),
  'threeWay.minimumContributors': words('三項目の数値の報告者数の下限', 'Fewest contributors of a three-way figure'),
  noise: words('調整', 'Noise'),
  'noise.d': words('調整の最大幅 D', 'Largest noise, D'),
  'noise.v': words('調整の分散の上限 V', 'Variance of the noise, V'),
  'noise.js': words('公表値にしない値の上限 js', 'Largest figure never made, js'),
  minimumBase: words('割合の分母の下限', 'Smallest base of a percentage'),
  smallestEdition: words('版の件数の下限', 'Smallest edition'),
  smallestVolume: words('巻の件数の下限', 'Smallest volume'),
  smallestVolumeByDecision: words('編集者二名の決定による巻の件数の下限', 'Smallest volume by decision of two editors'),
}

/** @throws RangeError for a setting without an explanation */
export function settingsSection(policy: Policy): Section {
  return {
    id: 'policy',
    title: words('方針の全設定', 'All settings of the policy'),
    blocks: [
      text(
        'このページの数値は、すべて次の設定とプログラム自身の表から計算したものです。設定の名前は公表ファイルと同じです。',
        'All numbers on this page are computed from these settings and from the program’s own tables. The names are those in the published files.',
      ),
      {
        kind: 'table',
        id: 'policy',
        caption: words(`方針 ${policy.id}`, `Policy ${policy.id}`),
        head: [words('設定', 'Setting'), words('意味', 'Meaning'), words('値', 'Value')],
        rows: settingsOf(policy).map(([name, value]): Entry[] => {
          const meaning = MEANING[name]
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
