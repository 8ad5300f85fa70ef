/** Questionnaire, section M: assistance / 支援 */
import type { Question } from './question.ts'
import { ASSISTANCE } from './shared-codes.ts'

export const SECTION_M = [
  {
    id: 'shelter_types', type: 'multiple', required: false, reserved: true,
    en: 'Where did the person stay after leaving?',
    ja: '離れた後、どこに滞在しましたか。',
    codes: [
      { code: 'womens_support_center', en: 'Women\'s support centre', ja: '女性相談支援センターの一時保護所' },
      { code: 'commissioned_shelter', en: 'Private shelter commissioned by the centre', ja: '委託を受けた民間シェルター' },
      { code: 'ngo_shelter', en: 'NGO shelter', ja: '民間団体のシェルター' },
      { code: 'child_facility', en: 'Child guidance centre or children\'s home', ja: '児童相談所・児童養護施設' },
      { code: 'embassy_shelter', en: 'Embassy or consulate', ja: '大使館・領事館の施設' },
      { code: 'union_shelter', en: 'Union or church lodging', ja: '労働組合・教会の宿泊所' },
      { code: 'friends', en: 'With friends or partner', ja: '友人・恋人宅' },
      { code: 'detention', en: 'In detention', ja: '収容・留置施設' },
      { code: 'none', en: 'No place', ja: '滞在先なし' },
      { code: 'other', en: 'Other', ja: 'その他' },
    ],
    source: 'JNATIP questionnaire 1.0',
    list: null, group: null, max: null, chapter: 'ch11',
    askIf: null,
    privacy: 'sensitive',
    generalise: 'Kind only; shelter names, places and dates are refused.',
    htcds: 'spl_Type:SocialCare', ctdc: null,
  },
  {
    id: 'assistance_received', type: 'multiple', required: false, reserved: true,
    en: 'Assistance received',
    ja: '受けた支援',
    codes: ASSISTANCE,
    source: 'JNATIP questionnaire 1.0',
    list: null, group: null, max: null, chapter: 'ch11',
    askIf: null,
    privacy: 'harmless',
    generalise: 'Kept as codes; subject to the table threshold like every cell.',
    htcds: 'spl_Type', ctdc: null,
  },
  {
    id: 'assistance_unmet', type: 'multiple', required: false, reserved: true,
    en: 'Assistance needed but not received',
    ja: '必要だったが受けられなかった支援',
    codes: ASSISTANCE,
    source: 'JNATIP questionnaire 1.0',
    list: null, group: null, max: null, chapter: 'ch11',
    askIf: null,
    privacy: 'harmless',
    generalise: 'Kept as codes; subject to the table threshold like every cell.',
    htcds: 'spl_Type', ctdc: null,
  },
] as const satisfies readonly Question[]
