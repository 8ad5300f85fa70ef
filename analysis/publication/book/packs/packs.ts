/** Packs for readers, in the order of their files: members of the Diet, ministries, embassies, media. */
import type { Book } from '../../../../survey-schema/release/book.ts'
import type { FindingsChapter } from '../../../../survey-schema/release/findings.ts'
import type { Pack } from '../../../../survey-schema/release/packs.ts'
import type { Text } from '../../../../survey-schema/text.ts'
import { NOT_ALL } from '../../findings/limits.ts'
import { politeText } from '../../findings/polite.ts'
import { ALWAYS, TOPICS } from '../fact-sheets/topics.ts'
import { citationOf } from '../imprint.ts'
import { newestOf, type PublishedEditions } from '../published-editions.ts'
import { embassyPacks } from './embassies.ts'
import { asksOf, chapterSection, figuresOfChapters, pointsOf, quotedSentences, sentencesOfChapter, withheldOf } from './from-findings.ts'
import { HOW_TO_CITE, INTRODUCTIONS, MINISTRIES, type Ministry, READERS, TITLES } from './readers.ts'

/** The most limits that a pack prints beside the one of every chapter. */
const LIMITS = 3

type ReadBook = Pick<Book, 'chapters' | 'findings'>

export function packsOf(published: PublishedEditions, book: ReadBook): readonly Pack[] {
  const citation = citationOf(published, null, newestOf(published).checksum)
  return [
    dietPack(book, citation),
    ...MINISTRIES.map((ministry) => ministryPack(book, ministry, citation)),
    ...embassyPacks(published, citation),
    mediaPack(book, citation),
  ]
}

const limitsOf = (chapters: readonly FindingsChapter[]): readonly Text[] =>
  [NOT_ALL, ...chapters.flatMap(({ limits }) => limits.slice(0, 1)).slice(0, LIMITS)].map(politeText)

/** Of sentences and drawings, and those on which every fact sheet draws, in the order of the book. */
function tablesBehind({ chapters }: ReadBook, { points, sections, figures }: Pick<Pack, 'points' | 'sections' | 'figures'>) {
  const named = new Set([
    ...ALWAYS,
    ...[...points, ...sections.flatMap(({ sentences }) => sentences)].map(({ table }) => table),
    ...figures.map(({ table }) => table),
  ])
  return chapters.flatMap(({ tables }) => tables.map(({ number }) => number)).filter((number) => named.has(number))
}

const chaptersNamed = ({ findings }: ReadBook, wanted: (chapter: FindingsChapter) => boolean) => findings.chapters.filter(wanted)

function dietPack(book: ReadBook, citation: Text): Pack {
  const points = pointsOf(book.findings)
  const led = chaptersNamed(book, ({ number }) => book.findings.mainPoints.some(({ chapter }) => chapter === number))
  const shown = { points, sections: [], figures: figuresOfChapters(led, 2) }
  return {
    id: 'diet',
    reader: READERS.diet,
    title: TITLES.diet,
    introduction: INTRODUCTIONS.diet,
    ...shown,
    asks: asksOf(TOPICS.map(({ id }) => id)),
    limits: limitsOf(led),
    withheld: withheldOf(book.findings.chapters),
    rules: [],
    tables: tablesBehind(book, shown),
    citation,
  }
}

function ministryPack(book: ReadBook, { id, reader, chapters, asks }: Ministry, citation: Text): Pack {
  const own = chapters.flatMap((chapter) => chaptersNamed(book, (one) => one.id === chapter))
  const shown = {
    points: [],
    sections: own.filter((chapter) => sentencesOfChapter(chapter).length > 0).map(chapterSection),
    figures: figuresOfChapters(own, 2),
  }
  return {
    id,
    reader,
    title: TITLES.ministry,
    introduction: INTRODUCTIONS.ministry,
    ...shown,
    asks: asksOf(asks),
    limits: limitsOf(own),
    withheld: withheldOf(own),
    rules: [],
    tables: tablesBehind(book, shown),
    citation,
  }
}

function mediaPack(book: ReadBook, citation: Text): Pack {
  const points = quotedSentences(book.findings)
  const said = chaptersNamed(book, ({ tables }) => points.some(({ table }) => table !== null && tables.includes(table)))
  const shown = { points, sections: [], figures: figuresOfChapters(said, 3) }
  return {
    id: 'media',
    reader: READERS.media,
    title: TITLES.media,
    introduction: INTRODUCTIONS.media,
    ...shown,
    asks: [],
    limits: limitsOf(said),
    withheld: withheldOf(book.findings.chapters),
    rules: HOW_TO_CITE,
    tables: tablesBehind(book, shown),
    citation,
  }
}
