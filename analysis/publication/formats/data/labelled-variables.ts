/** A long table as the variables of a statistical program: numbers with labels for the lines, the figures, and text. */
import type { Text } from '../../../../survey-schema/text.ts'
import type { CellContent } from '../printed-grid.ts'
import { inWords, type LongLine, type LongTable, statusText } from './long-table.ts'

export type LabelledVariable =
  /** Places of lines, from 1. */
  | {
      readonly kind: 'lines'
      readonly name: string
      readonly words: Text
      readonly lines: readonly LongLine[]
      readonly values: readonly number[]
    }
  | { readonly kind: 'figures'; readonly name: string; readonly words: Text; readonly contents: readonly CellContent[] }
  | { readonly kind: 'text'; readonly name: string; readonly words: Text; readonly values: readonly string[] }

export function labelledVariables({ dimensions, records, worded }: LongTable): readonly LabelledVariable[] {
  const contents = records.map(({ content }) => content)
  const ofLines = dimensions.flatMap(({ name, words, lines }, at): LabelledVariable[] => {
    const places = new Map(lines.map(({ code }, place) => [code, place + 1]))
    const codes = records.map((record) => record.lines[at]!.code)
    return [
      { kind: 'lines', name, words, lines, values: codes.map((code) => places.get(code)!) },
      { kind: 'text', name: `${name}_code`, words: { ja: '符号', en: `Code: ${name}` }, values: codes },
    ]
  })
  return [
    ...ofLines,
    { kind: 'figures', name: 'cases', words: { ja: '事例数', en: 'Cases' }, contents },
    { kind: 'text', name: 'status', words: { ja: '公表状況', en: 'Status' }, values: contents.map(statusText) },
    ...(worded
      ? [
          {
            kind: 'text' as const,
            name: 'in_words',
            words: { ja: '文字', en: 'In words' },
            values: contents.map((one) => inWords(one) ?? ''),
          },
        ]
      : []),
  ]
}

/** Why a cell has no figure, in the order of the codes that stand for it. */
export const REASONS = [
  { status: 'withheld', words: { ja: '秘匿', en: 'withheld' } },
  { status: 'not_applicable', words: { ja: '該当しえない', en: 'cannot occur' } },
  { status: 'text', words: { ja: '文字', en: 'in words' } },
] as const satisfies readonly { readonly status: CellContent['status']; readonly words: Text }[]

/** A figure, or the code of the reason why there is none. @param codes in the order of `REASONS` */
export const figureOrCode = <Code>(content: CellContent, codes: readonly Code[]): number | Code =>
  'figure' in content ? content.figure : codes[REASONS.findIndex(({ status }) => status === content.status)]!
