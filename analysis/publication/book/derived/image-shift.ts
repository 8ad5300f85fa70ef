/** Table 8.3: for how many the image of Japan fell, stayed or rose, added up from the cells of table 8.2. */

import { text } from '../../../../survey-schema/text.ts'
import { basePlace, cellPlace, placesOf } from '../../released-cells.ts'
import { intervalWords, shareOf } from '../../statistics/share.ts'
import { isOfAnswered } from '../base-words.ts'
import { tablesToFind } from '../planned-blocks.ts'
import { newestOf, type PublishedEditions } from '../published-editions.ts'
import { CASES, type DerivedRow, derivedBlock, figureCell, placedCell, sumOfCells, textCell, WITHHELD } from './derived-block.ts'

/** Codes of the image of Japan before and after, from best to worst. */
const SCALE = ['very_good', 'good', 'neutral', 'bad', 'very_bad']

const SHIFTS = [
  { code: 'fell', ja: '悪くなった', en: 'Fell', is: (before: number, after: number) => after > before },
  { code: 'stayed', ja: '変わらない', en: 'Stayed', is: (before: number, after: number) => after === before },
  { code: 'rose', ja: '良くなった', en: 'Rose', is: (before: number, after: number) => after < before },
] as const

export function imageShift(published: PublishedEditions, number: string) {
  const founds = tablesToFind('sum+new').flatMap((look) => look(published, 'image_before@list,image_after@list') ?? [])
  const once = [...new Map(founds.map((found) => [found.table.checksum, found])).values()]
  return once.map(({ table, caseSets }) => {
    const [before, after] = [table.axes[0], table.axes[1]!]
    const step = (code: string) => SCALE.indexOf(code)
    const on = (axis: typeof before) => placesOf(axis, ({ role, code }) => role === 'value' && step(code) >= 0)
    const basedOn = cellPlace(table, 0, basePlace(before), basePlace(after))
    const base = table.cells[basedOn]!
    const rows = SHIFTS.map(({ code, ja, en, is }): DerivedRow => {
      const places = on(before).flatMap((row) =>
        on(after).flatMap((column) =>
          is(step(before.lines[row]!.code), step(after.lines[column]!.code)) ? [cellPlace(table, 0, row, column)] : [],
        ),
      )
      const sum = sumOfCells(places.map((place) => table.cells[place]!))
      const complete = sum.status === 'sum' && sum.parts === sum.of ? ({ status: 'shown', figure: sum.figure } as const) : sum
      const share = shareOf(complete, base, newestOf(published).policy)
      return {
        line: { code, ja, en },
        cells: [placedCell(sum, table, places), share ? textCell(intervalWords(share), table) : figureCell(WITHHELD, table)],
      }
    })
    return derivedBlock(
      published,
      { number, caption: text('来日後の日本の印象の変化', 'Shift of the image of Japan'), caseSets },
      [text('変化', 'Shift'), CASES, text('割合', 'Share')],
      [
        ...rows,
        {
          line: isOfAnswered(table.axes)
            ? { code: 'answered', ja: '両方に回答のある事例', en: 'Cases with an answer to both' }
            : { code: 'all', ja: '全事例（回答の有無を問わない）', en: 'All cases, with or without an answer' },
          cells: [placedCell(base, table, [basedOn]), figureCell({ status: 'not_applicable' }, table)],
        },
      ],
    )
  })
}
