/** Table 9.5: the steps from leaving to the organisation reached last, as flows between neighbouring steps. */

import type { ReleasedAxis } from '../../../../survey-schema/release/released-table.ts'
import { text } from '../../../../survey-schema/text.ts'
import { cellAt, crosstabAxes, isContent, placesOf } from '../../released-cells.ts'
import { axisName, storedId } from '../print-level.ts'
import { newestTable, type PublishedEditions } from '../published-editions.ts'
import { CASES, type DerivedRow, derivedBlock, figureCell, sameInBoth, textCell } from './derived-block.ts'

/** Pairs of neighbouring steps. Each pair is a released table of its own, so the flows into an organisation and those out of it need not add up. */
const STEPS = [
  ['exit_mode@group5', 'first_helper@group6'],
  ['first_helper@group6', 'contact_first_actor@group5'],
  ['contact_first_actor@group5', 'contact_last_actor@group5'],
] as const

export function pathToHelp(published: PublishedEditions, number: string) {
  const found = STEPS.flatMap(([from, to], step) => {
    const id = storedId(from, to)
    const one = id === undefined ? undefined : newestTable(published, id)
    return one ? [{ ...one, from, step }] : []
  })
  const [first] = found
  if (!first) return []
  const rows = found.flatMap(({ table, from, step }): DerivedRow[] => {
    const rowAxis = table.axes[0].variable === axisName(from).variable ? 0 : 1
    const [source, target] = crosstabAxes(table, rowAxis)
    const pairs = inner(source).flatMap((row) =>
      inner(target).map((column) => ({ row, column, cell: cellAt(table, rowAxis, row, column) })),
    )
    const shown = pairs.filter(({ cell }) => 'figure' in cell)
    const withheld = pairs.filter(({ cell }) => cell.status === 'withheld').length
    return [
      ...shown.map(({ row, column, cell }): DerivedRow => {
        const [a, b] = [source.lines[row]!, target.lines[column]!]
        return {
          line: { code: `${step} ${a.code}>${b.code}`, ja: `${a.ja} → ${b.ja}`, en: `${a.en} → ${b.en}` },
          cells: [figureCell(cell, table)],
        }
      }),
      {
        line: {
          code: `${step} withheld`,
          ja: `秘匿した流れの数（${source.ja} → ${target.ja}）`,
          en: `Flows withheld (${source.en} → ${target.en})`,
        },
        cells: [textCell(sameInBoth(String(withheld)), table)],
      },
    ]
  })
  return [
    derivedBlock(
      published,
      {
        number,
        caption: text('支援につながるまでの流れ', 'Flows on the way to help'),
        caseSets: first.caseSets,
        notes: [
          text(
            '段階ごとに別の表から読んだ値で、段階をまたいで足し引きはできない。',
            'Each step is read from a table of its own; figures of different steps cannot be added or subtracted.',
          ),
        ],
      },
      [text('流れ', 'Flow'), CASES],
      rows,
    ),
  ]
}

const inner = (axis: ReleasedAxis) => placesOf(axis, isContent)
