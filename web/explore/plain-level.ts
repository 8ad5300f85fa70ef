/** Names of levels for readers who do not know the standards behind them; the methods of the book name the standards. */
import type { Text } from '../../survey-schema/text.ts'

const PLAIN: Readonly<Record<string, Text>> = {
  subregion: { ja: '世界を20ほどに分けた地域（日本は別）', en: 'about twenty parts of the world, Japan apart' },
  ctdc: { ja: '国際的な比較のための年齢区分', en: 'age groups for comparison with other countries' },
  ctdc8: { ja: '国際的な比較のための8区分', en: 'eight kinds for comparison with other countries' },
}

export const plainLevel = ({ id, ja, en }: Text & { readonly id: string }): Text => PLAIN[id] ?? { ja, en }
