/**
 * A request for a table, judged by its form alone before anything is looked up. However it is put, there is one address
 * for it, to which all others lead.
 */

import { askFor } from '../../analysis/catalogue/grammar.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Language } from '../../survey-schema/text.ts'
import { WordedProblem } from '../http/problem.ts'

export const FORMATS = ['json-stat', 'csv', 'csv-long', 'csv-wide', 'xlsx', 'docx', 'sav', 'parquet', 'markdown', 'latex', 'block'] as const
export type Format = (typeof FORMATS)[number]
/** In the order of the canonical address. */
const PARAMETERS = ['rows', 'columns', 'slice', 'lang', 'format'] as const
type Parameter = (typeof PARAMETERS)[number]

export interface TableRequest {
  /** Name of the table: its axes joined by commas. */
  readonly id: string
  readonly slice: string
  readonly language: Language
  readonly format: Format
  /** Path and query under which this very answer is known. */
  readonly address: string
}

/** @param volume that holds the edition's crosstabs, if they are published @throws ProblemError 'unknown-variable' or 'refused-table' */
export function tableRequest(edition: string, query: URLSearchParams, volume: string | null): TableRequest {
  const asked = readParameters(query)
  const language = oneOf(['ja', 'en'] as const, asked.get('lang') ?? 'ja', '/lang')
  const format = oneOf(FORMATS, asked.get('format') ?? 'json-stat', '/format')
  const rows = asked.get('rows')
  if (!rows) throw new ProblemError('unknown-variable', [{ pointer: '/rows', rule: 'required' }])
  const judged = askFor({ rows, columns: asked.get('columns') || null })
  if (judged.kind === 'unknown') throw new ProblemError('unknown-variable', [{ pointer: `/${judged.parameter}`, rule: 'unknown_variable' }])
  if (judged.kind === 'refused') throw new WordedProblem('refused-table', judged[language], [{ pointer: '/columns', rule: judged.rule }])
  const slice = asked.get('slice') || (judged.axes.length === 1 ? edition : (volume ?? edition))
  const [first, ...others] = judged.axes.map(({ variable, level }) => `${variable}@${level}`)
  const query_ = [
    `rows=${first}`,
    ...(others.length > 0 ? [`columns=${others.join(',')}`] : []),
    `slice=${encodeURIComponent(slice)}`,
    `lang=${language}`,
    `format=${format}`,
  ]
  return { id: judged.id, slice, language, format, address: `/api/v1/editions/${encodeURIComponent(edition)}/tables?${query_.join('&')}` }
}

/** Names and values without their case; a name that is unknown or comes twice is refused, or a slip would ask for another table. */
function readParameters(query: URLSearchParams): ReadonlyMap<Parameter, string> {
  const asked = new Map<Parameter, string>()
  for (const [name, value] of query) {
    const parameter = PARAMETERS.find((known) => known === name.trim().toLowerCase())
    if (!parameter) throw new ProblemError('unknown-variable', [{ pointer: '', rule: 'unknown_parameter' }])
    if (asked.has(parameter)) throw new ProblemError('unknown-variable', [{ pointer: `/${parameter}`, rule: 'given_twice' }])
    asked.set(parameter, value.normalize('NFKC').toLowerCase().replaceAll(/\s/g, ''))
  }
  return asked
}

function oneOf<Value extends string>(values: readonly Value[], asked: string, pointer: string): Value {
  const found = values.find((value) => value === asked)
  if (!found) throw new ProblemError('unknown-variable', [{ pointer, rule: 'unknown_value' }])
  return found
}
