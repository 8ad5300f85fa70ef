/** In which form the questionnaire is asked for. */
import * as z from 'zod'
import type { Language } from '../../survey-schema/text.ts'
import { language } from '../http/parameters.ts'
import { oneOf } from '../http/validated.ts'

export const SERVED_FORMATS = ['json-schema', 'datapackage', 'ddi', 'xform', 'xlsform', 'codebook'] as const
export type ServedFormat = (typeof SERVED_FORMATS)[number]

/** The questionnaire in another form, for tools that others keep. */
export interface ServedForm {
  readonly type: string
  /** The name under which it is kept, for what no browser shows. */
  readonly file?: string
  /** There is one for each language; any other form holds both. */
  readonly languages?: true
  readonly make: (language: Language) => string | Uint8Array
}

export const QuestionnaireQuery = z.strictObject({
  format: oneOf(['json', ...SERVED_FORMATS], 'json').describe(
    '`json` is our own, `json-schema` is that of a submission, `datapackage` is Frictionless for our CSV, `ddi` is Codebook 2.6, `codebook` is Markdown.',
  ),
  lang: language.describe('Of the codebook; every other form holds both languages.'),
})
