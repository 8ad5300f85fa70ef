/** The files that stand at the address of a table, in both languages: its cells, its codes, what a program must know of both, and all of it together. */
import { archive } from '../../analysis/publication/formats/archive.ts'
import { blockLongCsv, type FileOrigin, notesText } from '../../analysis/publication/formats/data/block-csv.ts'
import { codesCsv } from '../../analysis/publication/formats/data/codes-csv.ts'
import { csvwMetadata } from '../../analysis/publication/formats/data/csvw-metadata.ts'
import { pandasRecipe, rRecipe } from '../../analysis/publication/formats/data/recipes.ts'
import { requestedJourneys, requestedTable } from '../../analysis/publication/formats/requested-block.ts'
import type { PrintedBlock } from '../../survey-schema/release/book.ts'
import type { ReleasedJourneys, ReleasedTable } from '../../survey-schema/release/released-table.ts'
import type { FileContext } from './route.ts'
import { CSV } from './writers.ts'

type Content = Uint8Array<ArrayBuffer> | string

interface TableFile {
  readonly type: string
  readonly write: (block: PrintedBlock, origin: FileOrigin, id: string) => Content
}

const metadata: TableFile['write'] = (block, origin, id) =>
  `${JSON.stringify(csvwMetadata(block, origin, { table: `${id}.csv`, codes: `${id}.codes.csv` }), null, 1)}\n`

/** By ending. */
export const TABLE_FILES = {
  csv: { type: CSV, write: (block, origin) => blockLongCsv(block, origin) },
  'codes.csv': { type: CSV, write: (block) => codesCsv(block) },
  'metadata.json': { type: 'application/csvm+json', write: metadata },
  zip: {
    type: 'application/zip',
    write: (block, origin, id) =>
      archive(
        new Map([
          [`${id}.csv`, blockLongCsv(block, origin)],
          [`${id}.codes.csv`, codesCsv(block)],
          [`${id}.metadata.json`, metadata(block, origin, id)],
          [`${id}.txt`, `${notesText(block)}\r\nR: ${rRecipe(`${id}.csv`)}\r\nPython: ${pandasRecipe(`${id}.csv`)}\r\n`],
        ]),
      ) as Uint8Array<ArrayBuffer>,
  },
} as const satisfies Readonly<Record<string, TableFile>>

export type TableFileEnding = keyof typeof TABLE_FILES

/** @param released a table, or the tree of journeys */
export function tableFile(ending: TableFileEnding, released: ReleasedTable | ReleasedJourneys, context: FileContext, id: string): Content {
  const origin = { edition: context.edition, policy: released.policy, fictional: context.fictional }
  const block = 'origins' in released ? requestedJourneys(released, context) : requestedTable(released, context)
  return TABLE_FILES[ending].write(block, origin, id)
}
