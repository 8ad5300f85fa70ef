/** The map of the world on a page: its outlines load with the first map. */
import type { Drawing } from '../../analysis/publication/figures/draw.ts'
import { unpackedShapes } from '../../analysis/publication/figures/maps/packed-shapes.ts'
import { worldDrawing } from '../../analysis/publication/figures/maps/world-drawing.ts'
import type { CountryShape } from '../../analysis/publication/figures/maps/world-shapes.ts'
import type { ReleasedCell } from '../../survey-schema/release/released-table.ts'

let shapes: Promise<readonly CountryShape[]> | null = null

const loadShapes = () => (shapes ??= import('virtual:world-outlines').then(({ default: packed }) => unpackedShapes(packed)))

/** @param cells published cells by two-letter code, with their label */
export const worldMap = async (
  cells: ReadonlyMap<string, { readonly label: string; readonly cell: ReleasedCell }>,
  width: number,
): Promise<Drawing> => worldDrawing(await loadShapes(), cells, width)
