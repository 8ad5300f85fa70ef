/**
 * A table of two variables. Where its shares are of those who answered, `whole` adds the lines of no answer; where they are of all cases these
 * stand among the categories, unless the questionnaire leaves none.
 */

import { isOfAnswered } from '../../analysis/publication/book/base-words.ts'
import type { ReleasedView, ViewAxis } from '../../analysis/publication/figures/views/released-view.ts'
import { baseOf, contentOf, crossedInOrder, frameOf, type PlacedLine } from '../../analysis/publication/figures/views/view-lines.ts'
import { useLanguage } from '../language/language.tsx'
import { Cell } from './cell.tsx'
import { shareIn } from './share.ts'
import { WORDS } from './words.ts'

interface CrossTableProps {
  readonly view: ReleasedView
  readonly columns: ViewAxis
  readonly title: string
  /** Adds the percent of each row. */
  readonly shares: boolean
  readonly whole: boolean
}

export function CrossTable({ view, columns, title, shares, whole }: CrossTableProps) {
  const { say } = useLanguage()
  const ofAnswered = isOfAnswered([view.rows, columns])
  const base = baseOf(columns)
  const marginOf = (axis: ViewAxis, { place }: PlacedLine) =>
    axis === columns ? view.cell(baseOf(view.rows)!.place, place) : view.cell(place, base!.place)
  const isPrinted = (axis: ViewAxis, line: PlacedLine) =>
    ofAnswered ? whole || line.role === 'answered' || line.role === 'total' : marginOf(axis, line).status !== 'not_applicable'
  const shown = (axis: ViewAxis): readonly PlacedLine[] => [
    ...crossedInOrder(view, axis, axis === columns ? view.rows : columns),
    ...frameOf(axis).filter((line) => isPrinted(axis, line)),
  ]
  const heads = shown(columns)
  const lastContent = contentOf(columns).length - 1
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scrolls" aria-label={say(WORDS.scroll(title))} tabIndex={0}>
      <table className="figures crossed">
        <caption>{title}</caption>
        <thead>
          <tr>
            <td className="corner">
              <span>{view.rows.label}</span>
              <span>{columns.label}</span>
            </td>
            {heads.map((head, index) => (
              <th key={head.code} scope="col" className={index > lastContent ? 'figure frame-column' : 'figure'}>
                {head.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown(view.rows).map((line) => (
            <tr key={line.code} className={line.role === 'value' || line.role === 'rest' ? undefined : 'frame-line'}>
              <th scope="row">{line.label}</th>
              {heads.map((head) => {
                const cell = view.cell(line.place, head.place)
                const divides = head.role === 'value' || head.role === 'rest' || (!ofAnswered && head !== heads.at(-1))
                const part = shares && base && divides
                return (
                  <Cell
                    key={head.code}
                    cell={cell}
                    percent={part ? (shareIn(cell, view.cell(line.place, base.place), view.policy)?.percent ?? null) : null}
                  />
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
