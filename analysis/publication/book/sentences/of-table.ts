/**
 * One sentence about a printed table, made only of figures and shares that the table prints; sums of which a part is withheld are not used.
 * Where a number that it needs is withheld there is no sentence. Countries, places and organisations are named in the order of their list,
 * so that a sentence never ranks them.
 */

import { sum } from 'simple-statistics'
import type { TableBlock } from '../../../../survey-schema/release/book.ts'
import type { ReleasedAxis } from '../../../../survey-schema/release/released-table.ts'
import { numeral, type Text, text } from '../../../../survey-schema/text.ts'
import { baseAmong, basePlace, cellAt, crosstabAxes, isTime } from '../../released-cells.ts'
import { whole } from '../../statistics/share.ts'
import { listed, quoted, withoutInterval } from './numbers.ts'

/** The most categories that one sentence names. */
const NAMED = 3

const NEVER_RANKED: ReadonlySet<string> = new Set([
  'citizenship',
  'route_origin',
  'route_transit',
  'route_destination',
  'exploitation_prefectures',
  'source_type',
  'source_place',
  'contact_first_actor',
  'contact_last_actor',
  'step_actor',
  'first_language',
])

interface NamedCategory {
  readonly label: Text
  readonly figure: number
  readonly share: Text
  readonly place: number
}

/** Null where too little is shown to say anything. */
export const sentenceOf = (block: TableBlock): Text | null =>
  block.columns.length === 0 ? ofSingleTable(block) : (ofShares(block) ?? ofCounts(block))

function ofSingleTable({ table, rows, shares }: TableBlock): Text | null {
  const [axis] = table.axes
  // The largest years are no finding that a sentence should name.
  if (isTime(axis)) return null
  const base = whole(table.cells[basePlace(axis)]!)
  const parts = named(
    axis,
    rows.flatMap((row, at): NamedCategory[] => {
      const [line, figure, share] = [axis.lines[row]!, whole(table.cells[row]!), shares?.[at]?.[0]]
      return line.role === 'value' && figure && share
        ? [{ label: quoted(line), figure: figure.figure, share: withoutInterval(share), place: row }]
        : []
    }),
  )
  if (!base || parts.length === 0) return null
  const said = listed(
    parts.map(({ label, figure, share }) =>
      text(`${label.ja}は${numeral(figure)}事例（${share.ja}）`, `${label.en} in ${numeral(figure)} (${share.en})`),
    ),
  )
  const among = baseSaid(axis, numeral(base.figure))
  return text(`${among.ja}のうち、${said.ja}である。`, `${among.en}: ${said.en}.`)
}

/** Of which cases the sentence speaks. */
function baseSaid(axis: ReleasedAxis, figure: string): Text {
  const question = quoted(axis)
  const role = baseAmong(axis.lines)?.role
  if (role === 'answered') return text(`${question.ja}に回答のある${figure}事例`, `Of the ${figure} cases with an answer to ${question.en}`)
  if (role === 'applicable')
    return text(
      `${question.ja}の設問に該当する${figure}事例（回答のない事例を含む）`,
      `Of the ${figure} cases to which ${question.en} applies, answered or not`,
    )
  return text(
    `全${figure}事例（${question.ja}に回答のない事例を含む）`,
    `Of all ${figure} cases, with or without an answer to ${question.en}`,
  )
}

/** The largest categories, at most `NAMED`; in the order of their list where the axis must not be ranked. */
function named(axis: ReleasedAxis, parts: readonly NamedCategory[]): readonly NamedCategory[] {
  const most = [...parts].sort((a, b) => b.figure - a.figure || a.place - b.place).slice(0, NAMED)
  return NEVER_RANKED.has(axis.variable) || isScale(axis) ? most.sort((a, b) => a.place - b.place) : most
}

const isScale = ({ level }: ReleasedAxis): boolean => ['band', 'ctdc', 'broad3', 'majority'].includes(level)

