/**
 * Our CSV as a Frictionless Data Package 2.0: cases and the two groups, with the columns that the reader of our own files
 * takes. States are missing values with a label, codes stand as categories or, joined with `;`, as a pattern.
 */
import { answerCodes } from '../answers/answer-codes.ts'
import { COLUMNS, GROUP_ROWS } from '../answers/columns.ts'
import { type KnownQuestion, QUESTIONNAIRE_VERSION, questionById } from '../questionnaire/index.ts'
import type { Group } from '../questionnaire/question.ts'
import { FIRST_YEAR, LAST_YEAR } from '../variables/places.ts'
import { conditionWords } from './conditions.ts'
import { codesOf, GROUPS, LIST_NAMES, statesOf } from './offered.ts'
import { GROUP_WORDS, TITLE } from './words.ts'

type Descriptor = Readonly<Record<string, unknown>>

/** A file of the package: its name, and its columns in order. */
export interface PackageFile {
  readonly name: 'cases' | Group
  readonly path: string
  readonly columns: readonly string[]
}

const KEY = 'partner_case_key'
const ROW = 'row_no'

const columnsOf = (group: Group | null) => [...new Set(COLUMNS.filter((column) => column.group === group).map((column) => column.question))]

export const PACKAGE_FILES: readonly PackageFile[] = [
  { name: 'cases', path: 'cases.csv', columns: [KEY, ...columnsOf(null)] },
  ...GROUPS.map((group) => ({ name: group, path: `${group}.csv`, columns: [KEY, ROW, ...columnsOf(group)] })),
]

/** A file with its heading and no case. */
export const emptyFile = ({ columns }: PackageFile): string => `${columns.join(',')}\r\n`

export const dataPackage = (): Descriptor => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: 'jnatip-cases',
  title: `${TITLE.en} / ${TITLE.ja}`,
  version: QUESTIONNAIRE_VERSION,
  description:
    'One row is one case; parts of journeys and steps to help are rows of two further files. / 1行が1事例。移動の区間と支援までの段階は別の2ファイルに記す。',
  resources: PACKAGE_FILES.map(resource),
})

function resource(file: PackageFile): Descriptor {
  const words = file.name === 'cases' ? { en: 'Cases', ja: '事例' } : GROUP_WORDS[file.name]
  return {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    name: file.name,
    path: file.path,
    type: 'table',
    title: `${words.en} / ${words.ja}`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json', header: true, delimiter: ',', lineTerminator: '\r\n' },
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: file.columns.map((column) =>
        column === ROW ? rowNumber(file.name as Group) : field(questionById(column) as KnownQuestion, file.name),
      ),
      missingValues: [''],
      ...(file.name === 'cases'
        ? { primaryKey: [KEY] }
        : { primaryKey: [KEY, ROW], foreignKeys: [{ fields: [KEY], reference: { resource: 'cases', fields: [KEY] } }] }),
    },
  }
}

const rowNumber = (group: Group): Descriptor => ({
  name: ROW,
  type: 'integer',
  title: 'Position, from 1; 0 alone says that there was none / 順番（1から。行が全くない場合は0のみ）',
  constraints: { required: true, minimum: 0, maximum: GROUP_ROWS[group] },
})

function field(question: KnownQuestion, file: PackageFile['name']): Descriptor {
  const { id, type, en, ja, askIf, list } = question
  const words = askIf ? conditionWords(askIf, (name) => ({ en: name, ja: name })) : null
  const states = statesOf(question)
  return {
    name: id,
    ...typed(question, file),
    title: `${en} / ${ja}`,
    ...(words ? { description: `Asked when ${words.en}. / 条件：${words.ja}。` } : {}),
    ...(list ? { list: LIST_NAMES[list] } : {}),
    ...(states.length > 0 && type !== 'text'
      ? { missingValues: [{ value: '', label: 'No answer given / 回答なし' }, ...states.map(labelled)] }
      : {}),
  }
}

const labelled = ({ code, en, ja }: { readonly code: string; readonly en: string; readonly ja: string }) => ({
  value: code,
  label: `${en} / ${ja}`,
})

/** What hangs on a condition may be empty even where it is required. */
function typed(question: KnownQuestion, file: PackageFile['name']): Descriptor {
  const required = question.required && question.askIf === null && !question.reserved ? { required: true } : {}
  const { codes } = answerCodes(question.id)
  switch (question.type) {
    case 'single':
      return { type: 'string', categories: codesOf(question).map(labelled), constraints: { ...required, enum: codes } }
    case 'multiple': {
      const one = `(${codes.join('|')})`
      return {
        type: 'string',
        delimiter: ';',
        codes: codesOf(question).map(labelled),
        constraints: { ...required, pattern: `^(;|${one}(;${one})*)$` },
      }
    }
    case 'date_precision':
      return { type: 'year', constraints: { ...required, minimum: String(FIRST_YEAR), maximum: String(LAST_YEAR) } }
    case 'text':
      return { type: 'string', constraints: { ...required, ...(file === 'cases' ? { unique: true } : {}), maxLength: question.max ?? 1 } }
  }
}
