/** Table plan, chapter 2: the people. */
import { text } from '../../../../../survey-schema/text.ts'
import type { PlannedChapter } from '../planned.ts'

export const PEOPLE: PlannedChapter = {
  id: 'people',
  number: 2,
  title: text('被害を受けた人びと', 'The people'),
  tables: [
    {
      number: '2.1',
      editions: 'sum+new',
      title: text('性別・受付時の年齢別の事例数', 'Cases by gender and age at registration'),
      learns: text(
        'どの性別・年齢の人が支援につながったか、そのうち子どもがどれほどいたかが分かる。',
        'Which genders and ages reach an organisation, and how many were still children.',
      ),
      base: text('性別と年齢区分の分かる事例', 'cases with known gender and age band'),
      blocks: [
        { kind: 'table', rows: 'gender@list', columns: 'age_band_registration@ctdc' },
        { kind: 'table', rows: 'gender@list', columns: null },
      ],
      statistic: 'crosstab',
      figures: ['pyramid'],
      notes: [],
      later: null,
    },
    {
      number: '2.2',
      editions: 'sum',
      title: text('国籍・地域別の事例数の推移', 'Citizenship over time'),
      learns: text(
        'どの国・地域の人が被害に遭い、その構成が時期によってどう変わったかが分かる。',
        'From which countries people came, and how the mix moved from period to period.',
      ),
      base: text('国籍と受付年の分かる事例', 'cases with known citizenship and year'),
      blocks: [
        { kind: 'table', rows: 'citizenship@country', columns: null },
        { kind: 'table', rows: 'citizenship@country', columns: 'registration_year@period3' },
      ],
      statistic: 'trend',
      figures: ['lines'],
      notes: [],
      later: null,
    },
    {
      number: '2.3',
      editions: 'sum',
      title: text('出身国・地域の集中度', 'How concentrated the origins are'),
      learns: text(
        '被害が少数の国・地域に集中しているのか、広がっているのかが分かる。',
        'Whether a few countries make up most cases, or whether recruitment is spreading.',
      ),
      base: text('表2.2と同じ', 'the cases of table 2.2'),
      blocks: [{ kind: 'derived', from: 'concentration' }],
      statistic: null,
      figures: ['dots'],
      notes: [],
      later: null,
    },
    {
      number: '2.4',
      editions: 'sum+new',
      title: text('勧誘時の年齢、母語、学歴、婚姻状況', 'Age at recruitment, first language, schooling, marital status'),
      learns: text(
        'どのような人が勧誘されているか、相談窓口や通訳にどの言語が必要かが分かる。',
        'Whom recruiters look for, and which languages helplines and interpreters must offer.',
      ),
      base: text('その設問に回答のある事例', 'cases with an answer to the question shown'),
      blocks: [
        { kind: 'table', rows: 'age_band_recruitment@ctdc', columns: null },
        { kind: 'table', rows: 'first_language@language', columns: null },
        { kind: 'table', rows: 'education@six', columns: null },
        { kind: 'table', rows: 'marital_status@five', columns: null },
      ],
      statistic: null,
      figures: ['bars'],
      notes: [],
      later: null,
    },
  ],
}
