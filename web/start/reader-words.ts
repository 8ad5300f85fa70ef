/** What the start page says of figures, promises and help. */
import { pageWords } from '../language/page-words.ts'

export const WORDS = pageWords('reader', {
  routes: { ja: '多い経路', en: 'Most frequent routes' },
  origins: { ja: '出発した国・地域', en: 'Where people came from' },
  contact: { ja: '助けを求めた方法', en: 'How help was reached' },
  cases: (figure: string) => ({ ja: `${figure}事例`, en: `${figure} cases` }),
  noneShown: { ja: '公表できる数がありません。', en: 'No figure can be published.' },
  wholeTable: { ja: '表を見る', en: 'See the table' },
  figuresNote: {
    ja: '公表値は少し調整してあります。数が少ないものは示していません。',
    en: 'Figures are slightly adjusted; small ones are not shown.',
  },
  toHelp: { ja: '助けが必要な方へ', en: 'Do you need help now?' },
  runs: { ja: '運営', en: 'Who runs it' },
  runsWhat: {
    ja: '被害に遭った人を支える団体のネットワークが運営しています。事例は団体と大使館、そして本人から届きます。',
    en: 'A network of organisations that support people who were trafficked. Cases come from them, from embassies and from the people themselves.',
  },
  promises: { ja: '約束', en: 'What we promise' },
  promise1: { ja: '氏名、住所、電話番号、旅券番号は受け取りません。', en: 'We take no names, addresses, telephone or passport numbers.' },
  promise2: { ja: '持っていないものは、差し押さえられても渡りません。', en: 'What we do not hold cannot be taken from us.' },
  promise3: {
    ja: '事例は暗号にして保管し、サーバーでは読めません。鍵は3人が分けて持ちます。',
    en: 'Cases are sealed; the server cannot read them. The key is split among three people.',
  },
  promise4: {
    ja: 'だれが、いつ、どこからこの画面を見たかは記録しません。',
    en: 'We do not record who looks at these pages, when, or from where.',
  },
  promise5: {
    ja: '受付番号があれば、いつでも取り下げられます。事例は5分以内に消えます。',
    en: 'With its receipt code a case can be withdrawn at any time; it is gone within five minutes.',
  },
  promise6: { ja: '団体どうしは、互いの事例を見ることができません。', en: 'Organisations cannot see one another’s cases.' },
  promise7: { ja: '一人だけで版を公表することはできません。', en: 'Nobody can publish an edition alone.' },
  promise8: {
    ja: '一人ひとりの記録は公表せず、5未満の数は示しません。公表した数は、どの表でも同じです。',
    en: 'No record of a person is published, and no number under 5; a figure is the same wherever it stands.',
  },
  promise9: { ja: 'このサイトは、ほかの会社のサービスを読み込みません。', en: 'These pages load nothing from any other company.' },
  part: { ja: '参加する', en: 'How to take part' },
  partWhat: {
    ja: '団体や大使館の方は、ネットワークから招待を受けて参加します。鍵を受け取ると、事例を一つずつ、またはファイルでまとめて送れます。',
    en: 'Organisations and embassies join by an invitation from the network. With their key they report cases one by one, or send a file.',
  },
  helpNow: { ja: '助けが必要な方へ', en: 'If you need help now' },
  noHotline: {
    ja: '近くの支援団体、または自分の国の大使館に相談してください。この画面から相談することはできません。',
    en: 'Please turn to a support organisation near you or to your embassy. Nobody can be reached through these pages.',
  },
  helpNote: {
    ja: '相談するために、事例を伝える必要はありません。',
    en: 'You need not report anything in order to get help.',
  },
})
