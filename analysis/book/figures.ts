/** Which drawings a table has, of which of its blocks, and what is read aloud in their place. */
import type { BookFigure, PrintedBlock, TableBlock } from './document.ts'
import { words } from './methods/document.ts'
import type { PlannedTable } from './plan/planned.ts'

type Kind = BookFigure['kind']

const KIND_WORDS: Readonly<Record<Kind, readonly [ja: string, en: string]>> = {
  bars: ['棒グラフ', 'Bars'],
  stacked: ['積み上げ棒グラフ', 'Stacked bars'],
  heat: ['濃淡の表', 'Shaded grid'],
  matrix: ['濃淡の表', 'Shaded grid'],
  sankey: ['流れの図', 'Flows'],
  'world-map': ['世界地図', 'Map of the world'],
  'japan-map': ['日本地図', 'Map of Japan'],
  lines: ['折れ線グラフ', 'Lines'],
  dots: ['点グラフ', 'Dots'],
  pyramid: ['人口ピラミッド', 'Pyramid'],
}

const ACROSS: ReadonlySet<Kind> = new Set(['stacked', 'heat', 'matrix', 'lines', 'pyramid', 'dots', 'sankey'])

/** A drawing of a crosstab that had to be printed as single tables becomes bars; a map needs its places. */
export function figuresOf({ number, figures }: PlannedTable, blocks: readonly PrintedBlock[]): readonly BookFigure[] {
  const drawn = figures.flatMap((kind) => blocks.flatMap((block) => drawing(kind, block)))
  const inBars = blocks.filter(
    (block): block is TableBlock => block.kind === 'table' && figures.length > 0 && !drawn.some(([, { id }]) => id === block.id),
  )
  const all = [...drawn, ...inBars.map((block) => [block.columns.length === 0 ? 'bars' : 'heat', block] as const)]
  return all.map(([kind, block], place) => {
    const [ja, en] = KIND_WORDS[kind]
    return {
      id: `figure-${number.replace('.', '-')}-${place + 1}`,
      kind,
      caption: block.caption,
      alternative: words(
        `${ja}：${block.caption.ja}。${block.period.ja}。数値は同じ欄の表にある。`,
        `${en}: ${block.caption.en}. ${block.period.en}. The figures stand in the table beside it.`,
      ),
      draws: [block.id],
    }
  })
}

function drawing(kind: Kind, block: PrintedBlock): readonly (readonly [Kind, PrintedBlock])[] {
  if (block.kind === 'routes') return kind === 'bars' || kind === 'sankey' ? [[kind, block]] : []
  if (block.kind === 'derived')
    return kind === 'bars' || kind === 'stacked' || kind === 'dots' || kind === 'lines' || kind === 'sankey' ? [[kind, block]] : []
  const [axis] = block.table.axes
  const crossed = block.table.axes.length === 2
  if (kind === 'world-map') return !crossed && axis.level === 'country' ? [[kind, block]] : []
  if (kind === 'japan-map') return !crossed && axis.level === 'area8' ? [[kind, block]] : []
  if (kind === 'bars') return crossed ? [] : [[kind, block]]
  return ACROSS.has(kind) && crossed ? [[kind, block]] : []
}
