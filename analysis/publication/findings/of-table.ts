/** The sentences of a printed table: at most one for each block, and only one where several blocks print the same question for several case sets. */
import type { PrintedBlock } from '../../../survey-schema/release/book.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { BlockSentence } from '../../../survey-schema/release/sentence.ts'
import { sentenceOfBlock } from './of-block.ts'
import { sentenceOfDerived, sentenceOfJourneys } from './of-derived.ts'

/** The most sentences of one table. */
const MOST = 5

/** Questions by themselves first, then those that are crossed with another. @param number of the table in the plan */
export function sentencesOf(number: string, blocks: readonly PrintedBlock[], policy: Policy): readonly BlockSentence[] {
  const found = new Map<string, BlockSentence>()
  const crossed = (block: PrintedBlock) => Number(block.kind === 'table' && block.columns.length > 0)
  for (const block of [...blocks].sort((a, b) => crossed(a) - crossed(b))) {
    if (found.has(block.caption.en)) continue
    const sentence =
      block.kind === 'table'
        ? sentenceOfBlock(block, policy)
        : block.kind === 'routes'
          ? sentenceOfJourneys(block)
          : sentenceOfDerived(number, block)
    if (sentence) found.set(block.caption.en, { ...sentence, block: block.id })
  }
  return [...found.values()].slice(0, MOST)
}
