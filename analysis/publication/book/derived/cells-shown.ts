/** Table 14.2: for each printed table how many of its cells show a figure and how many are withheld. Cells that cannot occur are not counted. */

import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import { text } from '../../../../survey-schema/text.ts'
import { cellAt } from '../../released-cells.ts'
import { PLAN } from '../plan/plan.ts'
import { releasedBlocks } from '../planned-blocks.ts'
import { editionsOf, type PublishedEditions } from '../published-editions.ts'
import { type DerivedRow, derivedBlock, sameInBoth, textCell } from './derived-block.ts'

export function cellsShown(published: PublishedEditions, number: string) {
  const rows = PLAN.flatMap(({ tables }) => tables).flatMap((table): DerivedRow[] => {
    const cells = table.later ? [] : releasedBlocks(published, table).flatMap(cellsOf)
    const shown = cells.filter((cell) => 'figure' in cell).length
    const withheld = cells.filter(({ status }) => status === 'withheld').length
    if (shown + withheld === 0) return []
    const percent = Math.floor((100 * shown) / (shown + withheld))
    return [
      {
        line: { code: table.number, ja: `表${table.number}　${table.title.ja}`, en: `Table ${table.number} ${table.title.en}` },
        cells: [String(shown), String(withheld), `${percent}%`].map((text) => textCell(sameInBoth(text))),
      },
    ]
  })
  return [
    derivedBlock(
      published,
      {
        number,
        caption: text('表ごとの公表セルと秘匿セル', 'Cells shown and withheld, table by table'),
        caseSets: editionsOf(published),
        notes: [text('印刷したセルの数で、人数ではない。', 'Cells as printed, not persons.')],
      },
      [text('表', 'Table'), text('示したセル', 'Shown'), text('秘匿したセル', 'Withheld'), text('示した割合', 'Share shown')],
      rows,
    ),
  ]
}

function cellsOf(block: PrintedBlock): readonly ReleasedCell[] {
  if (block.kind !== 'table') return []
  const { table, rowAxis, rows, columns } = block
  return rows.flatMap((row) => (columns.length === 0 ? [0] : columns).map((column) => cellAt(table, rowAxis, row, column)))
}
