/** What a drawing is made of: figures and shares that its table prints, and for what is withheld a mark that is the same whatever it hides. */
import { describe, expect, it } from 'vitest'
import { dots } from '../../../analysis/publication/figures/charts/dots.ts'
import { heat } from '../../../analysis/publication/figures/charts/heat.ts'
import { lines } from '../../../analysis/publication/figures/charts/lines.ts'
import { pyramid } from '../../../analysis/publication/figures/charts/pyramid.ts'
import { stacked } from '../../../analysis/publication/figures/charts/stacked.ts'
import { type Drawing, draw } from '../../../analysis/publication/figures/draw.ts'
import { wrapped } from '../../../analysis/publication/figures/label.ts'
import { areasIn } from '../../../analysis/publication/figures/maps/areas.ts'
import { japanMaps } from '../../../analysis/publication/figures/maps/japan-map.ts'
import { tableDrawing } from '../../../analysis/publication/figures/table-drawing.ts'
import { flowsOfTable } from '../../../analysis/publication/figures/views/flows-of-table.ts'
import type { ReleasedView, ViewAxis, ViewLine } from '../../../analysis/publication/figures/views/released-view.ts'
import type { ReleasedCell } from '../../../survey-schema/release/released-table.ts'

const axis = (id: string, labels: Readonly<Record<string, string>>, all = true): ViewAxis => ({
  id,
  label: id,
  kind: 'single',
  lines: [
    ...Object.entries(labels).map(([code, label]): ViewLine => ({ code, role: code.startsWith('rest') ? 'rest' : 'value', label })),
    ...(all ? [{ code: 'answered', role: 'answered' as const, label: '回答のある事例' }] : []),
  ],
  children: {},
})

/** Numbers are figures; `x` is withheld. Shares are of columns, printed where both figures are there. */
function viewOf(rows: ViewAxis, columns: ViewAxis, figures: readonly (readonly (number | 'x')[])[]): ReleasedView {
  const cell = (row: number, column: number): ReleasedCell => {
    const figure = figures[row]![column]!
    return figure === 'x' ? { status: 'withheld' } : { status: 'shown', figure }
  }
  const last = figures.length - 1
  return {
    edition: 'fictional-1',
    policy: 'v1',
    checksum: '0',
    fictional: true,
    rows,
    columns,
    shareOf: 'column',
    share: (row, column) => {
      const [part, base] = [cell(row, column), cell(last, column)]
      return row !== last && 'figure' in part && 'figure' in base && base.figure >= 20
        ? `${Math.round((100 * part.figure) / base.figure)}%`
        : null
    },
    cell,
  }
}

const PERIODS = axis('registration_year@period3', {
  '2001_2003': '2001～2003年',
  '2004_2006': '2004～2006年',
  '2007_2009': '2007～2009年',
  rest: 'その他',
})
const KINDS = axis('kind@list', { a: '第一の区分', b: '第二の区分', c: '第三の区分' })
const BY_PERIOD = viewOf(KINDS, PERIODS, [
  [40, 'x', 30, 5, 75],
  [10, 12, 'x', 'x', 22],
  ['x', 'x', 'x', 'x', 'x'],
  [60, 40, 50, 8, 158],
])
/** The same with other true counts behind what is withheld would be the same cells: a drawing gets none of them. */
interface Bar {
  readonly value: number
  readonly label?: { readonly formatter?: string; readonly show?: boolean }
  readonly itemStyle?: { readonly decal?: unknown }
}
interface Series {
  readonly type: string
  readonly data: readonly (Bar | null | readonly number[])[]
  readonly symbolOffset?: readonly number[]
}
const seriesOf = ({ option }: Drawing) => (option as { readonly series: readonly Series[] }).series
const barsOf = (series: Series | undefined) => (series?.data ?? []) as readonly Bar[]
/** Words and numbers written into a drawing. */
const written = (made: Drawing) =>
  [...draw(made).matchAll(/<(?:text|tspan)\b[^>]*>([^<]*)</g)].map(([, text]) => text!.trim()).filter((text) => text !== '')
const numbersIn = (texts: readonly string[]) => texts.filter((text) => /^[\d,]+%?$/.test(text))

describe('stacked bars', () => {
  const made = stacked(BY_PERIOD, PERIODS, 720, 'ja')
  const [first, second, third] = seriesOf(made)

  it('P87 are as long as the printed shares, on one scale', () => {
    const perPercent = barsOf(first)[0]!.value / 67
    expect(barsOf(first)[2]!.value / 60).toBeCloseTo(perPercent, 6)
    expect(barsOf(second)[1]!.value / 30).toBeCloseTo(perPercent, 6)
    expect(numbersIn(written(made)).sort()).toEqual(['17%', '30%', '60%', '67%'])
  })

  it('P88 draw what is withheld as a hatched box of one width, never as nothing and never to scale', () => {
    const withheld = [barsOf(first)[1]!, barsOf(second)[2]!, ...barsOf(third).slice(0, 3)]
    expect(new Set(withheld.map(({ value }) => value)).size).toBe(1)
    for (const { value, label, itemStyle } of withheld) {
      expect(value).toBeGreaterThan(0)
      expect(label?.formatter).toBe('x')
      expect(itemStyle?.decal).toBeDefined()
    }
  })

  it('name their base and their parts, and leave out a share whose base is too small', () => {
    const texts = written(made)
    for (const words of ['第一の区分', '第三の区分', '2001～2003年  n = 60']) expect(texts).toContain(words)
    const small = [first, second, third].map((series) => barsOf(series)[3]!)
    expect(small.map(({ label }) => label?.formatter)).toEqual(['割合は示さない', undefined, undefined])
    expect(small[0]!.itemStyle?.decal).toBeUndefined()
  })
})

