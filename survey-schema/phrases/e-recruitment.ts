/** Phrases of the questionnaire, section E: recruitment. */
import { about, ofPeople, type PhraseRows, said } from './rows.ts'

const recruited = (en: string, ja: string, nameEn: string, nameJa: string) =>
  said(`involved recruitment ${en}`, `${ja}勧誘された`, `of people recruited ${en}`, `${ja}勧誘された人の`, nameEn, nameJa)

const recruitedBy = (en: string, ja: string, nameEn: string, nameJa: string = ja) => recruited(`by ${en}`, `${ja}に`, nameEn, nameJa)

const through = (en: string, ja: string = en, nameEn: string = en, nameJa: string = ja) => recruited(`through ${en}`, `${ja}で`, nameEn, nameJa)

const promised = (en: string, ja: string, nameEn: string, nameJa: string) =>
  said(`involved a promise of ${en}`, `${ja}を約束された`, `of people promised ${en}`, `${ja}を約束された人の`, nameEn, nameJa)

const deceived = (en: string, ja: string, nameEn: string, nameJa: string = ja) =>
  said(`involved deception about ${en}`, `${ja}についてだまされた`, `of people deceived about ${en}`, `${ja}についてだまされた人の`, nameEn, nameJa)

const forced = (en: string, ja: string, nameEn: string, nameJa: string) =>
  said(`involved ${en} during recruitment or transport`, `勧誘・移動の際に${ja}`, `with ${en} during recruitment or transport`, `勧誘・移動の際に${ja}人の`, nameEn, nameJa)

const paid = (en: string, ja: string, nameEn: string, nameJa: string) => said(`involved ${en}`, `${ja}を伴った`, `with ${en}`, `${ja}を伴う`, nameEn, nameJa)

/** Who was not recruited is left out; where nobody knows how it began, the question applies. */
const RECRUITED = ['not known to have begun with own arrangements or abduction', '本人自身の手配や連れ去りで始まったものを除く'] as const
const NOT_ABDUCTED = ['not known to have begun with abduction', '連れ去りで始まったものを除く'] as const

