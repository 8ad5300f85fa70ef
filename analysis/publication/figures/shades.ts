/** From pale to deep; on the deepest the figure is written in white, so that it always stands out by more than 4 : 1. */
export const SHADES = ['#dfe9f2', '#b9d0e4', '#86aecf', '#6396c0', '#1f4e79'] as const
