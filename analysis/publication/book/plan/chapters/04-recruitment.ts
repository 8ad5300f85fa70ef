/** Table plan, chapter 4: recruitment and brokers. */
import { text } from '../../../../../survey-schema/text.ts'
import type { PlannedChapter } from '../planned.ts'

export const RECRUITMENT: PlannedChapter = {
  id: 'recruitment',
  number: 4,
  title: text('勧誘とブローカー', 'Recruitment and brokers'),
  tables: [
    {
      number: '4.1',
      editions: 'sum',
      title: text(
        '被害の始まり方・勧誘の経路・使われたネットサービスの推移',
        'How it began, through which channel and online service, over time',
      ),
      learns: text(
        '知人や広告からインターネットへといった、勧誘の経路の移り変わりが分かる。',
        'How recruitment moved, for instance from acquaintances and advertisements to online services.',
      ),
      base: text(
        '回答のある事例。経路は勧誘者のいた事例、サービスはネット上で勧誘された事例',
        'cases with an answer; channel: cases with a recruiter; services: cases approached online',
      ),
      blocks: [
        { kind: 'table', rows: 'recruitment_mode@list', columns: 'registration_year@period3' },
        { kind: 'table', rows: 'recruitment_channel@list', columns: 'registration_year@period3' },
        { kind: 'table', rows: 'recruitment_platforms@list', columns: 'registration_year@period3' },
      ],
      statistic: 'trend',
      figures: ['lines'],
      notes: [],
      later: null,
    },
    {
      number: '4.2',
      editions: 'sum+new',
      title: text('勧誘者との関係（国籍の地域区分別）', 'Who the recruiter was, by sub-region of citizenship'),
      learns: text(
        '勧誘したのが友人か、親族か、業者か、面識のない人かが分かる。',
        'Whether the recruiter was a friend, a relative, an agency or a stranger.',
      ),
      base: text('勧誘した人または引き渡した人がいた事例', 'cases in which somebody recruited or handed over the person'),
      blocks: [{ kind: 'table', rows: 'recruiter_relation@list', columns: 'citizenship@subregion' }],
      statistic: 'crosstab',
      figures: ['heat'],
      notes: [],
      later: null,
    },
    {
      number: '4.3',
      editions: 'sum+new',
      title: text('約束された仕事と実際の搾取', 'What was promised and what it became'),
      learns: text(
        'どのような約束のもとで、どのような搾取が起きているかが分かる。',
        'Which promises stood at the start of which kind of exploitation.',
      ),
      base: text(
        '約束の内容と搾取の形態の分かる事例（行・列とも複数回答）',
        'cases with a known promise and form of exploitation; neither rows nor columns exclude one another',
      ),
      blocks: [{ kind: 'table', rows: 'work_promised@list', columns: 'exploitation_types@group3' }],
      statistic: 'crosstab',
      figures: ['heat'],
      notes: [],
      later: null,
    },
    {
      number: '4.4',
      editions: 'sum+new',
      title: text('だまし・強制の内容と、事前に知らされていたこと', 'Deception, force, and what was known beforehand'),
      learns: text(
        'どのようにだまされ、強いられたかが分かる。事前に知っていたかどうかは、被害に当たるかの判断には用いない。',
        'How people were deceived or forced; prior knowledge never decides whether a case counts.',
      ),
      base: text(
        '回答のある事例。事前に知らされていたことは性的搾取の事例',
        'cases with an answer; prior knowledge: cases of sexual exploitation',
      ),
      blocks: [
        { kind: 'table', rows: 'deception_kinds@list', columns: null },
        { kind: 'table', rows: 'coercion_recruitment@list', columns: null },
        { kind: 'table', rows: 'knew_sex_work@list', columns: null },
      ],
      statistic: null,
      figures: ['bars'],
      notes: [],
      later: null,
    },
  ],
}
