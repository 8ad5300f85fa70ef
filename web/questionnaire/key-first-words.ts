/** What the form says of the credential before the first question. */
import { pageWords } from '../language/page-words.ts'

export const KEY_WORDS = pageWords('keyFirst', {
  check: { ja: '鍵を確かめる', en: 'Check the key' },
  accepted: {
    ja: 'この鍵で送信できます。送信のときに、もう一度入力する必要はありません。',
    en: 'The key is good. You need not enter it again when you send.',
  },
  noConnection: {
    ja: '通信が途切れ、確かめられませんでした。このまま記入を始めて、鍵は最後に入力することもできます。',
    en: 'The connection was lost, so the key could not be checked. You can fill in the form and enter it at the end.',
  },
  heldAlready: { ja: '初めに確かめた鍵で送信します。', en: 'The key that was checked at the beginning is used.' },
  change: { ja: '別の鍵を使う', en: 'Use another key' },
})
