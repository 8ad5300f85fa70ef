/** The form as an XLSForm workbook: the rows of its three sheets. Whoever writes the file writes them as text. */
import type { Translation } from '../languages/translation.ts'
import { type Form, type FormItem, type FormText, LONG_LIST, questionnaireForm } from './form.ts'
import { FORM_ENGLISH, FORM_JAPANESE, furtherLanguages } from './form-languages.ts'

export interface SheetOfText {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** A node as an XLSForm names it. */
const node = (name: string) => `\${${name}}`

/** @param translations languages other than Japanese and English; without it, all of them */
export function questionnaireXlsForm(translations?: readonly Translation[]): readonly SheetOfText[] {
  const form = questionnaireForm()
  const languages = [FORM_ENGLISH, FORM_JAPANESE, ...furtherLanguages(translations)]
  const inAll = (name: string) => languages.map((language) => `${name}::${language.name}`)
  const words: ColumnsOfText = (text) => languages.map((language) => (text ? language.read(text) : ''))
  const heading = [
    'type',
    'name',
    ...inAll('label'),
    ...inAll('hint'),
    'required',
    'relevant',
    'constraint',
    ...inAll('constraint_message'),
    'appearance',
  ]
  const survey = form.parts.flatMap((part) => rows(part, form, words))
  return [
    { name: 'survey', rows: [heading, ...survey.map((cells) => filledUp(cells, heading.length))] },
    {
      name: 'choices',
      rows: [
        ['list_name', 'name', ...inAll('label')],
        ...[...form.lists].flatMap(([list, codes]) => codes.map((code) => [list, code.code, ...words(code)])),
      ],
    },
    {
      name: 'settings',
      rows: [
        ['form_title', 'form_id', 'version', 'default_language'],
        [`${form.title.ja} / ${form.title.en}`, form.id, form.version, FORM_JAPANESE.name],
      ],
    },
  ]
}

/** A text in each language; empty cells where there is none. */
type ColumnsOfText = (text: FormText | null | undefined) => readonly string[]

const filledUp = (cells: readonly string[], length: number) => [...cells, ...Array.from({ length: length - cells.length }, () => '')]

function rows(item: FormItem, form: Form, words: ColumnsOfText): readonly (readonly string[])[] {
  const relevant = item.relevant?.(node) ?? ''
  if (item.kind === 'group') {
    const kind = item.repeat ? 'repeat' : 'group'
    return [
      [`begin_${kind}`, item.name, ...words(item.words), ...words(null), '', relevant],
      ...item.items.flatMap((inner) => rows(inner, form, words)),
      [`end_${kind}`, ''],
    ]
  }
  const { control, list, hint, required, constraint } = item
  const long = list !== null && (form.lists.get(list)?.length ?? 0) > LONG_LIST
  const types = { one: `select_one ${list}`, several: `select_multiple ${list}`, year: 'integer', text: 'text', note: 'note' }
  return [
    [
      types[control],
      item.name,
      ...words(item.words),
      ...words(hint),
      required ? 'yes' : '',
      relevant,
      constraint?.expression(node) ?? '',
      ...words(constraint?.words),
      long ? 'minimal autocomplete' : '',
    ],
  ]
}
