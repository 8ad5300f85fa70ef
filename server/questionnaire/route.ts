/** The questionnaire as data, in English and Japanese, so that partners' own systems can ask the same questions. */
import { Hono } from 'hono'
import { COUNTRIES } from '../../survey-schema/lists/countries.ts'
import { PREFECTURES } from '../../survey-schema/lists/prefectures.ts'
import { NOT_APPLICABLE, RESERVED } from '../../survey-schema/question.ts'
import { QUESTIONNAIRE_VERSION, SECTIONS } from '../../survey-schema/questionnaire/index.ts'

const text = JSON.stringify({
  schema: 'jnatip-questionnaire/1',
  version: QUESTIONNAIRE_VERSION,
  reserved: RESERVED,
  writtenByPlatform: NOT_APPLICABLE,
  lists: {
    iso3166_1_alpha2: COUNTRIES.map(({ code, en, ja }) => ({ code, en, ja })),
    jis_x_0401: PREFECTURES.map(({ code, en, ja }) => ({ code, en, ja })),
  },
  sections: SECTIONS,
})

export const questionnaire = () => new Hono().get('/questionnaire', (c) => c.body(text, 200, { 'Content-Type': 'application/json' }))
