/**
 * A request for a table, judged by its form alone before anything is looked up. However it is put, there is one address
 * for it, to which all others lead.
 */

import * as z from 'zod'
import { askFor } from '../../analysis/catalogue/grammar.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Language } from '../../survey-schema/text.ts'
import { language } from '../http/parameters.ts'
import { WordedProblem } from '../http/problem.ts'
import { oneOf } from '../http/validated.ts'

export const FORMATS = [
  'json-stat',
  'csv',
  'csv-long',
  'csv-wide',
  'csv-excel',
  'xlsx',
  'docx',
  'sav',
  'dta',
  'parquet',
  'markdown',
  'latex',
  'block',
] as const
export type TableFormat = (typeof FORMATS)[number]

/** In the order in which they are judged. */
const Values = z.strictObject({
  lang: language.describe('Of the file and of a refusal.'),
  format: oneOf(FORMATS, 'json-stat').describe(
    '`json-stat` is JSON-stat 2.0, `block` the table as the book would print it, in both languages.',
  ),
  rows: z.string('required').min(1, 'required').describe('`VAR[@level]`'),
  columns: z.string().optional().describe('`VAR[@level]`, or two of them for the tree of journeys.'),
  slice: z
    .string()
    .optional()
    .describe('The edition of the path (single tables), the volume that holds it (crosstabs), or `all`: the sum of what was published.'),
})

/** Names and values without their case; a name that is unknown or comes twice is refused, or a slip would ask for another table. */
export const TableQuery = z.preprocess((query, { addIssue }) => {
  const values = new Map<string, string>()
  for (const [given, value] of Object.entries(query as Readonly<Record<string, string | readonly string[]>>)) {
    const name = given.trim().toLowerCase()
    const rule = !Object.hasOwn(Values.shape, name)
      ? 'unknown_parameter'
      : values.has(name) || typeof value !== 'string'
        ? 'given_twice'
        : null
    if (rule) {
      addIssue({ code: 'custom', message: rule, path: rule === 'given_twice' ? [name] : [] })
      return z.NEVER
    }
    values.set(name, String(value).normalize('NFKC').toLowerCase().replaceAll(/\s/g, ''))
  }
  return Object.fromEntries(values)
}, Values)
type TableQuery = z.output<typeof TableQuery>

export interface TableRequest {
  /** Name of the table: its axes joined by commas. */
  readonly id: string
  readonly slice: string
  readonly language: Language
  readonly format: TableFormat
  /** Path and query under which this very answer is known. */
  readonly address: string
}

/** @param volume that holds the edition's crosstabs, if they are published @throws ProblemError 'unknown-variable' or 'refused-table' */
export function tableRequest(
  edition: string,
  { rows, columns, slice: asked, lang, format }: TableQuery,
  volume: string | null,
): TableRequest {
  const judged = askFor({ rows, columns: columns || null })
  if (judged.kind === 'unknown') throw new ProblemError('unknown-variable', [{ pointer: `/${judged.parameter}`, rule: 'unknown_variable' }])
  if (judged.kind === 'refused') throw new WordedProblem('refused-table', judged[lang], [{ pointer: '/columns', rule: judged.rule }])
  const slice = asked || (judged.axes.length === 1 ? edition : (volume ?? edition))
  const [first, ...others] = judged.axes.map(({ variable, level }) => `${variable}@${level}`)
  const canonical = [
    `rows=${first}`,
    ...(others.length > 0 ? [`columns=${others.join(',')}`] : []),
    `slice=${encodeURIComponent(slice)}`,
    `lang=${lang}`,
    `format=${format}`,
  ]
  return {
    id: judged.id,
    slice,
    language: lang,
    format,
    address: `/api/v1/editions/${encodeURIComponent(edition)}/tables?${canonical.join('&')}`,
  }
}
