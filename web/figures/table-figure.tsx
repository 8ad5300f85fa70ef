/** The figure of a table that was asked for by its variables: bars for one, shaded cells for two. */
import type { ReleasedView } from '../../analysis/publication/figures/views/released-view.ts'
import { FIGURE_WORDS } from '../../analysis/publication/figures/words.ts'
import { useLanguage } from '../language/language.tsx'
import { type FigureDrawing, FigureImage } from './figure-image.tsx'

export function TableFigure({ view, title }: { readonly view: ReleasedView; readonly title: string }) {
  const { say, language } = useLanguage()
  return (
    <FigureImage
      alt={say(view.columns ? FIGURE_WORDS.heat(title) : FIGURE_WORDS.bars(title))}
      drawn={`${view.checksum} ${view.rows.id} ${language}`}
      paint={(width) => tableDrawing(view, width)}
    >
      {say(FIGURE_WORDS.hatched)}
    </FigureImage>
  )
}

/** @param width in pixels */
export async function tableDrawing(view: ReleasedView, width: number): Promise<FigureDrawing> {
  const [{ draw }, made] = await Promise.all([
    import('../../analysis/publication/figures/draw.ts'),
    view.columns
      ? import('../../analysis/publication/figures/charts/heat.ts').then(({ heat }) => heat(view, view.columns!, width))
      : import('../../analysis/publication/figures/charts/bars.ts').then(({ bars }) => bars(view, width)),
  ])
  return { svg: draw(made), size: made.size }
}
