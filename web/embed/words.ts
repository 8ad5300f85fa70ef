import type { Words } from '../../survey-schema/text.ts'

export const WORDS = {
  figures: { ja: '数字を表で見る', en: 'The figures as a table' },
  source: { ja: 'データブックでこの表を開く', en: 'Open this table in the data book' },
  nothing: { ja: 'この表は、いまは公表されていません。', en: 'This table is not published now.' },
} as const satisfies Words
