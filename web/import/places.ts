/** Places in a file and rules, in words: rows and columns as a spreadsheet names them, questions as we call them. */

import { RULES } from '../../survey-schema/answers/rules.ts'
import { fileRuleText } from '../../survey-schema/partner-files/file-rules.ts'
import type { Issue } from '../../survey-schema/problem.ts'
import { questionById } from '../../survey-schema/questionnaire/index.ts'
import type { Text } from '../../survey-schema/text.ts'
import { droppedKind } from './dropped-kinds.ts'
import { WORDS } from './words.ts'

/** 1 is A, 27 is AA. */
export function columnName(position: number): string {
  const rest = Math.floor((position - 1) / 26)
  return `${rest > 0 ? columnName(rest) : ''}${String.fromCharCode(65 + ((position - 1) % 26))}`
}

export const questionText = (id: string): Text => questionById(id) ?? { ja: id, en: id }

const joined = (parts: readonly Text[]): Text => ({
  ja: parts.map(({ ja }) => ja).join('　'),
  en: parts
    .map(({ en }) => en)
    .join(': ')
    .replaceAll('?: ', '? '),
})

/** The place that a pointer names: row, column, question. Null where it is the file as a whole. */
function placeText(pointer: string): Text | null {
  const [, kind, first = '', ...rest] = pointer.split('/')
  const further = kind === 'route_legs' ? WORDS.journeysFile : kind === 'contact_steps' ? WORDS.stepsFile : null
  if (further || kind === 'sheets') {
    const inside = placeText(`/${[...(further ? [first] : []), ...rest].join('/')}`)
    return joined([further ?? WORDS.sheetAt(first), ...(inside ? [inside] : [])])
  }
  const places: Text[] = []
  if (kind === 'rows' && first !== '') places.push(WORDS.rowAt(first))
  if (kind === 'columns' && first !== '') places.push(/^\d+$/.test(first) ? WORDS.columnAt(columnName(Number(first))) : questionText(first))
  const id = (kind === 'answers' || kind === 'groups' ? [first, ...rest] : rest).reverse().find((name) => questionById(name))
  if (id) places.push(questionText(id))
  return places.length > 0 ? joined(places) : null
}

/** What is wrong and where, without a value. */
export function issueText({ pointer, rule, kind }: Issue): Text {
  const place = placeText(pointer)
  const words = fileRuleText(rule) ?? RULES.invalid_type
  const text = kind === undefined ? words : { ja: `${words.ja}（${droppedKind(kind).ja}）`, en: `${words.en} (${droppedKind(kind).en})` }
  return place ? joined([place, text]) : text
}
