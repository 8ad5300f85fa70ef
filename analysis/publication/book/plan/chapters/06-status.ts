/** Table plan, chapter 6: entry, residence status and debt. */
import { text } from '../../../../../survey-schema/text.ts'
import type { PlannedChapter } from '../planned.ts'

export const STATUS: PlannedChapter = {
  id: 'status',
  number: 6,
  title: text('入国・在留資格・借金', 'Entry, residence status and debt'),
  tables: [
    {
      number: '6.1',
      editions: 'sum+new',
      title: text('直近の来日年と来日時の在留資格', 'Year and status of the latest arrival'),
      learns: text(
        '支援を求める人がいつ、どの在留資格で来日したかが分かる。',
        'When the people now seeking help arrived, and which visas brought them in.',
      ),
      base: text('来日のある事例', 'cases with a leg into Japan'),
      blocks: [
        { kind: 'table', rows: 'arrival_year@year', columns: null },
        { kind: 'table', rows: 'entry_status@status', columns: null },
      ],
      statistic: null,
      figures: ['bars'],
      notes: [],
      later: null,
    },
    {
      number: '6.2',
      editions: 'sum+new',
      title: text('在留資格の変化（来日時と支援につながった時点）', 'Status of residence at arrival and when help was reached'),
      learns: text(
        '正規の資格で来日した人のうち、支援につながるまでに資格を失った人がどれほどいたかが分かる。',
        'How many who came with a valid status had lost it by the time they found help.',
      ),
      base: text('来日があり、両時点の在留資格が分かる事例', 'cases with a leg into Japan and both statuses known'),
      blocks: [{ kind: 'table', rows: 'entry_status@group6', columns: 'status_at_contact@group6', shareOf: 'row' }],
      statistic: 'crosstab',
      figures: ['sankey'],
      notes: [],
      later: null,
    },
    {
      number: '6.3',
      editions: 'sum+new',
      title: text('旅券を持っていた人と、在留が非正規になった理由', 'Who held the passport, and why the stay became irregular'),
      learns: text(
        '在留が非正規になった原因に、本人以外の者の行為がどれほど関わっていたかが分かる。',
        "How often the acts of others, not the person's own, made a stay irregular.",
      ),
      base: text(
        '回答のある事例。理由は支援につながった時点で在留が非正規だった事例',
        'cases with an answer; reasons: cases without a regular status at contact',
      ),
      blocks: [
        { kind: 'table', rows: 'documents_held_by@list', columns: null },
        { kind: 'table', rows: 'irregular_reasons@list', columns: null },
      ],
      statistic: null,
      figures: ['bars'],
      notes: [],
      later: null,
    },
    {
      number: '6.4',
      editions: 'sum+new',
      title: text('手続の手配・支払い・借金（出身地の地域区分別）', 'Papers, payments and debt, by sub-region of origin'),
      learns: text(
        'だれが手続を手配し、だれが支払い、どれほどの借金を課されたかが分かる。',
        'Who arranged the journey, who paid, and how large the imposed debts were.',
      ),
      base: text(
        '回答があり、出身地の分かる事例。額は借金を課された事例',
        'cases with an answer and known origin; size: cases with an imposed debt',
      ),
      blocks: [
        { kind: 'table', rows: 'status_arranged_by@list', columns: 'route_origin@subregion' },
        { kind: 'table', rows: 'payment_to_recruiter@list', columns: 'route_origin@subregion' },
        { kind: 'table', rows: 'debt_imposed@list', columns: 'route_origin@subregion' },
        { kind: 'table', rows: 'debt_band@group4', columns: 'route_origin@subregion' },
        { kind: 'table', rows: 'debt_imposed@list', columns: null },
      ],
      statistic: 'crosstab',
      figures: ['stacked'],
      notes: [],
      later: null,
    },
    {
      number: '6.5',
      editions: 'sum+new',
      title: text('借金の額と、額別にみた名目・報酬・支配の手段', 'Size of the debt; its grounds, pay and control by size'),
      learns: text(
        '借金の額とその名目、借金と報酬・支配との結び付きが分かる。',
        'How large debts are, what they were said to be for, and how debt goes with pay and control.',
      ),
      base: text('借金を課され、その額の分かる事例', 'cases with an imposed debt of known size'),
      blocks: [
        { kind: 'table', rows: 'debt_band@band', columns: null },
        { kind: 'table', rows: 'debt_origin@list', columns: 'debt_band@group4' },
        { kind: 'table', rows: 'pay_received@list', columns: 'debt_band@group4' },
        { kind: 'table', rows: 'means_of_control@ctdc8', columns: 'debt_band@group4' },
      ],
      statistic: 'crosstab',
      figures: ['heat'],
      notes: [],
      later: null,
    },
  ],
}
