/** Phrases of the questionnaire, section C: the person. */
import { ages } from './ages.ts'
import { citizenshipPhrases } from './places.ts'
import { about, ofPeople, type PhraseRows, said } from './rows.ts'

const speaking = (en: string, ja: string) => ofPeople(`with ${en} as their first language`, `${ja}を母語としていた`, en, ja)

const schooled = (en: string, ja: string, nameEn: string, nameJa: string = ja) =>
  said(`concerned people with ${en}`, `${ja}の学歴だった`, `of people with ${en}`, `${ja}の学歴の人の`, nameEn, nameJa)

export const PHRASES_C = {
  gender: {
    ...about('gender', '性別', 'where the gender is known', '性別が分かる'),
    categories: {
      woman: said('concerned women or girls', '女性だった', 'of women or girls', '女性の', 'women and girls', '女性'),
      man: said('concerned men or boys', '男性だった', 'of men or boys', '男性の', 'men and boys', '男性'),
      trans_or_nonconforming: said('concerned transgender or gender non-conforming people', 'トランスジェンダー等の人だった', 'of transgender or gender non-conforming people', 'トランスジェンダー等の人の', 'transgender or gender non-conforming people', 'トランスジェンダー・既存の性別に当てはまらない人'),
      other: said('concerned people of another gender', 'その他の性別だった', 'of people of another gender', 'その他の性別の人の', 'another gender', 'その他の性別'),
    },
  },
  age_band_registration: {
    ...about('age at registration', '受付時の年齢', 'where the age at registration is known', '受付時の年齢が分かる'),
    categories: ages('at registration', '受付時に'),
  },
  age_band_recruitment: {
    ...about('age at recruitment', '勧誘時の年齢', 'where the age at recruitment is known', '勧誘時の年齢が分かる'),
    categories: ages('when recruited', '勧誘時に'),
  },
  minor_when_exploited: {
    ...about('age when exploitation began', '搾取が始まったときの年齢', 'where it is known whether exploitation began in childhood', '搾取が始まったときの年齢区分が分かる'),
    categories: {
      yes: said('concerned children under 18 when exploitation began', '18歳未満のときに搾取され始めた', 'of children under 18 when exploitation began', '18歳未満のときに搾取され始めた人の', 'under 18', '18歳未満'),
      no: said('concerned people aged 18 or over when exploitation began', '18歳以上のときに搾取され始めた', 'of people aged 18 or over when exploitation began', '18歳以上のときに搾取され始めた人の', '18 or over', '18歳以上'),
    },
  },
  citizenship: {
    ...about('citizenship', '国籍', 'where the citizenship is known', '国籍が分かる'),
    categories: {
      ...citizenshipPhrases,
      stateless: said('concerned stateless people', '無国籍だった', 'of stateless people', '無国籍の人の', 'stateless', '無国籍'),
      several: ofPeople('with several citizenships', '複数の国籍を持っていた', 'several citizenships', '複数の国籍'),
    },
  },
  first_language: {
    ...about('first language', '母語', 'where the first language is known', '母語が分かる'),
    categories: {
      ja: speaking('Japanese', '日本語'),
      en: speaking('English', '英語'),
      fil: speaking('Filipino', 'フィリピノ語（タガログ語）'),
      ceb: speaking('Cebuano', 'セブアノ語'),
      th: speaking('Thai', 'タイ語'),
      id: speaking('Indonesian', 'インドネシア語'),
      zh: speaking('Chinese', '中国語'),
      ko: speaking('Korean', '韓国・朝鮮語'),
      vi: speaking('Vietnamese', 'ベトナム語'),
      km: speaking('Khmer', 'クメール語'),
      my: speaking('Burmese', 'ビルマ語'),
      lo: speaking('Lao', 'ラオス語'),
      mn: speaking('Mongolian', 'モンゴル語'),
      ne: speaking('Nepali', 'ネパール語'),
      si: speaking('Sinhala', 'シンハラ語'),
      bn: speaking('Bengali', 'ベンガル語'),
      hi: speaking('Hindi', 'ヒンディー語'),
      ur: speaking('Urdu', 'ウルドゥー語'),
      es: speaking('Spanish', 'スペイン語'),
      pt: speaking('Portuguese', 'ポルトガル語'),
      ro: speaking('Romanian', 'ルーマニア語'),
      ru: speaking('Russian', 'ロシア語'),
      uk: speaking('Ukrainian', 'ウクライナ語'),
      uz: speaking('Uzbek', 'ウズベク語'),
      fr: speaking('French', 'フランス語'),
      other: speaking('another language', 'その他の言語'),
    },
  },
  education: {
    ...about('schooling', '学歴', 'where the schooling is known', '学歴が分かる'),
    categories: {
      none: ofPeople('who had completed no schooling', '学校を修了していなかった', 'no schooling completed', '修了した学校なし'),
      primary: schooled('primary schooling', '小学校相当', 'primary school'),
      lower_secondary: schooled('lower secondary schooling', '中学校相当', 'lower secondary school'),
      upper_secondary: schooled('upper secondary schooling', '高校相当', 'upper secondary school'),
      post_secondary: schooled('vocational or short-college schooling', '専門学校・短大相当', 'vocational or short college'),
      university: schooled('a university degree', '大学以上', 'university or higher'),
      lower: schooled('lower secondary schooling or less', '中学校相当まで', 'up to lower secondary school'),
      upper: schooled('upper secondary schooling', '高校相当', 'upper secondary school'),
      higher: schooled('schooling beyond upper secondary', '専門学校・短大相当以上', 'beyond upper secondary school'),
    },
  },
  marital_status: {
    ...about('marital status before leaving', '渡航（被害）前の婚姻状況', 'where the marital status is known', '婚姻状況が分かる'),
    categories: {
      never_married: said('concerned people who had never married', '未婚だった', 'of people who had never married', '未婚の人の', 'never married', '未婚'),
      married: said('concerned married people', '結婚していた', 'of married people', '結婚していた人の', 'married', '既婚'),
      partnership: ofPeople('who lived with a partner', '事実婚などで相手と同居していた', 'living with a partner', '同居の相手あり（事実婚など）'),
      separated_divorced: said('concerned separated or divorced people', '別居または離婚していた', 'of separated or divorced people', '別居または離婚していた人の', 'separated or divorced', '別居・離婚'),
      widowed: said('concerned widowed people', '配偶者と死別していた', 'of widowed people', '配偶者と死別していた人の', 'widowed', '死別'),
      partnered: ofPeople('with a spouse or partner', '結婚または事実婚などの関係にあった', 'with a spouse or partner', '配偶者・相手あり'),
      not_partnered: ofPeople('without a spouse or partner', '未婚、別居、離婚または死別だった', 'without a spouse or partner', '配偶者・相手なし'),
    },
  },
  dependants: {
    ...about('who depended on the income', '扶養していた人', 'where it is known whether anybody depended on the income', '扶養していた人の有無が分かる'),
    categories: {
      none: ofPeople('who supported nobody', '誰も扶養していなかった', 'nobody', '扶養する人なし'),
      own_children: ofPeople('who supported children of their own', '子どもを扶養していた', 'own children', '子ども'),
      parents: ofPeople('who supported their parents', '親を扶養していた', 'parents', '親'),
      siblings: ofPeople('who supported brothers or sisters', 'きょうだいを扶養していた', 'brothers or sisters', 'きょうだい'),
      other_relatives: ofPeople('who supported other relatives', 'その他の親族を扶養していた', 'other relatives', 'その他の親族'),
      any: ofPeople('who supported children, parents or other relatives', '子どもや親などを扶養していた', 'children, parents or other relatives', '扶養する人あり'),
    },
  },
} as const satisfies PhraseRows<'gender' | 'age_band_registration' | 'age_band_recruitment' | 'minor_when_exploited' | 'citizenship' | 'first_language' | 'education' | 'marital_status' | 'dependants'>
