/** A table of two variables as flows from its rows to its columns, each of one published figure. */

import type { Flow } from '../charts/flows.ts'
import type { ReleasedView, ViewAxis } from './released-view.ts'
import { contentOf } from './view-lines.ts'

export const flowsOfTable = (view: ReleasedView, columns: ViewAxis): readonly Flow[] =>
  contentOf(view.rows).flatMap((from) =>
    contentOf(columns).flatMap((to): Flow[] => {
      const cell = view.cell(from.place, to.place)
      return cell.status === 'shown'
        ? [{ step: 0, from: { code: from.code, label: from.label }, to: { code: to.code, label: to.label }, figure: cell.figure }]
        : []
    }),
  )
