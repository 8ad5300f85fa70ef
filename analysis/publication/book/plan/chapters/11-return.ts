/** Table plan, chapter 11: assistance, return and reintegration. */
import { text } from '../../../../../survey-schema/text.ts'
import type { PlannedChapter } from '../planned.ts'

export const RETURN: PlannedChapter = {
  id: 'return',
  number: 11,
  title: text('支援・帰国・社会復帰', 'Assistance, return and reintegration'),
  tables: [
    {
      number: '11.1',
      editions: 'sum+new',
      title: text(
        '滞在先・受けた支援・受けられなかった支援（在留資格別）',
        'Shelter, assistance received and missed, by status of residence',
      ),
      learns: text(
        'どのような支援を受け、何が足りなかったか、在留資格によって違いがあるかが分かる。',
        'Which help people got, which they needed in vain, and how this differs by residence status.',
      ),
      base: text('回答があり、在留資格の分かる事例', 'cases with an answer and known status'),
      blocks: [
        { kind: 'table', rows: 'shelter_types@list', columns: 'status_at_contact@group6' },
        { kind: 'table', rows: 'assistance_received@list', columns: 'status_at_contact@group6' },
        { kind: 'table', rows: 'assistance_unmet@list', columns: 'status_at_contact@group6' },
      ],
      statistic: 'crosstab',
      figures: ['dots'],
      notes: [],
      later: null,
    },
    {
      number: '11.2',
      editions: 'sum+new',
      title: text('本人の希望と帰国の結果', 'The wish and the outcome'),
      learns: text('本人の望みがどれほどかなえられたかが分かる。', 'How often what happened was what the person had wanted.'),
      base: text(
        '希望と結果の分かる事例（国内に住む日本国籍の人は別の欄に示す）',
        'cases with known wish and outcome; Japanese nationals in Japan stand in a column of their own',
      ),
      blocks: [
        { kind: 'table', rows: 'wish_at_contact@list', columns: 'return_status@return4', shareOf: 'row' },
        { kind: 'table', rows: 'wish_at_contact@list', columns: null },
      ],
      statistic: 'crosstab',
      figures: ['sankey'],
      notes: [
        text('帰国の結果は、事例が報告された時点で分かっていたことに限る。', 'The outcome is what was known when the case was sent.'),
      ],
      later: null,
    },
    {
      number: '11.3',
      editions: 'sum+new',
      title: text('帰国の結果と帰国への不安（国籍の地域区分別）', 'Return and fears of return, by sub-region of citizenship'),
      learns: text(
        '偏見、ブローカー、仕事の不足など、どの地域で何が帰国を難しくしているかが分かる。',
        'Where stigma, brokers or lack of work make return hard.',
      ),
      base: text('回答があり、国籍の分かる事例', 'cases with an answer and known citizenship'),
      blocks: [
        { kind: 'table', rows: 'return_status@return4', columns: 'citizenship@subregion' },
        { kind: 'table', rows: 'fears_on_return@list', columns: 'citizenship@subregion' },
      ],
      statistic: 'crosstab',
      figures: ['heat'],
      notes: [],
      later: null,
    },
    {
      number: '11.4',
      editions: 'sum+new',
      title: text('脅し・帰国後の困難・生計・再被害', 'Threats, obstacles, livelihood, and being trafficked again'),
      learns: text(
        '帰国後もブローカーに脅かされるのか、暮らしが成り立つのか、再び被害に遭うのかが分かる。',
        'Whether brokers follow people home, whether they can live there, and whether it happens again.',
      ),
      base: text('回答のある事例。困難は帰国した事例', 'cases with an answer; obstacles: persons who returned'),
      blocks: [
        { kind: 'table', rows: 'threats_received@list', columns: null },
        { kind: 'table', rows: 'reintegration_obstacles@list', columns: null },
        { kind: 'table', rows: 'livelihood_after@list', columns: null },
        { kind: 'table', rows: 'retrafficked@list', columns: null },
      ],
      statistic: null,
      figures: ['bars'],
      notes: [
        text(
          '帰国後の状況と再被害は、事例が報告された時点で分かっていたことに限る。その後の追跡調査は行っていない。',
          'Return and being trafficked again are what was known when the case was sent; nobody was followed up later.',
        ),
      ],
      later: null,
    },
  ],
}