/** The sentence that compares the share of one category between the groups of the table. */
function ofShares({ table, rowAxis, rows, columns, shares, shareOf }: TableBlock): Text | null {
  if (shares === null || shareOf === null) return null
  const [down, across] = crosstabAxes(table, rowAxis)
  const byRow = shareOf.en.includes('row')
  const [groups, lines] = byRow
    ? [
        { axis: down, places: rows },
        { axis: across, places: columns },
      ]
    : [
        { axis: across, places: columns },
        { axis: down, places: rows },
      ]
  const allLines = basePlace(lines.axis)
  const cell = (line: number, group: number) => whole(byRow ? cellAt(table, rowAxis, group, line) : cellAt(table, rowAxis, line, group))
  const candidates = lines.places.flatMap((line, atLine) => {
    if (lines.axis.lines[line]!.role !== 'value') return []
    const found = groups.places.flatMap((group, atGroup) => {
      const share = byRow ? shares[atGroup]?.[atLine] : shares[atLine]?.[atGroup]
      const [part, base] = [cell(line, group), cell(allLines, group)]
      if (groups.axis.lines[group]!.role !== 'value' || !share || !part || !base) return []
      return [
        { label: quoted(groups.axis.lines[group]!), share: withoutInterval(share), part: part.figure, base: base.figure, place: group },
      ]
    })
    return found.length < 2 ? [] : [{ line, found, cases: sum(found.map(({ part }) => part)) }]
  })
  const [most] = candidates.sort((a, b) => b.found.length - a.found.length || b.cases - a.cases || a.line - b.line)
  if (!most) return null
  const label = quoted(lines.axis.lines[most.line]!)
  const ends = isTime(groups.axis)
    ? [most.found[0]!, most.found.at(-1)!]
    : [...most.found].sort((a, b) => b.base - a.base || a.place - b.place).slice(0, NAMED)
  const said = listed(
    ends
      .sort((a, b) => a.place - b.place)
      .map(({ label: group, share, part, base }) =>
        text(
          `${group.ja}で${share.ja}（${numeral(base)}事例のうち${numeral(part)}）`,
          `${share.en} for ${group.en} (${numeral(part)} of ${numeral(base)} cases)`,
        ),
      ),
  )
  const question = quoted(lines.axis)
  return text(`${question.ja}が${label.ja}の割合は、${said.ja}である。`, `The share of ${label.en} under ${question.en} is ${said.en}.`)
}

/** The sentence for a table without shares: over which categories the cases of one line are spread, as far as cells are shown. */
function ofCounts({ table, rowAxis, rows, columns }: TableBlock): Text | null {
  const [down, across] = crosstabAxes(table, rowAxis)
  if (isTime(down)) return null
  const candidates = rows.flatMap((row) => {
    if (down.lines[row]!.role !== 'value') return []
    const shown = columns.flatMap((column) => {
      const figure = whole(cellAt(table, rowAxis, row, column))
      return across.lines[column]!.role === 'value' && figure ? [{ line: across.lines[column]!, figure: figure.figure, place: column }] : []
    })
    return shown.length === 0 ? [] : [{ row, shown, cases: sum(shown.map(({ figure }) => figure)) }]
  })
  const [most] = candidates.sort((a, b) => b.cases - a.cases || a.row - b.row)
  if (!most) return null
  const parts = [...most.shown]
    .sort((a, b) => b.figure - a.figure || a.place - b.place)
    .slice(0, NAMED)
    .sort((a, b) => a.place - b.place)
  const [question, label] = [quoted(down), quoted(down.lines[most.row]!)]
  const said = listed(
    parts.map(({ line, figure }) => text(`${quoted(line).ja}が${numeral(figure)}事例`, `${numeral(figure)} under ${quoted(line).en}`)),
  )
  return text(
    `${question.ja}が${label.ja}の事例では、${said.ja}である。`,
    `Of the cases with ${label.en} under ${question.en}, there are ${said.en}.`,
  )
}
