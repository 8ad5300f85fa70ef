/** Table plan, chapter 5: routes. */
import { text } from '../../../../../survey-schema/text.ts'
import type { PlannedChapter } from '../planned.ts'

export const JOURNEYS: PlannedChapter = {
  id: 'routes',
  number: 5,
  title: text('移動経路', 'Routes'),
  tables: [
    {
      number: '5.1',
      editions: 'sum+new',
      title: text(
        '出身国・最初の経由国・行き先の国と、搾取のあった都道府県',
        'Origin, first transit, destination, and prefectures of exploitation',
      ),
      learns: text(
        'どこから出発し、まずどの国を通り、国内のどこで搾取されたかが分かる。',
        'Where journeys begin, which country they pass first, and where in Japan people are exploited.',
      ),
      base: text(
        '場所の分かる事例。都道府県は国内で搾取のあった事例',
        'cases with a known place; prefectures: cases with exploitation in Japan',
      ),
      blocks: [
        { kind: 'table', rows: 'route_origin@country', columns: null },
        { kind: 'table', rows: 'route_transit@country', columns: null },
        { kind: 'table', rows: 'route_destination@country', columns: null },
        { kind: 'table', rows: 'exploitation_prefectures@prefecture', columns: null },
        { kind: 'table', rows: 'exploitation_prefectures@area8', columns: null },
      ],
      statistic: null,
      figures: ['world-map', 'japan-map'],
      notes: [
        text(
          '地図は8地方別に示す。都道府県は、公表できるものだけを表に示す。',
          'The map of Japan shows the eight areas; prefectures stand in the table only, where each may be shown.',
        ),
      ],
      later: null,
    },
    {
      number: '5.2',
      editions: 'sum+new',
      title: text('出身国と最初の経由国', 'Origin and first country of transit'),
      learns: text(
        '直行の移動と、別の国を経由する移動の違いが分かる。',
        'Which journeys are direct, and which pass another country first.',
      ),
      base: text(
        '出発から行き先までの分かる事例。経由のないものは「直行」',
        'cases whose journey is known from start to destination; "direct" where no country was passed',
      ),
      blocks: [{ kind: 'table', rows: 'route_origin@country', columns: 'route_transit@country', shareOf: 'row' }],
      statistic: null,
      figures: ['matrix'],
      notes: [],
      later: null,
    },
    {
      number: '5.3',
      editions: 'sum+new',
      title: text('出身国と国内で搾取を受けた地方', 'Origin and area of exploitation in Japan'),
      learns: text(
        '出身国によって、連れて行かれる地方に違いがあるかが分かる。',
        'Whether people from one country are taken to particular parts of Japan.',
      ),
      base: text('国内で搾取を受け、出身国の分かる事例', 'cases with exploitation in Japan and known origin'),
      blocks: [{ kind: 'table', rows: 'route_origin@country', columns: 'exploitation_prefectures@area8', shareOf: 'row' }],
      statistic: 'crosstab',
      figures: ['heat', 'japan-map'],
      notes: [],
      later: null,
    },
    {
      number: '5.4',
      editions: 'new',
      title: text('主な移動経路（出身国→最初の経由国→国内の地方）', 'Main routes: origin, first transit, area in Japan'),
      learns: text(
        '10人以上に共通する経路が分かる。それ以外は「その他の経路」にまとめる。',
        'The routes that at least ten people share; all others stand together as "other routes".',
      ),
      base: text('国内で搾取を受け、移動経路の分かる事例', 'cases with exploitation in Japan whose journey is known'),
      blocks: [{ kind: 'routes' }],
      statistic: null,
      // Drawn once, in the next table.
      figures: [],
      notes: [
        text(
          '10人以上に共通する経路だけを示す。国内の地方は、3団体以上から報告された10人以上の場合に限る。それ以外は「その他（個別には示さない）」にまとめる。',
          'Only routes that at least ten people share are shown, and areas in Japan only where three or more organisations reported ten people or more. What is left at a step is "further, not shown".',
        ),
      ],
      later: null,
    },
    {
      number: '5.5',
      editions: 'new',
      title: text('移動経路の図', 'The routes drawn'),
      learns: text(
        '主な流れが、出身国から搾取の地までどうつながるかが一目で分かる。',
        'How the main flows run from home to the place of exploitation.',
      ),
      base: text('表5.2～5.4と同じ', 'the cases of tables 5.2 to 5.4'),
      blocks: [{ kind: 'derived', from: 'journey-flows' }],
      statistic: null,
      figures: ['sankey'],
      notes: [],
      later: null,
    },
    {
      number: '5.6',
      editions: 'sum+new',
      title: text('移動の段階・手段・書類・入国地点・国内での移動', 'Stages, transport, documents, entry and moves inside Japan'),
      learns: text(
        'どのように移動し、どこから入国し、国内で移動させられたかが分かる。',
        'How people travel, where they enter, and whether they are moved on inside Japan.',
      ),
      base: text(
        '一つ以上の区間について回答のある事例。入国地点は来日のある事例',
        'cases with an answer on at least one leg; entry: cases with a leg into Japan',
      ),
      blocks: [
        { kind: 'table', rows: 'japan_role@list', columns: null },
        { kind: 'table', rows: 'leg_purpose@list', columns: null },
        { kind: 'table', rows: 'leg_transport@list', columns: null },
        { kind: 'table', rows: 'leg_documents@own_not_own', columns: null },
        { kind: 'table', rows: 'entry_point@five', columns: null },
        { kind: 'table', rows: 'moves_in_japan@list', columns: null },
      ],
      statistic: null,
      figures: ['bars'],
      notes: [
        text(
          '書類は「本人名義」と「それ以外」だけを示し、経路・国・年とは組み合わせない。',
          'Documents only as own or not own, never by route, country or year.',
        ),
      ],
      later: null,
    },
  ],
}
