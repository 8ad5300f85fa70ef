/** One published cell of the book: a figure, "at least" for a sum of which parts are withheld, the token, or a dash. Never blank, never 0 instead. */
import type { ReleasedCell } from '../../survey-schema/released-table.ts'
import { useLanguage } from '../language/language.tsx'
import { numeral, type Text } from '../language/text.ts'
import { WORDS } from './words.ts'

export function BookCell({ cell, share = null }: { cell: ReleasedCell; share?: Text | null }) {
  const { say } = useLanguage()
  if ('figure' in cell)
    return (
      <td className="figure">
        {figureText(cell, say)}
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

export const figureText = (cell: Extract<ReleasedCell, { figure: number }>, say: (text: Text) => string): string =>
  cell.status === 'sum' && cell.parts < cell.of ? say(WORDS.atLeast(cell.figure, cell.parts, cell.of)) : numeral(cell.figure)
