/** What the receipt says. */
import { IDENTIFIER_KINDS } from '../../survey-schema/identifiers/identifier-kinds.ts'
import { questionById } from '../../survey-schema/questionnaire/index.ts'
import type { Text, Words } from '../../survey-schema/text.ts'

export const RECEIPT_WORDS = {
  heading: { ja: '受け付けました', en: 'The case has arrived' },
  stored: {
    ja: '封をして保管しました。サーバーには中身を読むことができません。',
    en: 'It is sealed and stored. The server cannot read it.',
  },
  code: { ja: '受付番号', en: 'Receipt code' },
  once: {
    ja: 'この番号は、いま一度だけ表示されます。紙に書き写すか、印刷してください。受け取らなくてもかまいません。',
    en: 'This code is shown once, now. Write it down or print it. You need not keep it.',
  },
  withdraw: {
    ja: 'この番号があれば、あとからこの事例を取り下げることができます。本人に渡すこともできます。',
    en: 'With it the case can be withdrawn later. It may be given to the person.',
  },
  stripped: { ja: '受け付けずに取り除いたもの', en: 'Left out, unread' },
  generalised: { ja: '粗くして受け付けたもの', en: 'Made coarser' },
  nothingDropped: { ja: '取り除いたもの、粗くしたものはありません。', en: 'Nothing was left out or made coarser.' },
  flags: { ja: 'ご確認のないまま受け付けたもの', en: 'Taken in unconfirmed' },
  print: { ja: '印刷する', en: 'Print' },
  another: { ja: '別の事例を伝える', en: 'Report another case' },
  year: { ja: '年', en: 'the year' },
  coarser: { ja: 'より粗い区分', en: 'a coarser step' },
  somewhere: { ja: '回答', en: 'An answer' },
} as const satisfies Words

export const kindText = (kind: string): Text => IDENTIFIER_KINDS.find((entry) => entry.id === kind) ?? RECEIPT_WORDS.somewhere

export const levelText = (level: string): Text => (level === 'year' ? RECEIPT_WORDS.year : RECEIPT_WORDS.coarser)

export const pathText = (path: string): Text => questionById(path.split('/').at(-1) ?? '') ?? RECEIPT_WORDS.somewhere
