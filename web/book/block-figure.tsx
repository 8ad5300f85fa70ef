/** A drawing of a block, with the words that are read in its place. The same figures stand in rows beside it. */
import type { BookFigure, DerivedBlock, Imprint, PrintedBlock } from '../../survey-schema/book.ts'
import { FigureImage, type Picture } from '../figures/figure-image.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Language } from '../language/text.ts'
import type { ReleasedView } from '../tables/released-view.ts'
import { branchesOf, branchesOfPaths, flowsOf, viewOfBlock, viewOfDerived } from './block-view.ts'
import { MapLegend } from './map-legend.tsx'
import { WORDS } from './words.ts'

interface BlockFigureProps {
  readonly figure: BookFigure
  readonly blocks: readonly PrintedBlock[]
  readonly imprint: Imprint
}

export function BlockFigure({ figure, blocks, imprint }: BlockFigureProps) {
  const { say, language } = useLanguage()
  const block = blocks.find(({ id }) => id === figure.draws[0])
  if (!block || !isDrawn(figure, block)) return null
  const isMap = figure.kind === 'world-map' || figure.kind === 'japan-map'
  const view =
    block.kind === 'table'
      ? viewOfBlock(block, imprint.edition, imprint.fictional, language)
      : block.kind === 'derived' && lookOf(figure, block) === 'bars'
        ? viewOfDerived(block, imprint.edition, imprint.fictional, language)
        : null
  return (
    <div id={figure.id}>
      <FigureImage
        alt={say(figure.alternative)}
        drawn={`${block.checksum} ${figure.kind} ${language}`}
        paint={(width) => painted(figure, block, view, language, width)}
      >
        {isMap && view && <MapLegend view={view} />}
        {block.kind === 'table' && figure.kind in LOOKS && <span>{say(LOOKS[figure.kind as keyof typeof LOOKS])}</span>}
        {view && !isMap && figure.kind !== 'sankey' && <span>{say(WORDS.hatched)}</span>}
        {isMap && <span>{say(WORDS.unshown)}</span>}
        {isMap && <span>{say(figure.kind === 'world-map' ? WORDS.world : WORDS.japan)}</span>}
        {(!view || figure.kind === 'sankey') && <span>{say(WORDS.flows)}</span>}
      </FigureImage>
    </div>
  )
}

/** How a drawing of shares is read. */
const LOOKS = { stacked: WORDS.readStacked, lines: WORDS.readLines, dots: WORDS.readDots, pyramid: WORDS.readPyramid } as const

/** What a computed table looks like: a tree of routes, flows from step to step, bars; a long list is read as a table. */
function lookOf({ kind }: BookFigure, block: DerivedBlock): 'tree' | 'flows' | 'bars' | null {
  const shown = block.rows.filter(({ cells: [first] }) => first && 'figure' in first.cell)
  if (shown.length === 0) return null
  if (kind === 'sankey') return shown.some(({ line }) => /^\d /.test(line.code)) ? 'flows' : 'tree'
  return block.rows.length <= MOST_BARS && block.head.length > 2 ? 'bars' : null
}

const MOST_BARS = 12

/** A drawing of nothing but withheld cells says less than the table. */
const isDrawn = (figure: BookFigure, block: PrintedBlock): boolean =>
  block.kind === 'routes'
    ? block.routes.origins.some(({ cell }) => 'figure' in cell)
    : block.kind === 'table'
      ? block.table.cells.some((cell) => 'figure' in cell)
      : lookOf(figure, block) !== null

async function painted(
  figure: BookFigure,
  block: PrintedBlock,
  view: ReleasedView | null,
  language: Language,
  width: number,
): Promise<Picture> {
  const look = block.kind === 'derived' ? lookOf(figure, block) : block.kind === 'routes' ? 'tree' : null
  if (look === 'tree' || look === 'flows') {
    const { draw } = await import('../figures/draw.ts')
    const made =
      look === 'flows' && block.kind === 'derived'
        ? (await import('../figures/flows.ts')).flowsDrawing(flowsOf(block, language), width)
        : (await import('../figures/sankey.ts')).sankey(
            block.kind === 'routes' ? branchesOf(block, language) : block.kind === 'derived' ? branchesOfPaths(block, language) : [],
            width,
          )
    return { svg: draw(made), size: made.size }
  }
  if (view === null) throw new RangeError('a drawing of a table needs its cells')
  const cells = new Map(view.rows.lines.map((line, place) => [line.code, { label: line.label, cell: view.cell(place, 0) }]))
  if (figure.kind === 'japan-map') {
    const { japanMap, japanMaps } = await import('../figures/japan-map.ts')
    return view.columns ? japanMaps(view, view.columns, language, width) : japanMap(cells, language, width)
  }
  if (figure.kind === 'world-map') {
    const [{ worldMap }, { draw }] = await Promise.all([import('../figures/world-map.ts'), import('../figures/draw.ts')])
    const made = await worldMap(cells, width)
    return { svg: draw(made), size: made.size }
  }
  const [{ draw }, { drawing }] = await Promise.all([import('../figures/draw.ts'), import('../figures/of-table.ts')])
  // A computed table is drawn by its first column alone.
  const chart = block.kind === 'table' ? figure.kind : figure.kind === 'dots' ? 'dots' : 'bars'
  const made = drawing(chart, view, width, language)
  return { svg: draw(made), size: made.size }
}
