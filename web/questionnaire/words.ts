/** What the form says beside the questions. Written to be read tired, late, with the file open beside it. */
import { pageWords } from '../language/page-words.ts'

export const WORDS = pageWords('form', {
  title: { ja: '記入', en: 'Form' },
  heading: { ja: '事例を伝える', en: 'Report a case' },
  independence: { ja: '支援を受けられるかどうかは、この回答とは関係ありません。', en: 'Help does not depend on your answer.' },
  intro: {
    ja: '一つの事例についてお聞きします。ほとんどは選ぶだけです。分からないことは「不明」でかまいません。',
    en: 'One case. Nearly everything is a choice. “Not known” is a good answer.',
  },
  introKept: {
    ja: '氏名、生年月日、番号、住所、店の名前はお聞きしません。書き込んだ内容はこの画面の中だけにあり、ページを閉じると消えます（下書きを残すことを選んだ場合を除きます）。',
    en: 'Names, dates of birth, numbers, addresses and names of shops are not asked. What you enter stays on this page, and closing the page forgets it unless you choose to keep a draft.',
  },
  keyFirst: { ja: '団体の鍵を先に確かめる（任意）', en: 'Check your organisation’s key first (optional)' },
  ownCases: { ja: '送った事例を確かめる・訂正する・取り下げる', en: 'Cases you have sent: see, correct, withdraw' },
  keyLater: {
    ja: '鍵がなくても記入できます。送信には鍵が必要です。',
    en: 'The form can be filled in without a key; sending needs one.',
  },
  extent: { ja: 'どこまで答えますか。', en: 'How much would you like to answer?' },
  extentAll: (parts: number) => ({ ja: `すべての質問（${parts}区分、20分ほど）`, en: `All questions (${parts} parts, about 20 minutes)` }),
  extentCore: (questions: number) => ({
    ja: `必須の${questions}問だけ（5分ほど）。ほかは「確認していない・記録なし」になります`,
    en: `Only the ${questions} core questions (about 5 minutes). The others count as not asked`,
  }),
  keys: {
    ja: 'キーボードでは、Enterキーで次の質問へ、矢印キーで次の選択肢へ移ります。スペースキーで印が付きます。',
    en: 'By keyboard: Enter goes to the next question, arrow keys move between answers, Space ticks one.',
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
  findHint: {
    ja: '名前、読み、記号の一部を入力すると候補が出ます。候補を押すか、Enterキーで決まります。',
    en: 'Type part of a name or a code. Press an entry, or Enter, to choose it.',
  },
  found: (entries: number) => ({ ja: `候補は${entries}件です。`, en: entries === 1 ? '1 entry.' : `${entries} entries.` }),
  notFound: { ja: '候補がありません。別の言い方で入力してください。', en: 'Nothing like this on the list. Try another word.' },
  notChosen: {
    ja: 'まだ選ばれていません。候補から一つ選んでください。',
    en: 'Nothing is chosen yet. Choose an entry of the list.',
  },
  clearAnswer: { ja: '選択を取り消す', en: 'Clear this answer' },
  year: { ja: '年（例：2019、令和元年、R1）', en: 'Year (such as 2019)' },
  yearRead: (year: number) => ({ ja: `${year}年と読みました。年だけを残します。`, en: `Read as ${year}. Only the year is kept.` }),
  upTo: (characters: number) => ({ ja: `${characters}文字まで`, en: `Up to ${characters} characters` }),
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
  correct: { ja: '届いている事例を、この内容と入れ替える（訂正）', en: 'Replace the case that was sent before (a correction)' },
  correctedHeading: { ja: '訂正しました', en: 'The case was corrected' },
  corrected: {
    ja: '届いている事例を、この内容と入れ替えました。受付番号は前のままです。',
    en: 'What you sent stands in the place of the earlier case. Its receipt code stays the same.',
  },
  notLoaded: {
    ja: '通信が途切れ、答えを確かめられませんでした。記入内容はこの画面に残っています。',
    en: 'The connection was lost before the answers could be checked. They are still on this page.',
  },
  again: { ja: 'もう一度試す', en: 'Try again' },
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