describe('lines', () => {
  const FOUR = axis('registration_year@period3', {
    '2001_2003': '2001～2003年',
    '2004_2006': '2004～2006年',
    '2007_2009': '2007～2009年',
    '2010_2012': '2010～2012年',
    rest: 'その他',
  })
  const view = viewOf(KINDS, FOUR, [
    [40, 'x', 30, 24, 5, 99],
    [10, 12, 'x', 'x', 'x', 22],
    [9, 'x', 15, 'x', 'x', 24],
    [60, 40, 50, 48, 8, 206],
  ])
  const made = lines(view, 720)
  it('P88 break where a period is withheld, and mark it at one height', () => {
    const [line, marks, other, otherMarks] = seriesOf(made)
    expect(seriesOf(made)).toHaveLength(4)
    expect(line!.data.map((point) => (point && 'value' in point ? point.value : null))).toEqual([67, null, 60, 50])
    expect(marks!.data).toEqual([[1, 0]])
    expect(other!.data.map((point) => (point && 'value' in point ? point.value : null))).toEqual([17, 30, null, null])
    expect(otherMarks!.data).toEqual([
      [2, 0],
      [3, 0],
    ])
    expect(made.option).toMatchObject({ series: [{ connectNulls: false }, {}, { connectNulls: false }, {}] })
  })
  it('leave a category without two numbers in a row to the table', () => {
    expect(written(made)).toContain('第二の区分')
    expect(written(made)).not.toContain('第三の区分')
  })
  it('P87 write the printed shares, and no scale of their own', () => {
    expect(
      numbersIn(written(made))
        .filter((text) => text.endsWith('%'))
        .sort(),
    ).toEqual(['17%', '30%', '50%', '60%', '67%'])
    expect(written(made)).not.toContain('その他')
    const years = ['2001', '2004', '2007', '2010']
    expect(numbersIn(written(made)).filter((text) => !text.endsWith('%'))).toEqual([...years, ...years])
  })
  it('of one variable show its figures', () => {
    const years = axis('registration_year@year', { '2001': '2001年', '2002': '2002年', '2003': '2003年' })
    const single: ReleasedView = {
      ...BY_PERIOD,
      rows: years,
      columns: null,
      cell: (row) => (row === 1 ? { status: 'withheld' } : { status: 'shown', figure: 20 + row }),
    }
    const [line, marks] = seriesOf(lines(single, 360))
    expect(line!.data).toEqual([expect.objectContaining({ value: 20 }), null, expect.objectContaining({ value: 22 })])
    expect(marks!.data).toEqual([[1, 0]])
  })
})

describe('lines over years that stand joined with others', () => {
  it('P88 break there, and keep the years at their distance', () => {
    const years = axis('registration_year@year', { '2001': '2001年', '2002': '2002年', '2005': '2005年', rest: 'その他（2003～2004年）' })
    const single: ReleasedView = { ...BY_PERIOD, rows: years, columns: null, cell: (row) => ({ status: 'shown', figure: 20 + row }) }
    const [line] = seriesOf(lines(single, 360))
    expect(line!.data.map((point) => (point && 'value' in point ? point.value : null))).toEqual([20, 21, null, null, 22])
  })
})

describe('dots', () => {
  const made = dots(BY_PERIOD, 720, 'ja')
  it('P88 stand at printed shares; what is withheld is a mark at the edge, the same for all', () => {
    const all = seriesOf(made)
    const [points, marks] = all.filter(({ type }) => type === 'scatter')
    expect(points!.data).toHaveLength(4)
    expect(numbersIn(written(made)).sort()).toEqual(['17%', '30%', '60%', '67%'])
    expect(marks!.data.every((point) => Array.isArray(point) && point[0] === 0)).toBe(true)
    expect(marks!.data).toHaveLength(5)
    expect(marks!.symbolOffset).toEqual([14, 0])
    expect(all.filter(({ type }) => type === 'line')).toHaveLength(4)
  })
  it('name a category once, and have a line of their own for each group', () => {
    const texts = written(made)
    expect(texts.filter((text) => text === '第一の区分')).toHaveLength(1)
    const [points] = seriesOf(made).filter(({ type }) => type === 'scatter')
    const heights = points!.data.map((point) => (point && 'value' in point ? (point.value as unknown as readonly number[])[1] : null))
    expect(new Set(heights).size).toBe(4)
  })
})

