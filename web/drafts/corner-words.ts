/** What the form says of drafts before anybody asks for one: loaded with its first part. */
import type { Words } from '../../survey-schema/text.ts'

export const CORNER_WORDS = {
  summary: { ja: '下書きを残す・通信なしで使う', en: 'Keep a draft, or use the form without a connection' },
  here: { ja: 'この端末に下書きがあります。', en: 'There is a draft on this device.' },
} as const satisfies Words
