/** Shades from pale to deep. On the deepest the figure is written in white, so that its contrast is above 4 : 1 on each. */
export const SHADES = ['#dfe9f2', '#b9d0e4', '#86aecf', '#6396c0', '#1f4e79'] as const

/** From this share of the largest figure on a figure is written in white. */
export const DARK = 0.8

/**
 * The shade of a figure among others, mixed from its two neighbours, as drawings mix it.
 * @param share of the largest figure, 0 to 1
 * @example shadeAt(1) // { fill: '#1f4e79', dark: true }
 */
export function shadeAt(share: number): { readonly fill: string; readonly dark: boolean } {
  const at = Math.min(1, Math.max(0, share)) * (SHADES.length - 1)
  const below = Math.min(SHADES.length - 2, Math.floor(at))
  const channel = (shade: number, place: number) => Number.parseInt(SHADES[shade]!.slice(1 + place * 2, 3 + place * 2), 16)
  const mixed = [0, 1, 2].map((place) =>
    Math.round(channel(below, place) + (channel(below + 1, place) - channel(below, place)) * (at - below)),
  )
  return { fill: `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`, dark: share > DARK }
}
