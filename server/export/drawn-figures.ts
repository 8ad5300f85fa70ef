/** Figures of a book, drawn once for all formats that show them. */

export interface DrawnFigures {
  /** A drawing by itself, with its words inside; null where none could be made. */
  readonly svg: (id: string, language: 'ja' | 'en') => { readonly svg: string; readonly width: number; readonly height: number } | null
  readonly png: (id: string, language: 'ja' | 'en') => { readonly png: Uint8Array; readonly width: number; readonly height: number } | null
}

export const NO_FIGURES: DrawnFigures = { svg: () => null, png: () => null }
