/** Marks in a column that stands for one answer: ticked, not ticked, or a word that is asked about. */

import { tidyCell } from '../file-reader.ts'
import type { ColumnTarget } from '../plan/mapping.ts'
import { foldWord, suggest } from '../plan/suggest.ts'
import type { CellReading, DecidedWords } from './cell.ts'

const TICKS: ReadonlySet<string> = new Set('x|1|1.0|y|yes|true|t|○|◯|〇|✓|✔|☑|●|◎|レ|はい|有|有り|あり|sí|si|oo|ใช่|มี'.split('|'))
const NO_TICKS: ReadonlySet<string> = new Set('0|0.0|n|no|false|f|×|✕|無|無し|なし|いいえ|hindi|ไม่|ไม่มี'.split('|'))

/** Ticked, not ticked, left out, a state, or a word that waits. An empty cell says nothing. */
export type TickReading = 'empty' | 'ticked' | 'not_ticked' | Exclude<CellReading, { readonly is: 'empty' }>

/** Reads a mark; nothing of the cell is in what comes back but words of our own lists. */
export function readTick({ question, code = '' }: ColumnTarget, cell: string, decided: DecidedWords): TickReading {
  const text = tidyCell(cell)
  if (text === '') return 'empty'
  const confirmed = decided.get(`${question}=${code}`)?.get(foldWord(text))
  if (confirmed) {
    const [only] = confirmed
    if (only === undefined) return { is: 'left_out' }
    return only === code ? 'ticked' : { is: 'answer', value: only }
  }
  const folded = foldWord(text)
  if (TICKS.has(folded) || TICKS.has(text.toLowerCase())) return 'ticked'
  if (NO_TICKS.has(folded) || NO_TICKS.has(text.toLowerCase())) return 'not_ticked'
  const states = suggest(question, text).filter((one) => STATES.has(one))
  return states.length > 0 ? { is: 'waiting', words: [{ word: text, codes: states }] } : { is: 'refused', rule: 'invalid_code' }
}

const STATES: ReadonlySet<string> = new Set(['unknown', 'declined', 'not_asked', ''])
