/** The classes of a map, each with its borders in figures. */
import { classesUpTo } from '../figures/classes.ts'
import { useLanguage } from '../language/language.tsx'
import type { ReleasedView } from '../tables/released-view.ts'
import { WORDS } from './words.ts'

export function MapLegend({ view }: { view: ReleasedView }) {
  const { say } = useLanguage()
  const figures = view.rows.lines.map((line, place) => ({ line, cell: view.cell(place, 0) }))
  const most = Math.max(0, ...figures.map(({ line, cell }) => (line.role === 'value' && cell.status === 'shown' ? cell.figure : 0)))
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
