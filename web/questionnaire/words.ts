/** What the form says beside the questions. Written to be read tired, late, with the file open beside it. */
import { pageWords } from '../language/page-words.ts'

export const WORDS = pageWords('form', {
  title: { ja: '記入', en: 'Form' },
  heading: { ja: '事例を伝える', en: 'Report a case' },
  independence: { ja: '支援を受けられるかどうかは、この回答とは関係ありません。', en: 'Help does not depend on your answer.' },
  intro: {
    ja: '一つの事例について、15の区分に分けてお聞きします。ほとんどは選ぶだけで、20分ほどかかります。分からないことは「不明」でかまいません。',
    en: 'One case, in 15 parts. Nearly everything is a choice; it takes about 20 minutes. “Not known” is a good answer.',
  },
  introKept: {
    ja: '氏名、生年月日、番号、住所、店の名前はお聞きしません。書き込んだ内容はこの画面の中だけにあり、送信するまでどこにも保存されません。ページを閉じると消えます。',
    en: 'Names, dates of birth, numbers, addresses and names of shops are not asked. What you enter stays on this page until you send it, and closing the page forgets it.',
  },
  noOpenEdition: {
    ja: 'いまは受け付けている版がないため、記入しても送信できません。',
    en: 'No edition is open at the moment, so a case could be filled in but not sent.',
  },
  partsList: { ja: '区分の一覧', en: 'All parts' },
  stepOf: (step: number, of: number) => ({ ja: `区分 ${step}／${of}`, en: `Part ${step} of ${of}` }),
  review: { ja: '確認と送信', en: 'Check and send' },
  partDone: { ja: '記入済み', en: 'done' },
  partTrouble: { ja: '要確認', en: 'needs a look' },
  next: { ja: '次へ', en: 'Next' },
  back: { ja: '前へ戻る', en: 'Back' },
  required: { ja: '必須', en: 'Required' },
  several: { ja: 'あてはまるものをすべて選んでください。', en: 'Tick all that apply.' },
  severalUpTo: (most: number) => ({ ja: `${most}つまで選べます。`, en: `Up to ${most}.` }),
  noAnswer: { ja: '答えがないとき', en: 'If there is no answer' },
  choose: { ja: '選んでください', en: 'Choose' },
  clearAnswer: { ja: '選択を取り消す', en: 'Clear this answer' },
  year: { ja: '西暦（4桁）', en: 'Year (four digits)' },
  upTo: (characters: number) => ({ ja: `${characters}文字まで`, en: `Up to ${characters} characters` }),
  addPlace: { ja: '選んで追加', en: 'Choose to add' },
  chosen: { ja: '選んだもの', en: 'Chosen' },
  remove: { ja: '取り除く', en: 'Remove' },
  fillRest: { ja: 'この区分の残りを「確認していない・記録なし」にする', en: 'Mark the rest of this part “Not asked or not recorded”' },
  filledRest: (questions: number) => ({
    ja: `${questions}問に「確認していない・記録なし」を入れました。`,
    en: `Marked in ${questions === 1 ? '1 question' : `${questions} questions`}.`,
  }),
  legs: { ja: '移動の区間', en: 'Parts of the journey' },
  legsHint: {
    ja: '移動を、始まった場所から順に区間に分けて書いてください。国だけをお聞きします。日本国内だけの場合は、出発国と到着国の両方に日本を選びます。',
    en: 'Write the journey in parts, from where it began. Countries only. If everything happened inside Japan, choose Japan at both ends.',
  },
  leg: (place: number) => ({ ja: `区間${place}`, en: `Part ${place}` }),
  addLeg: { ja: '区間を追加', en: 'Add a part' },
  contacts: { ja: 'つながった機関', en: 'Organisations reached' },
  contactsHint: {
    ja: '本人がつながった機関を、順番に書いてください。貴団体は、たいてい最後の段階になります。',
    en: 'Every organisation the person reached, in order. Yours is usually the last.',
  },
  contactsAsk: { ja: '支援につながるまでに、どこかの機関につながりましたか。', en: 'Was any organisation reached on the way to help?' },
  contactsReached: { ja: 'つながった（順番に記入する）', en: 'Yes (in order, below)' },
  contactsNone: { ja: 'どこにもつながらなかった', en: 'No organisation was reached' },
  step: (place: number) => ({ ja: `段階${place}`, en: `Step ${place}` }),
  addStep: { ja: '段階を追加', en: 'Add a step' },
  up: { ja: '一つ前へ', en: 'Earlier' },
  down: { ja: '一つ後へ', en: 'Later' },
  removeRow: { ja: '削除', en: 'Remove' },

  troubleHeading: (places: number) => ({
    ja: places === 1 ? '1か所、確認してください' : `${places}か所、確認してください`,
    en: places === 1 ? 'One answer needs a look' : `${places} answers need a look`,
  }),
  nothingOpen: { ja: '答えはそろっています。送信できます。', en: 'The answers are complete. The case can be sent.' },
  flagsHeading: { ja: 'ご確認ください', en: 'Please confirm' },
  flagsHint: {
    ja: 'ふつうは起こりにくい組み合わせです。そのとおりであれば印を付けてください。違っていれば、答えを直してください。',
    en: 'These answers seldom go together. If they are right, tick the box; if not, change the answer.',
  },
  flagNeeded: { ja: 'この確認がないと送信できません。', en: 'The case cannot be sent without this.' },
  guardianApart: { ja: 'はい、関わっていない人です', en: 'Yes, without a part in this' },
  flagRight: { ja: 'このとおりで間違いない', en: 'This is right as it stands' },
  change: { ja: '答えを見直す', en: 'Look at the answer' },
  summaryHeading: { ja: '答えの一覧', en: 'All answers' },
  unanswered: { ja: '（記入なし）', en: '(no answer)' },
  send: { ja: '送信する', en: 'Send' },
  sending: { ja: '送信しています…', en: 'Sending…' },
  refusedBasis: {
    ja: '研究に利用できる根拠がないため、この事例は受け付けられません。何も保存していません。相談や支援には影響しません。',
    en: 'Without a basis for research use this case cannot be taken in. Nothing of it is kept, and it changes nothing about help.',
  },
})

