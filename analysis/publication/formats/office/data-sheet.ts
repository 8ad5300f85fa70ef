/** The cells of blocks one below the other, for filters, pivot tables and programs: codes and names of the lines, figure, share, bounds, status. */
import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { Text } from '../../../../survey-schema/text.ts'
import { bilingual, inWords, type LongRecord, type LongTable, longTable, statusText } from '../data/long-table.ts'
import { csvFigure, MISSING, missingLegend } from '../data/missing-tokens.ts'
import { ofHundred } from './sheet-columns.ts'
import { sheetName } from './sheet-names.ts'
import { styled } from './sheet-text.ts'
import type { SheetCell, Worksheet } from './worksheet.ts'

/** What the sheet says otherwise than print. */
export const DATA_NOTES: readonly Text[] = [
  {
    ja: `シート「データ」：${missingLegend()
      .map((words) => words.ja)
      .join('、')}。割合の . は、割合を示さない欄（集計対象そのもの、集計対象が秘匿または少数）`,
    en: `Sheet “Data”: ${missingLegend()
      .map((words) => words.en)
      .join(', ')}; of a share: none is given, because the line is the base, or the base is withheld or too small`,
  },
]

const FIGURES: readonly string[] = ['cases', 'share', 'lower', 'upper', 'status']
/** A tree of journeys has three steps; no table has more variables than two. */
const MOST_LINES = 3

/** Every cell of one block, under the names of its variables. */
export function blockDataSheet(block: PrintedBlock): Worksheet {
  const long = longTable(block)
  return sheet(
    long.dimensions.flatMap(({ name }) => [name, `${name}_ja`, `${name}_en`]),
    long.records.map((record) => [...lineCells(record, long.dimensions.length), ...figureCells(record)]),
    long.worded,
  )
}

/** Every cell of every block, each under the name of the sheet that prints it. */
export function bookDataSheet(blocks: readonly PrintedBlock[], names: ReadonlyMap<string, string>): Worksheet {
  const heads = Array.from({ length: MOST_LINES }, (_, at) => `line_${at + 1}`).flatMap((name) => [name, `${name}_ja`, `${name}_en`])
  const rows = blocks.flatMap((block) => {
    const { dimensions, records } = longTable(block)
    const table = [styled(names.get(block.id)!, 'plain'), styled(variables(dimensions), 'plain')]
    return records.map((record) => [...table, ...lineCells(record, MOST_LINES), ...figureCells(record)])
  })
  return sheet(['sheet', 'variables', ...heads], rows, true)
}

const variables = (dimensions: LongTable['dimensions']) => dimensions.map(({ words }) => bilingual(words)).join(' × ')

function sheet(heads: readonly string[], rows: Worksheet['rows'], worded: boolean): Worksheet {
  const figures = worded ? [...FIGURES, 'in_words'] : FIGURES
  return {
    name: sheetName('データ Data'),
    frozen: 1,
    print: { headRow: 1 },
    widths: [...heads.map((name) => (/_(ja|en)$|^variables$/.test(name) ? 24 : 16)), ...figures.map(() => 12)],
    rows: [[...heads, ...figures].map((name) => styled(name, 'heading')), ...rows],
  }
}

const lineCells = ({ lines }: LongRecord, count: number): readonly SheetCell[] =>
  Array.from({ length: count }, (_, at) => lines[at]).flatMap((line) =>
    line ? [styled(line.code, 'plain'), styled(line.ja, 'plain'), styled(line.en, 'plain')] : [null, null, null],
  )

function figureCells({ content, share }: LongRecord): readonly SheetCell[] {
  const figure = csvFigure(content)
  const none = MISSING[content.status === 'withheld' ? 'withheld' : 'not_applicable'].token
  return [
    typeof figure === 'number' ? { value: figure, style: 'figure' } : styled(figure, 'figure'),
    ...(['percent', 'low', 'high'] as const).map((key) =>
      share ? ({ value: ofHundred(share[key]), style: 'percent' } as const) : styled(none, 'percent'),
    ),
    styled(statusText(content), 'plain'),
    styled(inWords(content) ?? '', 'plain'),
  ]
}
