import type { Words } from '../../survey-schema/text.ts'

export const WORDS = {
  title: { ja: '自分の団体', en: 'My organisation' },
  people: { ja: '団体の人', en: 'People' },
  askReset: { ja: 'ログインの再設定を申請', en: 'Ask for a reset of access' },
  resetWhat: {
    ja: '端末もリカバリーコードもなくした人のために申請できます。管理担当の承認が必要です。',
    en: 'For somebody who lost device and recovery codes. An administrator has to agree.',
  },
  keys: { ja: '送信用の鍵', en: 'Access keys' },
  keysWhat: {
    ja: '調査票やファイルを送るときに使います。だれかが団体を離れたら、その人の鍵を終了してください。',
    en: 'They send cases and files. End the key of somebody who leaves your organisation.',
  },
  key: (id: string, expires: string) => ({
    ja: `鍵 ${id.slice(0, 8)}（${expires}末まで）`,
    en: `Key ${id.slice(0, 8)}, until the end of ${expires}`,
  }),
  makeKey: { ja: '新しい鍵を作る（12か月）', en: 'Make a key for twelve months' },
  newKey: { ja: '新しい鍵です。', en: 'The new key.' },
  credential: { ja: '鍵と秘密の鍵', en: 'Your key and secret' },
  credentialWhat: {
    ja: '下の「本人への招待」と「すべて数えられたか確かめる」で使います。',
    en: 'For invitations and for statements, below.',
  },
  ownCases: { ja: '自分の団体の事例', en: 'Your own cases' },
  countOwn: { ja: 'ファイルを公表された表と並べる', en: 'Compare a file with the published tables' },
  leaving: { ja: 'ネットワークから離れる', en: 'Leave the network' },
  leavingWhat: {
    ja: '7日後、または団体のもう一人が同意した時点で、団体の鍵とアカウントがすべて終了します。それまでは団体のだれでも取り消せます。これまでに伝えた事例の数は、ほかの団体の事例を守るため、今後も集計上の一団体として扱います。',
    en: 'After seven days, or once a second person of your organisation agrees, all its keys and accounts end; until then each of you can object. It stays one of those that reported, in the rules that protect figures, so that no later figure tells more about its cases.',
  },
  withdrawToo: { ja: '受付中の版の事例もすべて取り下げる', en: 'Withdraw all cases of the open edition, too' },
  understood: { ja: '内容を理解しました', en: 'I have understood this' },
  leave: { ja: '離れることを申請', en: 'Ask to leave' },
  leavingAsked: (day: string) => ({
    ja: `団体がネットワークから離れることが申請されています（${day}に実行）。`,
    en: `Somebody asked that your organisation leaves the network. It leaves on ${day}.`,
  }),
  stay: { ja: '取り消して残る', en: 'Object: we stay' },
  leaveNow: { ja: '同意してすぐに離れる', en: 'Agree: leave now' },
} as const satisfies Words
