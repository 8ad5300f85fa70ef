/**
 * What each chapter asks, and which variables answer it, in this order. Both were written before any figure was there: a finding is not
 * chosen because it is striking.
 */
import { type Text, text } from '../../../survey-schema/text.ts'

export interface ChapterQuestion {
  readonly question: Text
  /** `variable` or `variable@level`, as tables of the chapter count them. Empty where a chapter counts no cases. */
  readonly answeredBy: readonly string[]
}

/** By id of the chapter in the plan. */
export const CHAPTER_QUESTIONS: Readonly<Record<string, ChapterQuestion>> = {
  sources: {
    question: text('報告は何に基づいているのか。', 'What do the reports rest on?'),
    answeredBy: ['information_basis', 'consent_basis', 'source_type@type'],
  },
  people: {
    question: text('どのような人が被害に遭っているのか。', 'Who is trafficked?'),
    answeredBy: ['gender', 'citizenship@country', 'age_band_recruitment', 'education', 'marital_status'],
  },
  leaving: {
    question: text('人びとはなぜ故郷を離れるのか。', 'Why do people leave home?'),
    answeredBy: ['push_factors', 'livelihood_before', 'vulnerability_factors'],
  },
  recruitment: {
    question: text('人びとはどのように勧誘されるのか。', 'How are people recruited?'),
    answeredBy: ['deception_kinds', 'recruitment_mode', 'recruiter_relation', 'work_promised'],
  },
  routes: {
    question: text('人びとはどこから来て、どこで搾取されるのか。', 'Where do people come from, and where are they exploited?'),
    answeredBy: ['exploitation_prefectures@area8', 'route_origin', 'leg_transport', 'leg_documents'],
  },
  status: {
    question: text('在留資格や借金は、どのように人を縛るのか。', 'How do residence status and debt bind people?'),
    answeredBy: ['debt_imposed', 'documents_held_by', 'status_arranged_by', 'irregular_reasons'],
  },
  exploitation: {
    question: text('人びとはどのように搾取され、支配されるのか。', 'How are people exploited and controlled?'),
    answeredBy: ['exploitation_types@list', 'means_of_control@list', 'exploiter_types', 'health_harm'],
  },
  image: {
    question: text(
      '人びとは日本に何を期待し、どう見るようになったのか。',
      'What did people expect of Japan, and how do they see it afterwards?',
    ),
    answeredBy: ['image_after', 'expected_life', 'info_source_japan'],
  },
  contact: {
    question: text('人びとはどのように逃れ、支援につながるのか。', 'How do people get out and reach help?'),
    answeredBy: ['exit_mode@list', 'time_to_contact', 'barriers', 'first_helper'],
  },
  law: {
    question: text('人びとは被害者として扱われるのか、違反者として扱われるのか。', 'Are people treated as victims or as offenders?'),
    answeredBy: ['state_recognition@list', 'treated_as_offender', 'residence_outcome', 'cooperation'],
  },
  return: {
    question: text('人びとは何を望み、その後どうなったのか。', 'What did people want, and what became of them?'),
    answeredBy: ['wish_at_contact', 'assistance_received', 'return_status', 'livelihood_after'],
  },
  definitions: {
    question: text('報告された事例は人身取引の定義に当てはまるのか。', 'Do the reported cases meet the definition of trafficking?'),
    answeredBy: ['definition_result', 'org_judgement', 'means_elements', 'purpose_elements'],
  },
  estimate: {
    question: text('報告されていない人はどれほどいるのか。', 'How many people go unreported?'),
    answeredBy: ['other_report_known'],
  },
  methods: {
    question: text('数値はどのように作られ、人はどのように守られるのか。', 'How are figures made, and people protected?'),
    answeredBy: [],
  },
}

/** The chapters whose findings are main points, in this order of preference: what concerns protection first. */
export const MAIN_POINT_ORDER: readonly string[] = [
  'exploitation',
  'law',
  'contact',
  'recruitment',
  'status',
  'return',
  'people',
  'leaving',
  'image',
  'routes',
  'definitions',
]
