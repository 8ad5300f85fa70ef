/** What a Word document is made of: paragraphs, tables and pictures, as data. */
import type { Language } from '../../../../survey-schema/text.ts'

export type ParagraphStyle =
  | 'Title'
  | 'Subtitle'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Caption'
  | 'Lead'
  | 'Normal'
  | 'TableBase'
  | 'TableNote'
  | 'TableText'
  | 'TableHead'
  | 'TOC1'
  | 'TOC2'

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly style: ParagraphStyle
  readonly text: string
  /** The text in pieces, each with its look; in place of `text` where they are given. */
  readonly runs?: readonly TextRun[]
  /** Of a list. Entries of one list share its number, and a list of numbers begins with 1. */
  readonly entry?: { readonly list: number; readonly ordered: boolean; readonly depth: number }
  readonly language: Language
  /** Stays on the page of what follows. */
  readonly together?: boolean
  readonly bookmark?: string
  /** Name of a bookmark to jump to. */
  readonly link?: string
  readonly newPage?: boolean
}

export interface TextRun {
  readonly text: string
  readonly strong?: boolean
  readonly emphasis?: boolean
  /** Where a link leads; the caller has looked at it. */
  readonly address?: string
}

export interface WordTable {
  readonly kind: 'table'
  /** Of the columns, in twentieths of a point. */
  readonly widths: readonly number[]
  /** Rows repeated on each page. */
  readonly head: readonly (readonly WordCell[])[]
  readonly rows: readonly (readonly WordCell[])[]
  readonly language: Language
  /** Read aloud in place of the table. */
  readonly description: string
}

export interface WordCell {
  readonly text: string
  readonly right?: boolean
  readonly indent?: number
  readonly span?: number
  readonly bold?: boolean
  /** Colour behind the text, `#rrggbb`, and whether the text is white on it. */
  readonly shade?: { readonly fill: string; readonly dark: boolean }
}

export interface WordPicture {
  readonly kind: 'picture'
  /** Shown by programs that draw SVG. */
  readonly svg: string
  /** Shown by all others. */
  readonly png: Uint8Array
  /** In CSS pixels. */
  readonly width: number
  readonly height: number
  readonly description: string
}

export type WordPart = Paragraph | WordTable | WordPicture
