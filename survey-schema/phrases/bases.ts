/** Of which cases a question is asked, where more than one section says so. */

/** Applies where a stage of the journey ended in Japan, and where nobody knows whether one did. */
export const CAME = [
  'with a move to or within Japan, or where this is not known',
  '日本への移動や国内での移動があった人（不明を含む）の',
] as const
