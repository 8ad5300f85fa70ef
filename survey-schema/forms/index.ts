/** Every form of the questionnaire that is text: its files by name, made from the questionnaire as data. */

import { LANGUAGE_IDS } from '../text.ts'
import { codebookHtml } from './codebook-html.ts'
import { codebookMarkdown } from './codebook-markdown.ts'
import { dataPackage, emptyFile, PACKAGE_FILES } from './data-package.ts'
import { ddiCodebook } from './ddi.ts'
import { submissionJsonSchema } from './json-schema.ts'
import { questionnaireXForm } from './xform.ts'

export interface TextFile {
  /** From the folder that is asked for, with `/` between folders. */
  readonly path: string
  readonly text: string
}

const laidOut = (value: object) => `${JSON.stringify(value, null, 2)}\n`

export const TEXT_FORMS = {
  xform: () => [{ path: 'case.xform.xml', text: questionnaireXForm() }],
  ddi: () => [{ path: 'case.ddi.xml', text: ddiCodebook() }],
  'json-schema': () => [{ path: 'case.schema.json', text: laidOut(submissionJsonSchema()) }],
  datapackage: () => [
    { path: 'datapackage/datapackage.json', text: laidOut(dataPackage()) },
    ...PACKAGE_FILES.map((file) => ({ path: `datapackage/${file.path}`, text: emptyFile(file) })),
  ],
  codebook: () =>
    LANGUAGE_IDS.flatMap((language) => [
      { path: `codebook.${language}.html`, text: codebookHtml(language) },
      { path: `codebook.${language}.md`, text: codebookMarkdown(language) },
    ]),
} as const satisfies Readonly<Record<string, () => readonly TextFile[]>>
