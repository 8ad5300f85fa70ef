/**
 * Which statement leads a chapter, by a rule that a reader can check: the largest well-founded share of the first variable that answers its
 * question; else the clearest change; else the clearest difference.
 */
import type { BookTable, Chapter, TableBlock } from '../../../survey-schema/release/book.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { FindingKind } from '../../../survey-schema/release/findings.ts'
import type { Sentence } from '../../../survey-schema/release/sentence.ts'
import { type Text, text } from '../../../survey-schema/text.ts'
import { CHAPTER_QUESTIONS } from './chapter-questions.ts'
import { headline } from './headlines.ts'
import { clearPairs } from './of-crosstab.ts'
import { listStatement, shareStatement } from './of-single.ts'
import type { ReadShare } from './read-figures.ts'
import { gapBetween, type PairStatement, type Statement } from './statements.ts'
import { worded } from './wordings.ts'

/**
 * A share is well founded where its base has this many published cases and is at least this part of the cases that were asked, and its interval is at
 * most so wide to each side, in percentage points.
 */
export const WELL_FOUNDED = { smallestBase: 50, leastKnown: 0.5, widestHalf: 15 } as const

const wellFounded = ({ base, share }: ReadShare): boolean =>
  base.figure >= WELL_FOUNDED.smallestBase && (share.high - share.low) / 2 <= WELL_FOUNDED.widestHalf

/** Groups of people from Japan. Journey, stay and return are other things for them than for people from abroad: no difference from them leads. */
const OF_JAPAN: ReadonlySet<string> = new Set(['JP', 'japan', 'japanese'])

/** A statement that can lead, in words. */
export interface Candidate {
  readonly kind: FindingKind
  readonly table: string
  readonly block: string
  readonly statement: Statement
  readonly headline: Sentence
  readonly sentence: Sentence
}

/** Blocks that repeat a question for another case set say nothing new. */
const blocksOnce = ({ blocks }: BookTable): readonly TableBlock[] =>
  blocks.filter(
    (block): block is TableBlock => block.kind === 'table' && blocks.find(({ caption }) => caption.en === block.caption.en) === block,
  )

function candidate(kind: FindingKind, table: string, statement: Statement | null): Candidate[] {
  const [title, sentence] = statement ? [headline(statement), worded(statement)] : [null, null]
  return statement && title && sentence ? [{ kind, table, block: statement.block.id, statement, headline: title, sentence }] : []
}

export interface ChapterCandidates {
  /** One for each variable that answers the question of the chapter, in that order. */
  readonly shares: readonly Candidate[]
  /** The same of variables whose shares are not well founded: true of the reports, and no finding. */
  readonly weak: readonly Candidate[]
  /** Clearest first. */
  readonly changes: readonly Candidate[]
  readonly differences: readonly Candidate[]
}

/** All that can lead a chapter, by its printed tables. */
export function candidatesOf({ id, tables }: Chapter, policy: Policy): ChapterCandidates {
  const blocks = tables.flatMap((table) => blocksOnce(table).map((block) => ({ table: table.number, block })))
  const pairs = blocks
    .flatMap(({ table, block }) => clearPairs(block, policy).map((pair) => ({ table, pair })))
    .filter(({ pair }) => pair.groups.every(({ read, category }) => wellFounded(read) && !OF_JAPAN.has(category.code)))
    .sort((a, b) => gapBetween(b.pair.groups) - gapBetween(a.pair.groups))
  const ofKind = (kind: PairStatement['kind'] & FindingKind) =>
    pairs.filter(({ pair }) => pair.kind === kind).flatMap(({ table, pair }) => candidate(kind, table, pair))
  const singlesFirst = [...blocks].sort((a, b) => Number(a.block.columns.length > 0) - Number(b.block.columns.length > 0))
  const answers = (CHAPTER_QUESTIONS[id]?.answeredBy ?? []).map((name) =>
    singlesFirst.flatMap(({ table, block }) => {
      const variable = variableIn(block, name)
      return variable === undefined ? [] : shareOrList(table, block, variable, policy)
    }),
  )
  const first = (founded: boolean) => answers.flatMap((found) => found.filter((one) => isFounded(one) === founded).slice(0, 1))
  return { shares: first(true), weak: first(false), changes: ofKind('change'), differences: ofKind('difference') }
}

/** The variable that a name of `answeredBy` means, where the table has it. */
const variableIn = ({ table: { axes } }: TableBlock, name: string): string | undefined =>
  axes.find(({ variable, level }) => name === variable || name === `${variable}@${level}`)?.variable

function shareOrList(table: string, block: TableBlock, variable: string, policy: Policy): Candidate[] {
  const share = shareStatement(block, policy, variable)
  return share ? candidate('share', table, share) : candidate('list', table, listStatement(block, policy, variable))
}

/** A list rests on its base alone. */
function isFounded({ statement }: Candidate): boolean {
  if (statement.kind === 'share') return wellFounded(statement.read) && statement.known >= WELL_FOUNDED.leastKnown
  return statement.kind === 'list' && statement.base !== null && statement.base.figure >= WELL_FOUNDED.smallestBase
}

/** The first of the shares of a chapter, else its clearest change, else its clearest difference. */
export const leading = ({ shares, changes, differences }: ChapterCandidates): Candidate | null =>
  shares[0] ?? changes[0] ?? differences[0] ?? null

/** The rule in words, for readers. */
export const RULE_IN_WORDS: readonly Text[] = [
  text(
    `章の見出しは、章の問いに答える項目（数値を見る前に決めた順）のうち最初に示せるものの最大の割合である。示せないときは最も明らかな変化、それもないときは最も明らかな差とする。`,
    `A chapter is led by the largest share of the first item that answers its question, in an order fixed before any figure was seen; failing that by the clearest change, then by the clearest difference.`,
  ),
  text(
    `割合は、公表された分母が${WELL_FOUNDED.smallestBase}件以上、回答のある事例が半数以上で、95%信頼区間の幅が上下${WELL_FOUNDED.widestHalf}ポイント以内のときだけ見出しにする。差や変化は、信頼区間が重ならないときだけ「明らか」とする。`,
    `A share leads only on ${WELL_FOUNDED.smallestBase} published cases or more, where at least half have an answer, with a 95% interval of at most ${WELL_FOUNDED.widestHalf} points to each side. A change or difference is clear only where the intervals do not overlap.`,
  ),
  text(
    '国・地域・場所・機関は、順位を付けず、一覧の順に挙げる。',
    'Countries, places and organisations are never ranked; they are named in the order of their lists.',
  ),
]
