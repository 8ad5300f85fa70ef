/** Phrases of the questionnaire, section H: debt. */
import { about, type PhraseRows, said } from './rows.ts'

const owing = (en: string, ja: string) =>
  said(`involved a debt ${en}`, `${ja}の借金を負わされた`, `with a debt ${en}`, `${ja}の借金を負わされた人の`, en.replace('of ', ''), ja)

const owingFor = (en: string, ja: string, nameEn: string, nameJa: string = ja) =>
  said(`involved a debt for ${en}`, `${ja}の名目で借金を負わされた`, `with a debt for ${en}`, `${ja}の名目で借金を負わされた人の`, nameEn, nameJa)

const INDEBTED = ['with an imposed debt, or where this is not known', '借金を負わされた人（不明を含む）の'] as const

export const PHRASES_H_DEBT = {
  debt_imposed: {
    ...about('whether a debt was imposed', '借金を負わされたかどうか', 'where it is known whether a debt was imposed', '借金を負わされたかどうかが分かる'),
    categories: {
      yes: said('involved an imposed debt', '借金を負わされた', 'with an imposed debt', '借金を負わされた人の', 'debt imposed', '借金あり'),
      no: said('involved no imposed debt', '借金を負わされなかった', 'without an imposed debt', '借金を負わされなかった人の', 'no debt imposed', '借金なし'),
    },
  },
  debt_band: {
    ...about('size of the debt', '借金の額', 'where the size of the debt is recorded', '借金の額について記録のある', ...INDEBTED),
    categories: {
      under_500k: owing('under 500,000 yen', '50万円未満'),
      '500k_1m': owing('of 500,000 to under 1 million yen', '50万円以上100万円未満'),
      '1m_2m': owing('of 1 to under 2 million yen', '100万円以上200万円未満'),
      '2m_3m': owing('of 2 to under 3 million yen', '200万円以上300万円未満'),
      '3m_5m': owing('of 3 to under 5 million yen', '300万円以上500万円未満'),
      '5m_7m': owing('of 5 to under 7 million yen', '500万円以上700万円未満'),
      '7m_plus': owing('of 7 million yen or more', '700万円以上'),
      no_figure: said('involved a debt for which no figure was ever named', '金額を知らされない借金を負わされた', 'with a debt for which no figure was ever named', '金額を知らされない借金を負わされた人の', 'no figure ever named', '金額を知らされず'),
      under_1m: owing('under 1 million yen', '100万円未満'),
      '1m_3m': owing('of 1 to under 3 million yen', '100万円以上300万円未満'),
      '5m_plus': owing('of 5 million yen or more', '500万円以上'),
    },
  },
  debt_origin: {
    ...about('what the debt was said to be for', '借金の名目', 'where it is known what the debt was said to be for', '借金の名目が分かる', ...INDEBTED),
    categories: {
      travel_brokerage: owingFor('travel or brokerage', '渡航費や仲介料', 'travel or brokerage', '渡航費・仲介料'),
      purchase_price: owingFor('the price paid to the previous exploiter', '前の搾取者に払われた代金', 'price paid to the previous exploiter'),
      training_fees: owingFor('training or deposit fees', '研修費や保証金', 'training or deposit fees', '研修費・保証金'),
      living_costs: owingFor('rent, food or clothes', '家賃や食費、衣服代', 'rent, food or clothes', '家賃・食費・衣服代'),
      fines: owingFor('fines', '罰金', 'fines'),
      family_advance: owingFor('an advance to the family', '家族への前渡し金', 'advance to the family'),
      medical: owingFor('medical costs', '医療費', 'medical costs'),
      host_club: owingFor('bills at a host club or similar', 'ホストクラブ等の売掛金', 'bills at a host club or similar'),
      other: owingFor('another stated reason', 'その他', 'other'),
    },
  },
} as const satisfies PhraseRows<'debt_imposed' | 'debt_band' | 'debt_origin'>
