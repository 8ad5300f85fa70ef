/** `docs/table-plan.md`: what can be asked and what is printed, written from the variables, the catalogue and the plan of the book. */
import { everyTable, type TableKind } from '../../analysis/catalogue/every-table.ts'
import { coarsest, judgePair } from '../../analysis/catalogue/grammar.ts'
import { ALONE_ONLY, NEVER, namedPairs, neverTogether, REFUSALS, THROUGH_ROUTE } from '../../analysis/catalogue/refusals.ts'
import { ALWAYS, TOPICS } from '../../analysis/publication/book/fact-sheets/topics.ts'
import { EMBASSY_QUESTIONS, MINISTRIES, READERS } from '../../analysis/publication/book/packs/readers.ts'
import { PLAN } from '../../analysis/publication/book/plan/plan.ts'
import type { PlannedBlock, PlannedTable } from '../../analysis/publication/book/plan/planned.ts'
import { VARIABLES, type Variable } from '../../survey-schema/variables/index.ts'
import { code, codes, filled, table } from './markdown.ts'

export const tablePlanDocument = (): string =>
  filled('docs/templates/table-plan.md.in', {
    summary: `${PLAN.length} chapters, ${TABLES.length} tables with ${TABLES.reduce((sum, { blocks }) => sum + blocks.length, 0)} blocks.`,
    core: table(
      ['Core variable', 'English', '日本語', 'Class', 'Alone', 'In pairs'],
      VARIABLES.filter(({ core }) => core).map(({ id, en, ja, privacy, alone, pair }) => [
        code(id),
        en,
        ja,
        code(privacy),
        alone.join(' > '),
        pair.join(', '),
      ]),
    ),
    refusals: table(
      ['Refusal', 'What a reader is told', '日本語'],
      REFUSALS.map(({ id, en, ja }) => [code(id), en, ja]),
    ),
    'named-refusals': table(
      ['Refusal', 'Variables'],
      [
        [code('never'), codes([...NEVER])],
        [code('through-route'), codes([...THROUGH_ROUTE])],
        [code('alone-only'), codes([...ALONE_ONLY])],
        [code('never-together'), pairsNeverTogether()],
      ],
    ),
    'named-pairs': namedPairs()
      .map(([a, b]) => `${code(a)} × ${code(b)}`)
      .join('; '),
    counts: table(
      ['Stored tables by levels', 'Number'],
      [
        ...(Object.keys(KINDS) as TableKind[]).map((kind) => [KINDS[kind], String(everyTable().filter((one) => one.kind === kind).length)]),
        ['together, beside the tree of journeys', String(everyTable().length)],
      ],
    ),
    levels: table(
      ['Variable', 'English', 'Levels'],
      VARIABLES.map((variable) => [code(variable.id), variable.en, levelsOf(variable)]),
    ),
    'chapters-of-tables': PLAN.map(
      ({ number, title, tables }) =>
        `### Chapter ${number}. ${title.en} / ${title.ja}\n\n${table(
          ['No.', 'Title', 'Rows × columns', 'Base', 'Statistic; figure', 'What a reader learns', 'Editions'],
          tables.map(row),
        )}`,
    ).join('\n\n'),
    'fact-sheets': table(
      ['Sheet', 'Question', 'Tables', 'Headline', 'Drawing'],
      TOPICS.map(({ title, question, tables, headline, figure }) => [
        `${title.ja} / ${title.en}`,
        `${question.ja} / ${question.en}`,
        [...tables, ...ALWAYS].join(', '),
        headline,
        figure,
      ]),
    ),
    packs: table(
      ['Pack', 'From', 'Demands'],
      [
        [`${READERS.diet.ja} / ${READERS.diet.en}`, 'main points of all chapters', 'all'],
        ...MINISTRIES.map(({ reader, chapters, asks }) => [
          `${reader.ja} / ${reader.en}`,
          `chapters ${chapters.map((id) => PLAN.find((chapter) => chapter.id === id)!.number).join(', ')}`,
          asks.join(', '),
        ]),
        [`${READERS.embassy.ja} / ${READERS.embassy.en}`, `table 2.2; beside citizenship: ${codes(EMBASSY_QUESTIONS)}`, 'none'],
        [`${READERS.media.ja} / ${READERS.media.en}`, 'main points, then further sentences of the chapters', 'none'],
      ],
    ),
  })

const TABLES = PLAN.flatMap(({ tables }) => tables)

const KINDS: Readonly<Record<TableKind, string>> = {
  single: 'a variable alone',
  'question-core': 'a variable beside a core variable',
  'core-core': 'two core variables',
  named: 'named pairs',
}

/** Pairs that this rule alone refuses. */
const pairsNeverTogether = (): string =>
  VARIABLES.flatMap((a, at) =>
    VARIABLES.slice(at + 1).flatMap((b) =>
      neverTogether(a.id, b.id) && judgePair(a, coarsest(a), b, coarsest(b)) === 'never-together' ? [`${code(a.id)} × ${code(b.id)}`] : [],
    ),
  ).join('; ')

const levelsOf = ({ levels, pair }: Variable): string =>
  levels.map(({ id, en }) => `${pair.includes(id) ? `**${id}**` : id} (${en})`).join(' > ')

const row = ({ number, title, blocks, base, statistic, figures, learns, editions: slice, later }: PlannedTable): readonly string[] => [
  number,
  `${title.ja} / ${title.en}`,
  blocks.map(blockWords).join('; '),
  base.en,
  [statistic ?? 'count, share', ...figures].join('; '),
  `${learns.en}${later ? ` Not printed yet: ${later.en}` : ''}`,
  code(slice),
]

const blockWords = (block: PlannedBlock): string => {
  if (block.kind === 'table') return block.columns === null ? code(block.rows) : `${code(block.rows)} × ${code(block.columns)}`
  return block.kind === 'routes' ? 'the tree of journeys' : `derived: ${block.from}`
}
