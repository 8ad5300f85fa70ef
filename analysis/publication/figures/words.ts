import type { Words } from '../../../survey-schema/text.ts'

export const FIGURE_WORDS = {
  bars: (title: string) => ({
    ja: `棒グラフ：${title}。数値は下の表にあります。`,
    en: `Bar chart: ${title}. The figures are in the table below.`,
  }),
  heat: (title: string) => ({
    ja: `濃淡の図：${title}。数値は下の表にあります。`,
    en: `Shaded grid: ${title}. The figures are in the table below.`,
  }),
  sankey: (title: string) => ({
    ja: `流れの図：${title}。数値は下の表にあります。`,
    en: `Flow diagram: ${title}. The figures are in the table below.`,
  }),
  map: (title: string) => ({ ja: `地図：${title}。数値は下の表にあります。`, en: `Map: ${title}. The figures are in the table below.` }),
  /** The base of a group is under 20 or withheld. */
  noShare: { ja: '割合は示さない', en: 'no share given' },
  hatched: { ja: '斜線と x は秘匿。大きさや濃さは数を表さない。', en: 'Hatching and x: withheld; its size says nothing.' },
} as const satisfies Words
