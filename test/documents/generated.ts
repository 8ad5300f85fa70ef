/** Documents that are written from data: `npm run docs` writes them, a test compares them. */
import { questionnaireDocument } from './questionnaire-document.ts'
import { tablePlanDocument } from './table-plan-document.ts'

export const GENERATED: Readonly<Record<string, () => string>> = {
  'docs/questionnaire.md': questionnaireDocument,
  'docs/table-plan.md': tablePlanDocument,
}
