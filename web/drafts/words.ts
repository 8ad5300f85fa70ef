/** What the form says of what it keeps on this device. */
import type { Text } from '../../survey-schema/text.ts'
import { pageWords } from '../language/page-words.ts'
import { SHORTEST_PASSPHRASE } from './draft-cipher.ts'
import { DAYS_KEPT, type DraftFault } from './draft-here.ts'

export const DRAFT_WORDS = pageWords('drafts', {
  draft: { ja: '下書き', en: 'Draft' },
  about: {
    ja: `記入内容を、合言葉で暗号化してこのブラウザーに残します。${DAYS_KEPT}日間使わないと消えます。この端末を使うほかの人には、下書きがあることは分かります。`,
    en: `Your answers are kept in this browser, encrypted under a passphrase. A draft that is not used for ${DAYS_KEPT} days is deleted. Others who use this device can see that there is a draft.`,
  },
  passphrase: { ja: '合言葉', en: 'Passphrase' },
  passphraseHint: {
    ja: `${SHORTEST_PASSPHRASE}文字以上。関係のない言葉をいくつか並べると覚えやすくなります。`,
    en: `At least ${SHORTEST_PASSPHRASE} characters. A few words that have nothing to do with each other are easy to remember.`,
  },
  lost: { ja: '合言葉を忘れると、下書きは誰にも開けません。', en: 'If the passphrase is lost, the draft is lost: nobody can open it.' },
  show: { ja: '合言葉を表示する', en: 'Show the passphrase' },
  keep: { ja: 'この端末に下書きを残す', en: 'Keep a draft on this device' },
  tooShort: {
    ja: `合言葉が短すぎます。${SHORTEST_PASSPHRASE}文字以上にしてください。`,
    en: `This passphrase is too short. Use at least ${SHORTEST_PASSPHRASE} characters.`,
  },
  replaces: { ja: '開くと、いまこの画面にある答えと入れ替わります。', en: 'Opening it replaces the answers on this page.' },
  open: { ja: '下書きを開く', en: 'Open the draft' },
  wrong: {
    ja: 'この合言葉では開けません。大文字と小文字、空白を確かめて、もう一度入力してください。下書きはそのまま残っています。',
    en: 'This passphrase does not open it. Check capitals and blanks and try again. The draft is unchanged.',
  },
  unreadable: {
    ja: 'この下書きは、いまの質問票では読めません。削除して、初めから記入してください。',
    en: 'This draft cannot be read by this form. Delete it and begin again.',
  },
  working: { ja: '少しお待ちください…', en: 'One moment…' },
  on: { ja: '下書きを残しています。記入するたびに保存されます。', en: 'A draft is kept. Each change is saved.' },
  file: { ja: '暗号化したファイルで保存', en: 'Save as an encrypted file' },
  openFile: { ja: '下書きのファイルを開く', en: 'Open a draft file' },
  notAFile: { ja: 'これは下書きのファイルではありません。', en: 'This file is no draft.' },
  wipe: { ja: 'この端末に残したものをすべて消す', en: 'Delete everything kept on this device' },
  wiped: { ja: '下書きと、この端末に置いた画面を消しました。', en: 'Nothing of the form is kept on this device any more.' },
  offline: { ja: '通信なしで使う', en: 'Without a connection' },
  offlineAbout: {
    ja: '記入の画面をこの端末に置くと、通信が切れていても記入できます。送信には通信が必要です。答えは含まれません。',
    en: 'With its pages on this device the form can be filled in while there is no connection; sending needs one. No answers are in them.',
  },
  offlineKeep: { ja: '画面をこの端末に置く', en: 'Keep the pages on this device' },
  offlineOn: { ja: '画面はこの端末にあります。', en: 'The pages are kept on this device.' },
  offlineNot: {
    ja: '画面を置けませんでした。通信を確かめて、もう一度試してください。',
    en: 'The pages could not be kept. Check the connection and try again.',
  },
})

/** What happened, and what to do. */
export const FAULTS = pageWords('draftFaults', {
  full: {
    ja: 'このブラウザーの保存領域がいっぱいで、下書きを保存できません。答えはこの画面に残っています。ファイルで保存するか、このまま送信してください。',
    en: 'This browser has no space left for the draft. Your answers are still on this page: save them as a file, or send the case.',
  },
  'no-storage': {
    ja: 'このブラウザーでは下書きを保存できません（プライベートウィンドウなど）。答えはこの画面に残っています。ファイルで保存するか、このまま送信してください。',
    en: 'This browser keeps nothing (a private window, for example). Your answers are still on this page: save them as a file, or send the case.',
  },
  elsewhere: {
    ja: 'この下書きは別のタブで書き進められています。この画面は保存をやめました。新しいほうのタブで続けてください。',
    en: 'This draft was continued in another tab. This page has stopped saving; go on in the other tab.',
  },
  gone: {
    ja: '下書きは別のタブで消されたか、期限が過ぎました。答えはこの画面に残っています。',
    en: 'The draft was deleted in another tab, or has expired. Your answers are still on this page.',
  },
} satisfies { readonly [Fault in DraftFault]: Text })
