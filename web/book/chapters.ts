/** The chapters that stand so far, by the numbers of the table plan: what each table is called and what a reader learns from it. */
import type { Text } from '../language/text.ts'
import { WORDS } from './words.ts'

export type FigureKind = 'bars' | 'heat' | 'world' | 'japan'

export interface TableOfBook {
  readonly number: string
  readonly title: Text
  readonly learns: Text
  /** `variable@level`; null columns for a table of one variable; the routes have their own block. */
  readonly rows: string
  readonly columns: string | null
  readonly figure: FigureKind
  readonly notes: readonly Text[]
}

export interface Chapter {
  readonly id: 'routes' | 'origins' | 'contact'
  readonly title: Text
  /** The tree of routes opens this chapter. */
  readonly tree: boolean
  readonly tables: readonly TableOfBook[]
}

const FIRST_CONTACT = 'contact_first_actor@group5'

export const CHAPTERS: readonly Chapter[] = [
  {
    id: 'routes',
    title: { ja: '移動経路', en: 'Routes' },
    tree: true,
    tables: [
      {
        number: '5.1',
        title: { ja: '国内で搾取を受けた地方', en: 'Area of exploitation in Japan' },
        learns: { ja: '国内のどこで搾取されたかが分かる。', en: 'Where in Japan people are exploited.' },
        rows: 'exploitation_prefectures@area8',
        columns: null,
        figure: 'japan',
        notes: [WORDS.unshown],
      },
      {
        number: '5.2',
        title: { ja: '出身国と最初の経由国', en: 'Origin and first country of transit' },
        learns: {
          ja: '直行の移動と、別の国を経由する移動の違いが分かる。',
          en: 'Which journeys are direct, and which pass another country first.',
        },
        rows: 'route_origin@country',
        columns: 'route_transit@country',
        figure: 'heat',
        notes: [],
      },
      {
        number: '5.3',
        title: { ja: '出身国と国内で搾取を受けた地方', en: 'Origin and area of exploitation in Japan' },
        learns: {
          ja: '出身国によって、連れて行かれる地方に違いがあるかが分かる。',
          en: 'Whether people from one country are taken to particular parts of Japan.',
        },
        rows: 'route_origin@country',
        columns: 'exploitation_prefectures@area8',
        figure: 'heat',
        notes: [],
      },
    ],
  },
  {
    id: 'origins',
    title: { ja: '出身', en: 'Origins' },
    tree: false,
    tables: [
      {
        number: '5.1',
        title: { ja: '移動が始まった国・地域', en: 'Where journeys begin' },
        learns: {
          ja: 'どこから出発したかが分かる。国籍と同じとは限らない。',
          en: 'Where journeys begin, which need not be the citizenship.',
        },
        rows: 'route_origin@country',
        columns: null,
        figure: 'world',
        notes: [WORDS.unshown],
      },
      {
        number: '2.2',
        title: { ja: '国籍', en: 'Citizenship' },
        learns: { ja: 'どの国・地域の人が支援につながったかが分かる。', en: 'Which nationals reach an organisation.' },
        rows: 'citizenship@country',
        columns: null,
        figure: 'bars',
        notes: [],
      },
    ],
  },
  {
    id: 'contact',
    title: { ja: '支援につながる経路', en: 'How victims reach help' },
    tree: false,
    tables: [
      {
        number: '9.3',
        title: { ja: '最初につながった機関', en: 'First organisation reached' },
        learns: { ja: '最初にどの扉が開いたかが分かる。', en: 'Which door opened first.' },
        rows: FIRST_CONTACT,
        columns: null,
        figure: 'bars',
        notes: [WORDS.firstNote],
      },
      ...helpTables([
        [
          'first_helper@group6',
          { ja: '最初に助けた人', en: 'First person to help' },
          { ja: 'だれを通じて機関につながったかが分かる。', en: 'Through whom people reach an organisation.' },
        ],
        [
          'learned_of_help@list',
          { ja: '支援を知ったきっかけ', en: 'How help became known' },
          { ja: '支援の存在をどこで知ったかが分かる。', en: 'How people learn that help exists.' },
        ],
        [
          'step_mode@list',
          { ja: '最初の機関へのつながり方', en: 'Way of reaching it' },
          { ja: 'どのような方法で最初の機関につながったかが分かる。', en: 'How the first organisation is reached.' },
        ],
        [
          'time_to_contact@group3',
          { ja: '最初の機関までの期間', en: 'Time until it' },
          { ja: 'つながるまでにどれほどの期間がかかったかが分かる。', en: 'How soon people reach an organisation.' },
        ],
        [
          'contact_length@list',
          { ja: 'つながった機関の数', en: 'Number of organisations reached' },
          { ja: 'いくつの機関を経て支援につながったかが分かる。', en: 'How many organisations lie on the way.' },
        ],
      ]),
    ],
  },
]

function helpTables(parts: readonly (readonly [rows: string, title: Text, learns: Text])[]): TableOfBook[] {
  return parts.map(([rows, title, learns]) => ({
    number: '9.2',
    title: { ja: `${title.ja}（最初につながった機関別）`, en: `${title.en}, by first organisation` },
    learns,
    rows,
    columns: FIRST_CONTACT,
    figure: 'heat',
    notes: [],
  }))
}
