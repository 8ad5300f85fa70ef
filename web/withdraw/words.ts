/** What the page for withdrawing says. Its title and its first lines name no subject: others may look at the screen. */
import { WITHDRAWING } from '../../survey-schema/withdrawal-words.ts'
import { pageWords } from '../language/page-words.ts'

export const WORDS = pageWords('withdraw', {
  title: { ja: '取り下げ', en: 'Withdraw' },
  heading: { ja: '受付番号で取り下げる', en: 'Withdraw with a receipt code' },
  lead: {
    ja: '受付番号を入れると、その番号で届いた回答を消します。アカウントも、お名前も、理由も必要ありません。',
    en: 'Enter the receipt code, and the answers that were sent under it are erased. No account, no name and no reason is needed.',
  },
  help: {
    ja: '取り下げても、相談や支援には影響しません。',
    en: 'Withdrawing changes nothing about the help you receive.',
  },
  code: { ja: '受付番号', en: 'Receipt code' },
  codeHint: {
    ja: '20文字の番号です。大文字でも小文字でも、間の線があってもなくてもかまいません。',
    en: '20 letters and digits. Capitals, blanks and dashes make no difference.',
  },
  slip: {
    ja: '番号に、違う文字か足りない文字があります。もう一度見比べてください。まだ何も送っていません。',
    en: 'A character of the code is wrong or missing. Please compare it once more. Nothing was sent.',
  },
  empty: { ja: '受付番号を入れてください。', en: 'Please enter the receipt code.' },
  send: { ja: '取り下げる', en: 'Withdraw' },
  sending: { ja: '送っています…', en: 'Sending…' },
  noConnection: {
    ja: '通信が途切れました。番号はこの画面に残っています。もう一度「取り下げる」を押してください。何度押しても問題ありません。',
    en: 'The connection was lost. The code is still here. Press “Withdraw” again: pressing it twice does no harm.',
  },
  busy: {
    ja: 'いま混み合っています。少し待って、もう一度「取り下げる」を押してください。何度押しても問題ありません。',
    en: 'The server is busy. Wait a little and press “Withdraw” again: pressing it twice does no harm.',
  },
  done: WITHDRAWING,
  doneHeading: { ja: '受け付けました', en: 'Your request has arrived' },
  doneNext: {
    ja: 'ほかにすることはありません。受付番号は捨ててかまいません。',
    en: 'There is nothing more to do. The code can be thrown away.',
  },
  another: { ja: '別の番号を取り下げる', en: 'Withdraw another code' },
  lostHeading: { ja: '番号をなくしたとき', en: 'If the code is lost' },
  lost: {
    ja: '回答を送った団体に頼んでください。団体は、自分の事例を番号なしで取り下げられます。',
    en: 'Ask the organisation that sent the answers: it can withdraw its own cases without the code.',
  },
})
