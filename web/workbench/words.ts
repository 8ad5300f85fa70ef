import type { Words } from '../../survey-schema/text.ts'

export const WORDS = {
  title: { ja: '資料を作る', en: 'Workbench' },
  titleWith: (tables: number) => ({
    ja: `資料を作る（表${tables}件）`,
    en: tables === 1 ? 'Workbench (1 table)' : `Workbench (${tables} tables)`,
  }),
  intro: {
    ja: '公表された表を選んで並べ、題と文章を付けて、一つのWordまたはExcelファイルにします。',
    en: 'Choose published tables, put them in order, write beside them, and save them as one Word or Excel file.',
  },
  private: {
    ja: '書いた文章は、このブラウザーの中だけに保存します。サーバーには送りません。暗号化はしていないので、ほかの人も使うパソコンでは、終わったら消してください。',
    en: 'What you write is kept in this browser alone and is not sent to the server. It is not encrypted: on a computer that others use, remove it when you are done.',
  },
  notKept: {
    ja: 'このブラウザーでは保存できません。ページを閉じると、書いた文章は消えます。',
    en: 'This browser does not allow keeping it. What you write is gone when the page is closed.',
  },
  forget: { ja: 'すべて消す', en: 'Forget everything' },
  forgetSure: {
    ja: '選んだ表と書いた文章を、このブラウザーから消しますか。',
    en: 'Remove all chosen tables and everything you wrote from this browser?',
  },
  forgetYes: { ja: '消す', en: 'Remove' },
  forgetNo: { ja: '残す', en: 'Keep' },
  forgotten: { ja: 'すべて消しました。', en: 'Everything is removed.' },
  whole: { ja: '資料の題と文章', en: 'Title and text of the whole' },
  ownTitle: { ja: '題', en: 'Title' },
  ownText: { ja: '文章', en: 'Text' },
  tableTitle: (place: number) => ({
    ja: `${place}番目の表の題（空欄なら表の題のまま）`,
    en: `Title of table ${place} (as printed if left empty)`,
  }),
  tableText: (place: number) => ({ ja: `${place}番目の表に付ける文章`, en: `Text beside table ${place}` }),
  markdown: {
    ja: '行頭の「# 」は見出し、「- 」や「1. 」は箇条書き、**太字**、*斜体*、[文字](https://…) はリンクになります。',
    en: '"# " begins a heading, "- " or "1. " a list; **bold**, *italic*, and [words](https://…) for a link.',
  },
  preview: { ja: '仕上がりを見る', en: 'See how it will look' },
  chosen: { ja: '選んだ表', en: 'Chosen tables' },
  none: {
    ja: 'まだ表を選んでいません。下の「表を加える」から選んでください。',
    en: 'No table is chosen yet. Choose from “Add tables” below.',
  },
  tableNumber: (number: string) => ({ ja: `表${number}`, en: `Table ${number}` }),
  up: { ja: '上へ', en: 'Up' },
  down: { ja: '下へ', en: 'Down' },
  remove: { ja: '外す', en: 'Remove' },
  moveUp: (name: string) => ({ ja: `「${name}」を一つ上へ`, en: `Move "${name}" up` }),
  moveDown: (name: string) => ({ ja: `「${name}」を一つ下へ`, en: `Move "${name}" down` }),
  takeOut: (name: string) => ({ ja: `「${name}」を外す`, en: `Remove "${name}"` }),
  movedTo: (name: string, place: number, of: number) => ({
    ja: `「${name}」は${of}件中${place}番目になりました。`,
    en: `"${name}" is now number ${place} of ${of}.`,
  }),
  removed: (name: string) => ({ ja: `「${name}」を外しました。`, en: `"${name}" is removed.` }),
  figures: { ja: '数値を見る', en: 'Show the figures' },
  notAvailable: {
    ja: 'この表は、いまは公表されていません。ファイルには入りません。',
    en: 'This table is not published now; the file will be without it.',
  },
  replaced: {
    ja: '選んだあとに訂正された表です。いまの数値を使います。',
    en: 'This table was corrected after you chose it; the figures of today are used.',
  },
  add: { ja: '表を加える', en: 'Add tables' },
  addHint: {
    ja: 'データブックの章や「表を探す」のページでも、表の下の「資料に加える」で選べます。',
    en: 'In the chapters of the data book and on the page of tables you can also choose with “Add to the workbench” below a table.',
  },
  edition: { ja: '版', en: 'Edition' },
  chapter: { ja: '章', en: 'Chapter' },
  choose: { ja: '章を選んでください', en: 'Choose a chapter' },
  addOne: { ja: '加える', en: 'Add' },
  addNamed: (name: string) => ({ ja: `「${name}」を加える`, en: `Add "${name}"` }),
  inIt: { ja: '加えました', en: 'Added' },
  addHere: { ja: '資料に加える', en: 'Add to the workbench' },
  addedHere: { ja: '資料に加えました', en: 'In the workbench' },
  open: { ja: '資料を作るページを開く', en: 'Open the workbench' },
  full: (most: number) => ({ ja: `表は${most}件まで選べます。`, en: `At most ${most} tables can be chosen.` }),
  save: { ja: 'ファイルにする', en: 'Save as a file' },
  saveHint: {
    ja: 'ファイルはこのブラウザーの中で作ります。表には、集計対象、注、秘匿規則、引用のしかたが付きます。Wordは表示中の言語、Excelは日英併記です。',
    en: 'The file is made in this browser. Each table comes with what it counts, its notes, the rules of protection and how to cite it. Word is in the language shown, Excel in both.',
  },
  docx: { ja: 'Wordファイルを保存（.docx）', en: 'Save for Word (.docx)' },
  xlsx: { ja: 'Excelファイルを保存（.xlsx）', en: 'Save for Excel (.xlsx)' },
  saved: (name: string) => ({ ja: `${name} を保存しました。`, en: `${name} is saved.` }),
  nothing: { ja: '表を一つ以上選ぶと、保存できます。', en: 'Choose at least one table to save a file.' },
  /** As the book says it. */
  ofEachColumn: { ja: '列ごとの割合', en: 'Percent of each column' },
} as const satisfies Words
