/** The page of main points: at most six, one sentence each, chosen across chapters. */
import type { MainPoint } from '../../../survey-schema/release/findings.ts'
import { MAIN_POINT_ORDER } from './chapter-questions.ts'
import { mainPoint } from './headlines.ts'
import { type Candidate, type ChapterCandidates, leading } from './lead.ts'
import { gapBetween } from './statements.ts'

const MOST = 6
/** The clearest change and the clearest difference of the book take a place each. */
const COMPARED = 2

export interface ChapterRead {
  readonly id: string
  readonly number: number
  readonly candidates: ChapterCandidates
}

/**
 * The findings of the chapters in `MAIN_POINT_ORDER`, and the clearest change and difference of all of them, printed in the order of the book. Where
 * there is no change or difference, further findings take the place.
 */
export function mainPointsOf(chapters: readonly ChapterRead[]): readonly MainPoint[] {
  const ordered = MAIN_POINT_ORDER.flatMap((id) => chapters.find((chapter) => chapter.id === id) ?? [])
  const findings = ordered.flatMap((chapter) => pointOf(chapter, leading(chapter.candidates)))
  const compared = (['changes', 'differences'] as const).flatMap((kind) => {
    const all = ordered.flatMap((chapter) =>
      chapter.candidates[kind].flatMap((one) => pointOf(chapter, one).map((point) => ({ one, point }))),
    )
    return all
      .sort((a, b) => gapOf(b.one) - gapOf(a.one))
      .map(({ point }) => point)
      .slice(0, 1)
  })
  const first = unique([...findings.slice(0, MOST - COMPARED), ...compared, ...findings.slice(MOST - COMPARED)]).slice(0, MOST)
  return first.sort((a, b) => a.chapter - b.chapter)
}

const unique = (points: readonly MainPoint[]): MainPoint[] => [...new Map(points.map((point) => [point.sentence.en, point])).values()]

const gapOf = ({ statement }: Candidate): number => ('groups' in statement ? gapBetween(statement.groups) : 0)

function pointOf({ number }: ChapterRead, candidate: Candidate | null): MainPoint[] {
  const sentence = candidate && mainPoint(candidate.statement)
  return sentence ? [{ chapter: number, table: candidate.table, sentence }] : []
}