export const PHRASES_E = {
  recruitment_mode: {
    ...about('how it began', '被害の始まり方', 'where it is known how the case began', '被害の始まり方が分かる'),
    categories: {
      recruited: said('began with an invitation or introduction', '誘いや紹介から始まった', 'that began with an invitation or introduction', '誘いや紹介から始まった', 'invitation or introduction', '誘い・紹介'),
      self_arranged: said('began with arrangements by the person', '本人自身の手配から始まった', 'that began with arrangements by the person', '本人自身の手配から始まった', 'own arrangements, exploited later', '本人が手配し、その後に搾取'),
      sold_by_family: said('began with a sale or handover by family', '家族等による売り渡しや引き渡しから始まった', 'that began with a sale or handover by family', '家族等による売り渡しや引き渡しから始まった', 'sale or handover by family', '家族等による売り渡し・引き渡し'),
      abducted: said('began with abduction', '無理やりの連れ去りから始まった', 'that began with abduction', '無理やりの連れ去りから始まった', 'abduction', '連れ去り'),
      other: said('began in another way', 'その他の形で始まった', 'that began in another way', 'その他の形で始まった', 'another way', 'その他'),
    },
  },
  recruiter_relation: {
    ...about('who the recruiter was', '勧誘した人との関係', 'where it is known who the recruiter was', '勧誘した人との関係が分かる', ...RECRUITED),
    categories: {
      intimate_partner: recruitedBy('a partner or spouse', '恋人や配偶者', 'partner or spouse', '恋人・配偶者'),
      female_friend: recruitedBy('a female friend', '女性の友人', 'female friend'),
      male_friend: recruitedBy('a male friend', '男性の友人', 'male friend'),
      neighbour_acquaintance: recruitedBy('a neighbour or acquaintance', '近所の人や知人', 'neighbour or acquaintance', '近所の人・知人'),
      relative: recruitedBy('a relative', '親族', 'relative'),
      returnee: recruitedBy('somebody who had worked in Japan', '日本で働いたことのある人', 'somebody who had worked in Japan'),
      coworker_employer: recruitedBy('an employer or colleague', '雇い主や職場の人', 'employer or colleague', '雇い主・職場の人'),
      agency: recruitedBy('an employment, sending or talent agency', '職業紹介業者や送出機関、芸能事務所', 'employment, sending or talent agency', '職業紹介・送出機関・芸能事務所'),
      marriage_broker: recruitedBy('a marriage broker', '結婚仲介業者', 'marriage broker'),
      online_contact: recruitedBy('somebody known only online', 'ネット上だけの知り合い', 'somebody known only online'),
      stranger: recruitedBy('a stranger', '面識のない人', 'stranger'),
      other: recruitedBy('somebody else', 'その他の人', 'other', 'その他'),
    },
  },
  recruitment_channel: {
    ...about('how people were approached', '勧誘の経路', 'where it is known how people were approached', '勧誘の経路が分かる', ...RECRUITED),
    categories: {
      place_of_business: recruited('at a shop or office', '店舗や事務所で', 'at a shop or office', '店舗・事務所'),
      school: recruited('at a school', '学校で', 'at a school', '学校'),
      at_work: recruited('at work', '職場で', 'at work', '職場'),
      social_media: through('social media', 'SNS', 'social media'),
      online_ad: through('an online advertisement', 'インターネット広告', 'online advertisement'),
      tv_ad: through('a television advertisement', 'テレビ広告', 'television advertisement'),
      newspaper_ad: through('a newspaper or magazine', '新聞や雑誌の広告', 'newspaper or magazine', '新聞・雑誌の広告'),
      family_event: recruited('through family', '家族や親族を通じて', 'through family', '家族・親族を通じて'),
      friends_event: recruited('through friends', '友人や知人を通じて', 'through friends', '友人・知人を通じて'),
      street: recruited('in the street', '路上で', 'in the street', '路上（スカウト等）'),
      home_visit: recruited('during a visit to the home or village', '自宅や村への訪問で', 'visit to the home or village', '自宅・村への訪問'),
      other: recruited('in another way', 'その他の経路で', 'other', 'その他'),
    },
  },
  recruitment_platforms: {
    ...about('online services used in recruitment', '勧誘に使われたネットサービス', 'where the online service is known', '使われたネットサービスが分かる', 'of people recruited online, or where this is not known', 'ネット上で勧誘された人（不明を含む）の'),
    categories: {
      facebook: through('Facebook'),
      messenger: through('Facebook Messenger'),
      instagram: through('Instagram'),
      line: through('LINE'),
      whatsapp: through('WhatsApp'),
      telegram: through('Telegram'),
      wechat_qq: through('WeChat or QQ', 'WeChatやQQ', 'WeChat or QQ', 'WeChat・QQ'),
      tiktok: through('TikTok'),
      x_twitter: through('X (Twitter)', 'X（旧Twitter）'),
      dating_app: through('a dating site or app', '出会い系サイトやアプリ', 'dating site or app', '出会い系サイト・アプリ'),
      job_site: through('a job site', '求人サイト', 'job site'),
      other: through('another online service', 'その他のネットサービス', 'other', 'その他'),
    },
  },
  work_promised: {
    ...about('what was promised', '約束された仕事や目的', 'where it is known what was promised', '約束された仕事や目的が分かる', ...NOT_ABDUCTED),
    categories: {
      singer_dancer: promised('work as a singer or dancer', '歌手やダンサーの仕事', 'singer or dancer', '歌手・ダンサー'),
      hostess: promised('work as a hostess or in a bar', 'ホステスなどの接客の仕事', 'hostess or bar work', 'ホステス・接客'),
      restaurant_hotel: promised('restaurant or hotel work', '飲食店やホテルの仕事', 'restaurant or hotel', '飲食店・ホテル'),
      factory: promised('factory work', '工場の仕事', 'factory', '工場'),
      farm_fishery: promised('farm or fishery work', '農業や漁業の仕事', 'farm or fishery', '農業・漁業'),
      construction: promised('construction work', '建設の仕事', 'construction', '建設'),
      care_cleaning: promised('care or cleaning work', '介護や清掃の仕事', 'care or cleaning', '介護・清掃'),
      domestic_work: promised('domestic work', '家事や育児の仕事', 'domestic work', '家事・育児'),
      training: promised('training or a technical internship', '研修や技能実習', 'training or technical internship', '研修・技能実習'),
      study: promised('study', '留学', 'study', '留学'),
      marriage: promised('marriage', '結婚', 'marriage', '結婚'),
      tourism: promised('a holiday', '観光旅行', 'holiday', '観光旅行'),
      modelling: promised('modelling or acting', 'モデルや俳優の仕事', 'modelling or acting', 'モデル・俳優'),
      sex_work: promised('sex work', '性産業での仕事', 'sex work', '性産業での仕事'),
      none: said('involved no definite promise', '具体的な約束を受けていなかった', 'without a definite promise', '具体的な約束を受けていなかった人の', 'nothing definite', '具体的な約束なし'),
      other: promised('other work or another purpose', 'その他の仕事や目的', 'other', 'その他'),
    },
  },
  deception_kinds: {
    ...about('what people were deceived about', 'だまされた内容', 'where it is known whether there was deception', 'だまされたかどうかが分かる'),
    categories: {
      none: said('involved no deception', 'だまされてはいなかった', 'without deception', 'だまされていなかった人の', 'no deception', 'だまされていない'),
      nature_of_work: deceived('the kind of work, employer or place', '仕事の内容や雇い主、場所', 'kind of work, employer or place', '仕事の内容・雇い主・場所'),
      wages: deceived('wages', '賃金', 'wages'),
      conditions: deceived('working conditions', '労働条件', 'working conditions'),
      contract: deceived('the contract', '契約', 'contract'),
      housing: deceived('housing or living conditions', '住居や生活環境', 'housing or living conditions', '住居・生活環境'),
      legal_status: deceived('legal status or documents', '在留資格や書類', 'legal status or documents', '在留資格・書類'),
      travel_terms: deceived('travel costs or debt', '渡航費用や借金', 'travel costs or debt', '渡航費用・借金'),
      marriage_adoption: deceived('marriage or adoption', '結婚や養子縁組', 'marriage or adoption', '結婚・養子縁組'),
      education: deceived('education', '就学', 'education'),
      other: deceived('another matter', 'その他の点', 'other', 'その他'),
    },
  },
  coercion_recruitment: {
    ...about('force during recruitment or transport', '勧誘・移動時の強制', 'where it is known whether force was used', '強制の有無が分かる'),
    categories: {
      none: forced('no force', '強制を受けなかった', 'no force', '強制なし'),
      violence: forced('violence', '暴力を受けた', 'violence', '暴力'),
      threats: forced('threats to the person', '脅しを受けた', 'threats to the person', '本人への脅し'),
      threats_family: forced('threats to the family', '家族への脅しを受けた', 'threats to the family', '家族への脅し'),
      confinement: forced('confinement or constant escort', '監禁や常時の付き添いを受けた', 'confinement or constant escort', '監禁・常時の付き添い'),
      documents_taken: forced('the taking of documents', '旅券などを取り上げられた', 'documents taken away', '旅券等の取り上げ'),
      debt_pressure: forced('pressure through debt', '借金による圧力を受けた', 'pressure through debt', '借金による圧力'),
      denunciation: forced('threats of a report to the authorities', '通報すると脅された', 'threats of a report to the authorities', '通報するという脅し'),
      sold: forced('the sale of the person', '金銭で売買された', 'sale of the person', '人身の売買'),
      drugs: forced('drugs or alcohol', '薬物や酒を使われた', 'drugs or alcohol', '薬物・飲酒'),
      other: forced('another kind of force', 'その他の強制を受けた', 'other', 'その他'),
    },
  },
  payment_to_recruiter: {
    ...about('payment to the recruiter', '勧誘者・ブローカーへの支払い', 'where it is known whether the recruiter was paid', '勧誘者への支払いの有無が分かる', ...NOT_ABDUCTED),
    categories: {
      paid_before: ofPeople('who paid the recruiter before leaving', '渡航前に勧誘者側へ支払いをしていた', 'paid before leaving', '渡航前の支払い'),
      to_be_deducted: paid('a payment to be taken from later wages', '働いて返す約束', 'to be paid back from wages', '働いて返す約束'),
      family_was_paid: paid('money paid to the family', '家族への金銭の支払い', 'family received money', '家族が金銭を受領'),
      none: said('involved no payment to the recruiter', '勧誘者側への支払いを伴わなかった', 'with no payment to the recruiter', '勧誘者側への支払いを伴わない', 'no payment', '支払いなし'),
      other: paid('another kind of payment', 'その他の支払い', 'other', 'その他'),
    },
  },
} as const satisfies PhraseRows<'recruitment_mode' | 'recruiter_relation' | 'recruitment_channel' | 'recruitment_platforms' | 'work_promised' | 'deception_kinds' | 'coercion_recruitment' | 'payment_to_recruiter'>
