/** The drawing of a table: the one that is asked for where the table has what it needs, else bars for one variable and a shaded grid for two. */
import type { BookFigure } from '../../../survey-schema/release/book.ts'
import type { Language } from '../../../survey-schema/text.ts'
import { bars } from './bars.ts'
import { dots } from './dots.ts'
import type { Drawing } from './draw.ts'
import { flowsDrawing } from './flows.ts'
import { flowsOfTable } from './flows-of-table.ts'
import { heat } from './heat.ts'
import { lines } from './lines.ts'
import { pyramid } from './pyramid.ts'
import type { ReleasedView } from './released-view.ts'
import { stacked } from './stacked.ts'

/** Maps have outlines of their own and are made elsewhere. */
export type Chart = Exclude<BookFigure['kind'], 'world-map' | 'japan-map'>

export function drawing(kind: Chart, view: ReleasedView, width: number, language: Language): Drawing {
  const { columns } = view
  if (kind === 'lines') return lines(view, width)
  if (kind === 'dots') return dots(view, width, language)
  if (!columns) return bars(view, width)
  if (kind === 'stacked') return stacked(view, columns, width, language)
  if (kind === 'pyramid') return pyramid(view, columns, width)
  if (kind === 'sankey') return flowsDrawing(flowsOfTable(view, columns), width)
  return heat(view, columns, width)
}
