/** Code lists that more than one question uses. Each question that uses one names its source. */
import type { Code } from './question.ts'

export const YES_NO = [
  { code: 'yes', en: 'Yes', ja: 'はい' },
  { code: 'no', en: 'No', ja: 'いいえ' },
] as const satisfies readonly Code[]

export const AGE_BANDS = [
  { code: '0_8', en: '0-8 years', ja: '0～8歳' },
  { code: '9_14', en: '9-14 years', ja: '9～14歳' },
  { code: '15_17', en: '15-17 years', ja: '15～17歳' },
  { code: '18_20', en: '18-20 years', ja: '18～20歳' },
  { code: '21_23', en: '21-23 years', ja: '21～23歳' },
  { code: '24_26', en: '24-26 years', ja: '24～26歳' },
  { code: '27_29', en: '27-29 years', ja: '27～29歳' },
  { code: '30_38', en: '30-38 years', ja: '30～38歳' },
  { code: '39_47', en: '39-47 years', ja: '39～47歳' },
  { code: '48_plus', en: '48 years or older', ja: '48歳以上' },
  { code: '9_17', en: '9-17 years', ja: '9～17歳', importOnly: true },
  { code: 'under_18', en: 'Under 18', ja: '18歳未満', importOnly: true },
  { code: '18_plus', en: '18 years or older', ja: '18歳以上', importOnly: true },
] as const satisfies readonly Code[]

export const IMAGE_SCALE = [
  { code: 'very_good', en: 'Very good', ja: 'とても良い' },
  { code: 'good', en: 'Good', ja: '良い' },
  { code: 'neutral', en: 'Neither good nor bad', ja: 'どちらともいえない' },
  { code: 'bad', en: 'Bad', ja: '悪い' },
  { code: 'very_bad', en: 'Very bad', ja: 'とても悪い' },
] as const satisfies readonly Code[]

export const ASSISTANCE = [
  { code: 'none', en: 'None', ja: 'なし' },
  { code: 'shelter', en: 'Safe accommodation', ja: '安全な宿泊先' },
  { code: 'medical', en: 'Medical care', ja: '医療' },
  { code: 'mental_health', en: 'Mental health care or counselling', ja: '心のケア・カウンセリング' },
  { code: 'legal_aid', en: 'Legal advice or a lawyer', ja: '法律相談・弁護士' },
  { code: 'interpretation', en: 'Interpretation or translation', ja: '通訳・翻訳' },
  { code: 'living_costs', en: 'Money for daily life', ja: '生活費' },
  { code: 'travel_document', en: 'Travel document or civil registration', ja: '旅券・渡航書・戸籍等の手続' },
  { code: 'wage_recovery', en: 'Recovery of unpaid wages', ja: '未払い賃金の回収' },
  { code: 'training_work', en: 'Training or help to find work', ja: '職業訓練・就労支援' },
  { code: 'child_support', en: 'Support for children', ja: '子どもへの支援' },
  { code: 'return_travel', en: 'Return travel', ja: '帰国の手配・費用' },
  { code: 'reintegration', en: 'Reintegration support after return', ja: '帰国後の社会復帰支援' },
  { code: 'other', en: 'Other', ja: 'その他' },
] as const satisfies readonly Code[]
