/** Table 14.1: the rules under which figures were made and hidden, as the manifest states them. No cases. */

import { type Words, words } from '../methods/document.ts'
import { settingsSection } from '../methods/settings.ts'
import { editionsOf, newestOf, type Shelf, volumesOf } from '../shelf.ts'
import { derived, plain, type Row, said } from './parts.ts'

/** What every build asks before anything leaves it; a finding that withholding does not mend stops the build. */
const AUDITS: readonly (readonly [code: string, name: Words])[] = [
  [
    'subtraction',
    words(
      '引き算：公表した表をすべて合わせても、秘匿した値の幅が狭まりすぎないこと',
      'Subtraction: all published tables together leave every withheld figure a wide enough range',
    ),
  ],
  [
    'partners',
    words(
      '報告者：どの団体・大使館・公的機関も、自分の事例を引いて他人の事例を知りえないこと',
      'Contributors: no organisation, embassy or authority learns of others by subtracting its own cases',
    ),
  ],
  [
    'editions',
    words(
      '版のあいだ：新しい版との差から、追加された少数の事例が分からないこと',
      'Editions: the difference between editions tells of no small group that joined',
    ),
  ],
]

export function rules(shelf: Shelf, number: string) {
  const manifest = newestOf(shelf)
  const row = (code: string, name: Words, value: Words): Row => ({ line: { code, ...name }, cells: [said(value)] })
  // A manifest that was stored names its settings in another order than one just made; the table is the same for both.
  const settings = settingsSection(manifest.policy)
    .blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  return [
    derived(
      shelf,
      {
        number,
        caption: words('規則と試験', 'Rules and tests'),
        slices: editionsOf(shelf),
        notes: [words('公表前に所見が残った場合、その版は公表されない。', 'An edition with a finding left is not published.')],
      },
      [words('項目', 'Item'), words('値', 'Value')],
      [
        row('editions', words('公表した版', 'Editions published'), plain(editionsOf(shelf).join(', '))),
        row(
          'volumes',
          words('組み合わせた表の集計単位', 'Volumes of tables of several questions'),
          plain(volumesOf(shelf).join(', ') || '–'),
        ),
        row('questionnaire', words('調査票', 'Questionnaire'), plain(manifest.counted.at(-1)?.questionnaire ?? '')),
        row('checksum', words('公表データの照合値', 'Checksum of the bundle'), plain(manifest.checksum)),
        ...settings.map(([code, meaning, value]): Row => {
          const name = typeof meaning === 'object' ? meaning : plain(String(meaning))
          return row(String(code), name, typeof value === 'object' ? value : plain(String(value)))
        }),
        ...AUDITS.map(([code, name]) => row(code, name, words('公表前に実施', 'Done before publication'))),
      ],
    ),
  ]
}
