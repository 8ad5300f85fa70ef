/** The legend of a map, drawn in it: classes of figures, withheld, and what pale land means; and whose map it is. */
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import type { Language, Text } from '../../../../survey-schema/text.ts'
import { INK, SOFT } from '../draw.ts'
import { widthOf, wrapped } from '../label.ts'
import { SHADES } from '../shades.ts'
import { classesUpTo } from './figure-classes.ts'
import { escaped, HATCH_FILL, LAND } from './map-parts.ts'

const WORDS = {
  cases: { ja: '事例数', en: 'Cases' },
  withheld: { ja: '秘匿', en: 'withheld' },
  pale: { ja: '表に単独の行がない', en: 'no line of its own in the table' },
} as const satisfies Readonly<Record<string, Text>>

const FONT_SIZE = 12
const SMALL = 10
const SWATCH = 16
const LINE = 20

/** @param cells all that the map shows @param credit whose map it is @param further entries that are words alone @returns elements whose upper left corner is 0, 0 */
export function mapLegend(
  cells: readonly ReleasedCell[],
  credit: Text,
  language: Language,
  width: number,
  further: readonly Text[] = [],
): { readonly svg: string; readonly height: number } {
  const most = Math.max(0, ...cells.map((cell) => (cell.status === 'shown' ? cell.figure : 0)))
  const entries = [
    ...classesUpTo(most).map((one) => ({ words: one[language], fill: SHADES[one.shade]! as string })),
    ...(cells.some(({ status }) => status === 'withheld') ? [{ words: WORDS.withheld[language], fill: HATCH_FILL }] : []),
    { words: WORDS.pale[language], fill: LAND },
  ]
  const title = WORDS.cases[language]
  let [x, y] = [widthOf(title, FONT_SIZE) + 10, 0]
  const parts = [`<text x="0" y="${FONT_SIZE}" font-size="${FONT_SIZE}" font-weight="bold">${escaped(title)}</text>`]
  for (const { words, fill } of entries) {
    const room = SWATCH + 5 + widthOf(words, FONT_SIZE) + 14
    if (x > 0 && x + room > width) [x, y] = [0, y + LINE]
    parts.push(
      `<rect x="${x}" y="${y + 1}" width="${SWATCH}" height="12" fill="${fill}" stroke="${SOFT}" stroke-width="0.7"/>`,
      `<text x="${x + SWATCH + 5}" y="${y + FONT_SIZE}" font-size="${FONT_SIZE}">${escaped(words)}</text>`,
    )
    x += room
  }
  for (const words of further) {
    const room = widthOf(words[language], FONT_SIZE) + 14
    if (x > 0 && x + room > width) [x, y] = [0, y + LINE]
    parts.push(`<text x="${x}" y="${y + FONT_SIZE}" font-size="${FONT_SIZE}">${escaped(words[language])}</text>`)
    x += room
  }
  const lines = wrapped(credit[language], SMALL, width)
  const below = y + LINE + 4
  const small = lines.map(
    (line, at) => `<text x="0" y="${below + SMALL + at * 14}" font-size="${SMALL}" fill="${SOFT}">${escaped(line)}</text>`,
  )
  return { svg: `<g fill="${INK}">${parts.join('')}${small.join('')}</g>`, height: below + lines.length * 14 + 2 }
}
