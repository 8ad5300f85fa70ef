/** What is never answered, and why: rules of form alone, the same whatever the data. See table plan, section 2. */

export interface TableRefusal {
  readonly id: string
  readonly en: string
  readonly ja: string
}

export const REFUSALS = [
  {
    id: 'dimensions',
    en: 'Three variables together let a reader guess secrets.',
    ja: '三つの項目を組み合わせると、個人の秘密を推測されるおそれがあります。',
  },
  { id: 'never', en: 'Not a fact about a case that may be counted.', ja: '集計の対象ではありません。' },
  {
    id: 'through-route',
    en: 'Use the country of origin, of first transit or of destination, and the first or last organisation reached.',
    ja: '出身国・経由国・行き先、最初の機関・最後の機関を使ってください。',
  },
  { id: 'alone-only', en: 'Published as a national table only.', ja: '全国の単純集計だけを公表しています。' },
  {
    id: 'offender-period-only',
    en: 'Published as a national table and by period only.',
    ja: '全国の単純集計と時期別の集計だけを公表しています。',
  },
  { id: 'two-sensitive', en: 'Two sensitive answers are not shown together.', ja: '慎重な取り扱いを要する項目どうしは組み合わせません。' },
  {
    id: 'never-together',
    en: 'These two together may point at single persons, or one repeats the other.',
    ja: 'この二つを組み合わせると個人が特定されるおそれがあるか、内容が重なります。',
  },
  { id: 'coarsest-beside-sensitive', en: 'Use the coarser level.', ja: 'より大きな区分を使ってください。' },
  { id: 'one-fine', en: 'Make one of the two coarser.', ja: 'どちらか一方を大きな区分にしてください。' },
  {
    id: 'fine-alone',
    en: 'Use the level for pairs, such as eight areas or three-year periods.',
    ja: '8地方や3年ごとの期間など、組み合わせ用の区分を使ってください。',
  },
  {
    id: 'core-only',
    en: 'One of the two must be a core variable, such as gender, citizenship or the first organisation reached.',
    ja: '二つのうち一つは、性別・国籍・最初につながった機関などの基本項目にしてください。',
  },
] as const satisfies readonly TableRefusal[]

export type RefusalId = (typeof REFUSALS)[number]['id']

export const NEVER: ReadonlySet<string> = new Set(['partner_case_key', 'consent_uses', 'closing_note', 'organisation'])
export const THROUGH_ROUTE: ReadonlySet<string> = new Set(['leg_from_country', 'leg_to_country', 'route_key', 'contact_key'])
export const ALONE_ONLY: ReadonlySet<string> = new Set([
  'consent_basis',
  'information_basis',
  'other_report_known',
  'irregular_reasons',
  'leg_documents',
  'health_harm',
  'threats_received',
])
export const RESIDENCE_STATUS: ReadonlySet<string> = new Set(['entry_status', 'status_at_contact'])

const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)

const NEVER_TOGETHER = new Set(
  [
    ['citizenship', 'first_language'],
    ['route_origin', 'first_language'],
    ['registration_year', 'arrival_year'],
    ['citizenship', 'route_origin'],
    ['age_band_registration', 'age_band_recruitment'],
    ['cooperation', 'citizenship'],
    ['cooperation', 'route_origin'],
    ['debt_band', 'debt_imposed'],
    ['contact_first_actor', 'step_actor'],
  ].map(([a, b]) => pairKey(a!, b!)),
)

export const neverTogether = (a: string, b: string) => a === b || NEVER_TOGETHER.has(pairKey(a, b))

/** Named pairs beyond the core, each at the levels of its table. */
const NAMED_PAIRS = [
  ['exit_mode@group5', 'first_helper@group6'],
  ['image_before@list', 'image_after@list'],
  ['wish_at_contact@list', 'return_status@return4'],
  ['step_outcome@list', 'step_actor@group5'],
  ['means_of_control@ctdc8', 'exploitation_types@group3'],
  ['means_of_control@ctdc8', 'means_of_control@ctdc8'],
  ['source_type@group5', 'source_type@group5'],
] as const

const NAMED = new Set(NAMED_PAIRS.map(([a, b]) => pairKey(a, b)))
const NAMED_VARIABLES = new Set(NAMED_PAIRS.map(([a, b]) => pairKey(a.split('@')[0]!, b.split('@')[0]!)))

export const isNamedPair = (a: string, b: string) => NAMED.has(pairKey(a, b))
export const areNamedVariables = (a: string, b: string) => NAMED_VARIABLES.has(pairKey(a, b))
export const namedPairs = () => NAMED_PAIRS
