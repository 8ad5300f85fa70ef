/** Phrases of the questionnaire, section N: return and reintegration. */
import { about, ofPeople, type PhraseRows, said } from './rows.ts'

const feared = (en: string, ja: string, nameEn: string, nameJa: string) =>
  said(`involved fear of ${en} on return`, `帰国に際し${ja}を心配していた`, `with fear of ${en} on return`, `帰国に際し${ja}を心配していた人の`, nameEn, nameJa)

/** What people met. */
const met = (en: string, ja: string, nameEn: string, nameJa: string) => said(`involved ${en}`, ja, `with ${en}`, `${ja}人の`, nameEn, nameJa)

export const PHRASES_N = {
  wish_at_contact: {
    ...about('what people wished when help was reached', '支援につながったときの本人の希望', 'where the wish of the person is known', '本人の希望が分かる'),
    categories: {
      return_soon: ofPeople('who wished to return home soon', '早期の帰国を希望していた', 'return home soon', '早期の帰国'),
      return_later: ofPeople('who wished to return home later', '時間をおいての帰国を希望していた', 'return home later', '時間をおいての帰国'),
      stay_japan: ofPeople('who wished to stay in Japan', '日本に残ることを希望していた', 'stay in Japan', '日本に残ること'),
      third_country: ofPeople('who wished to go to another country', '第三国へ行くことを希望していた', 'go to another country', '第三国へ行くこと'),
      undecided: ofPeople('who were undecided', '今後の希望を決めかねていた', 'undecided', '決めかねていた'),
    },
  },
  return_status: {
    ...about('return home', '帰国についての結果', 'where the outcome of return is known', '帰国についての結果が分かる'),
    categories: {
      in_japan: ofPeople('still in Japan', '日本での滞在を続けていた', 'still in Japan', '日本に滞在中'),
      voluntary_iom: ofPeople('who returned home with support from IOM', '国際移住機関（IOM）の支援で帰国した', 'returned with IOM', 'IOMの支援で帰国'),
      voluntary_ngo_embassy: ofPeople('who returned home with support from an NGO or embassy', '民間団体や大使館の支援で帰国した', 'returned with an NGO or embassy', '民間団体・大使館の支援で帰国'),
      returned_alone: ofPeople('who returned home without support', '支援なしで帰国した', 'returned without support', '支援なしで帰国'),
      deported: ofPeople('who were deported', '退去強制により帰国した', 'deported', '退去強制で帰国'),
      third_country: ofPeople('who went on to another country', '第三国へ移った', 'in another country', '第三国へ移動'),
      not_applicable_japanese: said('concerned Japanese nationals in Japan', '日本国籍で国内に住んでいた', 'of Japanese nationals in Japan', '日本国籍で国内に住んでいた人の', 'Japanese nationals in Japan', '日本国籍で国内在住'),
      lost_contact: ofPeople('with whom contact was lost', '連絡の取れない状態になった', 'contact lost', '連絡が取れない'),
      returned: ofPeople('who returned home other than by deportation', '退去強制によらず帰国した', 'returned, with or without support', '帰国（支援の有無を問わない）'),
      japanese: said('concerned Japanese nationals in Japan', '日本国籍で国内に住んでいた', 'of Japanese nationals in Japan', '日本国籍で国内に住んでいた人の', 'Japanese nationals in Japan', '日本国籍で国内在住'),
      other: ofPeople('in another country or out of contact', '第三国へ移ったか、連絡の取れない状態になった', 'in another country, or contact lost', '第三国・連絡が取れない'),
    },
  },
  fears_on_return: {
    ...about('fears of return', '帰国への不安', 'where the fears of return are known', '帰国への不安が分かる'),
    categories: {
      none: said('involved no fear of return', '帰国に際し特に心配していなかった', 'without fear of return', '帰国に際し特に心配していなかった人の', 'none', '特になし'),
      broker_threat: feared('threats from brokers', 'ブローカーからの脅し', 'threats from brokers', 'ブローカーからの脅し'),
      family_harm: feared('harm to the family', '家族への危害', 'harm to the family', '家族への危害'),
      debt_collection: feared('debt collection', '借金の取り立て', 'debt collection', '借金の取り立て'),
      stigma: feared('stigma in the community', '地域での偏見やうわさ', 'stigma in the community', '地域での偏見・うわさ'),
      family_rejection: feared('rejection by the family', '家族に受け入れられないこと', 'rejection by the family', '家族に受け入れられないこと'),
      no_livelihood: feared('having no livelihood', '生計の立たないこと', 'no livelihood', '生計が立たないこと'),
      retrafficking: feared('being trafficked again', '再び人身取引に遭うこと', 'being trafficked again', '再び人身取引に遭うこと'),
      health: feared('ill health', '健康面', 'ill health', '健康'),
      prosecution: feared('punishment', '本国での処罰', 'punishment at home', '本国での処罰'),
      separation_children: feared('separation from children', '子どもとの別離', 'separation from children', '子どもとの別離'),
      other: feared('something else', 'その他のこと', 'other fears', 'その他'),
    },
  },
  threats_received: {
    ...about('threats received after the exploitation', '搾取から離れた後に受けた脅し', 'where it is known whether threats followed', '離れた後の脅しの有無が分かる'),
    categories: {
      none: met('no threats after the exploitation', '搾取から離れた後に脅しを受けなかった', 'none', 'なし'),
      person_japan: met('threats to the person in Japan after the exploitation', '搾取から離れた後に日本で脅しを受けた', 'to the person in Japan', '日本にいる本人への脅し'),
      person_home: met('threats to the person after return', '帰国後に脅しを受けた', 'to the person after return', '帰国後の本人への脅し'),
      family_home: met('threats to the family at home', '母国の家族への脅しを受けた', 'to the family at home', '母国の家族への脅し'),
      supporter: met('threats to supporters', '支援者への脅しを受けた', 'to supporters', '支援者への脅し'),
    },
  },
  reintegration_obstacles: {
    ...about('obstacles after return', '帰国後に直面した困難', 'where the obstacles after return are known', '帰国後の困難が分かる', 'of people who returned or were deported, or where this is not known', '帰国または退去強制となった人（不明を含む）の'),
    categories: {
      none: met('no obstacle after return', '帰国後に特に困難に直面しなかった', 'none', 'なし'),
      stigma: met('stigma after return', '帰国後に偏見やうわさに直面した', 'stigma', '偏見・うわさ'),
      no_work: met('lack of work after return', '帰国後に仕事を得られなかった', 'lack of work', '仕事がない'),
      debt: met('remaining debt after return', '帰国後も借金を抱えていた', 'remaining debt', '残った借金'),
      health: met('health problems after return', '帰国後に健康問題を抱えていた', 'health problems', '健康問題'),
      family_conflict: met('family conflict after return', '帰国後に家族との不和に直面した', 'family conflict', '家族との不和'),
      broker: met('pressure from brokers after return', '帰国後にブローカーからの圧力を受けた', 'pressure from brokers', 'ブローカーからの圧力'),
      children_registration: met('difficulties over children\'s registration or schooling after return', '帰国後に子どもの国籍や就学で困難に直面した', 'registration or schooling of children', '子どもの国籍・就学'),
      no_support: met('lack of support after return', '帰国後に支援を得られなかった', 'lack of support', '支援がない'),
      wants_to_migrate: met('a wish to migrate again after return', '帰国後に再び渡航したいと望んでいた', 'wish to migrate again', '再び渡航したい気持ち'),
      other: met('another obstacle after return', '帰国後にその他の困難に直面した', 'other obstacles', 'その他'),
    },
  },
  livelihood_after: {
    ...about('livelihood at the last contact', '最後に確認した時点の生計', 'where the livelihood at the last contact is known', '最後に確認した時点の生計が分かる'),
    categories: {
      own_income_enough: ofPeople('who lived on their own income', '自分の収入で暮らせていた', 'own income, enough', '自分の収入で暮らせている'),
      own_income_short: ofPeople('whose own income was not enough', '自分の収入だけでは暮らせていなかった', 'own income, not enough', '自分の収入では足りない'),
      family_support: ofPeople('supported by family', '家族の援助で暮らしていた', 'supported by family', '家族の援助'),
      public_ngo_support: ofPeople('with public or NGO support', '公的支援や民間団体の支援で暮らしていた', 'public or NGO support', '公的支援・民間団体の支援'),
      no_livelihood: ofPeople('without a livelihood', '生計の手段を持っていなかった', 'no livelihood', '生計の手段なし'),
      left_again: ofPeople('who had migrated again', '再び国外へ渡航していた', 'migrated again', '再び国外へ渡航'),
      independent: ofPeople('who lived on their own income', '自分の収入で暮らせていた', 'own income, enough', '自分の収入で暮らせている'),
      dependent: ofPeople('with too little income or dependent on support', '収入の足りない、または援助を受ける状態だった', 'not enough, or supported', '収入不足・援助を受けている'),
    },
    levels: {
      live3: { none: ofPeople('without a livelihood or who had migrated again', '生計の手段を持たないか、再び国外へ渡航していた', 'no livelihood, or migrated again', '生計の手段なし・再び国外へ') },
    },
  },
  retrafficked: {
    ...about('whether people were trafficked again', '再び被害に遭ったかどうか', 'where it is known whether there was further trafficking', '再被害の有無が分かる'),
    categories: {
      no: met('no further trafficking', '再び人身取引の被害に遭ってはいなかった', 'not trafficked again', '再被害なし'),
      attempted: met('an attempt at further trafficking', '再び人身取引の勧誘や未遂に遭った', 'attempt', '勧誘・未遂'),
      yes_japan: met('further trafficking to Japan', '日本への人身取引の被害に再び遭った', 'trafficked again, to Japan', '日本への再被害'),
      yes_elsewhere: met('further trafficking elsewhere', '日本以外への人身取引の被害に再び遭った', 'trafficked again, elsewhere', '日本以外への再被害'),
      attempted_or_yes: met('further trafficking or an attempt', '再び人身取引の被害や勧誘・未遂に遭った', 'trafficked again, or attempt', '再被害または勧誘・未遂'),
    },
  },
} as const satisfies PhraseRows<'wish_at_contact' | 'return_status' | 'fears_on_return' | 'threats_received' | 'reintegration_obstacles' | 'livelihood_after' | 'retrafficked'>
