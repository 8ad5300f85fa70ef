/** Table 14.1: the rules under which figures were made and withheld, as the manifest states them. No cases. */

import { type Text, text } from '../../../../survey-schema/text.ts'
import { settingsSection } from '../methods/settings.ts'
import { editionsOf, newestOf, type PublishedEditions, volumesOf } from '../published-editions.ts'
import { type DerivedRow, derivedBlock, sameInBoth, textCell } from './derived-block.ts'

/** The audits that every build runs before it writes a bundle. A bundle keeps no record of them, so the table describes the build and not a single run. */
const AUDITS: readonly (readonly [code: string, name: Text])[] = [
  [
    'audit_subtraction',
    text(
      '引き算：公表した表をすべて合わせても、秘匿した値の幅が狭まりすぎないこと',
      'Subtraction: all published tables together leave every withheld figure a wide enough range',
    ),
  ],
  [
    'audit_partners',
    text(
      '報告者：どの団体・大使館・公的機関も、自分の事例を引いて他人の事例を知りえないこと',
      'Contributors: no organisation, embassy or authority learns of others by subtracting its own cases',
    ),
  ],
  [
    'audit_editions',
    text(
      '版のあいだ：新しい版との差から、追加された少数の事例が分からないこと',
      'Editions: the difference between editions tells of no small group that joined',
    ),
  ],
]

export function rules(published: PublishedEditions, number: string) {
  const manifest = newestOf(published)
  const row = (code: string, name: Text, value: Text): DerivedRow => ({ line: { code, ...name }, cells: [textCell(value)] })
  // A manifest that was stored names its settings in another order than one just made; the table is the same for both.
  const settings = settingsSection(manifest.policy)
    .blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  return [
    derivedBlock(
      published,
      {
        number,
        caption: text('規則と試験', 'Rules and tests'),
        caseSets: editionsOf(published),
        notes: [
          text(
            '監査の所見が残る版は、作成の段階で止まる。公表データに監査の記録は含まれない。公表した表どうしの引き算は、だれでも jnatip audit で確かめられる。報告者が自分の事例を引いて知りうることは、実数を持つ編集部だけが確かめられる。',
            'A build stops at a finding that withholding does not mend; the published data hold no record of it. What published tables give away by subtraction anybody can test again with jnatip audit; what contributors could learn, only the editors, who hold the counts.',
          ),
        ],
      },
      [text('項目', 'Item'), text('値', 'Value')],
      [
        row('editions', text('公表した版', 'Editions published'), sameInBoth(editionsOf(published).join(', '))),
        row(
          'volumes',
          text('組み合わせた表の集計単位', 'Volumes of tables of several questions'),
          sameInBoth(volumesOf(published).join(', ') || '–'),
        ),
        row('questionnaire', text('調査票', 'Questionnaire'), sameInBoth(manifest.counted.at(-1)?.questionnaire ?? '')),
        row('checksum', text('公表データの照合値', 'Checksum of the bundle'), sameInBoth(manifest.checksum)),
        ...settings.map(([code, meaning, value]): DerivedRow => {
          const name = typeof meaning === 'object' ? meaning : sameInBoth(String(meaning))
          return row(String(code), name, typeof value === 'object' ? value : sameInBoth(String(value)))
        }),
        ...AUDITS.map(([code, name]) => row(code, name, text('作成の手順に含む', 'A step of the build'))),
      ],
    ),
  ]
}
