import type { Words } from '../../survey-schema/text.ts'

export const WORDS = {
  title: { ja: '人と団体の管理', en: 'People and organisations' },
  lead: {
    ja: '管理担当は、人と鍵だけを扱います。公表前の数値は見えません。',
    en: 'Administrators deal with people and keys. They see no figure that is not public.',
  },
  invite: { ja: '招待する', en: 'Invite a person' },
  inviteWhat: {
    ja: 'コードは手渡してください。電子メールは送りません。ユーザー名に氏名を使わないでください。',
    en: 'Hand the code over yourself; no mail is sent. Do not choose the name of a person as username.',
  },
  roles: { ja: '役割', en: 'Roles' },
  organisation: { ja: '団体', en: 'Organisation' },
  none: { ja: 'なし', en: 'None' },
  makeInvitation: { ja: '招待のコードを作る', en: 'Make a code' },
  invitation: { ja: '招待のコードです。', en: 'Code of the invitation.' },
  resetCode: { ja: '再設定のコードです。', en: 'Code of the reset.' },
  people: { ja: '人', en: 'People' },
  again: { ja: '新しいコード', en: 'New code' },
  askReset: { ja: '再設定を申請', en: 'Ask for a reset' },
  agree: { ja: '再設定を承認', en: 'Agree to the reset' },
  code: { ja: '再設定のコードを作る', en: 'Make the code of the reset' },
  takeBack: { ja: '再設定を取り消す', en: 'Take the reset back' },
  sureToEnd: { ja: '本当に終了する', en: 'Really end it' },
  changeRoles: { ja: '役割を変更', en: 'Change roles' },
  rolesWhat: {
    ja: '保存すると、この人はすべての端末でログアウトされます。参加団体の役割を新たに得た人は、団体のほかの人の同意を待ちます。',
    en: 'Saving signs the person out everywhere. Whoever becomes a partner waits until somebody of the organisation agrees.',
  },
  saveRoles: { ja: '役割を保存', en: 'Save the roles' },
  endingAsked: {
    ja: '終了が申請されました。2週間以内に、申請した人とは別の管理担当が「終了」を押すと終了します。',
    en: 'The end was asked for. It takes effect when a second administrator ends the account within two weeks.',
  },
  organisations: { ja: '団体', en: 'Organisations' },
  counts: (people: number, keys: number) => ({ ja: `人\u00a0${people}、鍵\u00a0${keys}`, en: `people: ${people}, keys: ${keys}` }),
  left: (day: string) => ({ ja: `${day}に離脱`, en: `left on ${day}` }),
  name: { ja: '団体の名称', en: 'Name of the organisation' },
  add: { ja: '団体を登録', en: 'Add an organisation' },
} as const satisfies Words
