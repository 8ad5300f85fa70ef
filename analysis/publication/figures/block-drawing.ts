/** The drawing of a printed block: the same on a page and in a file. Maps have outlines of their own and are made elsewhere. */
import type { BookFigure, Imprint, PrintedBlock } from '../../../survey-schema/release/book.ts'
import type { Language } from '../../../survey-schema/text.ts'
import { flowsDrawing } from './charts/flows.ts'
import { journeyTree } from './charts/journey-tree.ts'
import type { Drawing } from './draw.ts'
import { type ChartKind, tableDrawing } from './table-drawing.ts'
import { drawableAs, viewOfBlock, viewOfDerived } from './views/block-view.ts'
import { branchesOf, branchesOfPaths, flowsOf } from './views/flows-of-block.ts'

export type ChartFigure = BookFigure & { readonly kind: ChartKind }

/** @param imprint of the book that the block stands in */
export function blockDrawing(
  figure: ChartFigure,
  block: PrintedBlock,
  imprint: Pick<Imprint, 'edition' | 'fictional'>,
  language: Language,
  width: number,
): Drawing {
  if (block.kind === 'routes') return journeyTree(branchesOf(block, language), width)
  if (block.kind === 'table') return tableDrawing(figure.kind, viewOfBlock(block, imprint, language), width, language)
  const look = drawableAs(figure, block)
  if (look === 'flows') return flowsDrawing(flowsOf(block, language), width)
  if (look === 'tree') return journeyTree(branchesOfPaths(block, language), width)
  // Of a computed table only the first column is drawn.
  return tableDrawing(figure.kind === 'dots' ? 'dots' : 'bars', viewOfDerived(block, imprint, language), width, language)
}
