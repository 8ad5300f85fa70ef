/** Published figures as a list of bars, in the order in which they are given: in place of flows where a page is too narrow for them. */
import type { Drawing } from '../draw.ts'
import { bars } from './bars.ts'

/** Width in pixels under which flows are a list: nothing needs to be moved sideways on a telephone. */
export const NARROW = 520

export const figureList = (figures: readonly { readonly label: string; readonly figure: number }[], width: number): Drawing =>
  bars(
    {
      edition: '',
      policy: '',
      checksum: '',
      fictional: false,
      rows: {
        id: 'list',
        label: '',
        kind: 'single',
        lines: figures.map(({ label }, place) => ({ code: String(place), role: 'value', label })),
        children: {},
      },
      columns: null,
      cell: (place) => ({ status: 'shown', figure: figures[place]!.figure }),
    },
    width,
  )
