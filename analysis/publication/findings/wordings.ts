/**
 * Statements as sentences. The subject comes first, counts before percentages, and there is one comparison at most. Of several wordings the
 * first is taken that is short enough; the last ones have two sentences.
 */
import type { Sentence } from '../../../survey-schema/release/sentence.ts'
import { firstThatFits } from './sentence.ts'
import type { Statement } from './statements.ts'
import { wordingsOfAlike, wordingsOfChange, wordingsOfDifference } from './wordings-of-pairs.ts'
import { wordingsOfGroup, wordingsOfList, wordingsOfShare } from './wordings-of-shares.ts'

/** Null where every wording is too long. */
export const worded = (statement: Statement): Sentence | null => firstThatFits(wordingsOf(statement))

function wordingsOf(statement: Statement): readonly Sentence[] {
  switch (statement.kind) {
    case 'share':
      return wordingsOfShare(statement)
    case 'list':
      return wordingsOfList(statement)
    case 'group':
      return wordingsOfGroup(statement)
    case 'change':
      return wordingsOfChange(statement)
    case 'difference':
      return wordingsOfDifference(statement)
    case 'alike':
      return wordingsOfAlike(statement)
  }
}
