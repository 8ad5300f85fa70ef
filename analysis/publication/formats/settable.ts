/** Text without the characters over which Typst or the renderer of drawings fails. */
import { printable } from './office/xml-text.ts'

/** Marks that change the direction of writing inside a text: over them Typst and the renderer of drawings (resvg) crash, and the process with them. */
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Text that Typst can set. @example settable('a\u202eb') // 'ab' */
export const settable = (text: string): string => printable(text).replaceAll(DIRECTIONS, '')

/**
 * Text that resvg can draw: it never ends over a combining mark that no font has. Marks are composed with their letter where Unicode has such a
 * letter, and left out otherwise; the table beside the drawing has the label whole.
 * @example paintable('e\u0301') // 'é'
 */
export const paintable = (text: string): string => settable(text).normalize('NFC').replaceAll(/\p{M}/gu, '')
