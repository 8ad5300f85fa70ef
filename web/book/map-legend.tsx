/** The classes of a map, each with its borders in figures. */
import { areasIn } from '../../analysis/publication/figures/maps/areas.ts'
import { classesUpTo } from '../../analysis/publication/figures/maps/figure-classes.ts'
import type { ReleasedView } from '../../analysis/publication/figures/views/released-view.ts'
import { contentOf } from '../../analysis/publication/figures/views/view-lines.ts'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

export function MapLegend({ view }: { view: ReleasedView }) {
  const { say } = useLanguage()
  const cells = view.columns ? cellsOf(areasIn(view, view.columns)) : contentOf(view.rows).map(({ place }) => view.cell(place, 0))
  const most = Math.max(0, ...cells.map((cell) => (cell.status === 'shown' ? cell.figure : 0)))
  if (most === 0) return null
  return (
    <span className="map-legend">
      <span>{say(WORDS.classes)}</span>
      {classesUpTo(most).map((entry) => (
        <span key={entry.shade} className="map-class">
          <span className={`swatch shade-${entry.shade}`} aria-hidden="true" />
          {say(entry)}
        </span>
      ))}
    </span>
  )
}

const cellsOf = ({ all, panels }: ReturnType<typeof areasIn>) =>
  [all, ...panels.map(({ cells }) => cells)].flatMap((cells) => [...cells.values()].map(({ cell }) => cell))
