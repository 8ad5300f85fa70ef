/** What stands in the columns of a partner's table: words that wait, words on no list, and what the case references are. */

import { isBlank } from '../cell-fates.ts'
import { questionOf, tidyCell } from '../file-reader.ts'
import { type CellContext, readCell } from '../table/cell.ts'
import { lineOfTable } from '../table/footer-lines.ts'
import { readTick } from '../table/tick-marks.ts'
import type { FileRow } from '../texts/delimited.ts'
import { type KeyColumn, KeySight } from './key-column.ts'
import type { PlannedHeading } from './plan-heading.ts'
import type { ProposedWord, UnlistedWord } from './planned-columns.ts'
import { foldWord } from './suggest.ts'

const MOST_WORDS = 300
const MOST_ROWS = 20

type Word = Omit<UnlistedWord, 'position'>

/** Looks at every row of the table; lines that are no cases are left out. */
export function countWords(columns: readonly PlannedHeading[], data: Iterable<FileRow>, context: CellContext) {
  const words = columns.map(() => new Map<string, ProposedWord>())
  const unlistedWords = columns.map(() => new Map<string, Word>())
  const unlisted = columns.map(() => ({ cells: 0, rows: [] as number[] }))
  const keys = columns.map(({ target }) => (target && questionOf(target.question).type === 'text' ? new KeySight() : null))
  const filled = new Set<number>()
  let rows = 0
  for (const { cells, row, shown } of data) {
    if (cells.every(isBlank) || lineOfTable(cells, columns, context)) continue
    rows++
    columns.forEach(({ target, fate, rest, position }, at) => {
      const cell = cells[at] ?? ''
      if (!isBlank(cell)) filled.add(position)
      if (!target || fate === 'left_out' || isBlank(cell)) return
      const sight = keys[at]
      if (sight) {
        sight.take(tidyCell(shown?.get(at) ?? cell), shown?.has(at) ?? false)
        return
      }
      const read = target.code === undefined ? readCell(target.question, cell, context) : readTick(target, cell, context.decided)
      if (typeof read === 'string' || rest !== null) return
      if (read.is === 'waiting')
        for (const { word, codes } of read.words) countWord(words[at] as Map<string, ProposedWord>, { word, codes, cells: 1 })
      if (read.is !== 'refused') return
      if (read.rule.startsWith('invalid')) countWord(unlistedWords[at] as Map<string, Word>, { word: tidyCell(cell), cells: 1 })
      const count = unlisted[at] as { cells: number; rows: number[] }
      count.cells++
      if (count.rows.length < MOST_ROWS) count.rows.push(row)
    })
  }
  return {
    rows,
    filled,
    unlisted: unlistedWords,
    byColumn: columns.map((_, at) => ({
      words: [...(words[at]?.values() ?? [])],
      unlisted: unlisted[at],
      keys: (keys[at]?.seen() ?? null) as KeyColumn | null,
    })),
  }
}

function countWord<One extends Word>(found: Map<string, One>, one: One): void {
  const known = found.get(foldWord(one.word))
  if (known) found.set(foldWord(one.word), { ...known, cells: known.cells + 1 })
  else if (found.size < MOST_WORDS) found.set(foldWord(one.word), one)
}
