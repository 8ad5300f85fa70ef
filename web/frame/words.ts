/** What stands around every page. */
import { pageWords } from '../language/page-words.ts'

export const WORDS = pageWords('frame', {
  name: { ja: 'データブック', en: 'Data book' },
  skip: { ja: '本文へ移動', en: 'Skip to the content' },
  pages: { ja: 'ページ', en: 'Pages' },
  menu: { ja: 'メニュー', en: 'Menu' },
  language: { ja: '表示言語', en: 'Language' },
  start: { ja: 'はじめに', en: 'Start' },
  book: { ja: '章を読む', en: 'Chapters' },
  explore: { ja: '表を探す', en: 'Tables' },
  workbench: { ja: '資料を作る', en: 'Workbench' },
  questionnaire: { ja: '事例を伝える', en: 'Report a case' },
  import: { ja: 'ファイルを送る', en: 'Send a file' },
  help: { ja: '使い方', en: 'Help' },
  account: { ja: 'アカウント', en: 'Account' },
  fictional: {
    ja: '架空のデータです。実在の人や団体ではありません。',
    en: 'Fictional data: nobody in it is real.',
  },
  footer: {
    ja: 'ここにあるのは、個人が分からないように処理した公表値だけです。',
    en: 'Only published figures stand here, protected so that nobody can be recognised.',
  },
  footerForm: {
    ja: '記入した内容は、送信するまでこの画面の中だけにあります。',
    en: 'What you enter stays on this page until you send it.',
  },
  footerDraft: {
    ja: '記入した内容は、暗号化した下書きとしてこの端末にあります。送信するまで、外には出ません。',
    en: 'A draft is kept on this device, encrypted. Nothing leaves it until you send.',
  },
  footerImport: {
    ja: 'ファイルは、この画面の中だけで読み取ります。送るまで、何も外に出ません。',
    en: 'The file is read on this page alone. Nothing leaves it until you send.',
  },
  footerWorkbench: {
    ja: 'ここで書いた文章は、このブラウザーの外に出ません。',
    en: 'What you write here does not leave this browser.',
  },
  footerPeople: {
    ja: 'ログインする人について保存するのは、役割、鍵、日付です。端末の名前や接続元は保存しません。',
    en: 'Of people who sign in we keep roles, keys and the day, but no device name and no network address.',
  },
  footerWithdraw: {
    ja: '番号は、取り下げのためだけに使います。だれが送ったかは記録しません。',
    en: 'The code is used to withdraw and for nothing else. Who sends it is not recorded.',
  },
  notReviewed: {
    ja: 'この翻訳は、まだ母語話者の確認を受けていません。',
    en: 'This translation has not yet been reviewed by a native speaker.',
  },
  loading: { ja: '読み込んでいます…', en: 'Loading…' },
  nothingPublished: { ja: '公表された版は、まだありません。', en: 'No edition has been published yet.' },
  preparing: (percent: number) => ({
    ja: `最初の版を作っています（${percent}%）。できあがると、この画面に表示されます。`,
    en: `The first edition is being built: ${percent}%. It will appear here when it is ready.`,
  }),
  again: { ja: 'もう一度試す', en: 'Try again' },
  noConnection: {
    ja: 'サーバーにつながりませんでした。通信の状態を確かめて、もう一度お試しください。',
    en: 'The server could not be reached. Please check the connection and try again.',
  },
  failed: {
    ja: 'うまくいきませんでした。少し時間をおいて、もう一度お試しください。',
    en: 'That did not work. Please wait a little and try again.',
  },
})
