/** What a person is told where a rule of an account stands in the way. */
import type { Text } from '../../survey-schema/text.ts'

export const RULE_WORDS: Readonly<Record<string, Text>> = {
  too_short: { ja: '15文字以上にしてください。', en: 'Use at least 15 characters.' },
  too_long: { ja: '200文字以内にしてください。', en: 'Use at most 200 characters.' },
  common: {
    ja: 'よく使われる言葉や並び、ユーザー名や団体名からできたパスワードは使えません。関係のない言葉をいくつか並べてください。',
    en: 'This is made of common words, runs of keys, or your own names. Put some words together that have nothing to do with each other.',
  },
  wrong_code: {
    ja: '認証アプリのコードが違います。端末の時刻が合っているか確かめ、新しいコードを入力してください。',
    en: 'This is not the code of the app. Check the clock of the device and type a new code.',
  },
  used_code: { ja: 'このコードは使用済みです。次のコードを待ってください。', en: 'This code was used. Wait for the next one.' },
  check_characters: { ja: '入力に誤りがあります。もう一度確かめてください。', en: 'A character of the code is wrong. Please look again.' },
  codes_differ: {
    ja: '新しい一覧にある、別々のコード二つを入力してください。',
    en: 'Type two different codes of the new list.',
  },
  no_way_in: { ja: '先にパスキーかパスワードを登録してください。', en: 'Add a passkey or a password first.' },
  no_new_way_in: {
    ja: '先に新しいパスキーかパスワードを登録してください。失った端末の登録は、その後で削除してください。',
    en: 'Add a new passkey or password first. Then remove the passkey of the device that was lost.',
  },
  last_way_in: { ja: '最後のログイン方法は削除できません。', en: 'The last way to sign in cannot be removed.' },
  waits_for_agreement: {
    ja: '団体のほかの人が同意するまで、団体のことは決められません。',
    en: 'You decide nothing for the organisation until somebody of it has agreed to you.',
  },
  last_administrator: { ja: '最後の管理担当は終了できません。', en: 'The last administrator cannot be ended.' },
  never_together: {
    ja: '管理担当は、編集担当・鍵の保管担当・参加団体の担当を兼ねられません。',
    en: 'An administrator is no editor, no key custodian and no partner.',
  },
  roles_cannot_change_so: {
    ja: '管理担当の役割は、招待と終了によってのみ変わります。',
    en: 'The role of an administrator begins with an invitation and ends with the account.',
  },
  already_asked: { ja: 'すでに申請されています。', en: 'This was asked for already.' },
  not_yours_to_ask: {
    ja: '同じ団体に7日以上在籍する人、またはそのような人がいない場合の管理担当だけが申請できます。',
    en: 'Somebody of the same organisation who has been there for seven days can ask, or an administrator where there is nobody.',
  },
  needs_second_administrator: {
    ja: 'この人は団体の最後の担当者か、退会を申し出た人です。終了には二人の管理担当が必要です。一人が申請し、もう一人が終了します。',
    en: 'This is the last partner of the organisation, or who asked that it leaves. It takes two administrators: one asks, the other one ends the account.',
  },
  partner_stays: {
    ja: '団体の最後の担当者から参加団体の役割は外せません。先に後任を招待してください。',
    en: 'The last partner of an organisation stays one. Invite somebody else first.',
  },
  newcomer: {
    ja: '登録から7日以上経った管理担当だけが申請できます。',
    en: 'Only an administrator who came seven days ago or earlier can ask.',
  },
  ends_without_second: {
    ja: 'このアカウントは、管理担当一人で終了できます。',
    en: 'One administrator can end this account.',
  },
  needs_somebody_else: {
    ja: '申請した人とは別の管理担当の承認が必要です。',
    en: 'An administrator who is not the one who asked has to agree.',
  },
  not_ready: { ja: 'まだ異議を申し立てられる期間です。', en: 'The days in which the old access can object are not over.' },
  too_many_keys: {
    ja: '鍵は20個までです。先に使っていない鍵を終了してください。',
    en: 'There are twenty keys at most. End one that is not used.',
  },
  required: { ja: '団体を選んでください。', en: 'Choose an organisation.' },
  invalid_format: {
    ja: 'ユーザー名は、半角の英小文字・数字・ハイフンで3〜32文字です。',
    en: 'A username has 3 to 32 small letters, digits and hyphens.',
  },
}

export const SLUG_WORDS: Readonly<Record<string, Text>> = {
  'passkey-cancelled': {
    ja: 'パスキーを使えませんでした。取り消されたか、この端末にパスキーがありません。',
    en: 'No passkey was used: it was cancelled, or there is none on this device.',
  },
  'not-found': {
    ja: 'このコードは使えません。使用済みか、期限が切れています。',
    en: 'This code is not good: it was used, or its time is over.',
  },
  'sign-in-refused': {
    ja: 'ログインできませんでした。ユーザー名、パスワード、コードを確かめてください。コードは一度しか使えません。',
    en: 'You were not signed in. Check username, password and code. A code is good once.',
  },
  'too-many-requests': {
    ja: '試行回数が多すぎます。1分ほど待ってからお試しください。続けて失敗すると、待ち時間は最長1時間まで延びます。パスキーはいつでも使えます。',
    en: 'There were too many tries. Wait for a minute; after further failures the wait becomes longer, up to an hour. A passkey works at any time.',
  },
  busy: {
    ja: '混み合っています。数秒後にもう一度お試しください。',
    en: 'Too many people are signing in at once. Try again in a few seconds.',
  },
}
