/** What a partner reads where it makes invitations for affected persons. */
import type { Words } from '../../survey-schema/text.ts'

export const INVITATION_WORDS = {
  heading: { ja: '本人への招待', en: 'Invitations for affected persons' },
  what: {
    ja: 'コードを渡すと、本人がアカウントなしで自分で答えられます。一つのコードで一度だけ、いまの版が締め切られるまで使えます。コードはこの端末で作られ、サーバーには送られません。',
    en: 'With a code a person answers for herself, without an account: once, until the open edition closes. Codes are made on this machine and never sent to the server.',
  },
  hand: {
    ja: '手渡しで渡してください。だれに渡したかは、どこにも書かないでください。答えるかどうかで、支援が変わることはないと伝えてください。',
    en: 'Hand them over in person, and note nowhere to whom. Say that the help is the same whether she answers or not.',
  },
  number: { ja: '作る数（50まで）', en: 'How many (50 at most)' },
  make: { ja: 'コードを作る', en: 'Make codes' },
  making: { ja: '作っています…', en: 'Making…' },
  numberWrong: { ja: '1から50までの数を入れてください。', en: 'Enter a number from 1 to 50.' },
  made: (codes: number, edition: string) => ({
    ja: `${codes}件のコードを作りました。版「${edition}」が締め切られるまで使えます。この画面を閉じると、もう表示できません。`,
    en: `${codes} codes were made. They are good until the edition ${edition} closes. They cannot be shown again once this page is closed.`,
  }),
  where: { ja: '答えるページ：このサーバーの /answer', en: 'Page for answering: /answer on this server' },
  saveCodes: { ja: 'コードを保存', en: 'Save the codes' },
  saveTags: { ja: '照合用の一覧を保存', en: 'Save the list for statements' },
  tagsWhat: {
    ja: '照合用の一覧があれば、計上報告で、招待による回答が数えられたことを確かめられます。コードは分かりません。',
    en: 'With the list for statements you can check that the answers were counted. It tells no code.',
  },
} as const satisfies Words
