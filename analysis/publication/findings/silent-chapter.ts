/** Why a chapter has no finding: what is withheld, or waits for more cases. Only published figures and the token for withheld are looked at. */
import type { Chapter, TableBlock } from '../../../survey-schema/release/book.ts'
import { type Text, text } from '../../../survey-schema/text.ts'
import { basePlace, cellAt, printedAxes } from '../released-cells.ts'
import { whole } from '../statistics/share.ts'
import { CHAPTER_QUESTIONS } from './chapter-questions.ts'
import { type ChapterCandidates, WELL_FOUNDED } from './lead.ts'

const NO_CASES = text(
  'この章は方法を述べるもので、事例を数えていない。規則と、示した値・秘匿した値の数は表の巻にある。',
  'This chapter describes methods and counts no cases. The rules, and how many figures are shown and withheld, stand in the volume of tables.',
)
const FEW_CASES = text(
  `分母がいずれも${WELL_FOUNDED.smallestBase}件に満たないため、見出しを立てない。`,
  `No base has ${WELL_FOUNDED.smallestBase} cases, so there is no finding.`,
)
const NOTHING = text('問いに十分に答える、示せる値がない。', 'No figure that can be shown answers the question.')
const TOO_WIDE = text(
  `上下${WELL_FOUNDED.widestHalf}ポイント以内の幅で言える割合がないため、見出しを立てない。`,
  `No share is known to within ${WELL_FOUNDED.widestHalf} percentage points, so there is no finding.`,
)
const FEW_KNOWN = text(
  '答えの分かる事例が半数に満たないため、見出しを立てない。',
  'Fewer than half of the cases have an answer, so there is no finding.',
)
const WITHHELD = text('少数の人の値は、その人たちを守るために秘匿している。', 'Figures of few people are withheld to protect them.')

/** The reason of the first table that is not printed, where none is; it is the same for all of them. */
export function whySilent({ id, tables }: Chapter, { weak }: Pick<ChapterCandidates, 'weak'>): Text {
  if (CHAPTER_QUESTIONS[id]?.answeredBy.length === 0) return NO_CASES
  const blocks = tables.flatMap((table) => table.blocks.filter((block): block is TableBlock => block.kind === 'table'))
  if (blocks.length === 0) return tables.find(({ silent }) => silent !== null)?.silent ?? WITHHELD
  const reasons = [
    weak.length === 0 ? NOTHING : whyWeak(blocks.map(baseOf), weak),
    ...(blocks.some(({ table }) => table.cells.some(({ status }) => status === 'withheld')) ? [WITHHELD] : []),
  ]
  return text(reasons.map(({ ja }) => ja).join(''), reasons.map(({ en }) => en).join(' '))
}

function whyWeak(bases: readonly number[], weak: ChapterCandidates['weak']): Text {
  if (bases.every((base) => base < WELL_FOUNDED.smallestBase)) return FEW_CASES
  const fewKnown = weak.every(({ statement }) => statement.kind === 'share' && statement.known < WELL_FOUNDED.leastKnown)
  return fewKnown ? FEW_KNOWN : TOO_WIDE
}

/** The published base of all cases that a block counts; none where it is withheld. */
function baseOf({ table, rowAxis }: TableBlock): number {
  const [down, across] = printedAxes(table, rowAxis)
  return whole(cellAt(table, rowAxis, basePlace(down), across ? basePlace(across) : 0))?.figure ?? 0
}
