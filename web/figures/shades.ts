/** From pale to deep; on the deeper half the figure is written in white. */
export const SHADES = ['#dfe9f2', '#b9d0e4', '#86aecf', '#4f83b0', '#1f4e79'] as const
