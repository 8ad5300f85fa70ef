/** The kinds of what is dropped from a file, in words: identifiers, and what a format or a tool adds that is no answer. */
import { IDENTIFIER_KINDS } from '../../survey-schema/identifiers/identifier-kinds.ts'
import type { Text, Words } from '../../survey-schema/text.ts'

const OTHER_KINDS = {
  number_plate: { ja: '車のナンバー', en: 'Number plate' },
  metadata: { ja: '入力ソフトが加えた項目', en: 'Added by the form tool' },
  joined_text: { ja: '他の列をまとめた文字列', en: 'Other columns, joined' },
  not_specified_flag: { ja: '「特定なし」の印', en: 'Mark for “not specified”' },
  no_counterpart: { ja: '調査票にない項目', en: 'No question of ours' },
} as const satisfies Words

/** The name of the kind itself where nobody gave it words. */
export function droppedKind(kind: string): Text {
  const known = IDENTIFIER_KINDS.find(({ id }) => id === kind)
  if (known) return known
  return Object.hasOwn(OTHER_KINDS, kind) ? OTHER_KINDS[kind as keyof typeof OTHER_KINDS] : { ja: kind, en: kind }
}
