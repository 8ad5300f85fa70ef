/** What the pages say of leaving in a hurry, and of what leaving cannot do. */
import { pageWords } from '../language/page-words.ts'

export const LEAVING_WORDS = pageWords('leaving', {
  leave: { ja: 'すぐに閉じる', en: 'Leave now' },
  leaveFirst: { ja: 'このページをすぐに閉じる', en: 'Leave this page now' },
  shift: { ja: 'Shiftキーを3回押しても閉じます', en: 'or press Shift three times' },
  morePresses: (presses: number) => ({
    ja: `Shiftキーをあと${presses}回押すと、ページを閉じます。`,
    en: presses === 1 ? 'Press Shift once more to leave this page.' : `Press Shift ${presses} more times to leave this page.`,
  }),
  tooSlow: { ja: '押すのをやめたため、ページは閉じません。', en: 'The page stays: the key was not pressed again in time.' },
  leaving: { ja: 'ページを閉じています。', en: 'Leaving this page.' },
  limits: { ja: '急いで閉じるときに知っておくこと', en: 'What leaving in a hurry does, and what it cannot do' },
  does: {
    ja: '「すぐに閉じる」を押すと、画面をすぐに隠します。書いたものを消し、天気予報などの、だれが見てもよいページを開きます。',
    en: '“Leave now” covers the screen at once, clears what you have written, and opens a page that anybody might have open, such as the weather.',
  },
  cannotHistory: {
    ja: 'ブラウザーの履歴は消せません。このページを開いたことは、履歴に残ることがあります。',
    en: 'It cannot clear the history of the browser. That this page was opened may still stand there.',
  },
  cannotDevice: {
    ja: '会社や家族が端末に入れた見張りのソフト、通信の記録、保存したファイルは消せません。',
    en: 'It cannot undo programs that watch this device, records of the network that you use, or files that you have saved.',
  },
  safer: {
    ja: 'より安全なのは、信頼できる人の端末で、履歴が残らない「プライベート」のウィンドウを使い、終わったら閉じることです。',
    en: 'Safer: the device of somebody you trust, in a private window, which keeps no history, closed when you have finished.',
  },
  idleTitle: { ja: 'まだ使っていますか', en: 'Are you still there?' },
  idleSoon: {
    ja: 'しばらく操作がありません。このままでは、まもなく画面を隠します。',
    en: 'Nothing was pressed for a while. The screen will soon be covered.',
  },
  idleCovered: {
    ja: 'しばらく操作がなかったので、画面を隠しました。',
    en: 'The screen is covered because nothing was pressed for a while.',
  },
  stillHere: { ja: '続ける', en: 'Go on' },
  clearAll: { ja: 'すべて消して閉じる', en: 'Clear everything and leave' },
})
