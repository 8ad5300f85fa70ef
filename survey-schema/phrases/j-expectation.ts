/** Phrases of the questionnaire, section J: expectations and the image of Japan. */
import { CAME } from './bases.ts'
import { about, ofPeople, type PhraseRows, said } from './rows.ts'

/** What was expected; the Japanese ends in a noun. */
const expected = (en: string, ja: string, nameEn: string, nameJa: string) =>
  ofPeople(`who expected ${en}`, `${ja}を期待していた`, nameEn, nameJa)

const before = (en: string, ja: string, nameEn = en) =>
  said(`concerned people with a ${en} image of Japan before coming`, `来日前は日本に${ja}印象を持っていた`, `of people with a ${en} image of Japan before coming`, `来日前は日本に${ja}印象を持っていた人の`, nameEn, ja)

const after = (en: string, ja: string, nameEn = en) =>
  said(`concerned people with a ${en} image of Japan after coming`, `来日後は日本に${ja}印象を持っていた`, `of people with a ${en} image of Japan after coming`, `来日後は日本に${ja}印象を持っていた人の`, nameEn, ja)

/** What shaped the image, whether it changed or not. */
const shaped = (en: string, ja: string, nameEn: string, nameJa: string) =>
  said(`named ${en} as shaping the image of Japan`, `${ja}を日本の印象の理由に挙げた`, `naming ${en} as shaping the image of Japan`, `${ja}を日本の印象の理由に挙げた人の`, nameEn, nameJa)

const informed = (en: string, ja: string, nameEn: string, nameJa: string) =>
  said(`involved information on Japan from ${en}`, `日本についての情報を${ja}から得ていた`, `with information on Japan from ${en}`, `日本についての情報を${ja}から得ていた人の`, nameEn, nameJa)

export const PHRASES_J = {
  expected_life: {
    ...about('life expected in Japan', '日本で期待していた暮らし', 'where the expectations of life in Japan are known', '期待していた暮らしが分かる', ...CAME),
    categories: {
      earn_send_home: expected('to earn and send money home', '稼いで仕送りをすること', 'earning and sending money home', '稼いで仕送りをする'),
      pay_debts: expected('to pay off debts', '借金を返せること', 'paying off debts', '借金を返す'),
      safe_society: expected('a safe society', '安全な社会', 'safe society', '安全な社会'),
      modern_life: expected('a modern, comfortable life', '豊かで便利な暮らし', 'modern, comfortable life', '豊かで便利な暮らし'),
      freedom: expected('freedom and independence', '自由や自立', 'freedom and independence', '自由・自立'),
      skills_language: expected('to learn skills or Japanese', '技術や日本語の習得', 'learning skills or Japanese', '技術・日本語の習得'),
      marriage_family: expected('marriage or a family', '結婚や家庭を持つこと', 'marriage or family', '結婚・家庭'),
      short_stay: expected('a short stay before returning home', '短期間働いて帰国すること', 'short stay, then home', '短期間働いて帰国する'),
      rights_protected: expected('rights protected by law', '法律による権利の保護', 'rights protected by law', '法律による権利の保護'),
      no_clear_idea: ofPeople('with no clear idea of life in Japan', '日本での暮らしを具体的に思い描いていなかった', 'no clear idea', '具体的なイメージなし'),
      other: expected('something else', 'その他のこと', 'other expectations', 'その他'),
    },
  },
  image_before: {
    ...about('image of Japan before coming', '来日前の日本の印象', 'where the image of Japan before coming is known', '来日前の日本の印象が分かる', ...CAME),
    categories: {
      very_good: before('very good', 'とても良い'),
      good: before('good', '良い'),
      neutral: before('neutral', '良くも悪くもない', 'neither good nor bad'),
      bad: before('bad', '悪い'),
      very_bad: before('very bad', 'とても悪い'),
    },
  },
  image_after: {
    ...about('image of Japan after coming', '来日後の日本の印象', 'where the image of Japan after coming is known', '来日後の日本の印象が分かる', ...CAME),
    categories: {
      very_good: after('very good', 'とても良い'),
      good: after('good', '良い'),
      neutral: after('neutral', '良くも悪くもない', 'neither good nor bad'),
      bad: after('bad', '悪い'),
      very_bad: after('very bad', 'とても悪い'),
    },
  },
  image_change: {
    ...about('what shaped the image of Japan', '日本の印象の理由', 'where the reasons for the image of Japan are known', '日本の印象の理由が分かる', ...CAME),
    categories: {
      exploitation: shaped('the exploitation itself', '搾取そのもの', 'the exploitation itself', '搾取そのもの'),
      people_kind: shaped('the kindness of people', '人の親切', 'kindness of people', '人の親切'),
      people_indifferent: shaped('the indifference of people', '周囲の無関心', 'indifference of people', '周囲の無関心'),
      discrimination: shaped('discrimination', '差別や偏見', 'discrimination', '差別・偏見'),
      customers: shaped('the behaviour of customers', '客の態度', 'behaviour of customers', '客の態度'),
      police_immigration: shaped('treatment by police or immigration', '警察や入管の対応', 'treatment by police or immigration', '警察・入管の対応'),
      support_received: shaped('the support received', '受けた支援', 'support received', '受けた支援'),
      living_costs: shaped('the cost of living', '生活費の高さ', 'cost of living', '生活費の高さ'),
      isolation: shaped('isolation', '孤立', 'isolation', '孤立'),
      no_change: said('involved no change in the image of Japan', '来日の前後で日本の印象を変えなかった', 'without a change in the image of Japan', '来日の前後で日本の印象を変えなかった人の', 'no change', '変化なし'),
      other: shaped('something else', 'その他のこと', 'other reasons', 'その他'),
    },
  },
  info_source_japan: {
    ...about('sources of information on Japan', '日本についての情報源', 'where the sources of information on Japan are known', '日本についての情報源が分かる', ...CAME),
    categories: {
      none: said('involved no information on Japan', '日本についての情報を得ていなかった', 'without information on Japan', '日本についての情報を得ていなかった人の', 'no information', '情報なし'),
      recruiter: informed('the recruiter', '勧誘者', 'recruiter', '勧誘者'),
      returnees: informed('returnees', '帰国者', 'people back from Japan', '日本からの帰国者'),
      family_in_japan: informed('family or friends there', '日本にいる家族や友人', 'family or friends in Japan', '日本にいる家族・友人'),
      mass_media: informed('television, films or magazines', 'テレビや映画、雑誌', 'television, films or magazines', 'テレビ・映画・雑誌'),
      social_media: informed('social media', 'SNS', 'social media', 'SNS'),
      school: informed('school', '学校', 'school', '学校'),
      official_orientation: informed('official pre-departure training', '公的な渡航前研修', 'official pre-departure training', '公的な渡航前研修'),
      other: informed('another source', 'その他の情報源', 'other sources', 'その他の情報源'),
    },
  },
} as const satisfies PhraseRows<'expected_life' | 'image_before' | 'image_after' | 'image_change' | 'info_source_japan'>