/** A line under the title of a part, where one helps. */
export const PART_HINTS = pageWords('hints', {
  admin: {
    ja: '符号は、貴団体の中だけで分かるものにしてください。送信すると別の値に置き換わり、もとの文字は残りません。',
    en: 'Choose a case reference that only your organisation understands. It is replaced when the case is sent; the reference itself is not kept.',
  },
  profile: { ja: '年齢は幅で答えます。生年月日はお聞きしません。', en: 'Ages are bands. No date of birth is asked.' },
  route: { ja: '町や空港の便名は必要ありません。', en: 'No towns, no flights: countries and prefectures only.' },
  exploitation: {
    ja: '印のない項目は「報告なし」として扱い、「なかった」とは数えません。',
    en: 'What is left unticked counts as “not reported”, never as “no”.',
  },
  expectation: { ja: '本人の言葉から分かる範囲で答えてください。', en: 'As far as the person’s own words tell.' },
  legal: {
    ja: '公的機関が本人をどう扱ったかをお聞きします。本人が何かをしたかどうかではありません。',
    en: 'How authorities treated the person, not whether the person did anything.',
  },
  return: {
    ja: '帰国していない方については、本人の希望と心配だけでもかまいません。',
    en: 'If the person has not returned, the wish and the fears are enough.',
  },
  assessment: {
    ja: '人身取引議定書の三つの要件です。認められるものを選んでください。法律上の判断でなくてかまいません。',
    en: 'The three elements of the Trafficking Protocol. Tick what you find; it need not be a legal finding.',
  },
})
