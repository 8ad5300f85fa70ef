/** The form as an XLSForm workbook: the rows of its three sheets. Whoever writes the file writes them as text. */
import type { Text } from '../text.ts'
import { type Form, type FormItem, LONG_LIST, questionnaireForm } from './form.ts'

export interface SheetOfText {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

const inBoth = (name: string) => [`${name}::English (en)`, `${name}::Japanese (ja)`]
const words = (given: Text | null | undefined) => [given?.en ?? '', given?.ja ?? '']

const SURVEY = [
  'type',
  'name',
  ...inBoth('label'),
  ...inBoth('hint'),
  'required',
  'relevant',
  'constraint',
  ...inBoth('constraint_message'),
  'appearance',
]

/** A node as an XLSForm names it. */
const node = (name: string) => `\${${name}}`

export function questionnaireXlsForm(): readonly SheetOfText[] {
  const form = questionnaireForm()
  return [
    { name: 'survey', rows: [SURVEY, ...form.parts.flatMap((part) => rows(part, form))] },
    {
      name: 'choices',
      rows: [
        ['list_name', 'name', ...inBoth('label')],
        ...[...form.lists].flatMap(([list, codes]) => codes.map((code) => [list, code.code, ...words(code)])),
      ],
    },
    {
      name: 'settings',
      rows: [
        ['form_title', 'form_id', 'version', 'default_language'],
        [`${form.title.ja} / ${form.title.en}`, form.id, form.version, 'Japanese (ja)'],
      ],
    },
  ]
}

const row = (type: string, name: string, ...rest: readonly string[]) => [
  type,
  name,
  ...rest,
  ...Array.from({ length: SURVEY.length - 2 - rest.length }, () => ''),
]

function rows(item: FormItem, form: Form): readonly (readonly string[])[] {
  const relevant = item.relevant?.(node) ?? ''
  if (item.kind === 'group') {
    const kind = item.repeat ? 'repeat' : 'group'
    return [
      row(`begin_${kind}`, item.name, ...words(item.words), '', '', '', relevant),
      ...item.items.flatMap((inner) => rows(inner, form)),
      row(`end_${kind}`, ''),
    ]
  }
  const { control, list, hint, required, constraint } = item
  const long = list !== null && (form.lists.get(list)?.length ?? 0) > LONG_LIST
  const types = { one: `select_one ${list}`, several: `select_multiple ${list}`, year: 'integer', text: 'text', note: 'note' }
  return [
    row(
      types[control],
      item.name,
      ...words(item.words),
      ...words(hint),
      required ? 'yes' : '',
      relevant,
      constraint?.expression(node) ?? '',
      ...words(constraint?.words),
      long ? 'minimal autocomplete' : '',
    ),
  ]
}
