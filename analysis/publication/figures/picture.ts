/** Figures as files contain them: as SVG, and rendered as PNG. */
import type { Language } from '../../../survey-schema/text.ts'

export interface Picture {
  readonly svg: string
  /** In CSS pixels. */
  readonly width: number
  readonly height: number
}

export interface Image extends Picture {
  /** One and a half times as many pixels as the picture has CSS pixels, in each direction. */
  readonly png: Uint8Array
}

/** The image of a figure of the book by its id; null where nothing can be drawn. */
export type FigureImages = (id: string, language: Language) => Image | null
