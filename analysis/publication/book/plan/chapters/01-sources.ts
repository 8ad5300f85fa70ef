/** Table plan, chapter 1: sources, coverage and data quality. */
import { text } from '../../../../../survey-schema/text.ts'
import type { PlannedChapter } from '../planned.ts'

export const SOURCES: PlannedChapter = {
  id: 'sources',
  number: 1,
  title: text('情報源・網羅性・データの質', 'Sources, coverage and data quality'),
  tables: [
    {
      number: '1.1',
      editions: 'sum',
      title: text('報告者の種別・受付時期別の事例数', 'Cases by kind of reporting body and period'),
      learns: text(
        'この本が民間団体・大使館・本人のだれの報告に基づくか、それがどう変わったかが分かる。',
        'Whether the book rests on NGOs, embassies or the people themselves, and how that changed.',
      ),
      base: text('集計に使うことが認められた全事例', 'all cases that may be used for tables'),
      blocks: [{ kind: 'table', rows: 'source_type@group5', columns: 'registration_year@period3' }],
      statistic: 'trend',
      figures: ['stacked'],
      notes: [],
      later: null,
    },
    {
      number: '1.2',
      editions: 'sum+new',
      title: text('報告者の内訳と所在地、情報と同意の根拠', 'Who reports, from where, and on what basis'),
      learns: text(
        '報告者が本人とどれほど近い立場にあるか、どのような同意のもとで集計したかが分かる。',
        'How near the reporting person stood to the person affected, and on what agreement the case is counted.',
      ),
      base: text('集計に使うことが認められた全事例', 'all cases that may be used for tables'),
      blocks: [
        { kind: 'table', rows: 'source_type@type', columns: null },
        { kind: 'table', rows: 'source_place@list', columns: null },
        { kind: 'table', rows: 'information_basis@list', columns: null },
        { kind: 'table', rows: 'consent_basis@list', columns: null },
      ],
      statistic: null,
      figures: ['bars'],
      notes: [
        text(
          '同意の用途は「集計表への利用」の一つであり、個々の事例の公表や第三者への提供は含まない。',
          'There is one use to which people agreed: tables. It does not cover publishing single cases or handing them on.',
        ),
      ],
      later: null,
    },
    {
      number: '1.3',
      editions: 'new',
      title: text(
        '設問別の回答状況（回答あり／不明／回答を控えた／確認・記録なし／非該当）',
        'Answered, not known, declined, not asked, not applicable: question by question',
      ),
      learns: text(
        'どの事柄が記録に残りにくいかが分かり、空白を「なかった」と読み違えずにすむ。',
        'What is never written down, so that silence is not read as "no".',
      ),
      base: text('集計に使うことが認められた全事例（設問ごと）', 'all cases that may be used for tables, once for each question'),
      blocks: [{ kind: 'derived', from: 'item-response' }],
      statistic: null,
      figures: ['stacked'],
      notes: [],
      later: null,
    },
    {
      number: '1.4',
      editions: 'sum',
      title: text('年別の受付事例数と公的統計', 'Cases registered per year, beside the official figures'),
      learns: text(
        'ネットワークが把握した事例数と、公的機関が数えた被害者数の開きが分かる。',
        'How far the cases known to the network and the victims counted by the authorities lie apart.',
      ),
      base: text(
        '受付年の分かる事例。公的統計は公表された数値のまま',
        'cases with a known year of registration; official series as their authors printed them',
      ),
      blocks: [
        { kind: 'table', rows: 'registration_year@year', columns: null },
        { kind: 'derived', from: 'official-series' },
      ],
      statistic: 'trend',
      figures: ['lines'],
      notes: [
        text(
          '公的統計は数え方が異なり、本書の事例と重なる部分があるため、並べて示し、差は計算しない。資料によって値が異なる年は、そのまま両方を示す。',
          'Official series count other things by other rules and overlap with these cases: they are set beside one another, never subtracted. Where sources differ for a year, both values are printed.',
        ),
      ],
      later: null,
    },
  ],
}
