/** The findings volume from the printed tables of the book: nothing in it is read from elsewhere. */
import type { Book, BookTable, Chapter } from '../../../survey-schema/release/book.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { FindingFigure, FindingsChapter, FindingsVolume } from '../../../survey-schema/release/findings.ts'
import { CHAPTER_QUESTIONS } from './chapter-questions.ts'
import { type Candidate, type ChapterCandidates, candidatesOf, leading, RULE_IN_WORDS } from './lead.ts'
import { CHAPTER_LIMITS, NOT_ALL } from './limits.ts'
import { type ChapterRead, mainPointsOf } from './main-points.ts'
import { whySilent } from './silent-chapter.ts'

const SENTENCES = 3
const FIGURES = 2

/** @param policy under which the bundle was made: its smallest base, and the noise that widens intervals */
export function findingsVolume({ imprint, chapters }: Pick<Book, 'imprint' | 'chapters'>, policy: Policy): FindingsVolume {
  const read = chapters.map((chapter) => ({ chapter, candidates: candidatesOf(chapter, policy) }))
  return {
    mainPoints: mainPointsOf(read.map(({ chapter: { id, number }, candidates }): ChapterRead => ({ id, number, candidates }))),
    chapters: read.map(({ chapter, candidates }) => findingsChapter(chapter, candidates)),
    notes: [...RULE_IN_WORDS, imprint.policyLine, NOT_ALL],
  }
}

function findingsChapter(chapter: Chapter, candidates: ChapterCandidates): FindingsChapter {
  const { id, number, title, tables } = chapter
  const lead = leading(candidates)
  const further = furtherOf(candidates, lead)
  const used = [...(lead ? [lead] : []), ...further]
  return {
    id,
    number,
    title,
    question: CHAPTER_QUESTIONS[id]?.question ?? title,
    finding: lead && { kind: lead.kind, table: lead.table, headline: lead.headline, sentence: lead.sentence },
    silent: lead ? null : whySilent(chapter, candidates),
    figures: figuresOf(tables, used),
    sentences: further.map(({ table, sentence }) => ({ table, sentence })),
    limits: CHAPTER_LIMITS[id] ?? [],
    tables: tables.map((table) => table.number).filter((table) => used.some((one) => one.table === table)),
  }
}

/** The clearest change, the clearest difference, then further shares; one of each printed block. Without a finding what the reports say all the same. */
function furtherOf({ shares, weak, changes, differences }: ChapterCandidates, lead: Candidate | null): readonly Candidate[] {
  if (!lead) return weak.slice(0, SENTENCES)
  const all = [...changes.slice(0, 1), ...differences.slice(0, 1), ...shares].filter((one) => one !== lead)
  return all.filter((one, at) => all.findIndex(({ block }) => block === one.block) === at && one.block !== lead?.block).slice(0, SENTENCES)
}

function figuresOf(tables: readonly BookTable[], candidates: readonly Candidate[]): readonly FindingFigure[] {
  const drawn = candidates.flatMap(({ table, block, headline }): FindingFigure[] => {
    const figure = tables.find(({ number }) => number === table)?.figures.find(({ draws }) => draws[0] === block)
    return figure ? [{ table, figure: figure.id, title: headline }] : []
  })
  return drawn.slice(0, FIGURES)
}
