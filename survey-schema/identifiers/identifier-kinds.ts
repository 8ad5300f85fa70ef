/**
 * What intake drops by its heading: questionnaire, section 6, as data. The headings are those seen or to be expected in
 * partner files in English and Japanese, and the columns of the HTCDS 2.0 workbook that identify or narrate.
 */
import { LONGEST_KEY } from '../answers/limits.ts'

export interface IdentifierKind {
  readonly id: string
  readonly en: string
  readonly ja: string
  readonly headings: readonly string[]
  /** Columns of the Human Trafficking Case Data Standard 2.0. */
  readonly htcds: readonly string[]
}

export const IDENTIFIER_KINDS = [
  {
    id: 'personal_name',
    en: 'Personal name',
    ja: '氏名',
    headings: [
      'name',
      'full name',
      'first name',
      'middle name',
      'second name',
      'last name',
      'given name',
      'family name',
      'surname',
      'salutation',
      'alias',
      'nickname',
      '名前',
      '姓',
      '名',
      '姓名',
      'ふりがな',
      'フリガナ',
      '本名',
      '通称',
      '仮名',
      '源氏名',
      'ニックネーム',
    ],
    htcds: ['prs_Salutation', 'prs_FirstName', 'prs_MiddleName', 'prs_SecondName', 'prs_Title'],
  },
  {
    id: 'date_of_birth',
    en: 'Date of birth',
    ja: '生年月日',
    headings: ['birthdate', 'birth date', 'birthday', 'dob', '誕生日'],
    htcds: ['prs_Birthdate'],
  },
  {
    id: 'passport_number',
    en: 'Passport number',
    ja: '旅券番号',
    headings: ['passport no.', 'passport', 'パスポート番号'],
    htcds: [],
  },
  {
    id: 'residence_card_number',
    en: 'Residence card number',
    ja: '在留カード番号',
    headings: ['residence card no.', 'residence card'],
    htcds: [],
  },
  {
    id: 'alien_registration_number',
    en: 'Alien registration number',
    ja: '外国人登録番号',
    headings: ['alien registration no.', 'alien registration number (before 2012)', '外国人登録証明書番号'],
    htcds: [],
  },
  {
    id: 'individual_number',
    en: 'Individual number',
    ja: '個人番号',
    headings: ['my number', 'マイナンバー'],
    htcds: [],
  },
  {
    id: 'national_number',
    en: 'Other national number',
    ja: '身分証番号',
    headings: ['national number', 'identity number', 'national id', 'tax number', '国民番号'],
    htcds: ['prs_IdentityNumber'],
  },
  {
    id: 'account_or_card',
    en: 'Health insurance, bank account, card',
    ja: '保険証・口座・カードの番号',
    headings: [
      'insurance no.',
      'health insurance',
      'account no.',
      'account number',
      'bank account',
      'card',
      'card number',
      '保険証番号',
      '口座番号',
      'カード番号',
    ],
    htcds: [],
  },
  {
    id: 'telephone',
    en: 'Telephone',
    ja: '電話番号',
    headings: [
      'phone',
      'mobile',
      'home phone',
      'phone number',
      'mobile phone',
      'telephone number',
      'tel',
      '携帯',
      '携帯電話',
      '携帯番号',
      '電話',
      '連絡先',
    ],
    htcds: ['prs_HomePhone', 'prs_MobilePhone'],
  },
  {
    id: 'email',
    en: 'E-mail',
    ja: 'メールアドレス',
    headings: ['email', 'e-mail address', 'メール'],
    htcds: ['prs_Email'],
  },
  {
    id: 'social_handle',
    en: 'Social-media handle',
    ja: 'SNSアカウント',
    headings: ['social handle', 'social media', 'line', 'line id', 'facebook', 'instagram', 'x', 'twitter', 'wechat', 'telegram', 'sns'],
    htcds: [],
  },
  {
    id: 'web_address',
    en: 'Web address',
    ja: 'ウェブサイトのアドレス',
    headings: ['url', 'link', 'website'],
    htcds: [],
  },
  {
    id: 'address',
    en: 'Address',
    ja: '住所',
    headings: ['street', 'city', 'postal code', 'zip code', 'village', '郵便番号', '番地', '町名', '建物名'],
    htcds: [
      'prs_MailingCity',
      'prs_MailingCountry',
      'prs_MailingState',
      'prs_MailingStreet',
      'prs_MailingPostalCode',
      'vic_LocationOfRecruitment',
      'vic_LocationOfExploitation',
      'hte_City',
      'hte_Street',
      'hte_PostalCode',
    ],
  },
  {
    id: 'coordinates',
    en: 'Coordinates',
    ja: '座標',
    headings: ['latitude', 'longitude', 'gps', '緯度', '経度'],
    htcds: ['prs_MailingLongitude', 'prs_MailingLatitude', 'hte_Longitude', 'hte_Latitude'],
  },
  {
    id: 'workplace',
    en: 'Workplace',
    ja: '勤務先',
    headings: [
      'employer',
      'shop',
      'shop name',
      'company',
      'company name',
      'supervising organisation',
      'supervising organization',
      '店名',
      '会社名',
      '監理団体名',
      '実習先',
    ],
    htcds: [],
  },
  {
    id: 'institution',
    en: 'School, hospital, shelter',
    ja: '学校・病院・シェルターの名称',
    headings: [
      'school',
      'hospital',
      'shelter',
      'school name',
      'hospital name',
      'shelter name',
      '学校名',
      '病院名',
      'シェルター名',
      '施設名',
    ],
    htcds: ['cas_ReferringOrganisation', 'cas_ReferredOrganisation'],
  },
  {
    id: 'exploiter',
    en: 'Exploiter or broker',
    ja: '加害者・ブローカー',
    headings: [
      'broker',
      'broker name',
      'exploiter name',
      'boss',
      'mama-san',
      'owner',
      'ブローカー名',
      '加害者名',
      '経営者名',
      'ママの名前',
    ],
    htcds: ['per_RoleDetails'],
  },
  {
    id: 'family',
    en: 'Family',
    ja: '家族',
    headings: [
      'names of children',
      'names of spouse',
      'names of parents',
      'names of children, spouse, parents',
      'spouse',
      'spouse name',
      'children',
      'parents',
      '配偶者名',
      '子の氏名',
      '家族の連絡先',
    ],
    htcds: [],
  },
  {
    id: 'worker',
    en: 'Worker',
    ja: '担当者',
    headings: ['caseworker', 'interpreter', 'lawyer', 'officer', 'case owner', '相談員', '通訳者', '弁護士名', '警察官名'],
    htcds: ['cas_CaseOwner', 'cas_ReferringPrimaryCaseWorker', 'cas_ReferredPrimaryCaseWorker'],
  },
  {
    id: 'case_number',
    en: 'Case numbers',
    ja: '事件番号',
    headings: [
      'case number',
      'case no.',
      'file number',
      'police file number',
      'court file number',
      'immigration file number',
      'partner file number',
      'police, court, immigration or partner file number',
      'police number',
      'court number',
      'immigration number',
      '受理番号',
      '相談番号',
      '入管の番号',
    ],
    htcds: [],
  },
  {
    id: 'exact_date',
    en: 'Exact dates and times',
    ja: '正確な日時',
    headings: [
      'exact date',
      'date',
      'incident date',
      'interview date',
      'arrival date',
      'departure date',
      'return date',
      'flight date',
      'flight number',
      '被害日',
      '面接日',
      '入国日',
      '帰国日',
      '便名',
    ],
    htcds: ['cas_IncomingReferralDate', 'cas_OutgoingReferralDate', 'hte_Date', 'spl_PlannedEndDate', 'spl_ActualEndDate'],
  },
  {
    id: 'exact_amount',
    en: 'Exact amounts',
    ja: '正確な金額',
    headings: ['exact amount', 'amount', 'debt', 'debt amount', 'price', 'wage', 'wages', '借金額', '売買価格', '給料'],
    htcds: [],
  },
  {
    id: 'appearance',
    en: 'Appearance and body',
    ja: '外見・身体の特徴',
    headings: ['appearance', 'tattoo', 'scar', 'photo', 'photograph', 'fingerprint', 'height', '入れ墨', '傷跡', '写真', '指紋', '身長'],
    htcds: [],
  },
  {
    id: 'device_trace',
    en: 'Device traces',
    ja: '端末の記録',
    headings: ['device trace', 'ip address', 'ip', 'device id', 'browser', 'user agent', 'IPアドレス', '端末番号'],
    htcds: [],
  },
  {
    id: 'narrative',
    en: 'Narrative',
    ja: '自由記述',
    headings: [
      'statement',
      'summary',
      'remarks',
      'case comment',
      'comment',
      'comments',
      'note',
      'notes',
      'closing_note',
      '供述',
      '経緯',
      '概要',
      '備考',
      '相談内容',
    ],
    htcds: [
      'vic_DetailsOfVulnerabilities',
      'cas_ReasonForCaseClosure',
      'cas_IncomingReferralDetails',
      'cas_OutgoingReferralDetails',
      'cco_CaseComment',
      'hte_Description',
      'spl_Objectives',
      'spl_ActionPlan',
    ],
  },
] as const satisfies readonly IdentifierKind[]

export type IdentifierKindId = (typeof IDENTIFIER_KINDS)[number]['id']

/** Headings are compared after NFKC, in lower case, without blanks, `_`, `-` and `.`. */
export const foldHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.-]/g, '')

const kindByHeading: ReadonlyMap<string, IdentifierKindId> = new Map(
  IDENTIFIER_KINDS.flatMap((kind) =>
    [kind.id, kind.en, kind.ja, ...kind.headings, ...withNumber(kind.headings), ...kind.htcds].map(
      (heading): [string, IdentifierKindId] => [foldHeading(heading), kind.id],
    ),
  ),
)

/** "Passport no." is also "passport number". */
function withNumber(headings: readonly string[]): readonly string[] {
  return headings.filter((heading) => heading.endsWith(' no.')).map((heading) => `${heading.slice(0, -4)} number`)
}

/**
 * The kind of identifier that a heading announces; null where the heading is not on the list.
 * @example kindOfHeading('Passport No.') // 'passport_number'
 */
export const kindOfHeading = (text: string): IdentifierKindId | null =>
  text.length > LONGEST_KEY ? null : (kindByHeading.get(foldHeading(text)) ?? null)
