/** Labels of maps: read from the drawing itself, none lies on an outline or on another label. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { widthOf } from '../../../analysis/publication/figures/label.ts'
import { japanMap, japanMaps } from '../../../analysis/publication/figures/maps/japan-map.ts'
import { labelPlaces, outlineFinder } from '../../../analysis/publication/figures/maps/label-places.ts'
import { worldMap } from '../../../analysis/publication/figures/maps/world-map.ts'
import { type MapPoint, worldShapes } from '../../../analysis/publication/figures/maps/world-shapes.ts'
import type { ReleasedView } from '../../../analysis/publication/figures/views/released-view.ts'
import { AREAS } from '../../../survey-schema/lists/prefectures.ts'
import type { ReleasedCell } from '../../../survey-schema/release/released-table.ts'

const shown = (figure: number): ReleasedCell => ({ status: 'shown', figure })
const atlas = worldShapes(JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8')))

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Outlines of a path of absolute or relative moves, as the two maps write them. */
function ringsOf(path: string): readonly (readonly MapPoint[])[] {
  return [...path.matchAll(/([Mm])([^MmZz]+)[Zz]/g)].reduce<{ rings: MapPoint[][]; start: MapPoint }>(
    ({ rings, start }, [, kind, inside]) => {
      const numbers = inside!.match(/-?\d*\.?\d+/g)!.map(Number)
      const ring: MapPoint[] = []
      for (let at = 0; at < numbers.length; at += 2) {
        const [x, y] = [numbers[at]!, numbers[at + 1]!]
        const before = ring.at(-1) ?? start
        ring.push(kind === 'm' ? [before[0] + x, before[1] + y] : [x, y])
      }
      return { rings: [...rings, ring], start: ring[0]! }
    },
    { rings: [], start: [0, 0] },
  ).rings
}

const overlap = (one: Box, other: Box) =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height

/** The ink of a label: capitals and digits reach from its line to three quarters of its size. */
function boxOf(text: string, x: number, y: number, anchor: string, size: number): Box {
  // The estimate of widths is on the safe side by a tenth.
  const width = widthOf(text, size) * 0.9
  const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x
  return { left, top: y - size * 0.76, width, height: size * 0.8 }
}

function touching(labels: readonly (Box & { readonly text: string })[], rings: readonly (readonly MapPoint[])[]): readonly string[] {
  const touches = outlineFinder(rings)
  return labels.flatMap((label, at) => [
    ...(touches(label) ? [`${label.text} on an outline`] : []),
    ...labels.slice(at + 1).flatMap((other) => (overlap(label, other) ? [`${label.text} on ${other.text}`] : [])),
  ])
}

/** Labels and outlines of each map of Japan in a drawing. */
function japanLabels(svg: string): readonly string[] {
  const maps = svg.match(/<svg x=[\s\S]*?<\/svg>/g)!
  return maps.flatMap((map) => {
    const size = Number(/font-size="([\d.]+)"/.exec(map)![1])
    const rings = [...map.matchAll(/<path d="([^"]+)"/g)].flatMap(([, path]) => ringsOf(path!))
    const labels = [...map.matchAll(/<text x="([-\d.]+)" y="([-\d.]+)" text-anchor="(\w+)">(.*?)<\/text>/g)].flatMap(
      ([, x, y, anchor, inside]) => {
        const text = inside!
          .replaceAll(/<tspan[^>]*dx[^>]*>/g, ' ')
          .replaceAll(/<[^>]*>/g, '')
          .trimEnd()
        return text === '' ? [] : [{ text, ...boxOf(text, Number(x), Number(y), anchor!, size) }]
      },
    )
    expect(labels.length).toBeGreaterThan(0)
    return touching(labels, rings)
  })
}

describe('a map of Japan', () => {
  const cells = new Map(AREAS.map(({ id }) => [id as string, { cell: shown(188) }]))
  const axis = (id: string, codes: readonly string[]) => ({
    id,
    label: id,
    kind: 'single' as const,
    children: {},
    lines: [
      ...codes.map((code) => ({ code, role: 'value' as const, label: code })),
      { code: 'total', role: 'total' as const, label: 'All' },
    ],
  })
  const view: ReleasedView = {
    edition: 'e',
    policy: 'p',
    checksum: '0',
    fictional: true,
    rows: axis('gender', ['a', 'b', 'c', 'd', 'e']),
    columns: axis(
      'exploitation_prefectures@area8',
      AREAS.map(({ id }) => id),
    ),
    cell: () => shown(188),
  }

  it.each(['ja', 'en'] as const)('has no label on an outline or on another, alone and in small ones (%s)', (language) => {
    expect(japanLabels(japanMap(cells, language, 720).svg)).toEqual([])
    for (const width of [720, 620]) expect(japanLabels(japanMaps(view, view.columns!, language, width).svg)).toEqual([])
  })

  it('has its legend in it', () => {
    const { svg } = japanMap(
      new Map([
        ['kanto', { cell: shown(60) }],
        ['chubu', { cell: { status: 'withheld' } }],
      ]),
      'en',
      720,
    )
    for (const words of ['5–19', '20–49', '50 or more', 'withheld', 'no line of its own in the table', 'CC BY 4.0'])
      expect(svg).toContain(words)
  })
})

