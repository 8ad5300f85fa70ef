import type { Words } from '../../survey-schema/text.ts'

export const WORDS = {
  title: { ja: '最初の設定', en: 'First setup' },
  lead: {
    ja: 'サーバーの起動時に表示されたコードを入力してください。最初の管理担当のアカウントを作ります。コードは一度しか使えません。',
    en: 'Type the code that the server showed when it started. It makes the account of the first administrator, once.',
  },
  usernameHint: {
    ja: '半角の英小文字・数字・ハイフンで3〜32文字。氏名は使わないでください。',
    en: '3 to 32 small letters, digits and hyphens. Do not use a name of a person.',
  },
  next: {
    ja: '続いて、もう一人の管理担当を招待してください。二人の設定が済むまで、事例は受け付けません。',
    en: 'Then invite a second administrator: no case is taken in before both have set up their accounts.',
  },
} as const satisfies Words