describe('a pyramid', () => {
  const AGES = axis('age@ctdc', { '0_8': '0～8歳', '9_17': '9～17歳', '18_20': '18～20歳', rest: 'まとめた年齢' })
  const GENDERS = axis('gender@list', { woman: '女性', man: '男性', other: 'その他' })
  const view = viewOf(GENDERS, AGES, [
    [30, 20, 'x', 9, 59],
    ['x', 12, 8, 7, 27],
    ['x', 'x', 'x', 'x', 'x'],
    [34, 32, 'x', 16, 86],
  ])
  it('P88 has the figures of women and men by age, and one box for whatever is withheld', () => {
    const made = pyramid(view, AGES, 720)
    const [women, men] = seriesOf(made)
    expect(barsOf(women).map(({ label }) => label?.formatter)).toEqual(['30', '20', 'x'])
    expect(barsOf(men).map(({ label }) => label?.formatter)).toEqual(['x', '12', '8'])
    expect(barsOf(women)[2]!.value).toBe(barsOf(men)[0]!.value)
    expect(barsOf(women)[2]!.value).toBeGreaterThan(0)
    expect(written(made)).not.toContain('まとめた年齢')
  })
  it('is refused where the table names no women and men', () => {
    expect(() => pyramid(BY_PERIOD, PERIODS, 720)).toThrow(RangeError)
  })
})

describe('maps of Japan', () => {
  const AREA = axis('exploitation_prefectures@area8', { kanto: '関東', chubu: '中部', kinki: '近畿', several: '複数の地方' })
  const ORIGINS = axis('route_origin@country', { TH: 'タイ', PH: 'フィリピン', VN: 'ベトナム' })
  const view = viewOf(ORIGINS, AREA, [
    [31, 42, 'x', 6, 79],
    ['x', 53, 17, 9, 79],
    ['x', 'x', 'x', 'x', 'x'],
    [64, 98, 19, 15, 196],
  ])
  it('P80 write all cases by area with their names, then a map for each origin that shows a figure', () => {
    const { all, panels } = areasIn(view, AREA)
    expect([...all].map(([area, { cell }]) => [area, cell.status === 'shown' ? cell.figure : null])).toEqual([
      ['kanto', 64],
      ['chubu', 98],
      ['kinki', 19],
    ])
    expect(panels.map(({ label }) => label)).toEqual(['タイ', 'フィリピン'])
    for (const width of [328, 720]) {
      const { svg, size } = japanMaps(view, AREA, 'ja', width)
      const figures = [...svg.matchAll(/<tspan[^>]*>([^<]*)</g)].map(([, text]) => text).filter((text) => text !== '')
      expect(figures.sort()).toEqual(['17', '19', '31', '42', '53', '64', '98', 'x', 'x'].sort())
      expect(size.width).toBe(width)
      expect(svg.match(/<svg/g)).toHaveLength(1 + 3)
    }
  })
  it('are the same whichever way the table stands', () => {
    const turned: ReleasedView = { ...view, rows: AREA, columns: ORIGINS, cell: (row, column) => view.cell(column, row) }
    expect(japanMaps(turned, ORIGINS, 'ja', 720)).toEqual(japanMaps(view, AREA, 'ja', 720))
  })
})

it('flows of a table are its published figures, and nothing is drawn of what is withheld', () => {
  expect(flowsOfTable(BY_PERIOD, PERIODS).map(({ figure }) => figure)).toEqual([40, 30, 5, 10, 12])
})

it('a heat map of five columns fits a telephone with its heads upright, and a wide window has them across', () => {
  const heads = axis('actor@group5', {
    a: '警察・入管・匿名通報',
    b: '福祉・労働・人権・市区町村の窓口',
    c: '民間団体・労働組合・宗教団体',
    d: '大使館・領事館',
    e: 'その他',
  })
  const view = viewOf(KINDS, heads, [
    [164, 28, 92, 47, 15, 346],
    [32, 9, 'x', 'x', 'x', 70],
    [9, 'x', 'x', 'x', 'x', 26],
    [205, 47, 128, 50, 20, 450],
  ])
  const rotated = ({ option }: Drawing) => (option.xAxis as { axisLabel: { rotate: number } }).axisLabel.rotate
  const [narrow, wide] = [heat(view, heads, 296), heat(view, heads, 700)]
  expect(narrow.size.width).toBeLessThanOrEqual(296)
  expect([rotated(narrow), rotated(wide)]).toEqual([90, 0])
})

it.each(['bars', 'heat', 'matrix', 'stacked', 'lines', 'dots', 'sankey'] as const)(
  '%s of a table writes no number that the table does not print',
  (kind) => {
    const printed = new Set([
      '40',
      '30',
      '5',
      '75',
      '10',
      '12',
      '22',
      '60',
      '50',
      '8',
      '158',
      '17%',
      '30%',
      '60%',
      '67%',
      '2001',
      '2004',
      '2007',
    ])
    expect(numbersIn(written(tableDrawing(kind, BY_PERIOD, 720, 'ja'))).filter((text) => !printed.has(text))).toEqual([])
  },
)

it('a label leaves no single character alone on its last line', () => {
  expect(wrapped('時間をおいて帰国したい', 13, 134).at(-1)!.length).toBeGreaterThan(1)
})
