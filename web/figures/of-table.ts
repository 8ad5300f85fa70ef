/** The figure of a table: bars for one variable, a shaded grid for two. */
import type { ReleasedView } from '../tables/released-view.ts'
import { bars } from './bars.ts'
import type { Drawing } from './draw.ts'
import { heat } from './heat.ts'

export { draw } from './draw.ts'

export const drawing = (view: ReleasedView, width: number): Drawing => (view.columns ? heat(view, view.columns, width) : bars(view, width))
