/** The questionnaire as data, so that partners' own systems can ask the same questions, and in the forms of tools that others keep. */
import { Hono } from 'hono'
import * as z from 'zod'
import { COUNTRIES } from '../../survey-schema/lists/countries.ts'
import { PREFECTURES } from '../../survey-schema/lists/prefectures.ts'
import { QUESTIONNAIRE_VERSION, SECTIONS } from '../../survey-schema/questionnaire/index.ts'
import { NOT_APPLICABLE, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import { BINARY, operation, UNCHANGED } from '../http/operation.ts'
import type { PublicAnswers } from '../http/public-answers.ts'
import { validated } from '../http/validated.ts'
import { QuestionnaireQuery, type ServedForm, type ServedFormat } from './request.ts'

const data: ServedForm = {
  type: 'application/json',
  make: () =>
    JSON.stringify({
      schema: 'jnatip-questionnaire/1',
      version: QUESTIONNAIRE_VERSION,
      reserved: RESERVED,
      writtenByPlatform: NOT_APPLICABLE,
      lists: {
        iso3166_1_alpha2: COUNTRIES.map(({ code, en, ja }) => ({ code, en, ja })),
        jis_x_0401: PREFECTURES.map(({ code, en, ja }) => ({ code, en, ja })),
      },
      sections: SECTIONS,
    }),
}

interface Needs {
  readonly answers: PublicAnswers
  readonly forms: Readonly<Record<ServedFormat, ServedForm>>
  /** Of what is sent, hexadecimal. */
  readonly digest: (body: string | Uint8Array) => string
}

interface MadeForm {
  readonly body: string | Uint8Array
  readonly tag: string
}

const AnyObject = z.object({}).loose()

/** Each form is made at the first request for it. */
export const questionnaire = ({ forms, answers, digest }: Needs) => {
  const made = new Map<string, MadeForm>()
  return new Hono().get(
    '/questionnaire',
    operation({
      id: 'questionnaire',
      tag: 'questionnaire',
      summary: 'The questionnaire as data, in English and Japanese, and in the forms of others',
      answers: {
        200: {
          description: 'All sections, questions, codes and conditions.',
          headers: { ETag: 'Changes with the questionnaire alone.' },
          content: {
            'application/json': AnyObject,
            'application/schema+json': AnyObject,
            'application/xml': z.string(),
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': BINARY,
            'text/markdown': z.string(),
          },
        },
        304: UNCHANGED,
      },
    }),
    validated('query', QuestionnaireQuery),
    (c) => {
      const { format, lang } = c.req.valid('query')
      const form = format === 'json' ? data : forms[format]
      const key = `${format} ${form.languages ? lang : ''}`
      let found = made.get(key)
      if (!found) {
        const body = form.make(lang)
        found = { body, tag: digest(body) }
        made.set(key, found)
      }
      const { body, tag } = found
      const headers = { 'Content-Type': form.type, ...(form.file ? { 'Content-Disposition': `attachment; filename="${form.file}"` } : {}) }
      const address = `/api/v1/questionnaire?format=${format}${form.languages ? `&lang=${lang}` : ''}`
      return answers.fixed(c.req.raw.headers, address, () => ({ tag, headers, make: () => body }))
    },
  )
}
