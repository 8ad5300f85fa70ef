/** Documents that are written from data: `npm run docs` writes them, a test compares them. */
import { partnerFilesDocument } from './partner-files-document.ts'
import { questionnaireDocument } from './questionnaire-document.ts'
import { tablePlanDocument } from './table-plan-document.ts'

export const GENERATED: Readonly<Record<string, () => string>> = {
  'docs/partner-files.md': partnerFilesDocument,
  'docs/questionnaire.md': questionnaireDocument,
  'docs/table-plan.md': tablePlanDocument,
}
