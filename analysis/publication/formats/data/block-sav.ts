/**
 * A block as an SPSS system file (.sav), with labels "日本語 / English". The format has no empty numbers with a reason, so a withheld figure is
 * -9999999, declared user-missing and labelled, and a string variable repeats the status. A program that ignores the declaration then gives an
 * absurd sum, which is noticed, and not a slightly wrong one.
 * @see https://www.gnu.org/software/pspp/pspp-dev/html_node/System-File-Format.html
 */
import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import { basesText, legendOf, linesBelow, printedGrid } from '../printed-grid.ts'
import { caseSetOf, type FileOrigin } from './block-csv.ts'
import { longTable, statusText } from './long-table.ts'
import { type SavVariable, savFile } from './sav-file.ts'

export const WITHHELD = -9_999_999
export const NOT_APPLICABLE = -9_999_998
const WORDS = -9_999_997

export function blockSav(block: PrintedBlock, origin: FileOrigin): Uint8Array {
  const { dimensions, records } = longTable(block)
  const places = dimensions.map(({ lines }) => new Map(lines.map(({ code }, at) => [code, at + 1])))
  const variables: SavVariable[] = [
    ...dimensions.flatMap(({ name, words, lines }, at): SavVariable[] => [
      {
        kind: 'number',
        name,
        label: both(words),
        decimals: 0,
        labels: lines.map((line, place) => [place + 1, both(line)] as const),
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
      labels: [
        [WITHHELD, '秘匿 / withheld'],
        [NOT_APPLICABLE, '該当しえない / cannot occur'],
        [WORDS, '文字 / in words'],
      ],
      missing: [WITHHELD, NOT_APPLICABLE, WORDS],
      values: records.map(({ content }) =>
        'figure' in content
          ? content.figure
          : content.status === 'withheld'
            ? WITHHELD
            : content.status === 'text'
              ? WORDS
              : NOT_APPLICABLE,
      ),
    },
    { kind: 'text', name: 'status', label: '公表状況 / Status', values: records.map(({ content }) => statusText(content)) },
    ...(records.some(({ content }) => content.status === 'text')
      ? [
          {
            kind: 'text',
            name: 'in_words',
            label: '文字 / In words',
            values: records.map(({ content }) => (content.status === 'text' ? both(content.words) : '')),
          } as const,
        ]
      : []),
  ]
  const documents = (['ja', 'en'] as const).flatMap((language) => [
    block.caption[language],
    basesText(block, language),
    block.period[language],
    block.policyLine[language],
    ...legendOf(printedGrid(block)).map((words) => words[language]),
    ...linesBelow(block, language),
  ])
  return savFile({
    label: `JNATIP ${origin.edition} ${caseSetOf(block)} ${origin.policy}${origin.fictional ? ' FICTIONAL' : ''}`,
    documents: [...documents, `SHA-256 ${block.checksum}`],
    variables,
  })
}

const both = ({ ja, en }: { readonly ja: string; readonly en: string }) => (ja === en ? ja : `${ja} / ${en}`)
