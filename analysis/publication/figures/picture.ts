/** Figures as files contain them: as SVG, and rendered as PNG. */
import type { Language } from '../../../survey-schema/text.ts'

export interface Picture {
  readonly svg: string
  /** In CSS pixels. */
  readonly width: number
  readonly height: number
}

export interface Image {
  readonly png: Uint8Array
  /** In CSS pixels; the PNG has one and a half times as many in each direction. */
  readonly width: number
  readonly height: number
}

/** The image of a figure of the book by its id; null where nothing can be drawn. */
export type FigureImages = (id: string, language: Language) => Image | null
