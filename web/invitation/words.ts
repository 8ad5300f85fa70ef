import type { Words } from '../../survey-schema/text.ts'

export const WORDS = {
  title: { ja: '招待', en: 'Invitation' },
  lead: {
    ja: '管理担当から手渡されたコードを入力してください。招待にも、ログインの再設定にも、このページを使います。',
    en: 'Type the code that an administrator handed to you, whether you are invited or your access is reset.',
  },
  shared: {
    ja: '共用のパソコンでは、パスキーを自分の電話かセキュリティキーに作ってください。',
    en: 'On a computer that others use too, make the passkey on your own telephone or security key.',
  },
} as const satisfies Words
