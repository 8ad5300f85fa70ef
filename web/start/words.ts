/** What the start page says. */
import { pageWords } from '../language/page-words.ts'

export const WORDS = pageWords('start', {
  title: { ja: 'はじめに', en: 'Start' },
  heading: { ja: '人身取引の被害を、数で伝える', en: 'Trafficking in persons, told in figures' },
  lead: {
    ja: '日本に関わる人身取引の被害について、支援団体、大使館、そして本人が伝えた事例を集めたデータブックです。だれのことか分からない形に直してから数えています。',
    en: 'A data book of cases of trafficking in persons that concern Japan, as told by supporting organisations, embassies and the people themselves, and counted so that nobody can be recognised.',
  },
  open: { ja: 'データブックを開く', en: 'Open the data book' },
  explore: { ja: '表を探す', en: 'Find a table' },
  exploreWhat: {
    ja: '知りたい項目を一つか二つ選ぶと、公表された表と図が開きます。',
    en: 'Choose one or two things you want to know; the published table and its figure open.',
  },
  workbench: { ja: '資料を作る', en: 'Workbench' },
  workbenchWhat: {
    ja: '表を選んで並べ、自分の文章を付けて、WordかExcelのファイルにします。書いた文章はブラウザーの外に出ません。',
    en: 'Choose tables, put them in order and write beside them: one Word or Excel file. What you write does not leave your browser.',
  },
  questionnaire: { ja: '事例を伝える', en: 'Report a case' },
  questionnaireWhat: {
    ja: '団体や大使館の担当の方が、一つの事例を選択式の質問で伝えます。氏名や住所の欄はありません。',
    en: 'For staff of organisations and embassies: one case, told by ticking answers. There is no field for a name or an address.',
  },
  import: { ja: 'ファイルを送る', en: 'Send a file' },
  importWhat: {
    ja: '表計算などの記録を、この画面で確かめてからまとめて送ります。氏名などの列は、送る前にここで取り除きます。',
    en: 'Records kept in a spreadsheet, looked through on this page and sent together. Names and the like are taken out here, before anything is sent.',
  },
  others: { ja: 'ほかにできること', en: 'What else you can do' },
  editionIs: (id: string) => ({ ja: `公表中の版：${id}`, en: `Published edition: ${id}` }),
  how: { ja: '数字ができるまで', en: 'How a figure comes about' },
  steps1: {
    ja: '氏名、番号、住所、正確な日付は、受け付ける前に取り除きます。',
    en: 'Names, numbers, addresses and exact dates fall away before a case is taken in.',
  },
  steps2: {
    ja: '事例は封をして保管します。サーバーには中身を読むことができません。',
    en: 'The case is sealed. The server keeps it but cannot read it.',
  },
  steps3: {
    ja: '編集する人が二つの鍵を持ち寄り、版をまとめるときにだけ開きます。',
    en: 'Two keys are brought together to open the cases, only while an edition is made.',
  },
  steps4: {
    ja: '少ない人数の欄は伏せ、公表値をわずかに調整してから公表します。',
    en: 'Small numbers are withheld, and every figure is slightly adjusted before it is published.',
  },
  refuses: { ja: 'しないこと', en: 'What it will not do' },
  refusesWhat: {
    ja: '一人ひとりの記録は公表しません。5未満の数は示しません。報告された事例の集計であり、被害全体を代表するものではありません。',
    en: 'It publishes no record of any person and no number under 5. It counts reported cases; they are not a sample of all victims.',
  },
})
