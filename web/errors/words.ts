import type { Words } from '../../survey-schema/text.ts'

export const WORDS = {
  title: { ja: 'ページがありません', en: 'No such page' },
  heading: { ja: 'このアドレスにページはありません', en: 'There is no page at this address' },
  what: {
    ja: 'アドレスが変わったか、打ち間違いかもしれません。また、公表していない表のアドレスでも、この画面が出ます。',
    en: 'It may have moved, or have been mistyped. The address of a table that is not published leads here too.',
  },
  start: { ja: '最初のページへ', en: 'Go to the start page' },
  troubleTitle: { ja: '表示できません', en: 'Cannot be shown' },
  trouble: { ja: 'いまは表示できません', en: 'This cannot be shown just now' },
  troubleWhat: {
    ja: 'サーバーが混み合っているか、手入れの途中です。少し待って、もう一度お試しください。',
    en: 'The server is busy or being looked after. Please wait a little and try again.',
  },
  again: { ja: 'もう一度試す', en: 'Try again' },
} as const satisfies Words
