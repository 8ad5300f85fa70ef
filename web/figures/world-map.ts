/** The map of the world on a page: its outlines load with the first map. */

import type { MapDrawing } from '../../analysis/publication/figures/maps/map-parts.ts'
import { unpackedShapes } from '../../analysis/publication/figures/maps/packed-shapes.ts'
import { journeysTo, worldMap } from '../../analysis/publication/figures/maps/world-map.ts'
import type { CountryShape } from '../../analysis/publication/figures/maps/world-shapes.ts'
import { cellsOfView } from '../../analysis/publication/figures/views/block-view.ts'
import type { ReleasedView } from '../../analysis/publication/figures/views/released-view.ts'
import type { Language } from '../../survey-schema/text.ts'

let shapes: Promise<readonly CountryShape[]> | null = null

const loadShapes = () => (shapes ??= import('virtual:world-outlines').then(({ default: packed }) => unpackedShapes(packed)))

export const loadedWorldMap = async (view: ReleasedView, language: Language, width: number): Promise<MapDrawing> =>
  worldMap(await loadShapes(), cellsOfView(view), language, width, journeysTo(view))
