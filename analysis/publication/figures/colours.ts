/**
 * Colours that tell parts and groups of a drawing apart. Neighbours differ in darkness, so that they stay distinct in a photocopy and for
 * readers who see red, green or blue less; groups differ in shape as well.
 */
import { ACCENT } from './draw.ts'

export interface PartColour {
  readonly fill: string
  /** Whether words on it are white. */
  readonly dark: boolean
}

/** Parts of a bar, in their order. */
export const PARTS: readonly PartColour[] = [
  { fill: '#1f4e79', dark: true },
  { fill: '#c9dcec', dark: false },
  { fill: '#6b93b8', dark: false },
  { fill: '#efe6d2', dark: false },
  { fill: '#7a5c2e', dark: true },
  { fill: '#dcd9d0', dark: false },
  { fill: '#545a63', dark: true },
]

export type GroupShape = 'circle' | 'diamond' | 'triangle' | 'rect'

/** Groups whose dots stand side by side, in their order. */
export const GROUPS: readonly { readonly color: string; readonly shape: GroupShape }[] = [
  { color: ACCENT, shape: 'circle' },
  { color: '#c98a1b', shape: 'diamond' },
  { color: '#1d2327', shape: 'triangle' },
  { color: '#86aecf', shape: 'rect' },
]

/** Women, then men, of a pyramid. */
export const SIDES: readonly string[] = [ACCENT, '#b9c9d8']
