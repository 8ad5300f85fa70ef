/** Sentences about tables that are computed from published figures. Every number in them is a cell of the table. */
import type { DerivedBlock, DerivedCell, JourneysBlock } from '../../../../survey-schema/release/book.ts'
import { numeral, type Text, text } from '../../../../survey-schema/text.ts'
import { whole } from '../../statistics/share.ts'
import { listed, quoted, withoutInterval } from './numbers.ts'

const figureOf = ({ cell }: DerivedCell): number | null => (cell.status === 'text' ? null : (whole(cell)?.figure ?? null))
const textOf = ({ cell }: DerivedCell): Text | null => (cell.status === 'text' ? cell.words : null)

/** @param number of the table in the plan @returns null where a figure that the sentence needs is withheld, or the table has no sentence */
export function derivedSentence(number: string, block: DerivedBlock): Text | null {
  if (number === '12.3') return threeCounts(block)
  if (number === '8.3') return imageShift(block)
  return null
}

function threeCounts({ rows }: DerivedBlock): Text | null {
  const parts = rows
    .filter(({ line }) => line.code !== 'actual_or_possible')
    .map(({ line, cells: [count, base, share] }) => ({
      label: quoted(line),
      count: figureOf(count!),
      base: figureOf(base!),
      share: textOf(share!),
    }))
  if (parts.length === 0 || parts.some(({ count, base, share }) => count === null || base === null || share === null)) return null
  const said = listed(
    parts.map(({ label, count, base, share }) =>
      text(
        `${label.ja}は${numeral(base!)}事例のうち${numeral(count!)}（${withoutInterval(share!).ja}）`,
        `${label.en} ${numeral(count!)} of ${numeral(base!)} cases (${withoutInterval(share!).en})`,
      ),
    ),
  )
  return text(`${said.ja}である。三つは互いに重なる。`, `${said.en}. The three overlap.`)
}

function imageShift({ rows }: DerivedBlock): Text | null {
  const row = (code: string) => rows.find(({ line }) => line.code === code)
  const ofAll = row('all')
  const base = (row('answered') ?? ofAll)?.cells[0]
  const [fell, all] = [row('fell')?.cells[0]?.cell, base && figureOf(base)]
  if (!fell || !('figure' in fell) || all === null || all === undefined) return null
  const least = whole(fell) === null
  if (ofAll)
    return text(
      `全${numeral(all)}事例のうち、${least ? '少なくとも' : ''}${numeral(fell.figure)}事例で、日本の印象が来日前より悪くなったことが分かっている。`,
      `Of all ${numeral(all)} cases, the image of Japan is known to have fallen in ${least ? 'at least ' : ''}${numeral(fell.figure)}.`,
    )
  return text(
    `来日前と来日後の印象がともに分かる${numeral(all)}事例のうち、${least ? '少なくとも' : ''}${numeral(fell.figure)}事例で日本の印象が悪くなった。`,
    `Of the ${numeral(all)} cases whose image of Japan is known before and after, it fell in ${least ? 'at least ' : ''}${numeral(fell.figure)}.`,
  )
}

/** The sentence about the tree of journeys: its origins that show a figure, in the order of the tree. */
export function journeysSentence({ routes }: JourneysBlock): Text | null {
  const origins = routes.origins.flatMap((node) => {
    const figure = whole(node.cell)
    return node.role === 'value' && figure ? [{ label: quoted(node), figure: figure.figure, place: 0 }] : []
  })
  if (origins.length === 0) return null
  const said = listed(origins.map(({ label, figure }) => text(`${label.ja}${numeral(figure)}事例`, `${label.en} (${numeral(figure)})`)))
  return text(`移動経路の出発地として示せるのは、${said.ja}である。`, `Journeys can be shown by origin for cases from ${said.en}.`)
}
