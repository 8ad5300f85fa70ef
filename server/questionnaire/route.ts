/** The questionnaire as data, so that partners' own systems can ask the same questions, and its forms for tools that others keep. */
import { Hono } from 'hono'
import { COUNTRIES } from '../../survey-schema/lists/countries.ts'
import { PREFECTURES } from '../../survey-schema/lists/prefectures.ts'
import { QUESTIONNAIRE_VERSION, SECTIONS } from '../../survey-schema/questionnaire/index.ts'
import { NOT_APPLICABLE, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import { type MadeForm, questionnaireRequest, type ServedForm, type ServedFormat } from './request.ts'

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
  readonly forms: Readonly<Record<ServedFormat, ServedForm>>
  /** Of what is sent, hexadecimal. */
  readonly digest: (body: string | Uint8Array) => string
}

/** Each form is made at the first request for it. */
export const questionnaire = ({ forms, digest }: Needs) => {
  const made = new Map<string, MadeForm>()
  return new Hono().get('/questionnaire', (c) => {
    const { format, language } = questionnaireRequest(new URL(c.req.url).searchParams)
    const form = format === null ? data : forms[format]
    const key = `${format} ${form.languages ? language : ''}`
    let found = made.get(key)
    if (!found) {
      const body = form.make(language)
      found = { body, etag: `"${digest(body)}"` }
      made.set(key, found)
    }
    const headers = { ETag: found.etag }
    if (holdsAlready(c.req.header('If-None-Match'), found.etag)) return c.body(null, 304, headers)
    return c.body(found.body as string, 200, {
      ...headers,
      'Content-Type': form.type,
      ...(form.file ? { 'Content-Disposition': `attachment; filename="${form.file}"` } : {}),
    })
  })
}

const holdsAlready = (header: string | undefined, etag: string) =>
  (header ?? '').split(',').some((entry) => ['*', etag].includes(entry.trim().replace(/^W\//, '')))
