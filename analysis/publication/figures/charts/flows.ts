/**
 * A Sankey diagram of flows between neighbouring steps; the flows of each pair of steps come from one table. Each flow is one published
 * figure, and withheld ones are not drawn. Nodes have no figure, because the sum of their flows is not published.
 */
import { SankeyChart } from 'echarts/charts'
import { use } from 'echarts/core'
import { type Drawing, INK, SOFT } from '../draw.ts'
import { wrapped } from '../label.ts'
import { figureList, NARROW } from './figure-list.ts'

use([SankeyChart])

export interface Flow {
  /** Step at which the flow begins, from 0. */
  readonly step: number
  readonly from: { readonly code: string; readonly label: string }
  readonly to: { readonly code: string; readonly label: string }
  readonly figure: number
}

const FONT_SIZE = 13
const SIDE = 150
/** Least width in pixels, below which labels would cover flows; on a narrower page the drawing scrolls. */
const NARROWEST = 760
const ROW = 84

export function flowsDrawing(flows: readonly Flow[], available: number): Drawing {
  if (available < NARROW) return figureList(listed(flows), available)
  const width = Math.max(available, NARROWEST)
  const name = (step: number, code: string) => `${step} ${code}`
  const nodes = new Map(
    flows.flatMap(({ step, from, to }) =>
      [
        { depth: step, ...from },
        { depth: step + 1, ...to },
      ].map((node) => [name(node.depth, node.code), node] as const),
    ),
  )
  const last = Math.max(...[...nodes.values()].map(({ depth }) => depth))
  const tallest = Math.max(
    1,
    ...Array.from({ length: last + 1 }, (_, depth) => [...nodes.values()].filter((node) => node.depth === depth).length),
  )
  return {
    size: { width, height: Math.max(320, tallest * ROW + 40) },
    option: {
      series: [
        {
          type: 'sankey',
          left: SIDE,
          right: SIDE,
          top: 20,
          bottom: 26,
          nodeWidth: 12,
          nodeGap: 40,
          draggable: false,
          layoutIterations: 24,
          data: [...nodes].map(([id, { depth, label }]) => ({
            name: id,
            depth,
            itemStyle: { color: SOFT },
            label: {
              formatter: wrapped(label, FONT_SIZE, depth === 0 || depth === last ? SIDE - 16 : 130).join('\n'),
              position: depth === 0 ? 'left' : 'right',
            },
          })),
          links: flows.map(({ step, from, to, figure }) => ({
            source: name(step, from.code),
            target: name(step + 1, to.code),
            value: figure,
            lineStyle: { color: '#3b6c9c', opacity: 0.35 },
          })),
          label: {
            color: INK,
            fontSize: FONT_SIZE,
            lineHeight: 17,
            backgroundColor: 'rgba(255,255,255,0.88)',
            padding: [1, 3],
            borderRadius: 2,
          },
        },
      ],
    },
  }
}

/** Each flow as a line of its own, those of one step together, the largest first. */
const listed = (flows: readonly Flow[]) =>
  flows
    .toSorted((a, b) => a.step - b.step || b.figure - a.figure)
    .map(({ from, to, figure }) => ({ label: `${from.label} → ${to.label}`, figure }))
