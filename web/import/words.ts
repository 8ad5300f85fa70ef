/** What the page of files says. Written for somebody who has an old spreadsheet and little time. */
import type { Text, Words } from '../../survey-schema/text.ts'

const rows = (count: number) => (count === 1 ? '1 row' : `${count.toLocaleString('en-US')} rows`)
const gyo = (count: number) => `${count.toLocaleString('en-US')}行`

export const WORDS = {
  title: { ja: 'ファイル', en: 'File' },
  heading: { ja: '記録のファイルを送る', en: 'Send a file of records' },
  intro: {
    ja: '表計算などでつけてきた記録を、まとめて送るためのページです。ファイルはこの画面の中だけで読み取り、氏名・電話番号・住所などの列はここで取り除きます。最後に「送信する」を押すまで、何も外に出ません。',
    en: 'For records that you keep in a spreadsheet. The file is read on this page alone; columns such as names, telephone numbers and addresses are taken out here. Nothing leaves the page until you press “Send” at the end.',
  },
  noOpenEdition: {
    ja: 'いまは受け付けている版がないため、確かめることはできますが、送信はできません。',
    en: 'No edition is open at the moment: a file can be looked through but not sent.',
  },
  file: { ja: '記録のファイル', en: 'File of records' },
  fileHint: {
    ja: 'CSV、Excel（XLSX）、JSON。文字コードや元号は自動で見分けます。',
    en: 'CSV, Excel (XLSX) or JSON. Encoding and era dates are recognised.',
  },
  more: { ja: '前回の読み取り方や、追加のファイルがあるとき', en: 'Decisions kept from last time, or further files' },
  decisionsFile: { ja: '前回保存した読み取り方', en: 'Decisions that you kept last time' },
  journeysFile: { ja: '移動の区間のファイル（route_legs）', en: 'File of journeys (route_legs)' },
  stepsFile: { ja: 'つながった機関のファイル（contact_steps）', en: 'File of organisations reached (contact_steps)' },
  read: { ja: '読み取る', en: 'Read it' },
  chooseFirst: { ja: 'ファイルを選んでください。', en: 'Please choose a file.' },
  reading: (count: number) => ({
    ja: count > 0 ? `読み取っています… ${gyo(count)}` : '読み取っています…',
    en: count > 0 ? `Reading… ${rows(count)}` : 'Reading…',
  }),
  another: { ja: '別のファイルを選ぶ', en: 'Choose another file' },
  refusedFile: { ja: 'このファイルは読み取れませんでした', en: 'This file could not be read' },
  nothingSent: { ja: '何も送っていません。', en: 'Nothing was sent.' },
  rowAt: (row: string) => ({ ja: `${row}行目`, en: `Row ${row}` }),
  rowsAt: (rows: string, count: number) => ({ ja: `${rows}行目（${count}行）`, en: `Rows ${rows} (${count} rows)` }),
  sheetAt: (sheet: string) => ({ ja: `${sheet}枚目のシート`, en: `Sheet ${sheet}` }),
  columnAt: (column: string) => ({ ja: `${column}列`, en: `Column ${column}` }),

  encodingHeading: { ja: '文字コードを選んでください', en: 'Please choose the encoding' },
  encodingHint: {
    ja: 'このファイルの文字コードは、内容だけでは決められませんでした。正しく読めているものを選んでください。この表示は、この端末の中だけのものです。',
    en: 'The file alone does not decide in which encoding it is written. Choose the one that reads correctly. What is shown here stays on your machine.',
  },
  encodingChoice: { ja: '文字コード', en: 'Encoding' },
  encodingNone: {
    ja: 'どれも正しく読めないときは、元のファイルをUTF-8で保存し直してください。',
    en: 'If none of them reads correctly, save the file as UTF-8 and choose it again.',
  },

  decideHeading: { ja: '読み取り方を確かめてください', en: 'Please say how to read it' },
  decideHint: {
    ja: '推測したものを並べました。「これでよい」に印を付けたものだけを使います。印は、最後にまとめて付けることもできます。',
    en: 'These are guesses. Only what you tick is used; at the end you can say yes to all of them at once.',
  },
  staying: (count: number) => ({
    ja: `次の${count}列は、この端末の外に出ません。`,
    en: count === 1 ? 'This column will not leave this computer.' : `These ${count} columns will not leave this computer.`,
  }),
  allWait: { ja: 'すべての行が、この確認を待っています。', en: 'Every row waits for this.' },
  rowsWait: (count: number, all: boolean) => ({
    ja: all ? `${gyo(count)}すべてが、この確認を待っています。` : `最大${gyo(count)}が、この確認を待っています。`,
    en: `${all ? 'All' : 'Up to'} ${rows(count)} ${count === 1 ? 'waits' : 'wait'} for this.`,
  }),
  decidedOf: (made: number, of: number) => ({
    ja: `確認${of}件のうち${made}件が済みました。`,
    en: `${made} of ${of} decisions made.`,
  }),
  decisionsMade: { ja: '確認の進み', en: 'Progress of your decisions' },
  sheet: { ja: '読み取るシート', en: 'Sheet to read' },
  readAs: { ja: 'この列が答えている質問', en: 'The question this column answers' },
  leaveOut: { ja: '使わない（取り除く）', en: 'None: leave the column out' },
  ticks: { ja: '印のある行に、この答えを付ける', en: 'A mark in this column ticks' },
  looksLike: (kind: string) => ({ ja: `「${kind}」の列のようです。`, en: `Looks like a column of this kind: ${kind}.` }),
  wordsHeading: { ja: '言葉の読み替え', en: 'Words, and what they mean' },
  leaveAnswerOut: { ja: 'この回答を使わない', en: 'Leave the answer out' },
  restOf: (count: number) => ({
    ja: count > 0 ? `まだ決めていない言葉（${count}種）はすべて` : '一覧にない値はすべて',
    en: count > 0 ? `All words that still wait (${count})` : 'All values on no list',
  }),
  namesHeading: (names: number, of: number) => ({
    ja: `符号${of}件のうち${names}件が、人の名前のようです。代わりに行番号を符号にしますか。`,
    en: `${names} of ${of} case references look like names. Number the rows instead?`,
  }),
  numberRows: { ja: '行番号を符号にする', en: 'Number the rows' },
  keepKeys: { ja: 'このまま符号にする', en: 'Keep them as they are' },
  yesToAll: (count: number) => ({ ja: `上の${count}列を、このとおりに読む`, en: `Yes to all ${count} columns as they stand above` }),
  restNotRecorded: (count: number) => ({
    ja: `まだ決めていない言葉${count}種を、すべて「記録なし」にする`,
    en: `Read all ${count} words that still wait as not recorded`,
  }),
  clearColumns: (count: number) => ({ ja: `見出しのとおりに読む列（${count}列）`, en: `Columns read as their heading says (${count})` }),
  mayHeading: { ja: 'すべての行に共通する年', en: 'A year that holds for every row' },
  mayHint: {
    ja: 'すべての事例が同じ年のものであれば記入してください。空欄の場合は「記録なし」になります。',
    en: 'If all cases are of one year, say which. Left empty, the year is read as not recorded.',
  },
  cellsHeading: { ja: 'セルの数', en: 'Every cell counted' },
  droppedByKind: { ja: '除いたもの（種類ごと）', en: 'Dropped, by kind' },
  refusedByRule: { ja: '受け付けないもの', en: 'Refused, by rule' },
  linesHeading: { ja: '事例でない行（合計・注など）', en: 'Lines that are no cases: totals, notes' },
  notTakenHeading: { ja: '回答の一部を受け付けなかった行', en: 'Rows taken without one answer or more' },
  noWord: { ja: '読み替えない（その行は送れません）', en: 'Not decided (its rows cannot be sent)' },
  times: (count: number) => ({ ja: `${count}か所`, en: count === 1 ? 'once' : `${count} times` }),
  unlisted: (count: number) => ({
    ja: `一覧にない値が${count}か所あります。その行は送れません。`,
    en: count === 1 ? 'One cell is on no list; its row cannot be sent.' : `${count} cells are on no list; their rows cannot be sent.`,
  }),
  yes: { ja: 'これでよい', en: 'Yes, read it like this' },
  yesNeeded: { ja: '印が付いていないところがあります。', en: 'Some of these still wait for a tick.' },
  wholeHeading: { ja: 'ファイル全体に共通する答え', en: 'What holds for every row' },
  wholeHint: {
    ja: 'どの列にもなく、すべての事例に必要な答えです。',
    en: 'No column says this, and every case needs it.',
  },
  choose: { ja: '選んでください', en: 'Choose' },
  goOn: { ja: '次へ', en: 'Next' },
  decideAgain: { ja: '読み取り方を直す', en: 'Change how it is read' },

  reportHeading: { ja: '読み取った結果', en: 'What was read' },
  summary: (all: number, accepted: number, refused: number) => ({
    ja: `${gyo(all)}のうち、送れるのは${gyo(accepted)}、送れないのは${gyo(refused)}です。`,
    en: `Of ${rows(all)}, ${accepted.toLocaleString('en-US')} can be sent and ${refused.toLocaleString('en-US')} cannot.`,
  }),
  flagged: (count: number) => ({
    ja: `送れる行のうち${gyo(count)}には、ふつうは起こりにくい組み合わせがあります。そのままでも送れます。`,
    en: `In ${rows(count)} of these, some answers seldom go together. They can be sent as they are.`,
  }),
  whatItIs: { ja: 'ファイルの種類', en: 'The file' },
  columnsHeading: { ja: '列ごとの扱い', en: 'Column by column' },
  heading1: { ja: '列', en: 'Column' },
  heading2: { ja: '見出し', en: 'Heading' },
  heading3: { ja: '扱い', en: 'What becomes of it' },
  dropped: (kind: Text) => ({ ja: `取り除く（${kind.ja}）`, en: `Dropped: ${kind.en}` }),
  leftOut: { ja: '使わない', en: 'Left out' },
  coarser: { ja: '粗くして使う', en: 'made coarser' },
  together: { ja: 'ほかの列と合わせて読む', en: 'Read together with others' },
  readingsHeading: { ja: '読み取りの注意', en: 'How it was read' },
  standardHeading: { ja: '標準形式の読み方（英語）', en: 'How the standard is read' },
  refusedHeading: { ja: '送れない行', en: 'Rows that cannot be sent' },
  refusedHint: {
    ja: 'ファイルの側を直して選び直すか、これらの行を除いて送ってください。',
    en: 'Correct them in your file and choose it again, or send the file without them.',
  },
  refusedHintDecided: {
    ja: '下の「読み取り方を直す」で読み方を変えるか、ファイルの側を直して選び直すか、これらの行を除いて送ってください。',
    en: 'Change how they are read (below), or correct them in your file and choose it again, or send the file without them.',
  },
  moreRows: (count: number) => ({ ja: `ほかに${gyo(count)}`, en: `and ${rows(count)} more` }),
  flagsHeading: { ja: '起こりにくい組み合わせ', en: 'Answers that seldom go together' },
  keepDecisions: { ja: '読み取り方を保存する', en: 'Keep these decisions' },
  keepDecisionsHint: {
    ja: '次に同じ形のファイルを送るときに使えます。見出しや言葉を含むため、この端末に置いてください。',
    en: 'For the next file of this shape. They hold headings and words of the file: keep them on your own machine.',
  },

  sendHeading: { ja: '送信', en: 'Send' },
  existing: { ja: '同じ符号の事例がすでに届いているとき', en: 'Where a case with the same case reference is held already' },
  existingRefuse: { ja: 'ファイル全体を送らない', en: 'Do not take the file' },
  existingReplace: { ja: 'その事例を、この内容に直す', en: 'Correct that case' },
  without: (count: number) => ({
    ja: `送れない${gyo(count)}を除いて送る`,
    en: `Send the file without the ${rows(count)} that cannot be sent`,
  }),
  withoutNeeded: {
    ja: '送れない行を除いて送る場合は、印を付けてください。',
    en: 'To send the file without those rows, please tick the box.',
  },
  restsOnRule: (count: number) => ({
    ja: `${gyo(count)}は、既存の記録の利用についての団体の規程によるものです。規程が登録されているかどうかは、送信の前に鍵を使ってサーバーに確かめます。`,
    en: `${rows(count)} rest on your organisation’s rule for existing records. Whether one is registered is asked of the server, with your key, before anything is sent.`,
  }),
  send: (count: number) => ({ ja: `${gyo(count)}を送信する`, en: `Send ${rows(count)}` }),
  goOnSending: { ja: '続きから送る', en: 'Go on sending' },
  sending: (done: number, of: number) => ({
    ja: `送っています… ${done.toLocaleString('en-US')}／${gyo(of)}`,
    en: `Sending… ${done.toLocaleString('en-US')} of ${rows(of)}`,
  }),
  progress: { ja: '送信の進み', en: 'Progress of sending' },
  lineLost: {
    ja: '通信が途切れました。「続きから送る」を押すと、途切れたところから続けます。二重に登録されることはありません。',
    en: 'The connection was lost. Press “Go on sending”: it continues where it stopped, and nothing is stored twice.',
  },
  nothingHeld: { ja: 'このファイルからは、何も登録していません。', en: 'Nothing of this file is held.' },

  doneHeading: { ja: '受け付けました', en: 'The file has arrived' },
  doneStored: (stored: number, replaced: number, leftOut: number) => ({
    ja: `新しい事例${stored}件、直した事例${replaced}件。すでに集計済み、または取り下げ済みのため受け付けなかったもの${leftOut}件。`,
    en: `${stored} new, ${replaced} corrected; ${leftOut} left out because they were counted before or withdrawn.`,
  }),
  sealed: {
    ja: '封をして保管しました。サーバーには中身を読むことができません。',
    en: 'They are sealed and stored. The server cannot read them.',
  },
  receiptsHint: {
    ja: '行ごとの受付番号です。番号があれば、その事例をあとから取り下げることができます。鍵と同じように、人目につかないところに保管してください。この画面を閉じると消えます。',
    en: 'One receipt code a row: with it the case can be withdrawn later. Keep the file like a key. It is gone when this page closes.',
  },
  keepReceipts: { ja: '受付番号を保存する', en: 'Save the receipts' },
} as const satisfies Words
