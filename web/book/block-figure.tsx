/** A drawing of a block, with the words that are read in its place. The same figures stand in rows beside it. */

import { cellsOfView, drawableAs, viewOfBlock, viewOfDerived } from '../../analysis/publication/figures/views/block-view.ts'
import type { ReleasedView } from '../../analysis/publication/figures/views/released-view.ts'
import type { BookFigure, Imprint, PrintedBlock } from '../../survey-schema/release/book.ts'
import type { Language, Text } from '../../survey-schema/text.ts'
import { type FigureDrawing, FigureImage } from '../figures/figure-image.tsx'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

interface BlockFigureProps {
  readonly figure: BookFigure
  readonly blocks: readonly PrintedBlock[]
  readonly imprint: Imprint
  /** What it shows, where the findings of the book name it. */
  readonly title?: Text | undefined
}

export function BlockFigure({ figure, blocks, imprint, title }: BlockFigureProps) {
  const { say, language } = useLanguage()
  const block = blocks.find(({ id }) => id === figure.draws[0])
  const look = block ? drawableAs(figure, block) : null
  if (!block || look === null) return null
  const isMap = figure.kind === 'world-map' || figure.kind === 'japan-map'
  const view =
    block.kind === 'table'
      ? viewOfBlock(block, imprint, language)
      : block.kind === 'derived' && look === 'table'
        ? viewOfDerived(block, imprint, language)
        : null
  return (
    <div id={figure.id}>
      {title && <p className="book-figure-title">{say(title)}</p>}
      <FigureImage
        alt={say(figure.alternative)}
        drawn={`${block.checksum} ${figure.kind} ${language}`}
        paint={(width) => painted(figure, block, view, imprint, language, width)}
      >
        {block.kind === 'table' && figure.kind in LOOKS && <span>{say(LOOKS[figure.kind as keyof typeof LOOKS])}</span>}
        {view && !isMap && figure.kind !== 'sankey' && <span>{say(WORDS.hatched)}</span>}
        {(!view || figure.kind === 'sankey') && <span>{say(WORDS.flows)}</span>}
      </FigureImage>
    </div>
  )
}

/** How a drawing of shares is read. */
const LOOKS = { stacked: WORDS.readStacked, lines: WORDS.readLines, dots: WORDS.readDots, pyramid: WORDS.readPyramid } as const

async function painted(
  figure: BookFigure,
  block: PrintedBlock,
  view: ReleasedView | null,
  imprint: Imprint,
  language: Language,
  width: number,
): Promise<FigureDrawing> {
  if (figure.kind !== 'japan-map' && figure.kind !== 'world-map') {
    const [{ draw }, { blockDrawing }] = await Promise.all([
      import('../../analysis/publication/figures/draw.ts'),
      import('../../analysis/publication/figures/block-drawing.ts'),
    ])
    const made = blockDrawing({ ...figure, kind: figure.kind }, block, imprint, language, width)
    return { svg: draw(made), size: made.size }
  }
  if (view === null) throw new RangeError('a map needs the cells of a table')
  const cells = cellsOfView(view)
  if (figure.kind === 'japan-map') {
    const { japanMap, japanMaps } = await import('../../analysis/publication/figures/maps/japan-map.ts')
    return view.columns ? japanMaps(view, view.columns, language, width) : japanMap(cells, language, width)
  }
  const { loadedWorldMap } = await import('../figures/world-map.ts')
  return loadedWorldMap(view, language, width)
}
