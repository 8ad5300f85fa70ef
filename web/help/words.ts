import type { Words } from '../../survey-schema/text.ts'

export const WORDS = {
  title: { ja: '使い方', en: 'Help' },
  roles: { ja: '立場ごとの説明', en: 'Help for each person' },
} as const satisfies Words
