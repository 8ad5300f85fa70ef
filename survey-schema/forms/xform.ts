/** The form as an XForm of the ODK family (OpenRosa), in all its languages. No preload: it records no time, place or device. */
import type { Translation } from '../languages/translation.ts'
import type { NodeName } from './expressions.ts'
import { type Form, type FormCode, type FormItem, type FormQuestion, type FormText, LONG_LIST, questionnaireForm } from './form.ts'
import { FORM_ENGLISH, FORM_JAPANESE, type FormLanguage, furtherLanguages } from './form-languages.ts'
import { element, type Xml, xmlDocument } from './xml.ts'

const NAMESPACES = {
  xmlns: 'http://www.w3.org/2002/xforms',
  'xmlns:h': 'http://www.w3.org/1999/xhtml',
  'xmlns:jr': 'http://openrosa.org/javarosa',
  'xmlns:odk': 'http://www.opendatakit.org/xforms',
  'xmlns:orx': 'http://openrosa.org/xforms',
  'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
} as const

/** @param translations languages other than Japanese and English; without it, all of them */
export const questionnaireXForm = (translations?: readonly Translation[]): string =>
  xform(questionnaireForm(), [FORM_JAPANESE, FORM_ENGLISH, ...furtherLanguages(translations)])

function xform(form: Form, languages: readonly FormLanguage[]): string {
  const paths = pathsOf(form.parts, '/data')
  const node: NodeName = (name) => paths.get(name) as string
  const texts = textsOf(form)
  return xmlDocument(
    element(
      'h:html',
      NAMESPACES,
      element(
        'h:head',
        {},
        element('h:title', {}, `${form.title.ja} / ${form.title.en}`),
        element(
          'model',
          { 'odk:xforms-version': '1.0.0' },
          element(
            'itext',
            {},
            languages.map((language) =>
              element(
                'translation',
                { lang: language.name, default: language === FORM_JAPANESE ? 'true()' : null },
                texts.map(([id, text]) => element('text', { id }, element('value', {}, language.read(text)))),
              ),
            ),
          ),
          element('instance', {}, element('data', { id: form.id, version: form.version }, form.parts.flatMap(emptyNode), META)),
          [...form.lists].map(([name, codes]) => listInstance(name, codes)),
          form.parts.flatMap((part) => binds(part, node)),
          element('bind', { nodeset: '/data/meta/instanceID', type: 'string', readonly: 'true()', 'jr:preload': 'uid' }),
        ),
      ),
      element(
        'h:body',
        {},
        form.parts.map((part) => control(part, node, form)),
      ),
    ),
  )
}

const META: Xml = element('meta', {}, element('instanceID', {}))

function pathsOf(items: readonly FormItem[], above: string): ReadonlyMap<string, string> {
  return new Map(
    items.flatMap((item): readonly (readonly [string, string])[] => {
      const path = `${above}/${item.name}`
      return [[item.name, path], ...(item.kind === 'group' ? pathsOf(item.items, path) : [])]
    }),
  )
}

/** Every text with the id under which the form asks for it. */
function textsOf({ parts, lists }: Form): readonly (readonly [string, FormText])[] {
  const ofItem = (item: FormItem): readonly (readonly [string, FormText])[] => {
    if (item.kind === 'group') return [[labelId(item.name), item.words], ...item.items.flatMap(ofItem)]
    return [
      [labelId(item.name), item.words],
      ...(item.hint ? [[hintId(item.name), item.hint] as const] : []),
      ...(item.constraint ? [[messageId(item.name), item.constraint.words] as const] : []),
    ]
  }
  return [...parts.flatMap(ofItem), ...[...lists].flatMap(([list, codes]) => codes.map((code) => [choiceId(list, code), code] as const))]
}

const labelId = (name: string) => `${name}:label`
const hintId = (name: string) => `${name}:hint`
const messageId = (name: string) => `${name}:jr:constraintMsg`
const choiceId = (list: string, { code }: FormCode) => `choice-${list}-${code}`
const itext = (id: string) => `jr:itext('${id}')`

/** A row stands twice: as the pattern of further rows, and as the first. */
function emptyNode(item: FormItem): readonly Xml[] {
  if (item.kind === 'question') return [element(item.name, {})]
  const children = item.items.flatMap(emptyNode)
  return [...(item.repeat ? [element(item.name, { 'jr:template': '' }, children)] : []), element(item.name, {}, children)]
}

const listInstance = (name: string, codes: readonly FormCode[]) =>
  element(
    'instance',
    { id: name },
    element(
      'root',
      {},
      codes.map((code) => element('item', {}, element('itextId', {}, choiceId(name, code)), element('name', {}, code.code))),
    ),
  )

const TYPES = { one: 'string', several: 'string', year: 'int', text: 'string', note: 'string' } as const

function binds(item: FormItem, node: NodeName): readonly Xml[] {
  const nodeset = node(item.name)
  const relevant = item.relevant?.(node)
  if (item.kind === 'group')
    return [...(relevant ? [element('bind', { nodeset, relevant })] : []), ...item.items.flatMap((inner) => binds(inner, node))]
  const { control: kind, required, constraint } = item
  return [
    element('bind', {
      nodeset,
      type: TYPES[kind],
      readonly: kind === 'note' ? 'true()' : null,
      required: required ? 'true()' : null,
      relevant,
      constraint: constraint?.expression(node),
      'jr:constraintMsg': constraint ? itext(messageId(item.name)) : null,
    }),
  ]
}

function control(item: FormItem, node: NodeName, form: Form): Xml {
  const ref = node(item.name)
  const label = element('label', { ref: itext(labelId(item.name)) })
  if (item.kind === 'question') return question(item, ref, label, form)
  const inner = item.items.map((one) => control(one, node, form))
  return element('group', { ref }, label, ...(item.repeat ? [element('repeat', { nodeset: ref }, inner)] : inner))
}

function question(item: FormQuestion, ref: string, label: Xml, form: Form): Xml {
  const head = [label, ...(item.hint ? [element('hint', { ref: itext(hintId(item.name)) })] : [])]
  if (item.list === null) return element('input', { ref }, head)
  const long = (form.lists.get(item.list)?.length ?? 0) > LONG_LIST
  return element(
    item.control === 'one' ? 'select1' : 'select',
    { ref, appearance: long ? 'minimal autocomplete' : null },
    head,
    element(
      'itemset',
      { nodeset: `instance('${item.list}')/root/item` },
      element('value', { ref: 'name' }),
      element('label', { ref: 'jr:itext(itextId)' }),
    ),
  )
}
