/** What the pages say of an organisation's credential. */
import type { Text } from '../../survey-schema/text.ts'
import { pageWords } from '../language/page-words.ts'
import type { CredentialTrouble } from './pasted.ts'

export const WORDS = pageWords('credential', {
  access: { ja: '貴団体の鍵', en: 'Your organisation’s access key' },
  accessHint: {
    ja: '団体に渡された、jnk_ で始まる文字列です。この画面を閉じると忘れます。',
    en: 'The text beginning with jnk_ that your organisation was given. This page forgets it when it closes.',
  },
  secret: { ja: '貴団体の秘密の鍵', en: 'Your organisation’s secret' },
  secretHint: {
    ja: 'jns1_ で始まる文字列です。事例に署名するために使い、この端末の外には送りません。まだ作っていない団体は空欄のままにしてください。',
    en: 'The text beginning with jns1_. It signs your cases and is not sent anywhere. Leave it empty if your organisation has not made one yet.',
  },
  changed: { ja: '秘密の鍵を最近替えた場合', en: 'If the secret was changed lately' },
  earlier: { ja: '前の秘密の鍵', en: 'The secret before this one' },
  earlierHint: {
    ja: '前の鍵で送った事例を、同じ事例と見分けるために使います。なくしていれば空欄のままにしてください。',
    en: 'With it a case that was sent under the old secret is known again. Leave it empty if it is lost.',
  },
  named: {
    ja: '事例の符号が人の名前のように見えます。名前や、人に付けられた番号であれば、最初の区分で変えてください。',
    en: 'The case reference looks like the name of a person. If it is a name or a number of a person, change it in the first part.',
  },
  notAName: { ja: 'この符号は人の名前や番号ではありません', en: 'This case reference is no name or number of a person' },
  namedRows: (rows: number) => ({
    ja: `${rows}行の符号が人の名前のように見えます（数字がありません）。名前や、人に付けられた番号であれば、元のファイルで変えてから選び直してください。`,
    en: `In ${rows === 1 ? '1 row' : `${rows} rows`} the case reference looks like the name of a person: words without any number. If they are names or numbers of persons, change them in your file and choose it again.`,
  }),
  notNames: { ja: 'これらの符号は人の名前や番号ではありません', en: 'These case references are no names or numbers of persons' },
  notANameNeeded: { ja: '符号が人の名前でないことを確かめてください。', en: 'Please confirm that the case reference is no name.' },
  device: { ja: '自分専用の端末で使う場合', en: 'On a device of your own' },
  deviceHint: {
    ja: '二つの鍵をこの端末に置き、パスキー（指紋、顔、PIN）で開けるようにできます。ほかの人も使う端末では行わないでください。',
    en: 'Both can be kept on this device, locked by a passkey (a fingerprint, a look or a PIN). Do not do this on a device that others use too.',
  },
  keep: { ja: 'この端末に置く', en: 'Keep on this device' },
  unlock: { ja: 'パスキーで開く', en: 'Unlock with the passkey' },
  forget: { ja: 'この端末から消す', en: 'Remove from this device' },
  kept: { ja: 'この端末に置きました。次からはパスキーで開けます。', en: 'Kept. Next time the passkey unlocks it.' },
  unlocked: { ja: '開きました。', en: 'Unlocked.' },
  forgotten: { ja: 'この端末から消しました。', en: 'Removed from this device.' },
  noPrf: {
    ja: 'この端末のパスキーでは鍵を置けません。毎回貼り付けてください。',
    en: 'The passkeys of this device cannot lock a credential. Paste it each time.',
  },
  cancelled: { ja: 'パスキーが使われませんでした。何も変わっていません。', en: 'The passkey was not used. Nothing has changed.' },
  noStorage: { ja: 'このブラウザーでは保存できません。毎回貼り付けてください。', en: 'This browser keeps nothing. Paste it each time.' },
  damaged: {
    ja: 'この端末に置いた鍵は読めません。消して、貼り付けてください。',
    en: 'What is kept here cannot be read. Remove it, and paste again.',
  },
})

export const TROUBLES = pageWords('troubles', {
  'access-missing': { ja: '団体の鍵を入力してください。', en: 'Please enter your organisation’s access key.' },
  'not-an-access-key': {
    ja: 'これは団体の鍵ではないようです。jnk_ で始まる文字列を貼り付けてください。',
    en: 'This does not look like an access key. Paste the text that begins with jnk_.',
  },
  'secret-slip': {
    ja: '秘密の鍵に、足りない文字か違う文字があります。もう一度貼り付けてください。',
    en: 'A character of the secret is missing or wrong. Paste it again.',
  },
} satisfies { readonly [Rule in CredentialTrouble['rule']]: Text })
