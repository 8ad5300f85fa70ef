/** Cases written down as tools of the ODK family export our form: a workbook, tables of text, XML under a root of the tool's own. */
import { type FormItem, type FormQuestion, questionnaireForm } from '../../survey-schema/forms/form.ts'
import { element, xmlDocument } from '../../survey-schema/forms/xml.ts'
import type { Group } from '../../survey-schema/questionnaire/question.ts'
import type { Submission } from './records.ts'
import { formNodes, formText, stepsState } from './xform-instance.ts'

type Answers = Readonly<Record<string, unknown>>
export type Case = Pick<Submission, 'answers' | 'groups'>
export type TableOfText = readonly (readonly string[])[]

const FORM = questionnaireForm()
const GROUPS: readonly Group[] = ['route_legs', 'contact_steps']

/** How several answers of one question stand: in one column, in one column each, or in both. */
export type Several = 'joined' | 'split' | 'both'
export interface ExportStyle {
  /** Between groups, question and code; null where groups are left away. */
  readonly between: '/' | '-' | '.' | null
  readonly several: Several
  /** Words of a language for headings and answers, or the names of the form. */
  readonly words?: 'en' | 'ja'
}

interface Column {
  readonly heading: string
  text(from: Answers, state: string): string
}

function columnsOf(items: readonly FormItem[], path: readonly string[], style: ExportStyle): readonly Column[] {
  return items.flatMap((item) => {
    if (item.kind === 'group') return item.repeat ? [] : columnsOf(item.items, [...path, called(item, style)], style)
    return columnsOfQuestion(item, style.between === null ? [] : path, style)
  })
}

const called = ({ name, words }: FormItem, { words: language }: ExportStyle) => (language ? words[language] : name)

function columnsOfQuestion(item: FormQuestion, path: readonly string[], style: ExportStyle): readonly Column[] {
  const between = style.between ?? '/'
  const heading = [...path, called(item, style)].join(between)
  const codes = FORM.lists.get(item.list ?? '') ?? []
  const worded = (code: string) => (style.words ? (codes.find((one) => one.code === code)?.[style.words] ?? code) : code)
  const chosen = (from: Answers, state: string) =>
    formText(item, from, state)
      .split(' ')
      .filter((code) => code !== '')
  const joined: Column = {
    heading,
    text: (from, state) => (item.list ? chosen(from, state).map(worded).join(' ') : formText(item, from, state)),
  }
  if (item.control !== 'several') return [joined]
  const split = codes.map(
    ({ code }): Column => ({
      heading: [heading, worded(code)].join(between),
      text: (from, state) => {
        const ticked = chosen(from, state)
        return ticked.length === 0 ? '' : ticked.includes(code) ? '1' : '0'
      },
    }),
  )
  return [...(style.several === 'split' ? [] : [joined]), ...(style.several === 'joined' ? [] : split)]
}

function repeats(group: Group): { readonly items: readonly FormItem[]; readonly path: readonly FormItem[] } {
  for (const part of FORM.parts)
    for (const item of part.items) if (item.kind === 'group' && item.name === group) return { items: item.items, path: [part, item] }
  throw new RangeError('no such group')
}

const rowsOf = ({ groups }: Case, group: Group): readonly Answers[] => {
  const rows = groups[group]
  return Array.isArray(rows) ? (rows as readonly Answers[]) : []
}

/** Something unmistakable in every column that the tool adds. */
export const WORD = 'ζmetadata'

const KOBO_BEHIND = [
  '_id',
  '_uuid',
  '_submission_time',
  '_validation_status',
  '_notes',
  '_status',
  '_submitted_by',
  '__version__',
  '_tags',
  '_index',
]
const KOBO_ROWS = [
  '_index',
  '_parent_table_name',
  '_parent_index',
  '_submission__id',
  '_submission__uuid',
  '_submission__submission_time',
  '_submission__tags',
]

/** Sheets of a workbook of KoboToolbox, by name; the case of a row that repeats is named by its place. */
export function koboSheets(cases: readonly Case[], style: ExportStyle): ReadonlyMap<string, TableOfText> {
  const columns = columnsOf(FORM.parts, [], style)
  const link = (names: readonly string[], index: number, parent: number) =>
    names.map((name) => (name === '_index' ? String(index) : name === '_parent_index' ? String(parent) : WORD))
  const main = cases.map((one, at) => [
    WORD,
    WORD,
    ...columns.map((column) => column.text(one.answers, stepsState(one))),
    ...link(KOBO_BEHIND, at + 1, 0),
  ])
  const sheets = new Map<string, TableOfText>([
    ['JNATIP case', [['start', 'end', ...columns.map(({ heading }) => heading), ...KOBO_BEHIND], ...main]],
  ])
  for (const group of GROUPS) {
    const { items, path } = repeats(group)
    const inner = columnsOf(
      items,
      path.map((item) => called(item, style)),
      style,
    )
    let index = 0
    const rows = cases.flatMap((one, at) =>
      rowsOf(one, group).map((row) => [...inner.map((column) => column.text(row, '')), ...link(KOBO_ROWS, ++index, at + 1)]),
    )
    sheets.set(group, [[...inner.map(({ heading }) => heading), ...KOBO_ROWS], ...rows])
  }
  return sheets
}

const CENTRAL_BEHIND = [
  'meta-instanceID',
  'KEY',
  'SubmitterID',
  'SubmitterName',
  'AttachmentsPresent',
  'AttachmentsExpected',
  'Status',
  'ReviewState',
  'DeviceID',
  'Edits',
  'FormVersion',
]

/** Tables of ODK Central: the submissions, and one for each repeat, linked by key. */
export function centralTables(cases: readonly Case[], several: Several = 'joined'): Readonly<Record<'submissions' | Group, TableOfText>> {
  const style: ExportStyle = { between: '-', several }
  const columns = columnsOf(FORM.parts, [], style)
  const key = (at: number) => `uuid:00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
  const table = (group: Group): TableOfText => {
    const { items, path } = repeats(group)
    const inner = columnsOf(items, [], { ...style, between: null })
    const rows = cases.flatMap((one, at) =>
      rowsOf(one, group).map((row, place) => [
        ...inner.map((column) => column.text(row, '')),
        key(at),
        `${key(at)}/${path.map(({ name }) => name).join('/')}[${place + 1}]`,
      ]),
    )
    return [[...inner.map(({ heading }) => heading), 'PARENT_KEY', 'KEY'], ...rows]
  }
  return {
    submissions: [
      ['SubmissionDate', 'start', 'end', ...columns.map(({ heading }) => heading), ...CENTRAL_BEHIND],
      ...cases.map((one, at) => [
        WORD,
        WORD,
        WORD,
        ...columns.map((column) => column.text(one.answers, stepsState(one))),
        ...CENTRAL_BEHIND.map((name) => (name === 'KEY' ? key(at) : WORD)),
      ]),
    ],
    route_legs: table('route_legs'),
    contact_steps: table('contact_steps'),
  }
}

/** A submission of KoboToolbox: the root and the id are its own, and so is the version. */
export const koboXml = (one: Case, uid = 'aInvented00000000000001'): string =>
  xmlDocument(
    element(
      uid,
      { id: uid, version: 'vInvented000000000000001' },
      element('formhub', {}, element('uuid', {}, WORD)),
      element('start', {}, WORD),
      element('end', {}, WORD),
      formNodes(one),
      element('__version__', {}, WORD),
      element('_version_', {}, WORD),
      element('meta', {}, element('instanceID', {}, WORD), element('rootUuid', {}, WORD)),
    ),
  )
