/** Figures as files carry them, whoever drew or painted them. */
import type { Language } from '../../../survey-schema/text.ts'

export interface Picture {
  readonly svg: string
  /** In CSS pixels. */
  readonly width: number
  readonly height: number
}

export interface Image {
  readonly png: Uint8Array
  /** In CSS pixels; the image has half as many again each way. */
  readonly width: number
  readonly height: number
}

/** The image of a figure of the book by its id; null where nothing can be drawn. */
export type FigureImages = (id: string, language: Language) => Image | null
