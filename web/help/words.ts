/** What the help page says: for each person who comes here, what it is for and how to begin. */
import { pageWords } from '../language/page-words.ts'

export const WORDS = pageWords('help', {
  title: { ja: '使い方', en: 'Help' },
  roles: { ja: '立場ごとの説明', en: 'Help for each person' },
  affected: { ja: '事例の本人', en: 'You are the person a case is about' },
  affectedHelp: {
    ja: '相談窓口の電話番号は「はじめに」にあります。ここで答えなくても、助けを受けられます。',
    en: 'Telephone numbers of helplines stand on the start page. You get help whether you answer here or not.',
  },
  affectedAnswer: {
    ja: '団体からコードを渡された方は、アカウントなしで、自分で答えられます。',
    en: 'If an organisation gave you a code, you can answer for yourself, without an account.',
  },
  affectedWithdraw: {
    ja: '伝えた事例は、受付番号があれば、いつでも取り下げられます。理由は要りません。取り下げた事例は5分以内に消えます。',
    en: 'With the receipt code you can withdraw your case at any time, without a reason. It is gone within five minutes.',
  },
  affectedFigures: {
    ja: 'すでに公表された数字は変わりませんが、一人ひとりの記録は公表していません。',
    en: 'Figures that are already published stay; no record of any one person is ever published.',
  },
  toHelpNow: { ja: '相談窓口を見る', en: 'See helplines' },
  toAnswer: { ja: 'コードで答える', en: 'Answer with a code' },
  toWithdraw: { ja: '取り下げる', en: 'Withdraw a case' },
  caseWorker: { ja: '支援団体の相談員', en: 'You support people, and report a case' },
  caseWorkerKey: {
    ja: '団体の鍵を貼り付け、質問に答えます。氏名や住所の欄はありません。分からない質問は「不明」で進めます。',
    en: 'Paste the key of your organisation and answer the questions. There is no field for a name or an address; “Not known” is an answer.',
  },
  caseWorkerSummary: {
    ja: '送る前に、送る内容と、おおまかに直した点が表示されます。',
    en: 'Before you send, you see what will be sent and what was made coarser.',
  },
  caseWorkerReceipt: {
    ja: '最後に表示される受付番号は、二度と表示されません。本人に渡してください。',
    en: 'The receipt code is shown once. Give it to the person, who can withdraw the case with it.',
  },
  caseWorkerInvite: {
    ja: '本人が自分で答えたいときは、ログインして「自分の団体」で招待のコードを作れます。',
    en: 'If a person would rather answer for herself, sign in and make a code for her on the page “My organisation”.',
  },
  toForm: { ja: '事例を伝える', en: 'Report a case' },
  embassy: { ja: '記録のファイルを送る方（大使館など）', en: 'You send a file of records (embassies, organisations)' },
  embassyFile: {
    ja: 'ファイルを選びます。読み取りはお使いのブラウザーの中だけで行います。',
    en: 'Choose the file. It is read inside your browser alone.',
  },
  embassyColumns: {
    ja: '氏名などの列は、送る前に取り除かれます。どの列かは、最初に表示されます。',
    en: 'Columns with names and the like are taken out before anything is sent. You see first which ones.',
  },
  embassyWords: {
    ja: '記録に使った言葉の意味についての質問に答え、確かめてから送ります。',
    en: 'Answer the questions about what your words mean, check the result, and send.',
  },
  toImport: { ja: 'ファイルを送る', en: 'Send a file' },
  analyst: { ja: '数字を調べる方', en: 'You look for figures' },
  analystSearch: {
    ja: '知りたい言葉を入れるか、項目を一つか二つ選びます。',
    en: 'Search for a word, or choose one or two things you want to know.',
  },
  analystFiles: {
    ja: '表の下に、Excel、CSV、SPSSなどのファイル、RとPythonのコード、図、引用の文があります。',
    en: 'Below the table are files for Excel, SPSS and others, code for R and Python, the figure, and how to cite it.',
  },
  analystWithheld: {
    ja: '「x」は、個人が分からないように伏せた数です。0でも空欄でもなく、数の大きさも示しません。計算では欠測として扱ってください。',
    en: '“x” is a figure that is not shown, to protect people. It is neither 0 nor empty, and says nothing about the size. Treat it as missing when you calculate.',
  },
  toExplore: { ja: '表を探す', en: 'Find a table' },
  author: { ja: '資料や記事を書く方', en: 'You write a paper, a report or an article' },
  authorAdd: { ja: '表の下の「資料に加える」を押します。', en: 'Press “Add to the workbench” below each table you want.' },
  authorOrder: {
    ja: '「資料を作る」で順に並べ、文章を付けます。文章はブラウザーの外に出ません。',
    en: 'Put them in order there and write beside them. What you write stays in your browser.',
  },
  authorSave: {
    ja: '図の入ったWordのファイル、またはExcelのファイルにして保存します。',
    en: 'Save them as a Word file with their figures, or as an Excel file.',
  },
  toWorkbench: { ja: '資料を作る', en: 'Workbench' },
  network: { ja: 'ネットワークを運営する方', en: 'You run the network' },
  networkAdministrators: {
    ja: '管理者は、人の招待と団体の鍵を扱います。事例も数字も見ることはできません。',
    en: 'Administrators invite people and look after keys; they see neither cases nor unpublished figures.',
  },
  networkEditors: {
    ja: '編集担当と鍵の保管担当は、手元のパソコンで版を作ります。一人だけで公表することはできません。',
    en: 'Editors and custodians build an edition together, on a machine of their own. Nobody can publish alone.',
  },
  networkSettings: {
    ja: '相談窓口、本人が答えられる言語、「すぐに閉じる」の行き先は、サーバーの設定（network.json）で決めます。',
    en: 'Helplines, the languages in which persons may answer for themselves, and where leaving leads are settings of the server (network.json).',
  },
  toAccount: { ja: 'アカウント', en: 'Account' },
})
