/**
 * The questionnaire as DDI-Codebook 2.6, bilingual: one variable a question, in the file of our CSV that holds it, with its
 * text, who is asked, its codes and the states that are missing values.
 */

import { type KnownQuestion, QUESTIONNAIRE_VERSION, SECTIONS } from '../questionnaire/index.ts'
import { type Code, NOT_APPLICABLE } from '../questionnaire/question.ts'
import type { Text } from '../text.ts'
import { variableById } from '../variables/index.ts'
import { FIRST_YEAR, LAST_YEAR } from '../variables/places.ts'
import { conditionWords } from './conditions.ts'
import { PACKAGE_FILES } from './data-package.ts'
import { handling } from './handling.ts'
import { IC_TIP_NAME, icTipText } from './ic-tip.ts'
import { codesOf, LIST_NAMES, SENT, statesOf } from './offered.ts'
import { INDEPENDENCE, PRIVACY, TITLE } from './words.ts'
import { type Attributes, element, type Xml, xmlDocument } from './xml.ts'

const TYPES = { single: 'code', multiple: 'multiple', date_precision: 'datetime', text: 'text' } as const

export const ddiCodebook = (): string =>
  xmlDocument(
    element(
      'codeBook',
      { xmlns: 'ddi:codebook:2_6', version: '2.6', 'xml:lang': 'en', ID: 'jnatip' },
      study(),
      PACKAGE_FILES.map(({ name, path }) =>
        element(
          'fileDscr',
          { ID: fileId(name) },
          element('fileTxt', {}, element('fileName', {}, path), element('fileType', { charset: 'utf-8' }, 'text/csv')),
        ),
      ),
      element('dataDscr', {}, SECTIONS.flatMap(section), SENT.map(variable)),
    ),
  )

const study = () =>
  element(
    'stdyDscr',
    {},
    element(
      'citation',
      {},
      element(
        'titlStmt',
        {},
        element('titl', { 'xml:lang': 'en' }, TITLE.en),
        element('parTitl', { 'xml:lang': 'ja' }, TITLE.ja),
        element('IDNo', {}, `jnatip-case/${QUESTIONNAIRE_VERSION}`),
      ),
      element('verStmt', {}, element('version', {}, QUESTIONNAIRE_VERSION)),
    ),
    element('stdyInfo', {}, both('abstract', INDEPENDENCE)),
  )

const fileId = (name: string) => `F_${name}`
/** The case reference stands in all three. */
const filesOf = ({ id }: KnownQuestion) =>
  PACKAGE_FILES.filter(({ columns }) => columns.includes(id))
    .map(({ name }) => fileId(name))
    .join(' ')
const variableId = (id: string) => `V_${id}`

/** The same element once in each language. */
const both = (name: string, words: Text, attributes: Attributes = {}): readonly Xml[] =>
  (['en', 'ja'] as const).map((language) => element(name, { ...attributes, 'xml:lang': language }, words[language]))

function section({ id, questions, ...title }: (typeof SECTIONS)[number]): readonly Xml[] {
  const held = questions.filter((question) => SENT.some((sent) => sent.id === question.id))
  if (held.length === 0) return []
  const members = held.map((question) => variableId(question.id)).join(' ')
  return [element('varGrp', { ID: `G_${id}`, type: 'section', var: members, name: id }, both('labl', title))]
}

/** In the order that the schema asks for. */
function variable(question: KnownQuestion): Xml {
  const { id, type, askIf, privacy, list } = question
  const short = variableById(id) ?? question
  const universe = askIf ? conditionWords(askIf, (name) => ({ en: name, ja: `${name} ` })) : null
  return element(
    'var',
    { ID: variableId(id), name: id, files: filesOf(question), intrvl: 'discrete' },
    both('labl', short),
    element('security', {}, `${privacy}: ${PRIVACY[privacy].meaning.en}`),
    element('qstn', { responseDomainType: TYPES[type] }, both('qstnLit', question)),
    ...(type === 'date_precision' ? [element('valrng', {}, element('range', { min: FIRST_YEAR, max: LAST_YEAR }))] : []),
    ...(universe ? both('universe', { en: `Cases where ${universe.en}`, ja: `${universe.ja}事例` }, { clusion: 'I' }) : []),
    both('txt', handling(question)),
    ...(list ? [element('stdCatgry', {}, LIST_NAMES[list])] : []),
    codesOf(question).map((code) => category(code, false)),
    statesOf(question).map((state) => category(state, true)),
    ...(askIf ? [category(NOT_APPLICABLE, true)] : []),
    element('varFormat', { type: 'character' }),
    crosswalk(question).map(([standard, field]) => element('notes', { type: 'crosswalk', subject: standard }, field)),
  )
}

const category = ({ code, ...words }: Code, missing: boolean): Xml =>
  element('catgry', missing ? { missing: 'Y', missType: code } : {}, element('catValu', {}, code), both('labl', words))

function crosswalk({ id, htcds, ctdc }: KnownQuestion): readonly (readonly [string, string])[] {
  const icTip = icTipText(id)
  return [
    ...(htcds ? [['HTCDS 2.0', htcds] as const] : []),
    ...(ctdc ? [['CTDC', ctdc] as const] : []),
    ...(icTip ? [[IC_TIP_NAME, icTip] as const] : []),
  ]
}
