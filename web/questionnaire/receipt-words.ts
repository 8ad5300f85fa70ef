/** What the receipt says. */
import { questionById } from '../../survey-schema/questionnaire/index.ts'
import type { Text } from '../../survey-schema/text.ts'
import { pageWords } from '../language/page-words.ts'

export const RECEIPT_WORDS = pageWords('receipt', {
  heading: { ja: '受け付けました', en: 'The case has arrived' },
  stored: {
    ja: '封をして保管しました。サーバーには中身を読むことができません。',
    en: 'It is sealed and stored. The server cannot read it.',
  },
  code: { ja: '受付番号', en: 'Receipt code' },
  once: {
    ja: 'この番号は、いま一度だけ表示されます。',
    en: 'This code is shown once, now.',
  },
  withdraw: {
    ja: 'この番号があれば、あとからこの事例を取り下げることができます。本人に渡すこともできます。',
    en: 'With it the case can be withdrawn later. It may be given to the person.',
  },
  where: { ja: '取り下げのページ', en: 'Page for withdrawing' },
  image: { ja: '受付番号の二次元コード', en: 'The receipt code as a QR code' },
  copy: { ja: 'コピーする', en: 'Copy' },
  save: { ja: 'ファイルに保存', en: 'Save as a file' },
  print: { ja: '印刷する', en: 'Print' },
  written: { ja: '紙に書き写した', en: 'I have written it down' },
  refuse: { ja: '番号はいらない', en: 'I do not want the code' },
  copied: { ja: 'コピーしました。', en: 'Copied.' },
  notCopied: {
    ja: 'このブラウザーではコピーできません。番号を書き写すか、保存してください。',
    en: 'This browser does not copy. Write the code down or save it.',
  },
  saved: { ja: 'ファイルに保存しました。', en: 'Saved as a file.' },
  printed: { ja: '印刷の画面を開きました。', en: 'The print window was opened.' },
  noted: { ja: '番号は手元にあります。', en: 'You have the code.' },
  refusedHeading: { ja: '番号は表示していません', en: 'The code is no longer shown' },
  refused: {
    ja: 'この番号は、もう表示できません。番号がなくても、貴団体は自分の事例の符号で取り下げることができます。',
    en: 'It cannot be shown again. Without it the case can still be withdrawn: by your organisation, with its own case reference.',
  },
  askHeading: { ja: '番号をまだ手元に残していません', en: 'You have not kept the code yet' },
  ask: {
    ja: 'コピー、保存、印刷のどれもしていません。このまま進むと、この番号は二度と表示できません。',
    en: 'It was not copied, saved or printed. If you go on, it cannot be shown again.',
  },
  stay: { ja: '番号に戻る', en: 'Back to the code' },
  goOn: { ja: '番号を残さずに進む', en: 'Go on without it' },
  stripped: { ja: '受け付けずに取り除いたもの', en: 'Left out, unread' },
  generalised: { ja: '粗くして受け付けたもの', en: 'Made coarser' },
  nothingDropped: { ja: '取り除いたもの、粗くしたものはありません。', en: 'Nothing was left out or made coarser.' },
  flags: { ja: 'ご確認のないまま受け付けたもの', en: 'Taken in unconfirmed' },
  another: { ja: '別の事例を伝える', en: 'Report another case' },
  year: { ja: '年', en: 'the year' },
  coarser: { ja: 'より粗い区分', en: 'a coarser step' },
  somewhere: { ja: '回答', en: 'An answer' },
})

export const levelText = (level: string): Text => (level === 'year' ? RECEIPT_WORDS.year : RECEIPT_WORDS.coarser)

export const pathText = (path: string): Text => questionById(path.split('/').at(-1) ?? '') ?? RECEIPT_WORDS.somewhere
