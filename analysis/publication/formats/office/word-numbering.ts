/** Lists of a Word document: bullets and numbers in three depths, each numbered list beginning with 1. */
import { element, type Xml } from '../../../../survey-schema/forms/xml.ts'
import type { Paragraph, WordPart } from './word-content.ts'
import { paragraphsOf } from './word-paragraph.ts'
import { ROOT } from './word-text.ts'

/** Every list once, in the order in which they stand. */
export const listsOf = (parts: readonly WordPart[]) => [
  ...new Map(paragraphsOf(parts).flatMap(({ entry }) => (entry ? [[entry.list, entry] as const] : []))).values(),
]

const DEPTHS = [0, 1, 2] as const
const BULLETS = ['•', '◦', '▪'] as const

export function numbering(lists: readonly NonNullable<Paragraph['entry']>[]): Xml {
  const levels = (id: number, format: string, mark: (depth: number) => string) =>
    element(
      'w:abstractNum',
      { 'w:abstractNumId': id },
      element('w:multiLevelType', { 'w:val': 'hybridMultilevel' }),
      DEPTHS.map((depth) =>
        element(
          'w:lvl',
          { 'w:ilvl': depth },
          element('w:start', { 'w:val': 1 }),
          element('w:numFmt', { 'w:val': format }),
          element('w:lvlText', { 'w:val': mark(depth) }),
          element('w:lvlJc', { 'w:val': 'left' }),
          element('w:pPr', {}, element('w:ind', { 'w:left': 420 * (depth + 1), 'w:hanging': 320 })),
        ),
      ),
    )
  return element(
    'w:numbering',
    ROOT,
    levels(0, 'bullet', (depth) => BULLETS[depth] ?? BULLETS[0]),
    levels(1, 'decimal', (depth) => `%${depth + 1}.`),
    lists.map(({ list, ordered }) =>
      element(
        'w:num',
        { 'w:numId': list },
        element('w:abstractNumId', { 'w:val': ordered ? 1 : 0 }),
        ...(ordered ? DEPTHS : []).map((depth) =>
          element('w:lvlOverride', { 'w:ilvl': depth }, element('w:startOverride', { 'w:val': 1 })),
        ),
      ),
    ),
  )
}
