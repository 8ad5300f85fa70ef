/** Which form of the questionnaire is asked for, judged by its name alone. */

import { ProblemError } from '../../survey-schema/problem.ts'
import type { Language } from '../../survey-schema/text.ts'

export const SERVED_FORMATS = ['json-schema', 'datapackage', 'ddi', 'xform', 'xlsform', 'codebook'] as const
export type ServedFormat = (typeof SERVED_FORMATS)[number]

export interface ServedForm {
  readonly type: string
  /** The name under which it is kept, for what no browser shows. */
  readonly file?: string
  /** There is one for each language; any other form holds both. */
  readonly languages?: true
  readonly make: (language: Language) => string | Uint8Array
}

export interface MadeForm {
  readonly body: string | Uint8Array
  readonly etag: string
}

/** `format` null is the questionnaire as our own data. @throws ProblemError 'invalid-request' */
export function questionnaireRequest(query: URLSearchParams): { readonly format: ServedFormat | null; readonly language: Language } {
  const asked = (name: string) => {
    const values = query.getAll(name)
    if (values.length > 1) throw refused(`/${name}`, 'given_twice')
    return values[0]
  }
  for (const name of query.keys()) if (name !== 'format' && name !== 'lang') throw refused('', 'unknown_parameter')
  const [format, language] = [asked('format') ?? 'json', asked('lang') ?? 'ja']
  const form = SERVED_FORMATS.find((known) => known === format) ?? null
  if (form === null && format !== 'json') throw refused('/format', 'unknown_value')
  if (language !== 'ja' && language !== 'en') throw refused('/lang', 'unknown_value')
  return { format: form, language }
}

const refused = (pointer: string, rule: string) => new ProblemError('invalid-request', [{ pointer, rule }])
