/** What stands first on the start page: the largest published figures of three tables. What is withheld is not there, and nothing is computed. */
import type { ReleasedView } from '../../analysis/publication/figures/views/released-view.ts'
import { contentInOrder } from '../../analysis/publication/figures/views/view-lines.ts'
import type { TableQuestion } from '../client.ts'

export interface HeadlineFigure {
  readonly label: string
  readonly figure: number
}

const MOST = 3
const STEP = '>'
/** Names of a step that says nothing of where it leads. */
const UNSAID = new Set(['any', 'further'])

export const HEADLINES = {
  routes: { rows: 'route_origin@country', columns: 'route_transit@country,exploitation_prefectures@area8' },
  origins: { rows: 'route_origin@country', columns: null },
  contact: { rows: 'step_mode@list', columns: null },
} as const satisfies Record<string, Omit<TableQuestion, 'edition'>>

/** The largest categories of a table of one variable. */
export function largest(view: ReleasedView): readonly HeadlineFigure[] {
  const lines = contentInOrder(view).filter(({ role }) => role === 'value')
  return shown(
    view,
    lines.map(({ label, place }) => ({ label, place })),
  )
}

/** The most travelled whole routes of the tree of journeys, named by their steps: origin, country passed where it is known, place in Japan. */
export function largestRoutes(view: ReleasedView): readonly HeadlineFigure[] {
  const labels = new Map(view.rows.lines.map(({ code, label }) => [code, label]))
  const whole = view.rows.lines.flatMap(({ code, role }, place) => {
    const steps = code.split(STEP)
    if (steps.length !== 3 || role !== 'value') return []
    const names = steps.flatMap((step, at) => (UNSAID.has(step) ? [] : [labels.get(steps.slice(0, at + 1).join(STEP)) ?? step]))
    return [{ label: names.join(' → '), place }]
  })
  return shown(view, whole)
}

const shown = (view: ReleasedView, lines: readonly { readonly label: string; readonly place: number }[]): readonly HeadlineFigure[] =>
  lines
    .flatMap(({ label, place }) => {
      const cell = view.cell(place, 0)
      return cell.status === 'shown' ? [{ label, figure: cell.figure }] : []
    })
    .sort((a, b) => b.figure - a.figure)
    .slice(0, MOST)
