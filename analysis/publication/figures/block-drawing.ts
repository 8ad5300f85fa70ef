/** The drawing of a printed block: the same on a page and in a file. Maps have outlines of their own and are made elsewhere. */
import type { BookFigure, Imprint, PrintedBlock } from '../../../survey-schema/release/book.ts'
import type { Language } from '../../../survey-schema/text.ts'
import { flowsDrawing } from './charts/flows.ts'
import { sankey } from './charts/journey-tree.ts'
import type { Drawing } from './draw.ts'
import { type Chart, drawing } from './table-drawing.ts'
import { branchesOf, branchesOfPaths, flowsOf, lookOf, viewOfBlock, viewOfDerived } from './views/block-view.ts'

export type Charted = BookFigure & { readonly kind: Chart }

/** @param imprint of the book that the block stands in */
export function blockDrawing(
  figure: Charted,
  block: PrintedBlock,
  imprint: Pick<Imprint, 'edition' | 'fictional'>,
  language: Language,
  width: number,
): Drawing {
  if (block.kind === 'routes') return sankey(branchesOf(block, language), width)
  if (block.kind === 'table') return drawing(figure.kind, viewOfBlock(block, imprint, language), width, language)
  const look = lookOf(figure, block)
  if (look === 'flows') return flowsDrawing(flowsOf(block, language), width)
  if (look === 'tree') return sankey(branchesOfPaths(block, language), width)
  // A computed table is drawn by its first column alone.
  return drawing(figure.kind === 'dots' ? 'dots' : 'bars', viewOfDerived(block, imprint, language), width, language)
}
