/** Phrases of the questionnaire, section M: assistance. */
import { each, type Nouns } from './each.ts'
import { about, type PhraseRows, said } from './rows.ts'

const stayed = (en: string, ja: string, nameEn: string, nameJa: string) =>
  said(`involved a stay ${en}`, `${ja}に滞在した`, `with a stay ${en}`, `${ja}に滞在した人の`, nameEn, nameJa)

const ASSISTANCE = {
  shelter: ['safe accommodation', '安全な宿泊先の提供', 'safe accommodation', '安全な宿泊先'],
  medical: ['medical care', '医療', 'medical care', '医療'],
  mental_health: ['mental health care or counselling', '心のケアやカウンセリング', 'mental health care or counselling', '心のケア・カウンセリング'],
  legal_aid: ['legal advice or help from a lawyer', '法律相談や弁護士の支援', 'legal advice or a lawyer', '法律相談・弁護士'],
  interpretation: ['interpretation or translation', '通訳や翻訳の支援', 'interpretation or translation', '通訳・翻訳'],
  living_costs: ['money for daily life', '生活費の支援', 'money for daily life', '生活費'],
  travel_document: ['help with travel documents or civil registration', '旅券や戸籍などの手続の支援', 'travel documents or civil registration', '旅券・戸籍などの手続'],
  wage_recovery: ['help to recover unpaid wages', '未払い賃金の回収の支援', 'recovery of unpaid wages', '未払い賃金の回収'],
  training_work: ['training or help to find work', '職業訓練や就労支援', 'training or help to find work', '職業訓練・就労支援'],
  child_support: ['support for children', '子どもへの支援', 'support for children', '子どもへの支援'],
  return_travel: ['help with return travel', '帰国の手配や費用の支援', 'return travel', '帰国の手配・費用'],
  reintegration: ['reintegration support after return', '帰国後の社会復帰支援', 'reintegration support after return', '帰国後の社会復帰支援'],
} as const satisfies Readonly<Record<string, Nouns>>

export const PHRASES_M = {
  shelter_types: {
    ...about('where people stayed after the exploitation', '搾取から離れた後の滞在先', 'where the place of stay is known', '離れた後の滞在先が分かる'),
    categories: {
      womens_support_center: stayed('in a women\'s support centre', '女性相談支援センターの一時保護所', 'women\'s support centre', '女性相談支援センターの一時保護所'),
      commissioned_shelter: stayed('in a commissioned private shelter', '委託を受けた民間シェルター', 'commissioned private shelter', '委託を受けた民間シェルター'),
      ngo_shelter: stayed('in an NGO shelter', '民間団体のシェルター', 'NGO shelter', '民間団体のシェルター'),
      child_facility: stayed('in a child guidance centre or children\'s home', '児童相談所や児童養護施設', 'child guidance centre or children\'s home', '児童相談所・児童養護施設'),
      embassy_shelter: stayed('in an embassy or consulate', '大使館や領事館の施設', 'embassy or consulate', '大使館・領事館の施設'),
      union_shelter: stayed('in union or church lodging', '労働組合や教会の宿泊所', 'union or church lodging', '労働組合・教会の宿泊所'),
      friends: stayed('with friends or a partner', '友人や恋人の家', 'friends or partner', '友人・恋人宅'),
      detention: said('involved being held in detention', '収容施設や留置施設に収容された', 'with time held in detention', '収容施設や留置施設に収容された人の', 'detention', '収容・留置施設'),
      none: said('involved no place to stay', '滞在先を得られなかった', 'without a place to stay', '滞在先を得られなかった人の', 'no place', '滞在先なし'),
      other: stayed('in another place', 'その他の場所', 'other places', 'その他'),
    },
  },
  assistance_received: {
    ...about('assistance received', '受けた支援', 'where the assistance received is known', '受けた支援が分かる'),
    categories: {
      none: said('led to no assistance', '支援を受けていなかった', 'without assistance', '支援を受けていなかった人の', 'none', 'なし'),
      ...each(ASSISTANCE, (...[en, ja, nameEn, nameJa]: Nouns) => said(`led to ${en}`, `${ja}を受けた`, `that led to ${en}`, `${ja}を受けた人の`, nameEn, nameJa)),
      other: said('led to other assistance', 'その他の支援を受けた', 'that led to other assistance', 'その他の支援を受けた人の', 'other', 'その他'),
    },
  },
  assistance_unmet: {
    ...about('assistance needed but not received', '必要だったが受けられなかった支援', 'where the unmet needs are known', '受けられなかった支援が分かる'),
    categories: {
      none: said('involved no unmet need', '必要な支援をすべて受けられた', 'without an unmet need', '必要な支援をすべて受けられた人の', 'no unmet need', '受けられなかった支援なし'),
      ...each(ASSISTANCE, (...[en, ja, nameEn, nameJa]: Nouns) =>
        said(`involved an unmet need for ${en}`, `必要な${ja}を受けられなかった`, `with an unmet need for ${en}`, `必要な${ja}を受けられなかった人の`, nameEn, nameJa)),
      other: said('involved an unmet need for other assistance', 'その他の必要な支援を受けられなかった', 'with an unmet need for other assistance', 'その他の必要な支援を受けられなかった人の', 'other', 'その他'),
    },
  },
} as const satisfies PhraseRows<'shelter_types' | 'assistance_received' | 'assistance_unmet'>
