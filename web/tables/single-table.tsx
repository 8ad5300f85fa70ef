/** A table of one variable: categories with their share, below them everything that is not an answer, each state by itself. */

import type { ReleasedView } from '../../analysis/publication/figures/views/released-view.ts'
import { baseOf, contentInOrder, frameOf, type PlacedLine } from '../../analysis/publication/figures/views/view-lines.ts'
import { intervalWords } from '../../analysis/publication/statistics/share.ts'
import { useLanguage } from '../language/language.tsx'
import { Cell } from './cell.tsx'
import { shareIn } from './share.ts'
import { WORDS } from './words.ts'

export function SingleTable({ view, title }: { view: ReleasedView; title: string }) {
  const { say } = useLanguage()
  const answered = baseOf(view.rows)
  const base = answered ? view.cell(answered.place, 0) : null
  const row = (line: PlacedLine, shares: boolean) => {
    const cell = view.cell(line.place, 0)
    const share = shares ? shareIn(cell, base, view.policy) : null
    return (
      <tr key={line.code}>
        <th scope="row">{line.label}</th>
        <Cell cell={cell} />
        <td className="figure">{share && say(intervalWords(share))}</td>
      </tr>
    )
  }
  return (
    <table className="figures">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{view.rows.label}</th>
          <th scope="col" className="figure">
            {say(WORDS.cases)}
          </th>
          <th scope="col" className="figure">
            {say(WORDS.share)}
          </th>
        </tr>
      </thead>
      <tbody>{contentInOrder(view).map((line) => row(line, true))}</tbody>
      <tbody className="frame-lines">
        {frameOf(view.rows)
          .filter((line) => line.role !== 'no_answer')
          .map((line) => row(line, false))}
      </tbody>
    </table>
  )
}
