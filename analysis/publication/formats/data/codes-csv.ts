/** The codes of a long table as a CSV of their own: each line of each variable in order, with its part in the table and its names. */
import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import { csvText } from './csv-text.ts'
import { longTable } from './long-table.ts'

export const CODE_COLUMNS = ['variable', 'code', 'role', 'ja', 'en'] as const

export const codesCsv = (block: PrintedBlock): string =>
  csvText([
    CODE_COLUMNS,
    ...longTable(block).dimensions.flatMap(({ name, lines }) =>
      lines.map(({ code, role, ja, en }) => [name, code, role ?? 'value', ja, en]),
    ),
  ])
