/** What is said of a printed table: one sentence, the most telling that its published figures allow. */
import type { TableBlock } from '../../../survey-schema/release/book.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { Sentence } from '../../../survey-schema/release/sentence.ts'
import { alikePair, clearPairs, countsStatement, groupStatement } from './of-crosstab.ts'
import { listStatement, shareStatement } from './of-single.ts'
import type { Statement } from './statements.ts'
import { worded } from './wordings.ts'

/**
 * In the order of preference. One variable: its largest share, or a list where its categories must not be ranked. Two: a clear change or
 * difference, then that there is none, then a category within one group, then counts alone.
 */
function* statementsOf(block: TableBlock, policy: Policy): Generator<Statement | null> {
  if (block.columns.length === 0) {
    yield shareStatement(block, policy)
    yield listStatement(block, policy)
    return
  }
  yield* clearPairs(block, policy)
  yield alikePair(block, policy)
  yield groupStatement(block, policy)
  yield countsStatement(block)
}

/** Null where too little is shown to say anything. */
export function sentenceOfBlock(block: TableBlock, policy: Policy): Sentence | null {
  for (const statement of statementsOf(block, policy)) {
    const words = statement && worded(statement)
    if (words) return words
  }
  return null
}
