import type { Words } from '../language/text.ts'

export const WORDS = {
  title: { ja: '各章', en: 'Chapters' },
  edition: (id: string) => ({ ja: `データブック ${id}`, en: `Data book ${id}` }),
  chapters: { ja: '章', en: 'Chapters' },
  nothingPublished: { ja: '公表された版は、まだありません。', en: 'No edition has been published yet.' },
  notInEdition: { ja: 'この表は、この版では作られていません。', en: 'This edition does not hold this table.' },
  nextChapter: { ja: '次の章', en: 'Next chapter' },
  openTable: { ja: '表を探すページで開く', en: 'Open among the tables' },
  csv: { ja: 'CSV', en: 'CSV' },
  step: { ja: '経路', en: 'Route' },
  cases: { ja: '事例数', en: 'Cases' },
  unshown: { ja: '表に単独の行がないところは、色を付けていない。', en: 'Places without a line of their own in the table are left pale.' },
  world: {
    ja: '地図：Natural Earth（world-atlas）。境界は領土についての見解を示すものではない。',
    en: 'Map: Natural Earth, by world-atlas. Boundaries imply no view on any territory.',
  },
  japan: {
    ja: '地図：@svg-maps/japan、CC BY 4.0。複数の地方にわたる事例は地図に示さず、表に載せている。',
    en: 'Map: @svg-maps/japan, CC BY 4.0. Cases in several areas are in the table, not on the map.',
  },
  classes: { ja: '事例数', en: 'Cases' },
  flows: {
    ja: '流れの太さは公表値。秘匿した流れは描いていない。複数の国からの流れが合わさるところには、公表値がないため数を書いていない。',
    en: 'The width of a flow is its published figure; withheld flows are not drawn. Where flows of several countries meet there is no published figure, so none is written.',
  },
  treeNote: {
    ja: '10事例以上に共通する経路だけを示す。残りは「個別には示さない」にまとめる。',
    en: 'Only routes that at least ten cases share are shown; what is left at a step is “further, not shown”.',
  },
  firstNote: {
    ja: '一つの事例は、最初につながった機関で一度だけ数える。',
    en: 'A case is counted once, by the first organisation reached.',
  },
} as const satisfies Words
