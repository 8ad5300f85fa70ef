/** The faces of the questionnaire as they go out over HTTP. */
import { codebookMarkdown } from '../../survey-schema/faces/codebook-markdown.ts'
import { dataPackage } from '../../survey-schema/faces/data-package.ts'
import { ddiCodebook } from '../../survey-schema/faces/ddi.ts'
import { submissionJsonSchema } from '../../survey-schema/faces/json-schema.ts'
import { questionnaireXForm } from '../../survey-schema/faces/xform.ts'
import { questionnaireXlsForm } from '../../survey-schema/faces/xls-form.ts'
import { WORKBOOK_TYPE } from '../../survey-schema/writing/spreadsheet.ts'
import { workbook } from './workbook.ts'

export const FACES = {
  'json-schema': { type: 'application/schema+json', make: () => JSON.stringify(submissionJsonSchema()) },
  datapackage: { type: 'application/json', make: () => JSON.stringify(dataPackage()) },
  ddi: { type: 'application/xml', make: () => ddiCodebook() },
  xform: { type: 'application/xml', make: () => questionnaireXForm() },
  xlsform: { type: WORKBOOK_TYPE, file: 'case.xlsform.xlsx', make: () => workbook(questionnaireXlsForm()) },
  codebook: {
    type: 'text/markdown; charset=utf-8',
    languages: true,
    make: (language: 'ja' | 'en') => codebookMarkdown(language),
  },
} as const
