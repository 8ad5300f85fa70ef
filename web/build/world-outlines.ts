/** The outlines of the world as they are drawn, made when the pages are built: a tenth of the atlas, and no reader of it on the page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'
import { packedShapes } from '../../analysis/publication/figures/maps/packed-shapes.ts'
import { worldShapes } from '../../analysis/publication/figures/maps/world-shapes.ts'

const NAME = 'virtual:world-outlines'
const ATLAS = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')

export const worldOutlines = (): Plugin => ({
  name: 'world-outlines',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
  load(id) {
    if (id !== `\0${NAME}`) return null
    return `export default ${JSON.stringify(packedShapes(worldShapes(JSON.parse(readFileSync(ATLAS, 'utf8')))))}`
  },
})
