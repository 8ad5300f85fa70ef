/** What the page of a partner's own cases says. */
import { numeral, type Words } from '../../survey-schema/text.ts'

export const WORDS = {
  title: { ja: '送った事例', en: 'Your cases' },
  lead: {
    ja: '貴団体が送った事例の数を、届いた月ごとに確かめ、一件ずつ訂正や取り下げができます。内容はサーバーからも読めないため、ここには出ません。',
    en: 'How many cases of your organisation arrived in which month; each can be corrected or withdrawn. What they say cannot be read by the server and is not shown.',
  },
  show: { ja: '送った事例を見る', en: 'Show our cases' },
  again: { ja: '鍵を入力し直す', en: 'Change the key or the secret' },
  asking: { ja: '確かめています…', en: 'One moment…' },
  table: { ja: '届いた月ごとの事例の数', en: 'Cases by month of arrival' },
  none: { ja: '貴団体の事例は、まだ届いていません。', en: 'No case of your organisation is held.' },
  month: { ja: '届いた月', en: 'Month' },
  open: { ja: '訂正できる', en: 'May be corrected' },
  frozen: { ja: '締め切り済み（取り下げのみ）', en: 'Edition closed: may be withdrawn' },
  total: { ja: '合計', en: 'All' },
  cases: (cases: number) => ({ ja: `${numeral(cases)}件`, en: numeral(cases) }),
  oneHeading: { ja: '一件を選ぶ', en: 'One case' },
  reference: { ja: '貴団体の事例の符号', en: 'Your case reference' },
  referenceHint: {
    ja: '送ったときと同じ符号です。秘密の鍵があれば、符号そのものは送りません。',
    en: 'As it was when you sent the case. With a secret the reference itself is not sent.',
  },
  referenceMissing: { ja: '符号を入力してください。', en: 'Please enter the case reference.' },
  find: { ja: '探す', en: 'Find' },
  found: (month: string) => ({ ja: `この符号の事例は、${month}に届いています。`, en: `The case with this reference arrived in ${month}.` }),
  notFound: {
    ja: 'この符号の事例は、貴団体からは届いていません（取り下げた事例も同じです）。',
    en: 'No case with this reference is held for your organisation; a withdrawn one is not held either.',
  },
  correctHow: {
    ja: '訂正するには、同じ符号でもう一度記入して送ってください。送るときに、前の事例と入れ替えるかどうかをお尋ねします。保存しておいた下書きのファイルも使えます。',
    en: 'To correct it, fill in the form again under the same reference, or open your own draft file. When you send it, the form asks whether to replace the earlier case.',
  },
  toForm: { ja: '記入の画面へ', en: 'To the form' },
  withdrawHow: {
    ja: '取り下げると5分以内に消え、元には戻せません。すでに印刷された版の数字は変わりません。',
    en: 'Withdrawn, it is gone within five minutes and cannot be brought back. Figures of a printed edition stay as they are.',
  },
  withdraw: { ja: 'この事例を取り下げる', en: 'Withdraw this case' },
  withdrawHeading: { ja: 'この事例を取り下げますか', en: 'Withdraw this case?' },
  withdrawYes: { ja: '取り下げる', en: 'Yes, withdraw it' },
  withdrawNo: { ja: '取り下げない', en: 'No, keep it' },
  withdrawn: { ja: '取り下げを受け付けました。5分以内に消えます。', en: 'The case is being withdrawn. It is gone within five minutes.' },
  changed: {
    ja: 'この事例は、いま別の人が訂正しました。もう一度探してください。',
    en: 'Somebody corrected this case just now. Find it again.',
  },
  lost: {
    ja: '通信が途切れました。もう一度押してください。二度押しても問題ありません。',
    en: 'The connection was lost. Press again: twice does no harm.',
  },
} as const satisfies Words
