/** Figures as PNG, painted from their SVG with our own font: no text chunk, no clock, the same bytes everywhere. */
import { Resvg } from '@resvg/resvg-js'
import type { Language, Picture } from './drawn-figures.ts'
import { fontFiles } from './fonts.ts'

export interface Image {
  readonly png: Uint8Array
  /** In CSS pixels; the image has twice as many each way. */
  readonly width: number
  readonly height: number
}

export type FigureImages = (id: string, language: Language) => Image | null

const ZOOM = 2

export function imageOf({ svg, width, height }: Picture): Image {
  const painted = new Resvg(svg, {
    font: { fontFiles: [...fontFiles()], loadSystemFonts: false, defaultFontFamily: 'BIZ UDPGothic' },
    fitTo: { mode: 'zoom', value: ZOOM },
    background: '#ffffff',
  })
  return { png: painted.render().asPng(), width, height }
}
