/** What the page says of statements. */
import type { Words } from '../../survey-schema/text.ts'

const SHOWN = 5
const listed = (rows: readonly string[]) => rows.slice(0, SHOWN).join('; ') + (rows.length > SHOWN ? ' …' : '')

export const STATEMENT_WORDS = {
  heading: { ja: 'すべて数えられたか確かめる', en: 'Was all of ours counted?' },
  what: {
    ja: '集計に入った貴団体の事例の一覧が、版ごとに、貴団体だけが開ける形で届いています。送信時に保存した受付の記録と、この端末の中で見比べます。',
    en: 'For each edition there is a list of your cases that were counted, sealed so that only you can open it. It is compared on this machine with the receipts that you kept when you sent them.',
  },
  edition: { ja: '版', en: 'Edition' },
  receipts: { ja: '保存した受付の記録（いくつでも）', en: 'Receipts that you kept (several if you like)' },
  receiptsHint: {
    ja: 'ファイルの送信後に保存したもの（receipts.csv）や、jnatip の --receipts のファイルです。どこにも送りません。',
    en: 'The file saved after an import (receipts.csv), or what --receipts of the program wrote. It is not sent anywhere.',
  },
  check: { ja: '見比べる', en: 'Compare' },
  checking: { ja: '見比べています…', en: 'Comparing…' },
  receiptsMissing: { ja: '受付の記録を選んでください。', en: 'Please choose the receipts.' },
  nothingPublished: { ja: 'まだ公開された版はありません。', en: 'No edition has been published yet.' },
  whole: (cases: number) => ({
    ja: `貴団体の${cases}件はすべて、送ったとおりに数えられました。ほかに貴団体の名で数えられた事例はありません。`,
    en: `All of ours was counted, nothing else: ${cases === 1 ? '1 case' : `${cases} cases`}, as they were sent.`,
  }),
  off: {
    ja: '記録と合わないところがあります。管理担当ではなく、別の経路で編集担当に知らせてください。',
    en: 'Something does not fit. Tell an editor, by another way than this server.',
  },
  missing: (rows: readonly string[]) => ({
    ja: `数えられていない行：${rows.length}（${listed(rows)}）。受付番号で取り下げられた、別の版に入った、または除かれた事例です。`,
    en: `Not counted: ${rows.length} (${listed(rows)}). They were withdrawn with their receipts, belong to another edition, or were dropped.`,
  }),
  otherVersion: (rows: readonly string[]) => ({
    ja: `別の内容で数えられた行：${rows.length}（${listed(rows)}）。`,
    en: `Counted in another version: ${rows.length} (${listed(rows)}).`,
  }),
  twice: (rows: readonly string[]) => ({
    ja: `二度以上数えられた行：${rows.length}（${listed(rows)}）。`,
    en: `Counted more than once: ${rows.length} (${listed(rows)}).`,
  }),
  foreign: (cases: number) => ({
    ja: `貴団体の名で数えられ、選んだ記録にない事例：${cases}。画面で一件ずつ送った事例は、記録のファイルに入っていません。`,
    en: `Counted as yours and in none of these files: ${cases}. Cases sent one by one on the form are in no file of receipts.`,
  }),
  withoutTag: (lines: number) => ({
    ja: `署名のない${lines}行は見比べていません。`,
    en: `${lines === 1 ? '1 line has' : `${lines} lines have`} no signature and ${lines === 1 ? 'was' : 'were'} not compared.`,
  }),
  noReceipts: (file: string, line: number) => ({
    ja: `${file}の${line}行目は、受付の記録ではありません。`,
    en: `${file}, line ${line}: this is no receipt.`,
  }),
  'no-statements': { ja: 'この版には、一覧が作られていません。', en: 'No such lists were made for this edition.' },
  'sealed-to-another': {
    ja: 'この秘密の鍵では開けません。前の鍵で送っていた場合は、その鍵も入れてください。',
    en: 'This secret does not open it. If the secret was changed, enter the one before too.',
  },
  forged: {
    ja: 'この一覧は、公開された集計のものではありません。ほかのだれかが作ったものです。別の経路で編集担当に知らせてください。',
    en: 'This list is none of those that belong to the published edition: somebody else made it. Tell an editor, by another way than this server.',
  },
  'secret-needed': { ja: '見比べるには、貴団体の秘密の鍵が必要です。', en: 'Your organisation’s secret is needed to open the list.' },
} as const satisfies Words
