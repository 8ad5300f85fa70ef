/** What the files and the page of the findings volume share besides its sentences: words, the order of chapters, drawings under their findings. */
import type { Book, BookFigure } from '../../../survey-schema/release/book.ts'
import type { FindingFigure, FindingsChapter, FindingsVolume } from '../../../survey-schema/release/findings.ts'
import { type Text, text } from '../../../survey-schema/text.ts'

export const FINDINGS_WORDS = {
  volume: text('結果の概要', 'Findings'),
  mainPoints: text('主な結果', 'Main points'),
  noMainPoints: text(
    '章の見出しにできるほど確かな値は、この版にはない。報告から言えることを章ごとに示す。',
    'No figure of this edition is well founded enough to lead a chapter. What the reports say all the same follows by chapter.',
  ),
  cannotSay: text('この章から言えないこと', 'What this cannot say'),
  tables: text('数値の出典', 'Figures from'),
  silent: text('見出しのない章', 'Chapters without a finding'),
  rule: text('結果の選び方', 'How findings were chosen'),
  about: text('この資料について', 'About this volume'),
  whole: text('すべての値は表の巻にある。', 'All figures stand in the volume of tables.'),
} as const satisfies Readonly<Record<string, Text>>

/** @example chapterName(4) // { ja: '第4章', en: 'Chapter 4' } */
export const chapterName = (number: number): Text => text(`第${number}章`, `Chapter ${number}`)

/** The chapters that a finding leads, and those that say why they have none. */
export const bySpeaking = ({ chapters }: Pick<FindingsVolume, 'chapters'>) => ({
  speaking: chapters.filter((chapter): chapter is SpeakingChapter => chapter.finding !== null),
  silent: chapters.filter(({ finding }) => finding === null),
})

export interface SpeakingChapter extends FindingsChapter {
  readonly finding: NonNullable<FindingsChapter['finding']>
}

/** A drawing of the book under the finding that it shows. */
export interface NamedFigure {
  readonly table: string
  readonly figure: BookFigure
  /** The finding; the name of what is drawn where the finding stands above it already. */
  readonly title: Text
}

/** The drawings of a chapter, in order. */
export const namedFigures = (book: Pick<Book, 'chapters'>, { figures, finding }: FindingsChapter): readonly NamedFigure[] =>
  figures.flatMap(({ table, figure: id, title }: FindingFigure) => {
    const found = book.chapters
      .flatMap(({ tables }) => tables)
      .find(({ number }) => number === table)
      ?.figures.find((one) => one.id === id)
    return found ? [{ table, figure: found, title: title.en === finding?.headline.en ? found.caption : title }] : []
  })
