/** Figures as PNG, painted from their SVG with our own font: no text chunk, no clock, the same bytes everywhere. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { renderAsync } from '@resvg/resvg-js'
import type { Image, Picture } from '../../../analysis/publication/figures/picture.ts'
import { fontSubset } from './font-subset.ts'
import { fontFiles } from './fonts.ts'
import { palettePng } from './palette-png.ts'

const ZOOM = 1.5
/** Painted at the same time: the painter has threads of its own. */
const AT_ONCE = 2

/** Images painted between two clearings of memory. */
const CLEARED_EVERY = 12

/** The pixels of a painting lie outside the heap, where their weight is not felt: left alone, hundreds of them stay until the end. */
function clearer(): () => void {
  setFlagsFromString('--expose-gc')
  const clear = runInNewContext('gc') as () => void
  let painted = 0
  return () => {
    if (++painted % CLEARED_EVERY === 0) clear()
  }
}

/** @param pictures by any name @returns the images by the same names */
export async function imagesOf(pictures: ReadonlyMap<string, Picture>): Promise<ReadonlyMap<string, Image>> {
  const folder = mkdtempSync(join(tmpdir(), 'jnatip-fonts-'))
  try {
    const characters = new Set([...pictures.values()].flatMap(({ svg }) => [...new Set(svg)]))
    const fonts = fontFiles().map((file, at) => {
      const path = join(folder, `${at}.ttf`)
      writeFileSync(path, fontSubset(readFileSync(file), characters))
      return path
    })
    const options = {
      font: { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: 'BIZ UDPGothic' },
      fitTo: { mode: 'zoom', value: ZOOM },
      background: '#ffffff',
    } as const
    const images = new Map<string, Image>()
    const waiting = [...pictures]
    const clear = clearer()
    const painter = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [name, { svg, width, height }] = next
        const painted = await renderAsync(svg, options)
        images.set(name, { svg, png: palettePng(painted), width, height })
        clear()
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, painter))
    return images
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
