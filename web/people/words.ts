import type { Words } from '../../survey-schema/text.ts'

export const WORDS = {
  username: { ja: 'ユーザー名', en: 'Username' },
  password: { ja: 'パスワード', en: 'Password' },
  appCode: { ja: '認証アプリの6桁のコード', en: 'Six digits of the authenticator app' },
  code: { ja: 'コード', en: 'Code' },
  go: { ja: '進む', en: 'Go on' },
  signOut: { ja: 'ログアウト', en: 'Sign out' },
  remove: { ja: '削除', en: 'Remove' },
  end: { ja: '終了', en: 'End' },
  agree: { ja: '団体の一員として同意', en: 'Agree: this person acts for the organisation' },
  account: { ja: '自分のアカウント', en: 'My account' },
  organisation: { ja: '自分の団体', en: 'My organisation' },
  administration: { ja: '人と団体の管理', en: 'People and organisations' },
  places: { ja: 'アカウントのページ', en: 'Pages of the account' },
  shownOnce: { ja: '一度だけ表示されます。', en: 'Shown once.' },
  until: (day: string) => ({ ja: `${day}まで有効`, en: `good until ${day}` }),
} as const satisfies Words
