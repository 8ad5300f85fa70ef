/** A released table in its formats, for the description of the API. */
import * as z from 'zod'
import { BINARY } from '../http/operation.ts'

const Dataset = z
  .object({
    version: z.literal('2.0'),
    class: z.literal('dataset'),
    id: z.array(z.string()),
    size: z.array(z.int()),
    dimension: z.record(z.string(), z.unknown()),
    value: z.array(z.number().nullable()),
    status: z.record(z.string(), z.string().describe('withheld, not_applicable, sum, or at_least_N_of_M.')),
    extension: z.record(z.string(), z.unknown()),
  })
  .loose()
  .meta({ id: 'Dataset', description: 'JSON-stat 2.0. A withheld cell is null with the status `withheld`.' })

const AskedTable = z
  .object({ imprint: z.object({}).loose(), block: z.object({}).loose() })
  .meta({ id: 'AskedTable', description: 'With `format=block`: the table as the book would print it, in both languages.' })

const CsvwColumn = z.object({ name: z.string(), titles: z.string(), datatype: z.union([z.string(), z.object({}).loose()]) }).loose()
const CsvwTable = z
  .object({ url: z.string(), tableSchema: z.object({ columns: z.array(CsvwColumn), primaryKey: z.array(z.string()) }).loose() })
  .loose()
const CsvwMetadata = z
  .object({ '@context': z.array(z.unknown()), tables: z.array(CsvwTable) })
  .loose()
  .meta({ id: 'CsvwMetadata', description: 'CSV on the Web: columns, types and the tokens of missing values.' })

export const TABLE_FILE_CONTENT = { 'text/csv': z.string(), 'application/csvm+json': CsvwMetadata, 'application/zip': BINARY } as const

export const TABLE_CONTENT = {
  'application/json': z.union([Dataset, AskedTable]),
  'text/csv': z.string(),
  'text/markdown': z.string(),
  'application/x-latex': z.string(),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': BINARY,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': BINARY,
  'application/x-spss-sav': BINARY,
  'application/x-stata-dta': BINARY,
  'application/vnd.apache.parquet': BINARY,
} as const
