/** What packs take from the findings volume: sentences, figures, limits, and the reasons of chapters that have no finding. */
import type { FindingFigure, FindingsChapter, FindingsVolume, PlacedSentence } from '../../../../survey-schema/release/findings.ts'
import type { PackAsk, PackSection, PackSentence } from '../../../../survey-schema/release/packs.ts'
import { type Text, text } from '../../../../survey-schema/text.ts'
import { CHAPTER_QUESTIONS } from '../../findings/chapter-questions.ts'
import { politely, politeText } from '../../findings/polite.ts'
import { TOPICS } from '../fact-sheets/topics.ts'

/** The most sentences that stand as points of a pack. */
export const POINTS = 6

/** As one speaks to a reader. Sentences to quote stay in the plain form, which newspapers print. */
const placed = ({ table, sentence }: PlacedSentence): PackSentence => ({ table, sentence: politely(sentence) })

export const pointsOf = ({ mainPoints }: FindingsVolume): readonly PackSentence[] => mainPoints.slice(0, POINTS).map(placed)

/** The finding of a chapter, then its further sentences. */
export const sentencesOfChapter = ({ finding, sentences }: FindingsChapter): readonly PackSentence[] =>
  [...(finding ? [finding] : []), ...sentences].map(placed)

/** The main points; where they are fewer than six, then further sentences of the chapters in their order, none twice. */
export function quotedSentences(findings: FindingsVolume): readonly PackSentence[] {
  const { mainPoints, chapters } = findings
  const all = [...mainPoints, ...chapters.flatMap(({ finding, sentences }) => [...(finding ? [finding] : []), ...sentences])]
  const named = new Set<string>()
  return all
    .filter(({ table, sentence }) => {
      // A main point says the finding of its chapter in other words: one sentence of each table.
      const first = table !== null && !named.has(table) && !named.has(sentence.en)
      if (first) named.add(table).add(sentence.en)
      return first
    })
    .slice(0, POINTS)
    .map(({ table, sentence }) => ({ table, sentence }))
}

/** The first drawing of each chapter, those named first. */
export const figuresOfChapters = (chapters: readonly FindingsChapter[], most: number): readonly FindingFigure[] =>
  chapters.flatMap(({ figures }) => figures.slice(0, 1)).slice(0, most)

export const chapterSection = (chapter: FindingsChapter): PackSection => ({
  title: chapter.title,
  sentences: sentencesOfChapter(chapter),
  lines: [],
  released: null,
})

/** The chapters that count cases and have no finding, under the reason that they share. */
export function withheldOf(chapters: readonly FindingsChapter[]): readonly Text[] {
  const silent = chapters.filter(({ id, finding }) => finding === null && CHAPTER_QUESTIONS[id]?.answeredBy.length !== 0)
  const reasons = new Map<string, { readonly reason: Text; readonly titles: Text[] }>()
  for (const { silent: reason, title } of silent) {
    if (!reason) continue
    const known = reasons.get(reason.en) ?? { reason, titles: [] }
    reasons.set(reason.en, known)
    known.titles.push(title)
  }
  return [...reasons.values()].map(({ reason, titles }) =>
    politeText(text(`${titles.map(({ ja }) => ja).join('、')}：${reason.ja}`, `${titles.map(({ en }) => en).join('; ')}: ${reason.en}`)),
  )
}

/** @param ids of topics, in this order */
export const asksOf = (ids: readonly string[]): readonly PackAsk[] =>
  ids.flatMap((id) => TOPICS.filter((topic) => topic.id === id).map(({ title, demand }) => ({ title, words: demand })))
