/** Shades from pale to deep. On the deepest the figure is written in white, so that its contrast is above 4 : 1 on each. */
export const SHADES = ['#dfe9f2', '#b9d0e4', '#86aecf', '#6396c0', '#1f4e79'] as const
