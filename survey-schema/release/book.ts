/**
 * The book as data, in no language and in both: chapters, printed tables, sentences, figures. Everything in it was read from a published
 * bundle; writers lay it out and compute nothing. A figure that is not in `ReleasedTable`s (a share, a difference) carries what it was made from.
 */

import type { Text } from '../text.ts'
import type { Commentary } from './commentary.ts'
import type { FindingsVolume } from './findings.ts'
import type { Pack } from './packs.ts'
import type { ReleasedCell, ReleasedJourneys, ReleasedLine, ReleasedTable } from './released-table.ts'
import type { BlockSentence, CellPlace } from './sentence.ts'

/** What stands before the first chapter, on every title page and in the properties of a file. */
export interface Imprint {
  readonly title: Text
  /** The newest edition of the bundle, and what is counted where. */
  readonly edition: string
  readonly editions: readonly string[]
  readonly volume: string | null
  readonly questionnaire: string
  readonly policy: string
  readonly policyLine: Text
  readonly fictional: boolean
  /** Of the bundle, hexadecimal. */
  readonly checksum: string
  /** Of records that somebody else published; not there for cases that were reported to the network. */
  readonly records?: RecordsNamed
}

/** Records of others, named as those who published them ask for. */
export interface RecordsNamed {
  readonly citation: Text
  readonly terms: Text
}

export interface Book {
  readonly imprint: Imprint
  readonly chapters: readonly Chapter[]
  /** The volume for readers of two pages; `chapters` are the volume of tables. */
  readonly findings: FindingsVolume
  /** What one kind of reader needs of it. */
  readonly packs: readonly Pack[]
  /** What editors add; not there where they add nothing. */
  readonly commentary?: Commentary
}

export interface Chapter {
  readonly id: string
  readonly number: number
  readonly title: Text
  readonly tables: readonly BookTable[]
}

/** One numbered table of the plan. It may print several blocks in one frame, or say why it prints none. */
export interface BookTable {
  /** `5.3` */
  readonly number: string
  readonly title: Text
  /** What one learns from it. */
  readonly learns: Text
  readonly base: Text
  readonly blocks: readonly PrintedBlock[]
  /** Sentences that agree with the blocks; one that has no figure is not there. */
  readonly sentences: readonly BlockSentence[]
  readonly figures: readonly BookFigure[]
  readonly notes: readonly Text[]
  /** Why nothing is printed: too few cases, a refusal, a later version. */
  readonly silent: Text | null
  readonly citation: Text
}

/** What a block prints: a released table and the order of its lines, or the tree of journeys, or rows read from several tables. */
export type PrintedBlock = TableBlock | JourneysBlock | DerivedBlock

/** A share as it is printed (`29%`, `29% (23–35)`), and as numbers in whole percent: itself and its interval (95 %), which a table of two variables does not print. */
export interface PrintedShare extends Text {
  readonly percent: number
  readonly low: number
  readonly high: number
}

interface BlockParts {
  /** Unique in the book, fit for a file name and an anchor: `table-5-3-a`. */
  readonly id: string
  readonly caption: Text
  /** Registration years, editions, slice. */
  readonly period: Text
  /** Each base and gap with its published cell: answered, not applicable, not known … */
  readonly bases: readonly { readonly words: Text; readonly cell: ReleasedCell }[]
  readonly policyLine: Text
  readonly notes: readonly Text[]
  readonly source: Text
  readonly citation: Text
  /** SHA-256, hexadecimal: of the table as released. */
  readonly checksum: string
}

export interface TableBlock extends BlockParts {
  readonly kind: 'table'
  readonly table: ReleasedTable
  /** Which axis runs down the page; the other one, if there is one, runs across. A released table has its axes in the order of the questionnaire. */
  readonly rowAxis: 0 | 1
  /** Indexes into the lines of the axis that runs down, in the order in which they are printed. */
  readonly rows: readonly number[]
  /** The same of the axis that runs across; empty for a table of one variable. */
  readonly columns: readonly number[]
  /** Share of a cell, made of published figures; null where there is none. By printed row, then printed column (one column in a table of one variable). */
  readonly shares: readonly (readonly (PrintedShare | null)[])[] | null
  /** What a share is a share of; null where there are none. */
  readonly shareOf: Text | null
  /** At most one line: strength of association, trend. */
  readonly statistics: Text | null
}

