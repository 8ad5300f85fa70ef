/** The five topics of the fact sheets: from which tables they take sentences, and their headings and fixed texts. No figure stands here. */
import { type Text, text } from '../../../../survey-schema/text.ts'

export interface Topic {
  readonly id: string
  readonly title: Text
  readonly question: Text
  /** Number of the table whose first sentence is the headline; where it has none, the sheet is not made. */
  readonly headline: string
  readonly figure: string
  /** Numbers of the tables whose sentences the sheet takes, in this order. */
  readonly tables: readonly string[]
  readonly cannotSay: readonly Text[]
  /** What the network asks for; its own words, without figures. */
  readonly demand: Text
}

/** Who reports, what is not known, and the rules: every sheet draws on them. */
export const ALWAYS = ['1.1', '1.3', '14.1'] as const

const NOT_ALL = text(
  '報告された事例だけの集計です。支援につながらなかった人の数や割合は分かりません。',
  'Only reported cases are counted. How many people never reached help cannot be said.',
)

export const TOPICS: readonly Topic[] = [
  {
    id: 'routes',
    title: text('移動経路', 'Routes'),
    question: text('人びとはどの経路で日本のどこへ連れて来られるのか。', 'By which routes are people brought to Japan, and where to?'),
    headline: '5.3',
    figure: '5.5',
    tables: ['5.3', '5.4', '7.2', '2.2', '5.1'],
    cannotSay: [
      NOT_ALL,
      text(
        '10人に満たない経路は示していません。示されない経路がないとは言えません。',
        'Routes of fewer than ten people are not shown; this does not mean that there are none.',
      ),
    ],
    demand: text(
      '出入国の窓口と各地の相談窓口で、被害に遭った人を早く見つけ、保護につなぐ体制を整えることを求めます。',
      'We ask that border and local offices identify victims early and refer them to protection.',
    ),
  },
  {
    id: 'contact',
    title: text('支援につながるまで', 'Reaching help'),
    question: text('人びとはどう逃れ、最初にどこへつながるのか。', 'How do people get out, and whom do they reach first?'),
    headline: '9.1',
    figure: '9.5',
    tables: ['9.1', '9.2', '9.4', '9.8'],
    cannotSay: [
      NOT_ALL,
      text(
        '最初につながった機関と結果とが関わっていても、その機関が結果をもたらしたとはいえません。',
        'A link between the first organisation reached and a result does not show that the organisation brought it about.',
      ),
    ],
    demand: text(
      'どの窓口に相談しても同じ支援につながるよう、公的機関と民間団体の連携と、多言語の相談窓口への支援を求めます。',
      'We ask that every point of contact lead to the same help, and that helplines in many languages be supported.',
    ),
  },
  {
    id: 'legal',
    title: text('法的な扱い', 'Legal treatment'),
    question: text('被害者として扱われるのか、違反者として扱われるのか。', 'Are they treated as victims or as offenders?'),
    headline: '10.3',
    figure: '12.3',
    tables: ['10.3', '12.3', '10.1', '10.2', '6.2', '6.3', '10.4'],
    cannotSay: [
      NOT_ALL,
      text(
        '公的機関の判断の理由は尋ねていません。認定と在留の結果との因果関係は分かりません。',
        'Authorities were not asked for their reasons; whether recognition affects the right to stay cannot be said.',
      ),
    ],
    demand: text(
      '人身取引の被害に遭った人を処罰せず、在留を安定させ、被害者として扱うことを求めます。',
      'We ask that people who were trafficked not be punished, be allowed to stay, and be treated as victims.',
    ),
  },
  {
    id: 'debt',
    title: text('借金', 'Debt'),
    question: text('借金はどれほどで、人をどう縛るのか。', 'How large are the debts, and how do they bind people?'),
    headline: '6.5',
    figure: '6.5',
    tables: ['6.5', '6.4', '7.3', '9.8', '11.3'],
    cannotSay: [
      NOT_ALL,
      text(
        '金額は本人または支援者が把握した額で、契約書などで確かめたものではありません。',
        'Amounts are given as the person or a supporter knew them; they were not checked against contracts.',
      ),
    ],
    demand: text(
      '働く人に借金や手数料を負わせることを禁じ、取り上げられた賃金を取り戻せる仕組みを整えることを求めます。',
      'We ask for a ban on debts and fees imposed on workers, and for ways to recover wages that were taken.',
    ),
  },
  {
    id: 'return',
    title: text('帰国とその後', 'Return and a new start'),
    question: text(
      '本人は何を望み、帰国した人はどのような状況に置かれるのか。',
      'What did people want, and what happens to those who go home?',
    ),
    headline: '11.2',
    figure: '11.4',
    tables: ['11.2', '11.4', '11.1', '11.3', '10.4'],
    cannotSay: [
      NOT_ALL,
      text(
        '帰国後の状況は、報告された時点で分かっていたことに限られます。',
        'What happened after return is known only up to the time of the report.',
      ),
    ],
    demand: text(
      '本人の希望に基づく帰国と、帰国後の安全・生計への支援を、送り出し国とともに整えることを求めます。',
      'We ask that people return only if they wish to, and that their safety and livelihood be ensured together with the countries of origin.',
    ),
  },
]
