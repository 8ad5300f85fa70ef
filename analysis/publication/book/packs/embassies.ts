/**
 * Packs of embassies: for each country of citizenship whose cases are shown, what the released tables say of its citizens. A country whose figure is
 * withheld has none, and none is made for people from Japan.
 */
import { variablePhrases } from '../../../../survey-schema/phrases/index.ts'
import type { Pack, PackLine, PackSection } from '../../../../survey-schema/release/packs.ts'
import type { ReleasedLine } from '../../../../survey-schema/release/released-table.ts'
import { type Text, text } from '../../../../survey-schema/text.ts'
import { NOT_ALL } from '../../findings/limits.ts'
import { NEVER_RANKED } from '../../findings/never-ranked.ts'
import { categoryOf, mostInOrder } from '../../findings/of-single.ts'
import { politely, politeText } from '../../findings/polite.ts'
import { sharesRead } from '../../findings/read-figures.ts'
import type { Category, Statement } from '../../findings/statements.ts'
import { worded } from '../../findings/wordings.ts'
import { percentWords } from '../../statistics/share.ts'
import { ALWAYS } from '../fact-sheets/topics.ts'
import { axisName, storedId } from '../print-level.ts'
import { newestOf, type PublishedEditions, summedTable, volumesOf } from '../published-editions.ts'
import { tableBlock } from '../table-block.ts'
import { EMBASSY_QUESTIONS, INTRODUCTIONS, READERS } from './readers.ts'

const COUNTRIES = 'citizenship@country'
/** The table of the book that prints it. */
const PRINTED = '2.2'

/** In the order of the book. */
const TABLES = [...ALWAYS.slice(0, 2), PRINTED, ...ALWAYS.slice(2)]

const NOT_LISTED = text(
  '挙げていない区分は、秘匿したか、ほかの区分とまとめたものです。数の大きさは示しません。',
  'Categories that are not listed are withheld or joined with others; this says nothing of their size.',
)

const FURTHER_LIMIT = text(
  '報告の多い国の人に被害が多いとはいえません。報告の数は、どの窓口につながりやすいかも映します。',
  'More reported cases from a country do not mean that more of its citizens were trafficked: figures also reflect whom services reach.',
)

export function embassyPacks(published: PublishedEditions, citation: Text): readonly Pack[] {
  const block = blockOf(published, COUNTRIES, null)
  const topic = variablePhrases('citizenship')
  if (!block || !topic) return []
  const [axis] = block.table.axes
  const read = sharesRead(block, newestOf(published).policy)
  const questions = EMBASSY_QUESTIONS.map((question) => ({ question, block: blockOf(published, question, COUNTRIES) }))
  const base = read.figure(
    axis.lines.findIndex(({ role }) => role === 'total'),
    0,
  )
  return axis.lines.flatMap((line, place): Pack[] => {
    const category = /^[A-Z]{2}$/.test(line.code) && line.code !== 'JP' ? categoryOf(axis, line) : null
    const count = read.figure(place, 0)
    if (!category || !count) return []
    const sentence = worded({ kind: 'list', block, topic, among: 'all', base, within: null, listed: [{ category, count }] })
    if (!sentence) return []
    const sections = questions.map(({ question, block: crossed }) => crossed && sectionOf(published, question, crossed, category))
    const shown = sections.filter((section) => section !== null)
    const withheld = questions.filter((_, at) => !sections[at]).map(({ question }) => nameOf(question))
    return [
      {
        id: `embassy-${line.code.toLowerCase()}`,
        reader: READERS.embassy,
        title: titleOf(line),
        introduction: INTRODUCTIONS.embassy,
        points: [{ table: PRINTED, sentence: politely(sentence) }],
        sections: shown,
        figures: [],
        asks: [],
        limits: [politeText(NOT_ALL), FURTHER_LIMIT],
        withheld: [...(shown.length > 0 ? [NOT_LISTED] : []), ...(withheld.length > 0 ? [withheldWords(published, withheld)] : [])],
        rules: [],
        tables: TABLES,
        citation,
      },
    ]
  })
}

const titleOf = ({ ja, en }: Pick<ReleasedLine, 'ja' | 'en'>): Text => text(`国籍別の事例：${ja}`, `Cases by citizenship: ${en}`)

/** The table of a question, or of a question beside the countries, as the book would print it. */
function blockOf(published: PublishedEditions, rows: string, columns: string | null) {
  const id = storedId(rows, columns)
  const found = id === undefined ? undefined : summedTable(published, id)
  if (!found) return null
  return tableBlock(published, { number: PRINTED, id: `pack-${rows}`, rows, columns, shareOf: 'column', notes: [] }, found)
}

type Crossed = NonNullable<ReturnType<typeof blockOf>>

/** Null where no line of the country shows a figure. */
function sectionOf(published: PublishedEditions, question: string, block: Crossed, country: Category): PackSection | null {
  const read = sharesRead(block, newestOf(published).policy)
  const { lines, groups, allGroups } = read
  const group = groups?.axis.lines.findIndex(({ code }) => code === country.code) ?? -1
  const topic = variablePhrases(lines.axis.variable)
  if (group < 0 || group === allGroups || !topic) return null
  const shown = lines.axis.lines.flatMap((line, place) => {
    const count = read.figure(place, group)
    if (line.role !== 'value' || !count) return []
    return [{ place, line, count, category: categoryOf(lines.axis, line), share: read.share(place, group) }]
  })
  if (shown.length === 0) return null
  const named = shown.flatMap(({ category, ...one }) => (category ? [{ ...one, category }] : []))
  const statement = (): Statement | null => {
    if (NEVER_RANKED.has(lines.axis.variable))
      return named.length === 0
        ? null
        : { kind: 'list', block, topic, among: 'all', base: null, within: country, listed: mostInOrder(named) }
    const [most] = named
      .flatMap(({ share, ...one }) => (share ? [{ ...one, share }] : []))
      .sort((a, b) => b.count.figure - a.count.figure || a.place - b.place)
    return most ? { kind: 'group', block, topic, category: most.category, group: { category: country, read: most.share } } : null
  }
  const said = statement()
  const sentence = said && worded(said)
  return {
    title: nameOf(question),
    sentences: sentence ? [{ table: null, sentence: politely(sentence) }] : [],
    lines: shown.map(
      ({ line, count, share, place }): PackLine => ({
        name: text(line.ja, line.en),
        cell: read.cell(place, group),
        place: count.cells[0]!,
        share: share && percentWords(share.share),
      }),
    ),
    released: block.table.id,
  }
}

function nameOf(question: string): Text {
  const { variable } = axisName(question)
  const phrases = variablePhrases(variable)!
  const { ja, en } = phrases.topic
  return text(ja, `${en.charAt(0).toUpperCase()}${en.slice(1)}`)
}

/** The questions of which nothing is shown, and why. */
function withheldWords(published: PublishedEditions, names: readonly Text[]): Text {
  const { smallestVolume } = newestOf(published).policy
  const why =
    volumesOf(published).length === 0
      ? text(
          `国籍と組み合わせた表は、${smallestVolume}件以上がまとまるまで公表しません。`,
          `tables by citizenship are published once there are ${smallestVolume} cases.`,
        )
      : text('人を守るため、すべての値を秘匿しています。', 'every figure is withheld to protect people.')
  return text(`${names.map(({ ja }) => ja).join('、')}：${why.ja}`, `${names.map(({ en }) => en).join('; ')}: ${why.en}`)
}
