/** One published cell of the book: a figure, "at least" for a sum of which parts are withheld, the token, or a dash. Never blank, never 0 instead. */
import type { ReleasedCell } from '../../survey-schema/release/released-table.ts'
import { numeral, type Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

export function BookCell({ cell, share = null }: { cell: ReleasedCell; share?: Text | null }) {
  const { say } = useLanguage()
  if ('figure' in cell)
    return (
      <td className="figure">
        {isPart(cell) ? say(WORDS.least(cell.figure)) : numeral(cell.figure)}
        {isPart(cell) && <span className="percent">{say(WORDS.parts(cell.parts, cell.of))}</span>}
        {share && <span className="percent">{say(share)}</span>}
      </td>
    )
  const withheld = cell.status === 'withheld'
  return (
    <td className={`figure ${withheld ? 'withheld' : 'impossible'}`} data-status={cell.status}>
      <span aria-hidden="true">{withheld ? 'x' : '–'}</span>
      <span className="unseen">{say(withheld ? WORDS.withheld : WORDS.notApplicable)}</span>
    </td>
  )
}

type Figure = Extract<ReleasedCell, { figure: number }>
const isPart = (cell: Figure): cell is Extract<Figure, { status: 'sum' }> => cell.status === 'sum' && cell.parts < cell.of

/** In a line of text. */
export const figureText = (cell: Figure, say: (text: Text) => string): string =>
  isPart(cell) ? `${say(WORDS.least(cell.figure))}${say(WORDS.parts(cell.parts, cell.of))}` : numeral(cell.figure)
