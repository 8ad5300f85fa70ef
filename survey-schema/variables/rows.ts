/**
 * Every variable that a table may show, as rows: the questions (all but the case reference, the consent uses, the closing note and
 * the two leg countries) and eight derived from them, with their levels and those at which each may stand alone and in pairs.
 * Short labels stand over tables; the full question stands in the questionnaire. See table plan, sections 2 and 3.
 */
import type { PrivacyClass } from '../questionnaire/question.ts'

export interface VariableRow {
  readonly id: string
  readonly en: string
  readonly ja: string
  readonly privacy: PrivacyClass
  readonly derived: boolean
  readonly core: boolean
  /** [id, English, Japanese], from fine to coarse. */
  readonly levels: readonly (readonly [string, string, string])[]
  /** Level ids at which the variable may stand by itself. */
  readonly alone: readonly string[]
  /** Level ids at which it may stand beside another. Empty: never beside another. */
  readonly pair: readonly string[]
}

export const VARIABLE_ROWS = [
  {
    id: 'registration_year', en: 'Year of registration', ja: '受付年', privacy: 'quasi_identifier', derived: false, core: true,
    levels: [['year', 'calendar year', '年（西暦）'], ['period3', 'three-year period', '3年ごとの期間']],
    alone: ['year', 'period3'], pair: ['period3'],
  },
  {
    id: 'consent_basis', en: 'Basis of consent', ja: '同意の根拠', privacy: 'administrative', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: [],
  },
  {
    id: 'source_type', en: 'Who reports', ja: '報告者の種別', privacy: 'quasi_identifier', derived: false, core: true,
    levels: [['type', 'kind of reporting body as listed', '報告者の種別（個別）'], ['group5', 'NGO, embassy, the person, public body, other', '民間団体・大使館・本人・公的機関・その他']],
    alone: ['type', 'group5'], pair: ['group5'],
  },
  {
    id: 'source_place', en: 'Where the report comes from', ja: '報告者の所在地', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'information_basis', en: 'Basis of the information', ja: '情報の根拠', privacy: 'administrative', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: [],
  },
  {
    id: 'other_report_known', en: 'Reported by another organisation too', ja: '他団体からの報告の有無', privacy: 'administrative', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: [],
  },
  {
    id: 'gender', en: 'Gender', ja: '性別', privacy: 'quasi_identifier', derived: false, core: true,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'age_band_registration', en: 'Age at registration', ja: '受付時の年齢', privacy: 'quasi_identifier', derived: false, core: true,
    levels: [['band', 'ten bands', '10区分'], ['ctdc', 'CTDC bands', 'CTDCの区分'], ['broad3', 'under 18, 18-29, 30 or older', '18歳未満・18～29歳・30歳以上'], ['majority', 'under 18, adult', '18歳未満・18歳以上']],
    alone: ['band', 'ctdc', 'broad3', 'majority'], pair: ['ctdc', 'broad3'],
  },
  {
    id: 'age_band_recruitment', en: 'Age at recruitment', ja: '勧誘時の年齢', privacy: 'quasi_identifier', derived: false, core: false,
    levels: [['band', 'ten bands', '10区分'], ['ctdc', 'CTDC bands', 'CTDCの区分'], ['broad3', 'under 18, 18-29, 30 or older', '18歳未満・18～29歳・30歳以上'], ['majority', 'under 18, adult', '18歳未満・18歳以上']],
    alone: ['band', 'ctdc', 'broad3', 'majority'], pair: ['broad3'],
  },
  {
    id: 'minor_when_exploited', en: 'Under 18 when exploitation began', ja: '搾取開始時に18歳未満か', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'citizenship', en: 'Citizenship', ja: '国籍', privacy: 'quasi_identifier', derived: false, core: true,
    levels: [['country', 'country or area', '国・地域'], ['subregion', 'UN M49 sub-region, Japan apart', '国連の地域小区分（日本は別掲）'], ['region', 'six regions, Japan apart', '6地域（日本は別掲）'], ['abroad', 'Japan or abroad', '日本・日本以外']],
    alone: ['country', 'subregion', 'region', 'abroad'], pair: ['country', 'subregion'],
  },
  {
    id: 'first_language', en: 'First language', ja: '母語', privacy: 'quasi_identifier', derived: false, core: false,
    levels: [['language', 'language', '言語'], ['top6', 'the six most frequent, and other', '上位6言語とその他']],
    alone: ['language', 'top6'], pair: ['top6'],
  },
  {
    id: 'education', en: 'Schooling', ja: '学歴', privacy: 'quasi_identifier', derived: false, core: false,
    levels: [['six', 'six stages', '6段階'], ['three', 'up to lower secondary, upper secondary, higher', '中学校まで・高校・それ以上']],
    alone: ['six', 'three'], pair: ['three'],
  },
  {
    id: 'marital_status', en: 'Marital status', ja: '婚姻状況', privacy: 'quasi_identifier', derived: false, core: false,
    levels: [['five', 'five groups', '5区分'], ['partnered', 'with or without a partner', '配偶者・パートナーの有無']],
    alone: ['five', 'partnered'], pair: ['partnered'],
  },
  {
    id: 'dependants', en: 'Who depended on the income', ja: '扶養していた人', privacy: 'quasi_identifier', derived: false, core: false,
    levels: [['groups', 'who depended', '頼っていた人'], ['any', 'any or none', 'いた・いない']],
    alone: ['groups', 'any'], pair: ['groups'],
  },
  {
    id: 'livelihood_before', en: 'Livelihood before leaving', ja: '渡航前の生計', privacy: 'quasi_identifier', derived: false, core: false,
    levels: [['list', 'as listed', '個別'], ['work3', 'working, not working, student', '就業・無職・学生']],
    alone: ['list', 'work3'], pair: ['work3'],
  },
  {
    id: 'migration_before', en: 'Earlier moves for work', ja: '以前の出稼ぎ・移住', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'push_factors', en: 'Reasons for leaving', ja: '渡航の理由・背景', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'vulnerability_factors', en: 'Circumstances that were exploited', ja: 'つけ込まれた事情', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'recruitment_mode', en: 'How it began', ja: '被害の始まり方', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'recruiter_relation', en: 'Who the recruiter was', ja: '勧誘者との関係', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'recruitment_channel', en: 'Channel of recruitment', ja: '勧誘の経路', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'recruitment_platforms', en: 'Online services used', ja: '使われたネットサービス', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'work_promised', en: 'Work promised', ja: '約束された仕事', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'deception_kinds', en: 'Deception', ja: 'だましの内容', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'coercion_recruitment', en: 'Force when recruited or moved', ja: '勧誘・移動時の強制', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'payment_to_recruiter', en: 'Payment to the recruiter', ja: '勧誘者への支払い', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'leg_purpose', en: 'Stages of the journey', ja: '移動の段階', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'leg_transport', en: 'Means of transport', ja: '移動手段', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'leg_documents', en: 'Travel documents', ja: '渡航書類', privacy: 'sensitive', derived: false, core: false,
    levels: [['own_not_own', 'own document on every leg, or not', '全区間で本人名義の真正な旅券・それ以外']],
    alone: ['own_not_own'], pair: [],
  },
  {
    id: 'entry_point', en: 'Place of entry', ja: '入国地点', privacy: 'quasi_identifier', derived: false, core: false,
    levels: [['five', 'five groups', '5区分'], ['mode3', 'air, sea, other', '空・海・その他']],
    alone: ['five', 'mode3'], pair: ['mode3'],
  },
  {
    id: 'exploitation_prefectures', en: 'Place of exploitation in Japan', ja: '国内の搾取地', privacy: 'quasi_identifier', derived: false, core: true,
    levels: [['prefecture', 'prefecture', '都道府県'], ['area8', 'eight areas', '8地方']],
    alone: ['prefecture', 'area8'], pair: ['area8'],
  },
  {
    id: 'moves_in_japan', en: 'Moves inside Japan', ja: '国内での移動回数', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'arrival_year', en: 'Year of the latest arrival', ja: '直近の来日年', privacy: 'quasi_identifier', derived: false, core: false,
    levels: [['year', 'calendar year', '年（西暦）'], ['period3', 'three-year period', '3年ごとの期間']],
    alone: ['year', 'period3'], pair: ['period3'],
  },
  {
    id: 'entry_status', en: 'Status of residence at arrival', ja: '来日時の在留資格', privacy: 'quasi_identifier', derived: false, core: false,
    levels: [['status', 'status of residence as listed', '在留資格（個別）'], ['group6', 'six groups', '6区分']],
    alone: ['status', 'group6'], pair: ['group6'],
  },
  {
    id: 'status_at_contact', en: 'Status of residence when help was reached', ja: '支援時の在留資格', privacy: 'quasi_identifier', derived: false, core: true,
    levels: [['status', 'status of residence as listed', '在留資格（個別）'], ['group6', 'six groups', '6区分']],
    alone: ['status', 'group6'], pair: ['group6'],
  },
  {
    id: 'status_arranged_by', en: 'Who arranged visa or entry', ja: '在留手続の手配者', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'irregular_reasons', en: 'Why the stay became irregular', ja: '在留が非正規になった理由', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: [],
  },
  {
    id: 'documents_held_by', en: 'Who held the passport', ja: '旅券を持っていた人', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'debt_imposed', en: 'Debt imposed', ja: '借金の有無', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'debt_band', en: 'Size of the debt (JPY)', ja: '借金の額（日本円）', privacy: 'quasi_identifier', derived: false, core: true,
    levels: [['band', 'seven bands, and no figure named', '7区分と「金額を知らされなかった」'], ['group4', 'under 1, 1-3, 3-5, 5 million or more, and no figure named', '100万円未満・100万～300万円・300万～500万円・500万円以上と「金額を知らされなかった」']],
    alone: ['band', 'group4'], pair: ['group4'],
  },
  {
    id: 'debt_origin', en: 'Grounds of the debt', ja: '借金の名目', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'pay_received', en: 'Pay received', ja: '受け取った対価', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'exploitation_types', en: 'Form of exploitation', ja: '搾取の形態', privacy: 'sensitive', derived: false, core: true,
    levels: [['list', 'as listed', '個別'], ['group3', 'sexual, labour and services, other', '性的搾取・労働搾取・その他']],
    alone: ['list', 'group3'], pair: ['list', 'group3'],
  },
  {
    id: 'sexual_kinds', en: 'Forms of sexual exploitation', ja: '性的搾取の形態', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'knew_sex_work', en: 'What was known beforehand', ja: '事前に知っていたこと', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'labour_sectors', en: 'Sector of the work', ja: '業種', privacy: 'quasi_identifier', derived: false, core: false,
    levels: [['list', 'as listed', '個別'], ['sector3', 'primary, industry, services, other', '第一次産業・製造と建設・サービス・その他']],
    alone: ['list', 'sector3'], pair: ['sector3'],
  },
  {
    id: 'venue_types', en: 'Kind of place', ja: '場所の種類', privacy: 'quasi_identifier', derived: false, core: false,
    levels: [['list', 'as listed', '個別'], ['venue4', 'nightlife, workplace, home, other', '歓楽・風俗、職場、住居、その他']],
    alone: ['list', 'venue4'], pair: ['venue4'],
  },
  {
    id: 'means_of_control', en: 'Means of control', ja: '支配の手段', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別'], ['ctdc8', 'the eight CTDC 2024 groups, other, none', 'CTDC 2024の8区分・その他・なし']],
    alone: ['list', 'ctdc8'], pair: ['ctdc8'],
  },
  {
    id: 'exploitation_duration', en: 'Length of exploitation', ja: '搾取の期間', privacy: 'quasi_identifier', derived: false, core: false,
    levels: [['band', 'bands', '期間区分'], ['group3', '0-12, 13-24, 25 months or more', '12か月まで・13～24か月・25か月以上']],
    alone: ['band', 'group3'], pair: ['group3'],
  },
  {
    id: 'exploiter_types', en: 'Who exploited', ja: '搾取した側', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'resold', en: 'Passed on to another exploiter', ja: '別の搾取者への引き渡し', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'health_harm', en: 'Harm to health', ja: '健康への影響', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: [],
  },
  {
    id: 'expected_life', en: 'Life expected in Japan', ja: '期待していた暮らし', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'image_before', en: 'Image of Japan before coming', ja: '来日前の日本の印象', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'image_after', en: 'Image of Japan afterwards', ja: '来日後の日本の印象', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'image_change', en: 'What changed the image', ja: '印象が変わった理由', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'info_source_japan', en: 'Sources of knowledge about Japan', ja: '日本についての情報源', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'exit_mode', en: 'How the exploitation ended', ja: '搾取から離れた経緯', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別'], ['group5', 'escaped alone, with help, in a raid, let go, other', '自力・助けを得て・摘発・解放や追い出し・その他']],
    alone: ['list', 'group5'], pair: ['group5'],
  },
  {
    id: 'first_helper', en: 'First person to help', ja: '最初に助けた人', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別'], ['group6', 'nobody, own circle, customer or passer-by, religious, medical or NGO, authority, other', 'なし・身近な人・客や通行人・宗教や医療、民間団体の人・公的機関の人・その他']],
    alone: ['list', 'group6'], pair: ['group6'],
  },
  {
    id: 'step_actor', en: 'Organisations reached', ja: 'つながった機関', privacy: 'quasi_identifier', derived: false, core: false,
    levels: [['actor', 'kind of organisation as listed', '機関の種別（個別）'], ['group5', 'police, public offices, NGO or union, embassy, other', '警察・入管／福祉・労働等の窓口／民間団体／大使館／その他']],
    alone: ['actor', 'group5'], pair: ['group5'],
  },
  {
    id: 'step_mode', en: 'Ways of reaching them', ja: '機関へのつながり方', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'step_outcome', en: 'What came of it', ja: 'つながった結果', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'learned_of_help', en: 'How help became known', ja: '支援を知ったきっかけ', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'time_to_contact', en: 'Time until the first organisation', ja: '最初の機関までの期間', privacy: 'quasi_identifier', derived: false, core: false,
    levels: [['band', 'six bands', '6区分'], ['group3', 'up to 3 months, 4-12 months, over a year', '3か月まで・4～12か月・1年超']],
    alone: ['band', 'group3'], pair: ['group3'],
  },
  {
    id: 'barriers', en: 'Obstacles to seeking help', ja: '助けを求める妨げ', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'state_recognition', en: 'Recognition by an authority', ja: '公的機関による認定', privacy: 'sensitive', derived: false, core: true,
    levels: [['list', 'as listed', '個別'], ['group3', 'recognised, refused or pending, never examined', '認定・非認定または判断待ち・調べられず']],
    alone: ['list', 'group3'], pair: ['group3'],
  },
  {
    id: 'treated_as_offender', en: 'Treated as an offender', ja: '違反者としての扱い', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'detention_band', en: 'Time in detention', ja: '身柄拘束の期間', privacy: 'quasi_identifier', derived: false, core: false,
    levels: [['band', 'four bands', '4区分'], ['group2', 'up to 23 days, longer', '23日まで・それより長い']],
    alone: ['band', 'group2'], pair: ['group2'],
  },
  {
    id: 'residence_outcome', en: 'Outcome for the right to stay', ja: '在留についての結果', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別'], ['outcome4', 'allowed to stay, had to leave, pending, not needed', '在留を認められた・出国した・手続中・不要']],
    alone: ['list', 'outcome4'], pair: ['outcome4'],
  },
  {
    id: 'offender_proceedings', en: 'Proceedings against offenders', ja: '加害者に対する手続', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'cooperation', en: 'Cooperation with an investigation', ja: '捜査への協力', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'shelter_types', en: 'Where the person stayed', ja: '滞在先', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'assistance_received', en: 'Assistance received', ja: '受けた支援', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'assistance_unmet', en: 'Assistance missed', ja: '受けられなかった支援', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'wish_at_contact', en: 'Wish when help was reached', ja: '支援時の本人の希望', privacy: 'harmless', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'return_status', en: 'Return', ja: '帰国の結果', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別'], ['return4', 'in Japan, returned voluntarily, deported, other', '日本に滞在・帰国・退去強制・その他']],
    alone: ['list', 'return4'], pair: ['return4'],
  },
  {
    id: 'fears_on_return', en: 'Fears of return', ja: '帰国への不安', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'threats_received', en: 'Threats received', ja: '受けた脅し', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: [],
  },
  {
    id: 'reintegration_obstacles', en: 'Obstacles after return', ja: '帰国後の困難', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'livelihood_after', en: 'Livelihood at the last contact', ja: 'その後の生計', privacy: 'quasi_identifier', derived: false, core: false,
    levels: [['list', 'as listed', '個別'], ['live3', 'independent, dependent, none or migrated again', '自立・援助による・なしまたは再渡航']],
    alone: ['list', 'live3'], pair: ['live3'],
  },
  {
    id: 'retrafficked', en: 'Trafficked again', ja: '再被害', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別'], ['retraf2', 'no, attempted or yes', 'いいえ・勧誘や未遂を含む被害あり']],
    alone: ['list', 'retraf2'], pair: ['retraf2'],
  },
  {
    id: 'act_elements', en: 'Acts found', ja: '認められた行為', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'means_elements', en: 'Means found', ja: '認められた手段', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'purpose_elements', en: 'Purposes found', ja: '認められた目的', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'org_judgement', en: 'The organisation\'s judgement', ja: '団体の判断', privacy: 'sensitive', derived: false, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'route_origin', en: 'Origin of the journey', ja: '出身国（出発地）', privacy: 'quasi_identifier', derived: true, core: true,
    levels: [['country', 'country or area', '国・地域'], ['subregion', 'UN M49 sub-region, Japan apart', '国連の地域小区分（日本は別掲）'], ['region', 'six regions, Japan apart', '6地域（日本は別掲）'], ['abroad', 'Japan or abroad', '日本・日本以外']],
    alone: ['country', 'subregion', 'region', 'abroad'], pair: ['country', 'subregion'],
  },
  {
    id: 'route_transit', en: 'First transit', ja: '最初の経由国', privacy: 'quasi_identifier', derived: true, core: false,
    levels: [['country', 'country or area', '国・地域'], ['subregion', 'UN M49 sub-region, Japan apart', '国連の地域小区分（日本は別掲）'], ['region', 'six regions, Japan apart', '6地域（日本は別掲）'], ['abroad', 'Japan or abroad', '日本・日本以外']],
    alone: ['country', 'subregion', 'region', 'abroad'], pair: ['country'],
  },
  {
    id: 'route_destination', en: 'Destination', ja: '行き先の国', privacy: 'quasi_identifier', derived: true, core: false,
    levels: [['country', 'country or area', '国・地域'], ['subregion', 'UN M49 sub-region, Japan apart', '国連の地域小区分（日本は別掲）'], ['region', 'six regions, Japan apart', '6地域（日本は別掲）'], ['abroad', 'Japan or abroad', '日本・日本以外']],
    alone: ['country', 'subregion', 'region', 'abroad'], pair: ['country'],
  },
  {
    id: 'japan_role', en: 'Role of Japan in the journey', ja: '移動における日本の位置', privacy: 'quasi_identifier', derived: true, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'contact_first_actor', en: 'First organisation reached', ja: '最初につながった機関', privacy: 'quasi_identifier', derived: true, core: true,
    levels: [['actor', 'kind of organisation as listed', '機関の種別（個別）'], ['group5', 'police, public offices, NGO or union, embassy, other', '警察・入管／福祉・労働等の窓口／民間団体／大使館／その他']],
    alone: ['actor', 'group5'], pair: ['actor', 'group5'],
  },
  {
    id: 'contact_last_actor', en: 'Last organisation reached', ja: '最後につながった機関', privacy: 'quasi_identifier', derived: true, core: false,
    levels: [['actor', 'kind of organisation as listed', '機関の種別（個別）'], ['group5', 'police, public offices, NGO or union, embassy, other', '警察・入管／福祉・労働等の窓口／民間団体／大使館／その他']],
    alone: ['actor', 'group5'], pair: ['group5'],
  },
  {
    id: 'contact_length', en: 'Number of organisations reached', ja: 'つながった機関の数', privacy: 'quasi_identifier', derived: true, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
  {
    id: 'definition_result', en: 'Result by definition', ja: '定義による判定', privacy: 'sensitive', derived: true, core: false,
    levels: [['list', 'as listed', '個別']],
    alone: ['list'], pair: ['list'],
  },
] as const satisfies readonly VariableRow[]
