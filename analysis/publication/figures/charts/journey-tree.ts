/**
 * The tree of journeys as flows from origins through the first country passed to areas of Japan. Each flow is one published figure; what
 * is withheld is not drawn. Nodes that join flows of several origins have no figure, because their sum is not published.
 */
import { SankeyChart } from 'echarts/charts'
import { use } from 'echarts/core'
import { numeral } from '../../../../survey-schema/text.ts'
import { type Drawing, INK, SOFT } from '../draw.ts'
import { wrapped } from '../label.ts'
import { figureList, NARROW } from './figure-list.ts'

use([SankeyChart])

/** One step of the tree, as the table below the figure shows it. */
export interface JourneyBranch {
  readonly code: string
  readonly label: string
  readonly further: boolean
  /** The published figure; null where it is withheld. */
  readonly figure: number | null
  readonly branches: readonly JourneyBranch[]
}

const COLOURS = ['#1f4e79', '#7a5c2e', '#3f6b4f', '#8a4a56', '#5c4f86', '#2f7480', '#86682b', '#6b6f76'] as const
const PALE = '#c4c0b6'
const FONT_SIZE = 13

interface TreeFlow {
  readonly source: string
  readonly target: string
  readonly value: number
  readonly lineStyle: { readonly color: string; readonly opacity: number }
}

/** Least width in pixels, below which labels would cover flows; on a narrower page the drawing scrolls. */
const NARROWEST = 640

export function journeyTree(origins: readonly JourneyBranch[], available: number): Drawing {
  if (available < NARROW) return figureList(listed(origins, ''), available)
  const width = Math.max(available, NARROWEST)
  const side = width < 800 ? 140 : 170
  const nodes = new Map<string, { name: string; depth: number; value?: number; words: string; color: string }>()
  const flows: TreeFlow[] = []
  origins.forEach((origin, place) => {
    if (origin.figure === null) return
    const color = COLOURS[place % COLOURS.length] as string
    nodes.set(`0 ${origin.code}`, {
      name: `0 ${origin.code}`,
      depth: 0,
      value: origin.figure,
      words: `${origin.label} ${numeral(origin.figure)}`,
      color,
    })
    flow(origin, `0 ${origin.code}`, 1, color)
  })
  const deepest = Math.max(1, ...[0, 1, 2].map((depth) => [...nodes.values()].filter((node) => node.depth === depth).length))
  return {
    size: { width, height: Math.max(320, deepest * 68 + 40) },
    option: {
      series: [
        {
          type: 'sankey',
          left: side,
          right: side,
          top: 20,
          bottom: 26,
          nodeWidth: 12,
          nodeGap: 38,
          draggable: false,
          layoutIterations: 24,
          data: [...nodes.values()].map(({ words, color, ...node }) => ({
            ...node,
            itemStyle: { color },
            label: {
              formatter: wrapped(words, FONT_SIZE, node.depth === 1 ? 150 : side - 16).join('\n'),
              position: node.depth === 0 ? 'left' : 'right',
            },
          })),
          links: flows,
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

  function flow(branch: JourneyBranch, source: string, depth: number, color: string) {
    for (const next of branch.branches) {
      if (next.figure === null) continue
      const name = `${depth} ${next.code}`
      nodes.set(name, { name, depth, words: next.label, color: next.further ? PALE : SOFT })
      flows.push({
        source,
        target: name,
        value: next.figure,
        lineStyle: next.further ? { color: PALE, opacity: 0.6 } : { color, opacity: 0.4 },
      })
      flow(next, name, depth + 1, color)
    }
  }
}

/** Each step that is shown as a line of its own, named by the way to it. What is withheld ends its way, as in the drawing. */
const listed = (branches: readonly JourneyBranch[], way: string): readonly { readonly label: string; readonly figure: number }[] =>
  branches.flatMap(({ label, figure, branches: next }) => {
    const name = way === '' ? label : `${way} → ${label}`
    return figure === null ? [] : [{ label: name, figure }, ...listed(next, name)]
  })
