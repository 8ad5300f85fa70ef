/**
 * Coarser levels of the hierarchies: which codes of the questionnaire belong to which category.
 * See table plan, section 3. A level holds every code of its question, so that levels nest.
 */
export interface LevelGroup {
  readonly code: string
  readonly en: string
  readonly ja: string
  readonly codes: readonly string[]
}

export const SOURCE_TYPE_GROUP5 = [
  { code: 'ngo', en: 'NGO or union', ja: '民間団体・労働組合', codes: ['ngo_shelter', 'ngo_counselling', 'labour_union', 'religious', 'origin_ngo'] },
  { code: 'embassy', en: 'Embassy', ja: '大使館・領事館', codes: ['embassy'] },
  { code: 'victim', en: 'The person affected', ja: '被害を受けた本人', codes: ['victim_self'] },
  { code: 'public', en: 'Public body', ja: '公的機関', codes: ['womens_support_center', 'child_guidance_center', 'police', 'immigration'] },
  { code: 'other', en: 'Other', ja: 'その他', codes: ['lawyer', 'medical', 'international_org', 'other'] },
] as const satisfies readonly LevelGroup[]

export const AGE_CTDC = [
  { code: '0_8', en: '0-8 years', ja: '0～8歳', codes: ['0_8'] },
  { code: '9_17', en: '9-17 years', ja: '9～17歳', codes: ['9_14', '15_17', '9_17'] },
  { code: '18_20', en: '18-20 years', ja: '18～20歳', codes: ['18_20'] },
  { code: '21_23', en: '21-23 years', ja: '21～23歳', codes: ['21_23'] },
  { code: '24_26', en: '24-26 years', ja: '24～26歳', codes: ['24_26'] },
  { code: '27_29', en: '27-29 years', ja: '27～29歳', codes: ['27_29'] },
  { code: '30_38', en: '30-38 years', ja: '30～38歳', codes: ['30_38'] },
  { code: '39_47', en: '39-47 years', ja: '39～47歳', codes: ['39_47'] },
  { code: '48_plus', en: '48 years or older', ja: '48歳以上', codes: ['48_plus'] },
  { code: 'under_18', en: 'Under 18', ja: '18歳未満', codes: ['under_18'] },
  { code: '18_plus', en: '18 years or older', ja: '18歳以上', codes: ['18_plus'] },
] as const satisfies readonly LevelGroup[]

export const AGE_BROAD3 = [
  { code: 'under_18', en: 'Under 18', ja: '18歳未満', codes: ['0_8', '9_14', '15_17', '9_17', 'under_18'] },
  { code: '18_29', en: '18-29 years', ja: '18～29歳', codes: ['18_20', '21_23', '24_26', '27_29'] },
  { code: '30_plus', en: '30 years or older', ja: '30歳以上', codes: ['30_38', '39_47', '48_plus'] },
  { code: '18_plus', en: '18 years or older', ja: '18歳以上', codes: ['18_plus'] },
] as const satisfies readonly LevelGroup[]

export const AGE_MAJORITY = [
  { code: 'minor', en: 'Under 18', ja: '18歳未満', codes: ['0_8', '9_14', '15_17', '9_17', 'under_18'] },
  { code: 'adult', en: '18 or older', ja: '18歳以上', codes: ['18_20', '21_23', '24_26', '27_29', '30_38', '39_47', '48_plus', '18_plus'] },
] as const satisfies readonly LevelGroup[]

export const EDUCATION_THREE = [
  { code: 'lower', en: 'Up to lower secondary', ja: '中学校まで', codes: ['none', 'primary', 'lower_secondary'] },
  { code: 'upper', en: 'Upper secondary', ja: '高校', codes: ['upper_secondary'] },
  { code: 'higher', en: 'Higher', ja: 'それ以上', codes: ['post_secondary', 'university'] },
] as const satisfies readonly LevelGroup[]

export const MARITAL_STATUS_PARTNERED = [
  { code: 'partnered', en: 'With a partner', ja: 'あり', codes: ['married', 'partnership'] },
  { code: 'not_partnered', en: 'Without', ja: 'なし', codes: ['never_married', 'separated_divorced', 'widowed'] },
] as const satisfies readonly LevelGroup[]

export const DEPENDANTS_ANY = [
  { code: 'any', en: 'Somebody', ja: 'いた', codes: ['own_children', 'parents', 'siblings', 'other_relatives'] },
  { code: 'none', en: 'Nobody', ja: 'いない', codes: ['none'] },
] as const satisfies readonly LevelGroup[]

