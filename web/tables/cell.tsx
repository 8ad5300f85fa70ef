/** One published cell: a figure, the one token for everything withheld, or a dash for what cannot occur. Never blank, never 0 instead. */
import type { ReleasedCell } from '../../survey-schema/release/released-table.ts'
import { numeral } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

export function Cell({ cell, percent = null }: { cell: ReleasedCell; percent?: number | null }) {
  const { say } = useLanguage()
  if (cell.status === 'shown')
    return (
      <td className="figure">
        {numeral(cell.figure)}
        {percent !== null && <span className="percent">{percent}%</span>}
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