describe('a map of the world', () => {
  const cells = new Map(
    (
      [
        ['PH', 'Philippines', 184],
        ['TH', 'Thailand', 105],
        ['JP', 'Japan', 69],
        ['ID', 'Indonesia', 46],
        ['CO', 'Colombia', 18],
        ['KR', 'Republic of Korea', 12],
        ['CN', 'China', 10],
        ['HK', 'Hong Kong', 9],
        ['MY', 'Malaysia', 8],
        ['SG', 'Singapore', 7],
        ['MM', 'Myanmar', 6],
      ] as const
    ).map(([code, label, figure]) => [code as string, { label, cell: shown(figure) }]),
  )

  it.each([
    [720, null],
    [720, 'JP'],
    [360, null],
  ] as const)('at %i pixels has no name on an outline or on another name', (width, to) => {
    const { svg } = worldMap(atlas, cells, 'en', width, to)
    // What lies outside its panel is cut off, and so each panel is looked at by itself.
    const panels = svg.split('<clipPath').slice(1)
    expect(panels).toHaveLength(2)
    const found = panels.flatMap((panel) => {
      const rings = [...panel.matchAll(/<path d="(M[^"Q]+Z)"/g)].flatMap(([, path]) => ringsOf(path!))
      const labels = [...panel.matchAll(/<text text-anchor="middle"[^>]*>(.*?)<\/text>/g)].map(([, inside]) => {
        const lines = [...inside!.matchAll(/<tspan x="([-\d.]+)" y="([-\d.]+)">([^<]+)</g)].map(([, x, y, text]) => ({
          text: text!,
          ...boxOf(text!, Number(x), Number(y), 'middle', 13),
        }))
        const [left, top] = [Math.min(...lines.map((line) => line.left)), Math.min(...lines.map((line) => line.top))]
        const [right, bottom] = [
          Math.max(...lines.map((line) => line.left + line.width)),
          Math.max(...lines.map((line) => line.top + line.height)),
        ]
        return { text: lines.map(({ text }) => text).join(' '), left, top, width: right - left, height: bottom - top }
      })
      expect(touching(labels, rings)).toEqual([])
      return labels
    })
    expect(found.map(({ text }) => text).sort()).toEqual(
      [...cells.values()].map(({ label, cell }) => `${label} ${'figure' in cell ? cell.figure : ''}`).sort(),
    )
  })

  it('leads a line to the end of the journeys from each other shown place, as wide as its figure', () => {
    const { svg } = worldMap(atlas, cells, 'en', 720, 'JP')
    const widths = [...svg.matchAll(/<path d="M[^"]*Q[^"]*"[^>]*stroke-width="([\d.]+)"/g)].map(([, width]) => Number(width))
    expect(widths.length).toBe(cells.size - 1)
    expect(Math.max(...widths)).toBe(12)
    expect(svg).toContain('width of a line: cases')
  })
})

describe('places of labels', () => {
  it('stand off where an outline passes, with a line, and stay where none does', () => {
    const square: MapPoint[] = [
      [90, 90],
      [110, 90],
      [110, 110],
      [90, 110],
    ]
    const label = { x: 100, y: 100, width: 40, height: 16 }
    const room = { left: 0, top: 0, width: 300, height: 300 }
    const [kept] = labelPlaces([label], [], room, [], () => false)
    expect(kept).toEqual({ x: 100, y: 100, away: false })
    const [moved] = labelPlaces([label], [square], room, [], () => false)
    expect(moved!.away).toBe(true)
    expect(outlineFinder([square])({ left: moved!.x - 20, top: moved!.y - 8, width: 40, height: 16 })).toBe(false)
    const [left] = labelPlaces([label], [square], room, [], (_, [x]) => x >= 100)
    expect(left!.x).toBeLessThan(100)
  })
})
