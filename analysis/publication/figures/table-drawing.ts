/** The drawing of a table: of the kind that is asked for, or bars (one variable) and a heat map (two) where the table lacks what that kind needs. */
import type { BookFigure } from '../../../survey-schema/release/book.ts'
import type { Language } from '../../../survey-schema/text.ts'
import { bars } from './charts/bars.ts'
import { dots } from './charts/dots.ts'
import { flowsDrawing } from './charts/flows.ts'
import { heat } from './charts/heat.ts'
import { lines } from './charts/lines.ts'
import { pyramid } from './charts/pyramid.ts'
import { stacked } from './charts/stacked.ts'
import type { Drawing } from './draw.ts'
import { flowsOfTable } from './views/flows-of-table.ts'
import type { ReleasedView } from './views/released-view.ts'

/** Kinds that ECharts draws without outlines of a map. */
export type ChartKind = Exclude<BookFigure['kind'], 'world-map' | 'japan-map'>

export function tableDrawing(kind: ChartKind, view: ReleasedView, width: number, language: Language): Drawing {
  const { columns } = view
  if (kind === 'lines') return lines(view, width)
  if (kind === 'dots') return dots(view, width, language)
  if (!columns) return bars(view, width)
  if (kind === 'stacked') return stacked(view, columns, width, language)
  if (kind === 'pyramid') return pyramid(view, columns, width)
  if (kind === 'sankey') return flowsDrawing(flowsOfTable(view, columns), width)
  return heat(view, columns, width)
}
