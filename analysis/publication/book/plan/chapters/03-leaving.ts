/** Table plan, chapter 3: why people leave. */
import { text } from '../../../../../survey-schema/text.ts'
import type { PlannedChapter } from '../planned.ts'

export const LEAVING: PlannedChapter = {
  id: 'leaving',
  number: 3,
  title: text('送り出しの背景', 'Why people leave'),
  tables: [
    {
      number: '3.1',
      editions: 'sum+new',
      title: text('渡航を決めた理由・背景（国籍の地域区分別）', 'Reasons for leaving, by sub-region of citizenship'),
      learns: text(
        '渡航の背後にどのような事情があり、地域によってどう違うかが分かる。',
        'Which pressures at home stand behind the journeys, and how they differ between regions.',
      ),
      base: text('理由・背景が一つ以上分かる事例', 'cases in which at least one reason is known'),
      blocks: [
        { kind: 'table', rows: 'push_factors@list', columns: 'citizenship@subregion' },
        { kind: 'table', rows: 'push_factors@list', columns: null },
      ],
      statistic: 'crosstab',
      figures: ['heat'],
      notes: [],
      later: null,
    },
    {
      number: '3.2',
      editions: 'sum+new',
      title: text('渡航前の生計・扶養・移住の経験（性別）', 'Livelihood, dependants and earlier moves, by gender'),
      learns: text(
        '仕事がないまま渡航したのか、だれの暮らしを支えていたのか、移住の経験があったのかが分かる。',
        'Whether people left without work, who lived on their income, and whether they had moved before.',
      ),
      base: text('その設問に回答のある事例', 'cases with an answer to the question shown'),
      blocks: [
        { kind: 'table', rows: 'livelihood_before@work3', columns: 'gender@list' },
        { kind: 'table', rows: 'dependants@groups', columns: 'gender@list' },
        { kind: 'table', rows: 'migration_before@list', columns: 'gender@list' },
      ],
      statistic: 'crosstab',
      figures: ['dots'],
      notes: [],
      later: null,
    },
    {
      number: '3.3',
      editions: 'sum+new',
      title: text('つけ込まれた事情（年齢層別）', 'Circumstances that were exploited, by age'),
      learns: text(
        '子ども・若者・それ以上の年齢の人が、それぞれどのような事情につけ込まれたかが分かる。',
        'Which hardships expose children, young adults and older adults to exploitation.',
      ),
      base: text('事情と年齢区分の分かる事例', 'cases with known circumstances and age band'),
      blocks: [{ kind: 'table', rows: 'vulnerability_factors@list', columns: 'age_band_registration@broad3' }],
      statistic: 'crosstab',
      figures: ['heat'],
      notes: [],
      later: null,
    },
  ],
}
