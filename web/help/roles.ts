/** Who comes here and for what. Three sentences each: more is not read by those who look for help. */
import type { Text } from '../../survey-schema/text.ts'

interface HelpSection {
  readonly id: string
  readonly name: Text
  readonly steps: readonly Text[]
  readonly page: { readonly path: string; readonly name: Text }
}

export const ROLES: readonly HelpSection[] = [
  {
    id: 'affected',
    name: { ja: '事例の本人', en: 'You are the person a case is about' },
    steps: [
      {
        ja: '伝えた事例は、受付番号があれば、いつでも取り下げられます。',
        en: 'With the receipt code you can withdraw your case at any time.',
      },
      {
        ja: 'アカウントも理由も要りません。取り下げた事例は5分以内に消えます。',
        en: 'You need no account and no reason. What is withdrawn is gone within five minutes.',
      },
      {
        ja: 'すでに公表された数字は変わりませんが、一人ひとりの記録は公表していません。',
        en: 'Figures that are already published stay; no record of any one person is ever published.',
      },
    ],
    page: { path: '/withdraw', name: { ja: '取り下げる', en: 'Withdraw a case' } },
  },
  {
    id: 'case-worker',
    name: { ja: '支援団体の相談員', en: 'You support people, and report a case' },
    steps: [
      {
        ja: '団体の鍵を貼り付け、質問に答えます。氏名や住所の欄はありません。分からない質問は「不明」で進めます。',
        en: 'Paste the key of your organisation and answer the questions. There is no field for a name or an address; “Not known” is an answer.',
      },
      {
        ja: '送る前に、送る内容と、おおまかに直した点が表示されます。',
        en: 'Before you send, you see what will be sent and what was made coarser.',
      },
      {
        ja: '最後に表示される受付番号は、二度と表示されません。本人に渡してください。',
        en: 'The receipt code is shown once. Give it to the person, who can withdraw the case with it.',
      },
    ],
    page: { path: '/questionnaire', name: { ja: '事例を伝える', en: 'Report a case' } },
  },
  {
    id: 'embassy',
    name: { ja: '記録のファイルを送る方（大使館など）', en: 'You send a file of records (embassies, organisations)' },
    steps: [
      {
        ja: 'ファイルを選びます。読み取りはお使いのブラウザーの中だけで行います。',
        en: 'Choose the file. It is read inside your browser alone.',
      },
      {
        ja: '氏名などの列は、送る前に取り除かれます。どの列かは、最初に表示されます。',
        en: 'Columns with names and the like are taken out before anything is sent. You see first which ones.',
      },
      {
        ja: '記録に使った言葉の意味についての質問に答え、確かめてから送ります。',
        en: 'Answer the questions about what your words mean, check the result, and send.',
      },
    ],
    page: { path: '/import', name: { ja: 'ファイルを送る', en: 'Send a file' } },
  },
  {
    id: 'analyst',
    name: { ja: '数字を調べる方', en: 'You look for figures' },
    steps: [
      { ja: '知りたい言葉を入れるか、項目を一つか二つ選びます。', en: 'Search for a word, or choose one or two things you want to know.' },
      {
        ja: '表の下に、Excel、CSV、SPSSなどのファイル、RとPythonのコード、図、引用の文があります。',
        en: 'Below the table are files for Excel, SPSS and others, code for R and Python, the figure, and how to cite it.',
      },
      {
        ja: '「x」は、人数が少ないため伏せた数です。0でも空欄でもありません。計算では欠測として扱ってください。',
        en: '“x” is a figure that is not shown, to protect people. It is neither 0 nor empty. Treat it as missing when you calculate.',
      },
    ],
    page: { path: '/explore', name: { ja: '表を探す', en: 'Find a table' } },
  },
  {
    id: 'author',
    name: { ja: '資料や記事を書く方', en: 'You write a paper, a report or an article' },
    steps: [
      { ja: '表の下の「資料に加える」を押します。', en: 'Press “Add to the workbench” below each table you want.' },
      {
        ja: '「資料を作る」で順に並べ、文章を付けます。文章はブラウザーの外に出ません。',
        en: 'Put them in order there and write beside them. What you write stays in your browser.',
      },
      {
        ja: '図の入ったWordのファイル、またはExcelのファイルにして保存します。',
        en: 'Save them as a Word file with their figures, or as an Excel file.',
      },
    ],
    page: { path: '/workbench', name: { ja: '資料を作る', en: 'Workbench' } },
  },
  {
    id: 'network',
    name: { ja: 'ネットワークを運営する方', en: 'You run the network' },
    steps: [
      {
        ja: '管理者は、人の招待と団体の鍵を扱います。事例も数字も見ることはできません。',
        en: 'Administrators invite people and look after keys; they see neither cases nor unpublished figures.',
      },
      {
        ja: '編集担当と鍵の保管担当は、手元のパソコンで版を作ります。',
        en: 'Editors and custodians build an edition together, on a machine of their own.',
      },
      { ja: '一人だけで公表することはできません。', en: 'Nobody can publish alone.' },
    ],
    page: { path: '/account', name: { ja: 'アカウント', en: 'Account' } },
  },
]
