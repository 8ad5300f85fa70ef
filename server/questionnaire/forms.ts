/** The questionnaire in its other forms, as they go out over HTTP. */

import { WORKBOOK_TYPE } from '../../analysis/publication/formats/office/spreadsheet.ts'
import { workbook } from '../../analysis/publication/formats/office/workbook.ts'
import { codebookMarkdown } from '../../survey-schema/forms/codebook-markdown.ts'
import { dataPackage } from '../../survey-schema/forms/data-package.ts'
import { ddiCodebook } from '../../survey-schema/forms/ddi.ts'
import { submissionJsonSchema } from '../../survey-schema/forms/json-schema.ts'
import { questionnaireXForm } from '../../survey-schema/forms/xform.ts'
import { questionnaireXlsForm } from '../../survey-schema/forms/xls-form.ts'
import type { Language } from '../../survey-schema/text.ts'

export const SERVED_FORMS = {
  'json-schema': { type: 'application/schema+json', make: () => JSON.stringify(submissionJsonSchema()) },
  datapackage: { type: 'application/json', make: () => JSON.stringify(dataPackage()) },
  ddi: { type: 'application/xml', make: () => ddiCodebook() },
  xform: { type: 'application/xml', make: () => questionnaireXForm() },
  xlsform: { type: WORKBOOK_TYPE, file: 'case.xlsform.xlsx', make: () => workbook(questionnaireXlsForm()) },
  codebook: {
    type: 'text/markdown; charset=utf-8',
    languages: true,
    make: (language: Language) => codebookMarkdown(language),
  },
} as const
