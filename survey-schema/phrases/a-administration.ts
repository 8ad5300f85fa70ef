/** Phrases of the questionnaire, section A: administration and consent. */
import { about, type PhraseRows, said } from './rows.ts'
import { YEARS, yearPhrases } from './years.ts'

export const PHRASES_A = {
  registration_year: {
    ...about('year of registration', '受付年', 'where the year of registration is known', '受付年が分かる'),
    categories: yearPhrases(YEARS.registered),
  },
  consent_basis: {
    ...about('basis of consent', '研究利用の根拠', 'where the basis of consent is known', '研究利用の根拠が分かる'),
    categories: {
      person_informed: said('rested on the informed consent of the person', '説明を受けた本人の同意に基づいていた', 'with the informed consent of the person', '説明を受けた本人の同意に基づく', 'informed consent of the person', '説明を受けた本人の同意'),
      guardian_and_assent: said('rested on consent by a guardian and assent by the child', '保護者等の同意と子ども本人の了承に基づいていた', 'with consent by a guardian and assent by the child', '保護者等の同意と子ども本人の了承に基づく', 'consent of guardian, assent of child', '保護者等の同意と子ども本人の了承'),
      existing_record_rule: said('rested on existing records that may be used for research', '研究利用を認める規程のある記録に基づいていた', 'from existing records', '既存の記録に基づく', 'existing records', '既存の記録'),
      no_basis: said('lacked a basis for use in research', '研究利用の根拠を欠いていた', 'without a basis for use in research', '研究利用の根拠を欠く', 'no basis', '根拠なし'),
    },
  },
} as const satisfies PhraseRows<'registration_year' | 'consent_basis'>
