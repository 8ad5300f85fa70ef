/** Text as typesetters and painters can take it. */
import { printable } from './office/spreadsheet.ts'

/** Marks that change the direction of writing inside a text: Typst and the painter of drawings break down over them, and the process with them. */
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

export const settable = (text: string): string => printable(text).replaceAll(DIRECTIONS, '')

/** The same for drawings, whose painter never ends over a mark that it finds in no font: composed where there is a letter for it, else left out. The table beside a drawing has the label whole. */
export const paintable = (text: string): string => settable(text).normalize('NFC').replaceAll(/\p{M}/gu, '')
