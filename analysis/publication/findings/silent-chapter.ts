/** Why a chapter has no finding: what is withheld, or waits for more cases. */
import type { Chapter } from '../../../survey-schema/release/book.ts'
import { type Text, text } from '../../../survey-schema/text.ts'
import { CHAPTER_QUESTIONS } from './chapter-questions.ts'
import { WELL_FOUNDED } from './lead.ts'

const NO_CASES = text(
  'この章は方法を述べるもので、事例を数えていない。規則と、示した値・秘匿した値の数は表の巻にある。',
  'This chapter describes methods and counts no cases. The rules, and how many figures are shown and withheld, stand in the volume of tables.',
)

const TOO_FEW = text(
  `見出しになる値がない。公表された分母が${WELL_FOUNDED.smallestBase}件に満たないか、信頼区間が広すぎるか、人を守るために値を秘匿しているためである。公表された値は表の巻にある。`,
  `No figure is strong enough for a finding: bases are below ${WELL_FOUNDED.smallestBase} published cases, intervals are too wide, or figures are withheld to protect people. What is published stands in the volume of tables.`,
)

/** The reason of the first table that is not printed, where none is; it is the same for all of them. */
export function whySilent({ id, tables }: Chapter): Text {
  if (CHAPTER_QUESTIONS[id]?.answeredBy.length === 0) return NO_CASES
  const reason = tables.every(({ blocks }) => blocks.length === 0) ? tables.find(({ silent }) => silent !== null)?.silent : null
  return reason ?? TOO_FEW
}
