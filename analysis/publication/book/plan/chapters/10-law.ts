/** Table plan, chapter 10: legal treatment. */
import { text } from '../../../../../survey-schema/text.ts'
import type { PlannedChapter } from '../planned.ts'

export const LAW: PlannedChapter = {
  id: 'law',
  number: 10,
  title: text('法的な扱い', 'Legal treatment'),
  tables: [
    {
      number: '10.1',
      editions: 'sum+new',
      title: text('公的機関による被害者認定の内訳と推移', 'Recognition as a victim: by whom, and over time'),
      learns: text(
        '認められた人、認められなかった人、調べられもしなかった人がどれほどいたかが、時期ごとに分かる。',
        'How many were recognised, refused or never examined, period by period.',
      ),
      base: text('認定の状況と受付年の分かる事例', 'cases with known recognition and year'),
      blocks: [
        { kind: 'table', rows: 'state_recognition@list', columns: null },
        { kind: 'table', rows: 'state_recognition@group3', columns: 'registration_year@period3' },
      ],
      statistic: 'trend',
      figures: ['stacked'],
      notes: [],
      later: null,
    },
    {
      number: '10.2',
      editions: 'sum+new',
      title: text('公的機関による被害者認定（最初につながった機関別）', 'Recognition by first organisation reached'),
      learns: text(
        '最初の入口の違いと、被害者として認められるかどうかとの関わりが分かる。',
        'Whether the first door goes together with who is recognised.',
      ),
      base: text('認定の状況と最初の機関の分かる事例', 'cases with known recognition and first organisation'),
      blocks: [{ kind: 'table', rows: 'state_recognition@group3', columns: 'contact_first_actor@group5' }],
      statistic: 'crosstab',
      figures: ['stacked'],
      notes: [],
      later: null,
    },
    {
      number: '10.3',
      editions: 'sum',
      title: text('違反者・犯罪者としての扱いと身柄拘束の期間の推移', 'Treated as an offender, and time in detention, over time'),
      learns: text(
        '人身取引の被害に遭った人が、どれほど逮捕・収容され、退去を命じられたかが分かる。',
        'How often people who were trafficked were arrested, detained or ordered to leave.',
      ),
      base: text(
        '回答があり、受付年の分かる事例。期間は身柄を拘束された事例',
        'cases with an answer and year; time: persons who were detained',
      ),
      blocks: [
        { kind: 'table', rows: 'treated_as_offender@list', columns: 'registration_year@period3' },
        { kind: 'table', rows: 'detention_band@group2', columns: 'registration_year@period3' },
        { kind: 'table', rows: 'treated_as_offender@list', columns: null },
      ],
      statistic: 'trend',
      figures: ['bars'],
      notes: [],
      later: null,
    },
    {
      number: '10.4',
      editions: 'sum+new',
      title: text('在留についての結果（支援につながった時点の在留資格別）', 'Outcome for the right to stay, by status of residence'),
      learns: text('だれが在留を認められ、だれが出国したかが、在留資格ごとに分かる。', 'Who was allowed to stay and who had to leave.'),
      base: text('結果と在留資格の分かる事例', 'cases with known outcome and status'),
      blocks: [{ kind: 'table', rows: 'residence_outcome@outcome4', columns: 'status_at_contact@group6' }],
      statistic: 'crosstab',
      figures: ['stacked'],
      notes: [],
      later: null,
    },
    {
      number: '10.5',
      editions: 'sum',
      title: text('加害者に対する手続と本人の捜査協力の推移', 'Proceedings against offenders, and cooperation, over time'),
      learns: text(
        '加害者がどれほど訴追され、賠償したか、本人が捜査への協力を強いられていないかが分かる。',
        'How often offenders were prosecuted or made to pay, and whether people were pressed to cooperate.',
      ),
      base: text(
        '回答があり、受付年の分かる事例。協力は捜査機関が把握した事例',
        'cases with an answer and year; cooperation: cases known to an investigating authority',
      ),
      blocks: [
        { kind: 'table', rows: 'offender_proceedings@list', columns: 'registration_year@period3' },
        { kind: 'table', rows: 'cooperation@list', columns: 'registration_year@period3' },
      ],
      statistic: 'trend',
      figures: ['bars'],
      notes: [],
      later: null,
    },
  ],
}
