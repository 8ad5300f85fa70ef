/** A block as Parquet, with one row for each cell. A cell without a figure is null, and the column `status` says why. */
import { parquetWriteBuffer } from 'hyparquet-writer'
import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import { basesText, linesBelow } from '../printed-grid.ts'
import { caseSetOf, type FileOrigin } from './block-csv.ts'
import { figureOf, inWords, longTable, statusText } from './long-table.ts'

export function blockParquet(block: PrintedBlock, origin: FileOrigin): Uint8Array {
  const { dimensions, records, worded } = longTable(block)
  const text = (name: string, data: (string | null)[]) => ({ name, data, type: 'STRING' as const })
  const same = (name: string, value: string) =>
    text(
      name,
      Array.from({ length: records.length }, () => value),
    )
  const buffer = parquetWriteBuffer({
    columnData: [
      ...dimensions.flatMap(({ name }, at) => [
        text(
          name,
          records.map(({ lines }) => lines[at]!.code),
        ),
        text(
          `${name}_ja`,
          records.map(({ lines }) => lines[at]!.ja),
        ),
        text(
          `${name}_en`,
          records.map(({ lines }) => lines[at]!.en),
        ),
      ]),
      { name: 'cases', data: records.map(({ content }) => figureOf(content)), type: 'INT32' as const, nullable: true },
      text(
        'status',
        records.map(({ content }) => statusText(content)),
      ),
      ...(worded
        ? [
            text(
              'in_words',
              records.map(({ content }) => inWords(content)),
            ),
          ]
        : []),
      same('policy', origin.policy),
      same('edition', origin.edition),
      same('slice', caseSetOf(block)),
      same('checksum', block.checksum),
      same('fictional', origin.fictional ? 'yes' : 'no'),
    ],
    kvMetadata: (['ja', 'en'] as const).map((language) => ({
      key: `note_${language}`,
      value: [
        block.caption[language],
        basesText(block, language),
        block.period[language],
        block.policyLine[language],
        ...linesBelow(block, language),
      ].join('\n'),
    })),
  })
  return new Uint8Array(buffer)
}
