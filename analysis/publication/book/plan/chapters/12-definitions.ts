/** Table plan, chapter 12: cases against definitions. */
import { text } from '../../../../../survey-schema/text.ts'
import type { PlannedChapter } from '../planned.ts'

export const DEFINITIONS: PlannedChapter = {
  id: 'definitions',
  number: 12,
  title: text('定義との照合', 'Cases against definitions'),
  // Table 12.4 opens the chapter. It keeps a number of its own, because links and files name tables by their numbers.
  tables: [
    {
      number: '12.4',
      editions: 'sum',
      title: text('公的統計と本書の事例', 'Official figures beside ours'),
      learns: text(
        '公的機関が数えた被害者と、本書の事例のうち定義・団体・公的機関がそれぞれ被害者とした事例が、同じ時期にどれほどあったかが分かる。',
        'How many victims public bodies counted, and how many of these cases meet the definition, the organisation’s judgement or an authority’s, in the same years.',
      ),
      base: text('受付年の分かる事例。公的統計は公表された数値のまま', 'cases with a known year of registration; official series as printed'),
      blocks: [{ kind: 'derived', from: 'official-beside' }],
      statistic: null,
      figures: [],
      notes: [
        text(
          '公的統計は数え方が異なり、本書の事例と重なる部分がある。並べて示し、差は計算しない。',
          'Official series count by other rules and overlap with these cases: they stand beside one another and are never subtracted.',
        ),
      ],
      later: null,
    },
    {
      number: '12.1',
      editions: 'sum+new',
      title: text('認められた行為・手段・目的', 'Acts, means and purposes found'),
      learns: text(
        '人身取引議定書の要件のうち、どの行為・手段・目的が認められたかが分かる。',
        'Of which elements of the Protocol the cases consist.',
      ),
      base: text('その設問に回答のある事例', 'cases with an answer to the question shown'),
      blocks: [
        { kind: 'table', rows: 'act_elements@list', columns: null },
        { kind: 'table', rows: 'means_elements@list', columns: null },
        { kind: 'table', rows: 'purpose_elements@list', columns: null },
      ],
      statistic: null,
      figures: ['bars'],
      notes: [],
      later: null,
    },
    {
      number: '12.2',
      editions: 'sum+new',
      title: text(
        '定義による判定・団体の判断・18歳未満の被害（報告者の種別による比較）',
        'Result by definition, own judgement, and minors, by kind of reporting body',
      ),
      learns: text(
        '民間団体・大使館・公的機関が「被害者」というとき、同じものを見ているかが分かる。',
        'Whether NGOs, embassies and public bodies see the same thing when they say "victim".',
      ),
      base: text('集計に使うことが認められ、回答のある事例', 'all cases that may be used for tables, with an answer'),
      blocks: [
        { kind: 'table', rows: 'definition_result@list', columns: 'source_type@group5' },
        { kind: 'table', rows: 'org_judgement@list', columns: 'source_type@group5' },
        { kind: 'table', rows: 'minor_when_exploited@list', columns: 'source_type@group5' },
        { kind: 'table', rows: 'definition_result@list', columns: null },
      ],
      statistic: 'crosstab',
      figures: ['stacked'],
      notes: [],
      later: null,
    },
    {
      number: '12.3',
      editions: 'sum+new',
      title: text('三つの数え方（定義の要件・団体の判断・公的機関の認定）', 'Three counts side by side'),
      learns: text(
        '定義、現場の判断、公的機関の認定の間にどれほどの開きがあるかが分かる。',
        'How far definition, field and authority lie apart on who is a victim.',
      ),
      base: text('表12.2と10.1の合計', 'the cases of tables 12.2 and 10.1, totals only'),
      blocks: [{ kind: 'derived', from: 'three-counts' }],
      statistic: null,
      figures: ['dots'],
      notes: [],
      later: null,
    },
    {
      number: '12.5',
      editions: 'sum',
      title: text('人身取引議定書の被害者保護（6～8条）と回答', 'Victim protection in the Protocol, articles 6 to 8, and the answers'),
      learns: text(
        '議定書の被害者保護の条項ごとに、関係する支援や在留の結果がどれほど報告されたかが分かる。',
        'For each clause on the protection of victims, how often the assistance or the right to stay that it speaks of was reported.',
      ),
      base: text('設問ごとに、回答のある事例', 'cases with an answer, once for each question'),
      blocks: [{ kind: 'derived', from: 'protocol' }],
      statistic: null,
      figures: [],
      notes: [],
      later: null,
    },
  ],
}