export const LIVELIHOOD_BEFORE_WORK3 = [
  { code: 'working', en: 'Working', ja: '就業', codes: ['agriculture', 'factory', 'shop_service', 'domestic_work', 'entertainment', 'sex_work', 'office_professional', 'informal_trade', 'unpaid_family_work', 'other'] },
  { code: 'not_working', en: 'Not working', ja: '無職', codes: ['unemployed'] },
  { code: 'student', en: 'Student', ja: '学生・生徒', codes: ['student'] },
] as const satisfies readonly LevelGroup[]

export const ENTRY_POINT_MODE3 = [
  { code: 'air', en: 'Air', ja: '空港', codes: ['tokyo_airports', 'kansai_airport', 'other_airport'] },
  { code: 'sea', en: 'Sea', ja: '港湾', codes: ['seaport'] },
  { code: 'other', en: 'Other', ja: 'その他', codes: ['not_regular_port'] },
] as const satisfies readonly LevelGroup[]

export const STATUS_GROUP6 = [
  { code: 'work', en: 'Work', ja: '就労', codes: ['entertainer', 'specified_skilled', 'engineer_humanities', 'skilled_labour', 'care', 'designated', 'other_status'] },
  { code: 'family', en: 'Family or settled', ja: '家族・定住', codes: ['spouse_japanese', 'spouse_permanent', 'long_term', 'permanent', 'dependent', 'special_permission'] },
  { code: 'short_stay', en: 'Short stay', ja: '短期滞在', codes: ['short_term'] },
  { code: 'training_study', en: 'Training or study', ja: '研修・実習・留学', codes: ['technical_intern', 'trainee', 'student'] },
  { code: 'none', en: 'None, or a procedure pending', ja: '在留資格なし・手続中', codes: ['irregular_entry', 'overstay', 'provisional_release', 'asylum_applicant'] },
  { code: 'japanese', en: 'Japanese national', ja: '日本国籍', codes: ['japanese_national'] },
  { code: 'left_japan', en: 'Already outside Japan', ja: 'すでに日本国外', codes: ['left_japan'] },
] as const satisfies readonly LevelGroup[]

export const DEBT_BAND_GROUP4 = [
  { code: 'under_1m', en: 'Under 1 million', ja: '100万円未満', codes: ['under_500k', '500k_1m'] },
  { code: '1m_3m', en: '1 to under 3 million', ja: '100万円以上300万円未満', codes: ['1m_2m', '2m_3m'] },
  { code: '3m_5m', en: '3 to under 5 million', ja: '300万円以上500万円未満', codes: ['3m_5m'] },
  { code: '5m_plus', en: '5 million or more', ja: '500万円以上', codes: ['5m_7m', '7m_plus'] },
  { code: 'no_figure', en: 'No figure was ever named', ja: '金額を知らされなかった', codes: ['no_figure'] },
] as const satisfies readonly LevelGroup[]

export const EXPLOITATION_TYPES_GROUP3 = [
  { code: 'sexual', en: 'Sexual', ja: '性的搾取', codes: ['sexual'] },
  { code: 'labour', en: 'Labour and services', ja: '労働・役務の搾取', codes: ['forced_labour', 'domestic_servitude', 'forced_begging', 'forced_crime'] },
  { code: 'other', en: 'Other, or intended only', ja: 'その他・搾取の前に保護', codes: ['forced_marriage', 'organ_removal', 'illegal_adoption', 'intended_only', 'other'] },
] as const satisfies readonly LevelGroup[]

export const LABOUR_SECTORS_SECTOR3 = [
  { code: 'primary', en: 'Farming and fishing', ja: '農林漁業', codes: ['agriculture', 'fishing'] },
  { code: 'industry', en: 'Manufacturing and construction', ja: '製造・建設', codes: ['manufacturing', 'construction'] },
  { code: 'services', en: 'Services', ja: 'サービス', codes: ['transport', 'hospitality', 'cleaning_services', 'care', 'entertainment', 'household'] },
  { code: 'other', en: 'Other', ja: 'その他', codes: ['other'] },
] as const satisfies readonly LevelGroup[]

export const VENUE_TYPES_VENUE4 = [
  { code: 'nightlife', en: 'Nightlife and sex industry', ja: '歓楽・風俗', codes: ['bar_snack', 'sex_shop', 'delivery_dispatch', 'strip_theatre', 'massage'] },
  { code: 'workplace', en: 'Workplace', ja: '職場', codes: ['restaurant_hotel', 'factory', 'farm_boat', 'construction_site', 'care_home'] },
  { code: 'home', en: 'Private home', ja: '個人宅', codes: ['private_home'] },
  { code: 'other', en: 'Other', ja: 'その他', codes: ['online', 'street', 'other'] },
] as const satisfies readonly LevelGroup[]

