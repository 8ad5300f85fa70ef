/** Small tables of others, read whole: comma, semicolon or tab, quoted or not. For partner files see `csv.ts`, which streams. */
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { Refusal } from '../../runtime/refusal.ts'

/**
 * Every row that is not blank.
 * @param delimiter what stands between cells; without it, whichever of comma, semicolon and tab the first line has most of
 * @throws Refusal `not-utf-8` or `ragged-row` naming the row
 */
export function delimitedRows(path: string, delimiter?: string): string[][] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    if (error instanceof TypeError) throw new Refusal('not-utf-8', `${path}: bytes that are not UTF-8`)
    throw error
  }
  const first = text.slice(0, (text.indexOf('\n') + 1 || text.length + 1) - 1)
  const among = [',', ';', '\t'].sort((a, b) => first.split(b).length - first.split(a).length)
  const { data } = Papa.parse(text, { delimiter: delimiter ?? among[0]!, skipEmptyLines: true })
  data.forEach((cells, row) => {
    if (cells.length !== data[0]!.length) throw new Refusal('ragged-row', `${path}: row ${row + 1} has more or fewer cells than the first`)
  })
  return data
}
