/** Phrases of the questionnaire, section K: the way out, and until help was reached. Organisations have a file of their own. */
import { about, ofPeople, type PhraseRows, said } from './rows.ts'

const helpedBy = (en: string, ja: string, nameEn: string, nameJa: string) =>
  said(`involved first help from ${en}`, `最初に${ja}に助けられた`, `with first help from ${en}`, `最初に${ja}に助けられた人の`, nameEn, nameJa)

/** The Japanese holds its particle. */
const learned = (en: string, ja: string, nameEn: string, nameJa: string) =>
  ofPeople(`who learned of help from ${en}`, `${ja}支援を知った`, nameEn, nameJa)

const within = (en: string, ja: string, nameJa: string) =>
  said(`reached an organisation ${en} after exploitation began`, `搾取の開始から${ja}機関につながった`, `that reached an organisation ${en} after exploitation began`, `搾取の開始から${ja}機関につながった人の`, en, nameJa)

/** What held people back; the Japanese holds its particle. */
const barrier = (en: string, ja: string, nameEn: string, nameJa: string) =>
  ofPeople(`held back from seeking help by ${en}`, `${ja}助けを求めにくかった`, nameEn, nameJa)

export const PHRASES_K = {
  exit_mode: {
    ...about('how the exploitation ended', '搾取から離れた経緯', 'where it is known how the exploitation ended', '搾取から離れた経緯が分かる'),
    categories: {
      escaped_alone: ofPeople('who escaped alone', '自力で逃れた', 'escaped alone', '自力で逃れた'),
      escaped_with_help: ofPeople('who escaped with help', '誰かの助けで逃れた', 'escaped with help', '誰かの助けで逃れた'),
      rescued_on_call: ofPeople('rescued after a call or message', '通報や連絡により救出された', 'rescued after a call or message', '通報・連絡による救出'),
      police_raid: ofPeople('found in a police operation', '警察の摘発で発見された', 'found in a police operation', '警察の摘発で発見'),
      immigration_raid: ofPeople('found in an immigration operation', '入管の摘発で発見された', 'found in an immigration operation', '入管の摘発で発見'),
      released_debt_paid: ofPeople('let go after paying off the debt', '借金を完済して解放された', 'let go after paying off the debt', '借金の完済による解放'),
      dismissed: ofPeople('sent away by the exploiter', '搾取者に追い出された', 'sent away by the exploiter', '搾取者に追い出された'),
      still_inside: ofPeople('who had not left when help was reached', '相談の時点では搾取から離れていなかった', 'not yet left when help was reached', '相談時には離れていなかった'),
      other: ofPeople('who left in another way', 'その他の経緯で搾取から離れた', 'other ways', 'その他の経緯'),
      alone: ofPeople('who escaped alone', '自力で逃れた', 'escaped alone', '自力で逃れた'),
      helped: ofPeople('who escaped or were rescued with help', '助けを得て逃れたか救出された', 'escaped or rescued with help', '助けを得て逃れた・救出された'),
      raid: ofPeople('found in a raid', '摘発で発見された', 'found in a raid', '摘発で発見'),
      let_go: ofPeople('let go or sent away', '解放されたか追い出された', 'let go or sent away', '解放された・追い出された'),
    },
    levels: {
      group5: { other: ofPeople('who left in another way or had not yet left', 'その他の経緯で離れたかまだ離れていなかった', 'other ways, or not yet left', 'その他・まだ離れていない') },
    },
  },
  first_helper: {
    ...about('first person to help', '最初に助けた人', 'where it is known who helped first', '最初に助けた人が分かる'),
    categories: {
      none: said('involved no first helper', '最初の助けを誰からも得られなかった', 'without a first helper', '最初の助けを誰からも得られなかった人の', 'nobody', 'なし'),
      coworker: helpedBy('someone in the same situation', '同じ境遇の人', 'someone in the same situation', '同じ境遇の人'),
      compatriot: helpedBy('a friend from the same country', '同国人の友人', 'friend from the same country', '同国人の友人'),
      japanese_friend: helpedBy('a Japanese friend or neighbour', '日本人の友人や近所の人', 'Japanese friend or neighbour', '日本人の友人・近所の人'),
      partner: helpedBy('a partner or spouse', '恋人や配偶者', 'partner or spouse', '恋人・配偶者'),
      customer: helpedBy('a customer', '客', 'customer', '客'),
      passer_by: helpedBy('a passer-by or taxi driver', '通行人やタクシー運転手など', 'passer-by or taxi driver', '通行人・タクシー運転手など'),
      family_home: helpedBy('family at home', '母国の家族', 'family at home', '母国の家族'),
      religious: helpedBy('a member of a church or temple', '教会や寺院の関係者', 'member of a church or temple', '教会・寺院の関係者'),
      health_worker: helpedBy('a doctor or nurse', '医師や看護師', 'doctor or nurse', '医師・看護師'),
      teacher: helpedBy('a teacher', '教員', 'teacher', '教員'),
      police_officer: helpedBy('a police officer', '警察官', 'police officer', '警察官'),
      embassy_staff: helpedBy('embassy staff', '大使館の職員', 'embassy staff', '大使館の職員'),
      ngo_staff: helpedBy('NGO staff', '民間団体の職員', 'NGO staff', '民間団体の職員'),
      online_contact: helpedBy('someone online', 'ネット上の知り合い', 'someone online', 'ネット上の知り合い'),
      other: helpedBy('someone else', 'その他の人', 'other', 'その他'),
      circle: helpedBy('someone close to the person', '身近な人', 'someone close to the person', '身近な人'),
      stranger: helpedBy('a customer or passer-by', '客や通行人', 'customer or passer-by', '客・通行人'),
      civil: helpedBy('religious, medical, school or NGO staff', '宗教・医療・学校・民間団体の人', 'religious, medical, school or NGO staff', '宗教・医療・学校・民間団体の人'),
      authority: helpedBy('police or embassy staff', '警察や大使館の職員', 'police or embassy staff', '警察・大使館の職員'),
    },
  },
  learned_of_help: {
    ...about('how people learned of help', '支援を知ったきっかけ', 'where it is known how people learned of help', '支援を知ったきっかけが分かる'),
    categories: {
      leaflet_card: learned('a leaflet or card', 'リーフレットやカードで', 'leaflet or card', 'リーフレット・カード'),
      website_social: learned('a website or social media', 'ウェブサイトやSNSで', 'website or social media', 'ウェブサイト・SNS'),
      ethnic_media: learned('media in their language', '母語のメディアで', 'media in their language', '母語のメディア'),
      friend_coworker: learned('a friend or co-worker', '友人や同僚から', 'friend or co-worker', '友人・同僚'),
      customer: learned('a customer', '客から', 'customer', '客'),
      family: learned('family', '家族から', 'family', '家族'),
      embassy: learned('an embassy', '大使館から', 'embassy', '大使館'),
      police_immigration: learned('police or immigration', '警察や入管から', 'police or immigration', '警察・入管'),
      municipality_hospital: learned('a municipal office or hospital', '市区町村や医療機関から', 'municipal office or hospital', '市区町村・医療機関'),
      religious: learned('a church or temple', '教会や寺院から', 'church or temple', '教会・寺院'),
      street_outreach: learned('an outreach worker', '声かけなどのアウトリーチで', 'outreach worker', '声かけ・アウトリーチ'),
      other: learned('another source', 'その他のきっかけで', 'other sources', 'その他'),
    },
  },
  time_to_contact: {
    ...about('time to reach help', '最初の機関につながるまでの期間', 'where the time until an organisation was reached is known', '最初の機関につながるまでの期間が分かる'),
    categories: {
      under_1w: within('less than one week', '1週間未満で', '1週間未満'),
      '1w_1m': within('one week to one month', '1週間～1か月で', '1週間～1か月'),
      '1_3m': within('1 to 3 months', '1～3か月で', '1～3か月'),
      '4_12m': within('4 to 12 months', '4～12か月で', '4～12か月'),
      '1_2y': within('1 to 2 years', '1～2年で', '1～2年'),
      '2y_plus': within('more than two years', '2年を超えて', '2年超'),
      up_to_3m: within('within 3 months', '3か月以内に', '3か月以内'),
      over_1y: within('more than one year', '1年を超えて', '1年超'),
    },
  },
  barriers: {
    ...about('obstacles to seeking help', '助けを求める妨げ', 'where the obstacles to seeking help are known', '助けを求める妨げが分かる'),
    categories: {
      none: said('involved no obstacle to seeking help', '助けを求める際に特に妨げを受けなかった', 'without an obstacle to seeking help', '助けを求める際に特に妨げを受けなかった人の', 'none', '特になし'),
      language: barrier('a language barrier', '言葉の壁のため', 'language', '言葉の壁'),
      confinement: barrier('confinement', '監禁や監視のため', 'confinement', '監禁・監視'),
      no_phone: barrier('having no phone or internet', '電話やネットを使えず', 'no phone or internet', '電話・ネットが使えない'),
      did_not_know: barrier('not knowing where to go', '相談先を知らず', 'not knowing where to go', '相談先を知らない'),
      fear_deportation: barrier('fear of deportation or arrest', '強制送還や逮捕を恐れて', 'fear of deportation or arrest', '強制送還・逮捕への恐れ'),
      fear_reprisal: barrier('fear of reprisal', '報復を恐れて', 'fear of reprisal', '報復への恐れ'),
      fear_for_family: barrier('fear for the family', '家族への危害を恐れて', 'fear for the family', '家族への危害の恐れ'),
      debt: barrier('unpaid debt', '未返済の借金のため', 'unpaid debt', '未返済の借金'),
      need_income: barrier('the need to send money', '仕送りの必要から', 'need to send money', '仕送りの必要'),
      shame: barrier('shame', '恥ずかしさから', 'shame', '恥ずかしさ'),
      not_seen_as_victim: barrier('not seeing themselves as victims', '被害だと思わずに', 'not seeing oneself as a victim', '被害と思っていなかった'),
      refused_before: barrier('an earlier refusal', '以前に断られたため', 'earlier refusal', '以前に断られた経験'),
      distrust: barrier('distrust of the authorities', '公的機関への不信から', 'distrust of the authorities', '公的機関への不信'),
      other: barrier('another reason', 'その他の理由で', 'other reasons', 'その他の理由'),
    },
  },
} as const satisfies PhraseRows<'exit_mode' | 'first_helper' | 'learned_of_help' | 'time_to_contact' | 'barriers'>
