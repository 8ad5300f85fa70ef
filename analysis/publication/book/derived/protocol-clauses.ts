/**
 * Articles 6 to 8 of the Palermo Protocol, clause by clause, with the answers that speak of each. The words of duty are those of the English text,
 * which is authentic; the Japanese is our own. Article 8 (5) and (6) leave other rights and agreements as they are and say nothing to count.
 */
import { type Text, text } from '../../../../survey-schema/text.ts'

/** `mandatory`: what a state shall do. `qualified`: what it shall consider, or shall do "to the extent possible under its domestic law". */
export type Duty = 'mandatory' | 'qualified'

export interface ProtocolClause {
  /** As it is cited: `6-3-a`. */
  readonly id: string
  readonly duty: Duty
  readonly clause: Text
  /** The words that bind. */
  readonly words: Text
  /** `variable@level` and its category; empty where the questionnaire asks nothing of it. */
  readonly answers: readonly (readonly [table: string, code: string])[]
}

const RECEIVED = 'assistance_received@list'
const UNMET = 'assistance_unmet@list'

/** Assistance that was received, and assistance that was needed and not received. */
const assistance = (...codes: readonly string[]) => codes.flatMap((code) => [[RECEIVED, code] as const, [UNMET, code] as const])

const ENSURE = text('確保する', '“shall ensure”')
const ENSURE_CASES = text('適当な場合に、確保する', '“shall ensure”, “in appropriate cases”')
const CONSIDER = text('検討する', '“shall consider”')

export const PROTOCOL_CLAUSES: readonly ProtocolClause[] = [
  {
    id: '6-1',
    duty: 'qualified',
    clause: text('6条1項　私生活と身元の保護', 'Article 6 (1): privacy and identity'),
    words: text('適当な場合に、国内法で可能な範囲で、保護する', '“in appropriate cases and to the extent possible under its domestic law”'),
    answers: [],
  },
  {
    id: '6-2-a',
    duty: 'mandatory',
    clause: text('6条2項(a)　裁判や行政手続についての情報', 'Article 6 (2) (a): information on proceedings'),
    words: ENSURE_CASES,
    answers: assistance('legal_aid'),
  },
  {
    id: '6-2-b',
    duty: 'mandatory',
    clause: text('6条2項(b)　刑事手続で意見を述べるための援助', 'Article 6 (2) (b): help to be heard in criminal proceedings'),
    words: ENSURE_CASES,
    answers: [],
  },
  {
    id: '6-3-a',
    duty: 'qualified',
    clause: text('6条3項(a)　適当な住居', 'Article 6 (3) (a): appropriate housing'),
    words: CONSIDER,
    answers: assistance('shelter'),
  },
  {
    id: '6-3-b',
    duty: 'qualified',
    clause: text('6条3項(b)　分かる言葉での相談と情報', 'Article 6 (3) (b): counselling and information in a language understood'),
    words: CONSIDER,
    answers: assistance('interpretation'),
  },
  {
    id: '6-3-c',
    duty: 'qualified',
    clause: text('6条3項(c)　医療・心理・物の援助', 'Article 6 (3) (c): medical, psychological and material assistance'),
    words: CONSIDER,
    answers: assistance('medical', 'mental_health', 'living_costs'),
  },
  {
    id: '6-3-d',
    duty: 'qualified',
    clause: text('6条3項(d)　仕事・教育・訓練の機会', 'Article 6 (3) (d): employment, education and training'),
    words: CONSIDER,
    answers: assistance('training_work'),
  },
  {
    id: '6-4',
    duty: 'mandatory',
    clause: text('6条4項　年齢・性別と、特に子どもに必要なこと', 'Article 6 (4): age, gender and the needs of children'),
    words: text('考慮する', '“shall take into account”'),
    answers: assistance('child_support'),
  },
  {
    id: '6-5',
    duty: 'mandatory',
    clause: text('6条5項　領域内での身体の安全', 'Article 6 (5): physical safety within the territory'),
    words: text('努める', '“shall endeavour”'),
    answers: [['threats_received@list', 'person_japan']],
  },
  {
    id: '6-6',
    duty: 'mandatory',
    clause: text('6条6項　損害の賠償を受ける可能性', 'Article 6 (6): the possibility of compensation'),
    words: ENSURE,
    answers: [['offender_proceedings@list', 'compensated'], ...assistance('wage_recovery')],
  },
  {
    id: '7-1',
    duty: 'qualified',
    clause: text('7条1項　一時的または恒久的な滞在', 'Article 7 (1): remaining, temporarily or permanently'),
    words: text('適当な場合について、検討する', '“shall consider”, “in appropriate cases”'),
    answers: [
      ['residence_outcome@outcome4', 'allowed'],
      ['residence_outcome@outcome4', 'left'],
    ],
  },
  {
    id: '7-2',
    duty: 'mandatory',
    clause: text('7条2項　人道上の考慮', 'Article 7 (2): humanitarian and compassionate factors'),
    words: text('適切に考慮する', '“shall give appropriate consideration”'),
    answers: [
      ['residence_outcome@list', 'special_permission'],
      ['residence_outcome@list', 'refugee_protection'],
    ],
  },
  {
    id: '8-1',
    duty: 'mandatory',
    clause: text('8条1項　国籍国などによる帰国の受入れ', 'Article 8 (1): return accepted by the country of nationality'),
    words: text('安全に考慮して容易にし、受け入れる', '“shall facilitate and accept”'),
    answers: [
      ['return_status@list', 'voluntary_iom'],
      ['return_status@list', 'voluntary_ngo_embassy'],
    ],
  },
  {
    id: '8-2',
    duty: 'mandatory',
    clause: text('8条2項　安全に考慮した、任意の帰国', 'Article 8 (2): safe and preferably voluntary return'),
    words: text('安全に考慮する。任意によることが望ましい', '“shall be with due regard for the safety”, “preferably be voluntary”'),
    answers: [
      ['return_status@list', 'returned_alone'],
      ['return_status@list', 'deported'],
      ['threats_received@list', 'person_home'],
    ],
  },
  {
    id: '8-3',
    duty: 'mandatory',
    clause: text('8条3項　国籍国などによる国籍の確認', 'Article 8 (3): nationality verified by that country'),
    words: text('不当に遅れずに確認する', '“shall, without undue or unreasonable delay, verify”'),
    answers: [],
  },
  {
    id: '8-4',
    duty: 'mandatory',
    clause: text('8条4項　国籍国などによる旅券などの発給', 'Article 8 (4): travel documents from that country'),
    words: text('発給に同意する', '“shall agree to issue”'),
    answers: assistance('travel_document'),
  },
]
