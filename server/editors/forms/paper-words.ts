/** What stands on the paper form beside the questions. */
import type { PaperQuestion } from '../../../survey-schema/forms/paper.ts'

interface Worded {
  readonly en: string
  readonly ja: string
}

const KINDS: Readonly<Record<PaperQuestion['kind'], Worded>> = {
  one: { ja: '一つだけ', en: 'one answer' },
  several: { ja: 'いくつでも', en: 'all that apply' },
  places: { ja: '巻末の国コードを記入', en: 'code from the list at the end' },
  year: { ja: '年だけを記入', en: 'year only' },
  line: { ja: '符号', en: 'code word' },
  note: { ja: 'この用紙だけの欄', en: 'on this paper only' },
}

export const PAPER_WORDS = {
  kinds: KINDS,
  before: [
    {
      ja: '記入の前に、何に使われるか、どの質問も答えなくてよいこと、後から取り下げられることを、本人に分かる言葉で説明してください。問3の根拠と問4の同意・許可がない事例には、この用紙を使わないでください。',
      en: 'Before you begin, explain to the person, in words they understand, what the answers are used for, that no question has to be answered, and that the case can be withdrawn later. Do not use this form for a case without a basis (Q3) and agreement to its use (Q4).',
    },
    {
      ja: '氏名、生年月日、番号、電話番号、住所、店の名前は、どの欄にも書かないでください。分からないこと、聞いていないことは、そのとおりに印を付けてください。空欄より役に立ちます。',
      en: 'Do not write names, dates of birth, numbers, telephones, addresses or names of shops anywhere. Where something is not known or was not asked, mark just that: it tells more than a blank.',
    },
  ],
  edition: { ja: '版', en: 'Edition' },
  fingerprint: { ja: '公開鍵の指紋（画面と同じか確かめてください）', en: 'Fingerprint of the public key (compare it with the page)' },
  legend: [
    { ja: '一つだけ選ぶ', en: 'one answer' },
    { ja: 'いくつでも選ぶ', en: 'all that apply' },
    { ja: '必須', en: 'required' },
  ],
  year: { ja: '年（西暦）', en: 'year' },
  place: { ja: '国コード（巻末）', en: 'country code (list at the end)' },
  note: {
    ja: 'この欄は送信されません。上の選択肢に置き換えるための覚え書きです。',
    en: 'This is never sent. It is a reminder, to be turned into the answers above.',
  },
  after: [
    {
      ja: '入力が済んだら、この用紙は細断してください。郵送やファクスで送らないでください。',
      en: 'Shred this paper once the answers are entered. Do not send it by post or fax.',
    },
    {
      ja: '送信後に表示される受付符号は、この用紙に書かず、本人が望むときに別の紙で渡してください。',
      en: 'Do not write the receipt code that appears after sending on this paper; hand it over on another sheet if the person wants it.',
    },
  ],
  withdraw: (address: string): Worded => ({
    ja: `受付符号があれば、${address} で、アカウントがなくても取り下げられます。`,
    en: `With the receipt code a case can be withdrawn at ${address}, without an account.`,
  }),
  places: { ja: '国コード（ISO 3166-1）', en: 'Country codes (ISO 3166-1)' },
  footer: { ja: '氏名・生年月日・番号・住所・店名は書かないでください', en: 'No names, dates of birth, numbers, addresses or shops' },
} as const
