/** Lines of a table that are no cases: totals, sources and notes below it, and the row of tags of the Humanitarian Exchange Language. */
import { ADMINISTRATION } from '../../answers/checks.ts'
import { isBlank } from '../cell-fates.ts'
import { tidyCell } from '../file-reader.ts'
import type { PlannedColumn } from '../plan/planned-columns.ts'
import { type CellContext, readCell } from './cell.ts'
import { readTick } from './tick-marks.ts'

export type LineKind = 'footer' | 'tags'

const TOTALS =
  '(?:grand |sub-?)?totals?|totals? general(?:es)?|sum|Σ|合計|総合計|総計|小計|累計|通算|計|総数|延べ|延べ人数|合計人数|合計件数|件数|人数|suma|sumas|suma total|subtotales|kabuuan|kabuuang bilang|รวม|รวมทั้งหมด|รวมทั้งสิ้น|ยอดรวม|ผลรวม|jumlah|tổng|tổng cộng|총계|합계|averages?|mean|median|平均|平均年齢|中央値|promedio|media|ค่าเฉลี่ย|จำนวนรวม|จำนวนทั้งหมด|soma|contagem|média|moyenne|count|counts|maximum|minimum|max|min|평균|총합|女性計|男性計|内訳'
const COUNTED = 'cases?|persons?|people|clients?|victims?|women|men|casos?|personas?|件|名|人|ราย|คน'
/** The word, with what is counted or a year beside it, alone or with its number: "TOTAL 30", "2019 subtotal", "計：30件", "女性計", "n = 30". */
const TOTAL = new RegExp(
  String.raw`^[(（【\[]?(?:[\p{L}\d]{1,12}[ .:：年度]{1,3}|[\p{Script=Han}\d]{1,8})?(?:${TOTALS})(?: (?:number |no\.? )?(?:of )?(?:${COUNTED}))?(?:[(（][^)）]{0,12}[)）])?[)）】\]]?\s{0,3}[:：=]?\s{0,3}[\d,.]{0,15}\s{0,3}(?:${COUNTED})?$`,
  'iu',
)
/** `n = 30` */
const COUNT = /^[(（]?n\s{0,2}=\s{0,2}\d{1,6}[)）]?$/i
const LABELS =
  'sources?|data sources?|notes?|remarks?|n\\.?b|prepared by|compiled by|created by|made by|author|updated by|last updated|updated|as of|date of print|printed|end|end of (?:file|list|table|report)|出典|資料|出所|注|注記|注意|注釈|備考|作成者|作成日|作成|更新日|更新者|集計|集計日|印刷日|以上|凡例|※|＊|\\*+|†|fuentes?|notas?|elaborado por|preparado por|elaboración|fecha de elaboración|fin|pinagmulan|pinagkunan|tala|inihanda ni|ginawa ni|แหล่งที่มา|ที่มา|หมายเหตุ|จัดทำโดย|ผู้จัดทำ|วันที่จัดทำ|ข้อมูล ณ วันที่'
const LABEL = new RegExp(String.raw`^[(（【\[<＜]?(?:${LABELS})\s{0,3}\d{0,2}[)）】\]>＞]?\s{0,3}[:：.．、]?$`, 'iu')
/** A sentence that begins with such a word, or with the sign of a note. */
const NOTE = new RegExp(
  String.raw`^(?:[(（【\[<＜]?(?:${LABELS})\s{0,3}\d{0,2}[)）】\]>＞]?\s{0,3}[:：]|[※＊*†]|注[\d)）]|(?:source|prepared by|last updated|as of|出典|作成者|作成日|資料|หมายเหตุ|ที่มา)(?![\p{L}\p{N}-]))`,
  'iu',
)

/** `#affected+f`, `#date +year`. */
const TAG = /^#[a-z][a-z_]*(?:\s{0,3}\+\s{0,3}[a-z][a-z0-9_]*)*$/i
/** Characters of a line of a note. */
const LONGEST = 500
/** Cells beside a label: its text may hold the separator of the file. */
const MOST_BESIDE = 3
const AMOUNT = /^[-+]?[¥$]?[\d,]+(?:\.\d+)?\s{0,3}(?:%|円|件|名|人)?$/

/**
 * Whether a row is no case, by its words alone; null for any other row. A reference that merely begins with such a word is a case.
 * @param isAnswer whether a cell answers the question of its column, by index
 */
export function lineKind(cells: readonly string[], isAnswer: (at: number) => boolean): LineKind | null {
  const start = cells.findIndex((cell) => !isBlank(cell))
  if (start < 0) return null
  const first = tidyCell(cells[start] as string)
  if (first.length > LONGEST) return null
  const total = TOTAL.test(first) || COUNT.test(first)
  const labelled = NOTE.test(first) || LABEL.test(first)
  if (!total && !labelled && !TAG.test(first)) return null
  // Most rows end here: their other cells are not looked at.
  const others = [...cells.entries()].slice(start + 1).filter(([, cell]) => !isBlank(cell))
  const texts = others.map(([, cell]) => tidyCell(cell))
  if (TAG.test(first) && texts.every((text) => TAG.test(text))) return 'tags'
  if (total && texts.every((text) => AMOUNT.test(text) || TOTAL.test(text))) return 'footer'
  return labelled && others.length <= MOST_BESIDE && !others.some(([at]) => isAnswer(at)) ? 'footer' : null
}

/** The same for a row of a planned table. */
export const lineOfTable = (
  cells: readonly string[],
  columns: readonly Pick<PlannedColumn, 'position' | 'target'>[],
  context: CellContext,
): LineKind | null =>
  lineKind(cells, (at) => answers(cells[at] ?? '', columns.find(({ position }) => position === at + 1)?.target ?? null, context))

/** Whether a cell answers a question about the person: what stands beside a word like "Note" then is a case. */
function answers(cell: string, target: PlannedColumn['target'], context: CellContext): boolean {
  if (!target || ADMINISTRATION.has(target.question)) return false
  const reading = target.code === undefined ? readCell(target.question, cell, context) : readTick(target, cell, context.decided)
  return typeof reading === 'string' ? reading !== 'empty' : reading.is === 'answer' || reading.is === 'waiting'
}