export interface JourneysBlock extends BlockParts {
  readonly kind: 'routes'
  readonly routes: ReleasedJourneys
}

/** Rows whose cells come from several released tables, or are arithmetic on them that any reader can do. */
export interface DerivedBlock extends BlockParts {
  readonly kind: 'derived'
  /** Editions whose figures stand beside each other, oldest first; only in a block that compares editions. */
  readonly editions?: readonly string[]
  readonly head: readonly Text[]
  readonly rows: readonly { readonly line: Pick<ReleasedLine, 'code' | 'en' | 'ja'>; readonly cells: readonly DerivedCell[] }[]
}

export interface DerivedCell {
  readonly cell: ReleasedCell | { readonly status: 'text'; readonly words: Text | PrintedShare }
  /** `slice/table` that it was read from. */
  readonly from: readonly string[]
  /** The cells whose published figures it adds up, where a sentence is made of it. */
  readonly places?: readonly CellPlace[]
}

/** A drawing: its options in the one form that pages and files share, and the blocks it draws, which are its text twin. */
export interface BookFigure {
  readonly id: string
  readonly kind: 'bars' | 'stacked' | 'heat' | 'matrix' | 'sankey' | 'world-map' | 'japan-map' | 'lines' | 'dots' | 'pyramid'
  readonly caption: Text
  /** Measure, place, period and base. */
  readonly subtitle: Text
  /** Read aloud in place of the drawing: the published figures that it draws. */
  readonly alternative: Text
  /** Ids of blocks of this table. */
  readonly draws: readonly string[]
}

/** The drawings that stand before a block: each stands once, where the first block that it draws is printed. */
export const drawnFrom = ({ figures }: Pick<BookTable, 'figures'>, { id }: PrintedBlock): readonly BookFigure[] =>
  figures.filter(({ draws }) => draws[0] === id)

/** One page on one topic: a headline with its figure, one drawing, at most three further sentences, and what cannot be said. */
export interface FactSheet {
  readonly id: string
  readonly title: Text
  readonly question: Text
  readonly headline: SheetSentence
  readonly sentences: readonly SheetSentence[]
  /** The table whose drawing stands on the sheet; null where it has none. */
  readonly figure: { readonly table: string; readonly figure: BookFigure } | null
  readonly cannotSay: readonly Text[]
  /** What the network asks for. Stands apart from the figures, in a frame of its own. */
  readonly demand: Text
  /** Numbers of the tables behind it. */
  readonly tables: readonly string[]
  readonly notes: readonly Text[]
  readonly citation: Text
}

export interface SheetSentence {
  readonly words: Text
  /** Number of the table that it agrees with. */
  readonly table: string
}

/** What changed from one bundle to the next, newest first. */
export interface Change {
  readonly edition: string
  readonly lines: readonly Text[]
}

/** How a book, a chapter or a table is cited. */
export interface Citation {
  readonly words: Text
  readonly bibtex: string
  readonly ris: string
}

/** What the server hands out first: everything but the chapters themselves. */
export interface BookContents {
  readonly imprint: Imprint
  readonly chapters: readonly {
    readonly id: string
    readonly number: number
    readonly title: Text
    readonly tables: readonly { readonly number: string; readonly title: Text }[]
  }[]
  readonly citation: Citation
}

/** One released table that was asked for by itself, laid out as the book lays out its own. */
export interface AskedTable {
  readonly imprint: Pick<Imprint, 'title' | 'edition' | 'fictional'>
  readonly block: TableBlock | JourneysBlock
}

/** One chapter as the server hands it out. */
export interface BookChapter {
  readonly imprint: Imprint
  readonly chapter: Chapter
  readonly citation: Citation
}
