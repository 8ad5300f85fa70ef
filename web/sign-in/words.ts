import type { Words } from '../../survey-schema/text.ts'

export const WORDS = {
  title: { ja: 'ログイン', en: 'Sign in' },
  lead: {
    ja: '公表された表とデータブックは、ログインせずに読めます。',
    en: 'You can read the published tables and the data book without signing in.',
  },
  withPasskey: { ja: 'パスキーでログイン', en: 'Sign in with a passkey' },
  noPasskeys: { ja: 'このブラウザーはパスキーに対応していません。', en: 'This browser knows no passkeys.' },
  withPassword: { ja: 'パスワードと認証アプリでログイン', en: 'Sign in with a password and an app' },
  withRecovery: { ja: 'リカバリーコードを使う', en: 'Use a recovery code' },
  recoveryWhat: {
    ja: '端末をなくしたときは、控えておいたコードの一つでアカウントを設定し直せます。コードは一度しか使えません。',
    en: 'If the device is lost, one of the codes that you wrote down lets you set up the account again. A code works once.',
  },
  passwordIfAny: { ja: 'パスワード（ある場合）', en: 'Password, if there is one' },
  recoveryCode: { ja: 'リカバリーコード', en: 'Recovery code' },
  signIn: { ja: 'ログイン', en: 'Sign in' },
  haveCode: { ja: '招待や再設定のコードがある方', en: 'I was handed a code' },
  firstSetup: { ja: 'まだだれもアカウントを持っていません。最初の設定へ', en: 'Nobody has an account yet: first setup' },
  serverTime: (time: string) => ({ ja: `サーバーの時刻：${time}`, en: `Time of the server: ${time}` }),
} as const satisfies Words
