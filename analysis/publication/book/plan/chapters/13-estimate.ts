/** Table plan, chapter 13: how many? an estimate. */
import { text } from '../../../../../survey-schema/text.ts'
import type { PlannedChapter } from '../planned.ts'

export const ESTIMATE: PlannedChapter = {
  id: 'estimate',
  number: 13,
  title: text('何人いるのか――推計の試み', 'How many? An estimate'),
  tables: [
    {
      number: '13.1',
      editions: 'new',
      title: text('複数の機関が報告した事例', 'Cases that more than one body reports'),
      learns: text('推計の土台となる、名簿どうしの重なりが分かる。', 'How much the lists overlap, which is what an estimate rests on.'),
      base: text('報告された事例', 'reported cases'),
      blocks: [{ kind: 'table', rows: 'other_report_known@list', columns: null }],
      statistic: null,
      figures: ['bars'],
      notes: [
        text(
          '名簿は、関係するすべての団体の同意がない限り、名称ではなく記号で示す。',
          'Lists carry letters, not names, unless every contributing organisation agrees.',
        ),
        text(
          'ほかの団体からの報告の有無は、報告した団体の申告による。',
          'Whether another body reported too is what the reporting body said.',
        ),
      ],
      later: null,
    },
    {
      number: '13.2',
      editions: 'new',
      title: text('方法別の推計値と判定', 'Estimates under every rule, with the verdict'),
      learns: text(
        '把握されていない人がどれほどいると考えられるか、方法によってどれほど違うかが分かる。',
        'How many more people there may be, and how far the methods agree.',
      ),
      base: text('照合した名簿にある人（すべての名簿がそろう年に限る）', 'persons on the linked lists, in the years that all lists cover'),
      blocks: [{ kind: 'derived', from: 'estimate' }],
      statistic: null,
      figures: ['dots'],
      notes: [],
      later: null,
    },
    {
      number: '13.3',
      editions: 'new',
      title: text('推計の感度（名簿の除外・統合、照合漏れ）', 'How sensitive the estimate is'),
      learns: text(
        '一つの名簿や少しの照合漏れで、結果が変わってしまわないかが分かる。',
        'Whether one list or a few missed links would change the answer.',
      ),
      base: text('表13.2と同じ', 'as table 13.2'),
      blocks: [{ kind: 'derived', from: 'estimate' }],
      statistic: null,
      figures: ['dots'],
      notes: [],
      later: null,
    },
  ],
}