export const MEANS_OF_CONTROL_CTDC8 = [
  { code: 'debt_earnings', en: 'Debt or earnings taken', ja: '借金・収入の取り上げ', codes: ['debt', 'earnings_taken'] },
  { code: 'threats', en: 'Threats', ja: '脅し', codes: ['threats_person', 'threats_family', 'threats_authorities'] },
  { code: 'abuse', en: 'Psychological, physical or sexual abuse', ja: '心理的・身体的・性的な暴力', codes: ['psychological', 'physical', 'sexual'] },
  { code: 'false_promises', en: 'False promises', ja: 'うその約束', codes: ['false_promises'] },
  { code: 'drugs_alcohol', en: 'Drugs or alcohol', ja: '薬物・飲酒', codes: ['drugs'] },
  { code: 'basic_needs', en: 'Movement, contact, money, care or food denied', ja: '外出・連絡・金銭・受診・食事の制限', codes: ['money_restricted', 'movement', 'necessities', 'medical', 'phone_cut'] },
  { code: 'excessive_hours', en: 'Excessive hours', ja: '過度の長時間労働', codes: ['excessive_hours'] },
  { code: 'documents', en: 'Documents withheld', ja: '旅券・証明書の取り上げ', codes: ['documents'] },
  { code: 'other', en: 'Other, images as a threat included', ja: 'その他（画像による脅しを含む）', codes: ['images', 'other'] },
  { code: 'none', en: 'No control observed', ja: '支配の手段は認められない', codes: ['none'] },
] as const satisfies readonly LevelGroup[]

export const EXPLOITATION_DURATION_GROUP3 = [
  { code: '0_12', en: 'Up to 12 months', ja: '12か月まで', codes: ['under_1m', '1_3m', '4_6m', '7_12m'] },
  { code: '13_24', en: '13 to 24 months', ja: '13～24か月', codes: ['13_24m'] },
  { code: '25_plus', en: '25 months or more', ja: '25か月以上', codes: ['25m_plus'] },
  { code: 'none', en: 'Did not begin', ja: '始まる前に保護', codes: ['none'] },
] as const satisfies readonly LevelGroup[]

export const EXIT_MODE_GROUP5 = [
  { code: 'alone', en: 'Escaped alone', ja: '自力で逃げた', codes: ['escaped_alone'] },
  { code: 'helped', en: 'Escaped or rescued with help', ja: '助けを得て逃げた・救出された', codes: ['escaped_with_help', 'rescued_on_call'] },
  { code: 'raid', en: 'Found in a raid', ja: '摘発で発見された', codes: ['police_raid', 'immigration_raid'] },
  { code: 'let_go', en: 'Let go or sent away', ja: '解放された・追い出された', codes: ['released_debt_paid', 'dismissed'] },
  { code: 'other', en: 'Other, or not left yet', ja: 'その他・まだ離れていない', codes: ['still_inside', 'other'] },
] as const satisfies readonly LevelGroup[]

export const FIRST_HELPER_GROUP6 = [
  { code: 'none', en: 'Nobody', ja: 'なし', codes: ['none'] },
  { code: 'circle', en: 'Own circle', ja: '身近な人', codes: ['coworker', 'compatriot', 'japanese_friend', 'partner', 'family_home', 'online_contact'] },
  { code: 'stranger', en: 'Customer or passer-by', ja: '客・通行人', codes: ['customer', 'passer_by'] },
  { code: 'civil', en: 'Religious, medical, school or NGO staff', ja: '宗教・医療・学校・民間団体の人', codes: ['religious', 'health_worker', 'teacher', 'ngo_staff'] },
  { code: 'authority', en: 'Police or embassy staff', ja: '警察・大使館の人', codes: ['police_officer', 'embassy_staff'] },
  { code: 'other', en: 'Other', ja: 'その他', codes: ['other'] },
] as const satisfies readonly LevelGroup[]

