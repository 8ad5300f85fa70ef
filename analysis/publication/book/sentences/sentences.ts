/** The sentences of a printed table: at most one for each block, and only one where several blocks print the same question for several case sets. */
import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { Text } from '../../../../survey-schema/text.ts'
import { derivedSentence, journeysSentence } from './of-derived.ts'
import { sentenceOf } from './of-table.ts'

/** The most sentences of one table. */
const MOST = 5

export function sentencesOf(number: string, blocks: readonly PrintedBlock[]): readonly Text[] {
  const said = new Map<string, Text>()
  for (const block of blocks) {
    if (said.has(block.caption.en)) continue
    const sentence =
      block.kind === 'table' ? sentenceOf(block) : block.kind === 'routes' ? journeysSentence(block) : derivedSentence(number, block)
    if (sentence) said.set(block.caption.en, sentence)
  }
  return [...said.values()].slice(0, MOST)
}
