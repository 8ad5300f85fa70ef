/** What the form says of drafts before anybody asks for one: loaded with its first part. */
import { pageWords } from '../language/page-words.ts'

export const CORNER_WORDS = pageWords('draftCorner', {
  summary: { ja: '下書きを残す・通信なしで使う', en: 'Keep a draft, or use the form without a connection' },
  here: { ja: 'この端末に下書きがあります。', en: 'There is a draft on this device.' },
})