export const ACTOR_GROUP5 = [
  { code: 'enforcement', en: 'Police, immigration or tip line', ja: '警察・入管・匿名通報', codes: ['police', 'anonymous_tip_line', 'immigration'] },
  { code: 'public_office', en: 'Public welfare, labour, human-rights or municipal office', ja: '福祉・労働・人権・市区町村の窓口', codes: ['womens_support_center', 'child_guidance_center', 'municipality', 'human_rights_office', 'labour_office'] },
  { code: 'ngo', en: 'NGO, union or religious body', ja: '民間団体・労働組合・宗教団体', codes: ['ngo_hotline', 'ngo_shelter', 'labour_union', 'religious', 'origin_ngo'] },
  { code: 'embassy', en: 'Embassy', ja: '大使館・領事館', codes: ['embassy'] },
  { code: 'other', en: 'Other', ja: 'その他', codes: ['hospital', 'lawyer', 'school', 'iom', 'origin_authority', 'other'] },
] as const satisfies readonly LevelGroup[]

export const TIME_TO_CONTACT_GROUP3 = [
  { code: 'up_to_3m', en: 'Up to 3 months', ja: '3か月まで', codes: ['under_1w', '1w_1m', '1_3m'] },
  { code: '4_12m', en: '4 to 12 months', ja: '4～12か月', codes: ['4_12m'] },
  { code: 'over_1y', en: 'More than a year', ja: '1年超', codes: ['1_2y', '2y_plus'] },
] as const satisfies readonly LevelGroup[]

export const STATE_RECOGNITION_GROUP3 = [
  { code: 'recognised', en: 'Recognised by an authority', ja: '公的機関が認めた', codes: ['police', 'immigration', 'court', 'other_authority'] },
  { code: 'refused_pending', en: 'Refused or pending', ja: '認められなかった・判断待ち', codes: ['refused', 'pending'] },
  { code: 'never_examined', en: 'Never examined', ja: '調べられなかった・接触なし', codes: ['not_examined', 'no_contact'] },
] as const satisfies readonly LevelGroup[]

export const DETENTION_BAND_GROUP2 = [
  { code: 'up_to_23d', en: 'Up to 23 days', ja: '23日まで', codes: ['under_3d', '4_23d'] },
  { code: 'longer', en: 'Longer', ja: '24日以上', codes: ['24d_3m', 'over_3m'] },
] as const satisfies readonly LevelGroup[]

export const RESIDENCE_OUTCOME_OUTCOME4 = [
  { code: 'allowed', en: 'Allowed to stay', ja: '在留を認められた', codes: ['kept_status', 'extended_changed', 'special_permission', 'refugee_protection'] },
  { code: 'left', en: 'Left or had to leave', ja: '出国した（退去強制を含む）', codes: ['departure_order', 'deported', 'left_regular'] },
  { code: 'pending', en: 'Pending', ja: '手続中', codes: ['pending'] },
  { code: 'not_needed', en: 'Not needed', ja: '不要', codes: ['not_needed'] },
] as const satisfies readonly LevelGroup[]

export const RETURN_STATUS_RETURN4 = [
  { code: 'in_japan', en: 'Still in Japan', ja: '日本に滞在中', codes: ['in_japan'] },
  { code: 'returned', en: 'Returned, with or without support', ja: '帰国（支援の有無を問わない）', codes: ['voluntary_iom', 'voluntary_ngo_embassy', 'returned_alone'] },
  { code: 'deported', en: 'Deported', ja: '退去強制で帰国', codes: ['deported'] },
  { code: 'other', en: 'Other country, or contact lost', ja: '第三国・連絡が取れない', codes: ['third_country', 'lost_contact'] },
  { code: 'japanese', en: 'Japanese national in Japan', ja: '日本国籍で国内在住', codes: ['not_applicable_japanese'] },
] as const satisfies readonly LevelGroup[]

export const LIVELIHOOD_AFTER_LIVE3 = [
  { code: 'independent', en: 'Own income, enough', ja: '自分の収入で暮らせている', codes: ['own_income_enough'] },
  { code: 'dependent', en: 'Not enough, or supported', ja: '足りない・援助を受けている', codes: ['own_income_short', 'family_support', 'public_ngo_support'] },
  { code: 'none', en: 'None, or migrated again', ja: '生計の手段なし・再び国外へ', codes: ['no_livelihood', 'left_again'] },
] as const satisfies readonly LevelGroup[]

export const RETRAFFICKED_RETRAF2 = [
  { code: 'no', en: 'No', ja: 'いいえ', codes: ['no'] },
  { code: 'attempted_or_yes', en: 'Attempted or yes', ja: '勧誘・未遂または被害あり', codes: ['attempted', 'yes_japan', 'yes_elsewhere'] },
] as const satisfies readonly LevelGroup[]
