/** The map of the world on a page: its outlines are fetched once, from our own server. */
import atlasAddress from 'world-atlas/countries-50m.json?url'
import type { Drawing } from '../../analysis/publication/figures/draw.ts'
import { worldDrawing } from '../../analysis/publication/figures/maps/world-drawing.ts'
import { type CountryShape, worldShapes } from '../../analysis/publication/figures/maps/world-shapes.ts'
import type { ReleasedCell } from '../../survey-schema/release/released-table.ts'

let shapes: Promise<readonly CountryShape[]> | null = null

function loadShapes(): Promise<readonly CountryShape[]> {
  shapes ??= fetch(atlasAddress)
    .then((response) => response.json())
    .then((atlas: unknown) => worldShapes(atlas))
  return shapes
}

/** @param cells published cells by two-letter code, with their label */
export const worldMap = async (
  cells: ReadonlyMap<string, { readonly label: string; readonly cell: ReleasedCell }>,
  width: number,
): Promise<Drawing> => worldDrawing(await loadShapes(), cells, width)
