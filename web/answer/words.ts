/** What the page says to an affected person who answers for herself. Its title names no subject: others may look at the screen. */
import { pageWords } from '../language/page-words.ts'

export const WORDS = pageWords('answer', {
  title: { ja: '回答', en: 'Answers' },
  heading: { ja: '自分で答える', en: 'Answer for yourself' },
  helpHeading: { ja: '相談できるところ', en: 'Where you get help' },
  needNot: {
    ja: '答えなくても、助けを受けられます。答えても答えなくても、受けられる支援は同じです。',
    en: 'You need not answer to get help. The help is the same whether you answer or not.',
  },
  noHotlines: {
    ja: 'コードを渡してくれた団体に相談してください。',
    en: 'Ask the organisation that gave you the code.',
  },
  otherLanguages: { ja: 'ほかの言語の窓口', en: 'Helplines in other languages' },
  off: {
    ja: 'この言語では、まだこのページで答えられません。',
    en: 'You cannot answer on this page in this language yet.',
  },
  what: {
    ja: '質問は、多くて15です。名前も住所も聞きません。どの質問も、答えずに進めます。',
    en: 'There are 15 questions at most. We ask no name and no address. You may skip every question.',
  },
  sealed: {
    ja: '答えは封をして保管します。公表するのは、多くの人の答えを合わせた数だけです。',
    en: 'Your answers are sealed. Only numbers from the answers of many people are published.',
  },
  code: { ja: 'コード', en: 'Code' },
  codeHint: {
    ja: '渡された紙にある20文字です。大文字でも小文字でも、間の線があってもなくてもかまいません。',
    en: 'The 20 letters and digits on the paper that you were given. Capitals and dashes make no difference.',
  },
  start: { ja: 'はじめる', en: 'Start' },
  checking: { ja: '確かめています…', en: 'Checking…' },
  codeEmpty: { ja: 'コードを入れてください。', en: 'Please enter the code.' },
  codeSlip: {
    ja: 'コードに、違う文字か足りない文字があります。もう一度見比べてください。',
    en: 'A character of the code is wrong or missing. Please compare it once more.',
  },
  codeIsReceipt: {
    ja: 'これは受付番号です。受付番号は、送った答えを消すためのものです。',
    en: 'This is a receipt code. It is for erasing answers that were sent.',
  },
  codeRefused: {
    ja: 'このコードは使えません。コードを渡してくれた団体に聞いてください。',
    en: 'This code cannot be used. Ask the organisation that gave it to you.',
  },
  codeUsed: {
    ja: 'このコードは、もう使われました。一つのコードで答えられるのは一度だけです。',
    en: 'This code was used already. One code is good for one answer.',
  },
  codeOver: {
    ja: 'このコードを使える期間は終わりました。新しいコードは、渡してくれた団体にもらえます。',
    en: 'The time for this code is over. The organisation that gave it to you can give you a new one.',
  },
  noConnection: {
    ja: '通信が途切れました。答えはこの画面に残っています。もう一度押してください。二重に届くことはありません。',
    en: 'The connection was lost. Your answers are still here. Press again: nothing arrives twice.',
  },
  busy: {
    ja: 'いま受け付けられません。少し待って、もう一度押してください。答えはこの画面に残っています。',
    en: 'This does not work now. Wait a little and press again. Your answers are still here.',
  },
  agreeHeading: { ja: '答える前に', en: 'Before you answer' },
  agreeStop: {
    ja: 'いつでもやめられます。「送る」を押すまで、何も送られません。',
    en: 'You may stop at any time. Nothing is sent before you press “Send”.',
  },
  agreeErase: {
    ja: '送ったあとでも、受付番号で答えを消せます。',
    en: 'After sending, you can erase your answers with a receipt code.',
  },
  agree: {
    ja: '私の答えを、だれの答えか分からない形で数えてもかまいません。',
    en: 'My answers may be counted, in a way that nobody can recognise me.',
  },
  agreeNeeded: {
    ja: '続けるには、印を付けてください。付けたくないときは、ここで終わってかまいません。',
    en: 'Tick the box to go on. If you do not want to, you may stop here.',
  },
  step: (step: number, of: number) => ({ ja: `質問 ${step} / ${of}`, en: `Question ${step} of ${of}` }),
  next: { ja: '次へ', en: 'Next' },
  skip: { ja: '答えずに進む', en: 'Skip' },
  back: { ja: '戻る', en: 'Back' },
  unknown: { ja: '分からない', en: 'I do not know' },
  gender: { ja: '性別は何ですか。', en: 'What is your gender?' },
  age_band_registration: {
    ja: '最初に団体に相談したとき、何歳でしたか。',
    en: 'How old were you when you first came to the organisation?',
  },
  citizenship: { ja: 'どの国の国籍ですか。', en: 'Of which country are you a citizen?' },
  recruitment_mode: { ja: 'どのように始まりましたか。', en: 'How did it begin?' },
  work_promised: { ja: 'どんな仕事や目的だと言われましたか。', en: 'What work or purpose were you promised?' },
  deception_kinds: { ja: '言われたことと違ったのは、どんなことですか。', en: 'What was different from what you were told?' },
  route_legs: { ja: 'どこから、どこへ移動しましたか。', en: 'From where to where did you travel?' },
  exploitation_prefectures: { ja: 'それが起きたのは、日本のどこですか。', en: 'Where in Japan did it happen?' },
  exploitation_types: { ja: 'どんなことをさせられましたか。', en: 'What were you made to do?' },
  means_of_control: { ja: '逃げたり断ったりできなかったのは、なぜですか。', en: 'What kept you from leaving or saying no?' },
  first_helper: { ja: '最初に助けてくれたのは、だれですか。', en: 'Who was the first to help you?' },
  barriers: { ja: '助けを求めるとき、何が妨げになりましたか。', en: 'What made it hard to look for help?' },
  assistance_received: { ja: 'どんな支援を受けましたか。', en: 'What help did you get?' },
  assistance_unmet: { ja: '必要だったのに、受けられなかった支援は何ですか。', en: 'What help did you need and not get?' },
  wish_at_contact: { ja: '助けを得たとき、どうしたいと思いましたか。', en: 'What did you want when you got help?' },
  reviewHeading: { ja: '送る前に', en: 'Before you send' },
  reviewLead: {
    ja: 'あなたの答えです。直せます。',
    en: 'These are your answers. You can change them.',
  },
  skipped: { ja: '答えていません', en: 'Not answered' },
  change: { ja: '直す', en: 'Change' },
  nothing: {
    ja: 'まだ何も答えていないので、送るものがありません。ここで終わってもかまいません。',
    en: 'You have not answered anything yet, so there is nothing to send. You may stop here.',
  },
  lookAgain: { ja: 'もう一度見てください', en: 'Please look once more' },
  right: { ja: 'これで合っています', en: 'It is right as it is' },
  send: { ja: '送る', en: 'Send' },
  sending: { ja: '送っています…', en: 'Sending…' },
  doneHeading: { ja: '届きました', en: 'Your answers have arrived' },
  done: {
    ja: 'ありがとうございました。答えは封をして保管しました。',
    en: 'Thank you. Your answers are sealed and stored.',
  },
  doneEarlier: {
    ja: '保管したのは、はじめに送った答えです。そのあとに直したところは入っていません。',
    en: 'What is stored are the answers that you sent first. What you changed after that is not in them.',
  },
  doneCode: {
    ja: 'この受付番号があれば、あとで答えを消せます。番号は、いま一度だけ表示されます。コードを渡した団体も、この番号を知りません。',
    en: 'With this receipt code you can erase your answers later. It is shown once, now. Not even the organisation that gave you the code knows it.',
  },
  doneWithout: {
    ja: '番号がなくても、コードを渡してくれた団体に頼めば消せます。',
    en: 'Without it you can ask the organisation that gave you the code to erase them.',
  },
  notKept: {
    ja: '受付番号をまだ残していません。もう一度押すと、番号は二度と表示できません。',
    en: 'You have not kept the receipt code. If you press again, it cannot be shown any more.',
  },
  finish: { ja: '終わる', en: 'Finish' },
})
