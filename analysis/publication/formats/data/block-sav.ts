/**
 * A block as an SPSS system file (.sav), with labels "日本語 / English"; those that are too long stand whole in the documents of the file. The
 * format has no empty numbers with a reason, so a withheld figure is -9999999, declared user-missing and labelled, and a string variable repeats
 * the status. A program that ignores the declaration then gives an absurd sum, which is noticed, and not a slightly wrong one.
 * @see https://www.gnu.org/software/pspp/pspp-dev/html_node/System-File-Format.html
 */
import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { Text } from '../../../../survey-schema/text.ts'
import { basesText, type CellContent, linesBelow } from '../printed-grid.ts'
import { caseSetOf, type FileOrigin } from './block-csv.ts'
import { bilingual, inWords, type LongTable, longTable, statusText } from './long-table.ts'
import { atLeastLegend } from './missing-tokens.ts'
import { type SavVariable, savFile } from './sav-file.ts'
import { shortLabel, shortLabels } from './short-labels.ts'

export const WITHHELD = -9_999_999
export const NOT_APPLICABLE = -9_999_998
const WORDS = -9_999_997
const REASONS: readonly (readonly [value: number, words: Text])[] = [
  [WITHHELD, { ja: '秘匿', en: 'withheld' }],
  [NOT_APPLICABLE, { ja: '該当しえない', en: 'cannot occur' }],
  [WORDS, { ja: '文字', en: 'in words' }],
]

export function blockSav(block: PrintedBlock, origin: FileOrigin): Uint8Array {
  const long = longTable(block)
  const { dimensions, records, worded } = long
  const contents = records.map(({ content }) => content)
  const places = dimensions.map(({ lines }) => new Map(lines.map(({ code }, at) => [code, at + 1])))
  const variables: SavVariable[] = [
    ...dimensions.flatMap(({ name, words, lines }, at): SavVariable[] => [
      {
        kind: 'number',
        name,
        label: shortLabel(words),
        decimals: 0,
        labels: shortLabels(lines).map((label, place) => [place + 1, label] as const),
        missing: [],
        values: records.map((record) => places[at]!.get(record.lines[at]!.code) ?? 0),
      },
      { kind: 'text', name: `${name}_code`, label: `符号 / Code: ${name}`, values: records.map((record) => record.lines[at]!.code) },
    ]),
    {
      kind: 'number',
      name: 'cases',
      label: '事例数 / Cases',
      decimals: 0,
      labels: REASONS.map(([value, words]) => [value, bilingual(words)] as const),
      missing: REASONS.map(([value]) => value),
      values: contents.map(savFigure),
    },
    { kind: 'text', name: 'status', label: '公表状況 / Status', values: contents.map(statusText) },
    ...(worded
      ? [{ kind: 'text', name: 'in_words', label: '文字 / In words', values: contents.map((content) => inWords(content) ?? '') } as const]
      : []),
  ]
  const figures = new Set(contents.map(savFigure))
  const documents = (['ja', 'en'] as const).flatMap((language) => [
    block.caption[language],
    basesText(block, language),
    block.period[language],
    block.policyLine[language],
    ...REASONS.filter(([value]) => figures.has(value)).map(([value, words]) => `${value} = ${words[language]}`),
    ...atLeastLegend(contents).map((words) => words[language]),
    ...linesBelow(block, language),
  ])
  return savFile({
    label: `JNATIP ${origin.edition} ${caseSetOf(block)} ${origin.policy}${origin.fictional ? ' FICTIONAL' : ''}`,
    documents: [...documents, `SHA-256 ${block.checksum}`, ...wholeLabels(long)],
    variables,
  })
}

const savFigure = (content: CellContent): number =>
  'figure' in content ? content.figure : content.status === 'withheld' ? WITHHELD : content.status === 'text' ? WORDS : NOT_APPLICABLE

/** Labels that did not fit, whole: the variable, the value and both languages. */
const wholeLabels = ({ dimensions }: LongTable): readonly string[] =>
  dimensions.flatMap(({ name, words, lines }) => [
    ...(shortLabel(words) === bilingual(words) ? [] : [`${name}: ${bilingual(words)}`]),
    ...shortLabels(lines).flatMap((label, at) => (label === bilingual(lines[at]!) ? [] : [`${name} ${at + 1} = ${bilingual(lines[at]!)}`])),
  ])
