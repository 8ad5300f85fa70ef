/** Shades from pale to deep: of dark ink on all but the deepest, and of white on that one, the contrast is above 4.5 : 1. */
export const SHADES = ['#d4e1ed', '#abc4d9', '#88a9c8', '#6892b8', '#1f4e79'] as const

/**
 * The shade of a figure among others, in five steps, so that a reader can tell them apart.
 * @param share of the largest figure, 0 to 1
 * @example shadeAt(1) // { fill: '#1f4e79', dark: true }
 */
export function shadeAt(share: number): { readonly fill: string; readonly dark: boolean } {
  const last = SHADES.length - 1
  const step = Math.max(0, Math.min(last, Math.floor(share * SHADES.length)))
  return { fill: SHADES[step]!, dark: step === last }
}
