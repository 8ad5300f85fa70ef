/** Phrases of the questionnaire, section G: entry and residence status. */
import { CAME } from './bases.ts'
import { about, ofPeople, type PhraseRows, said } from './rows.ts'

const arrived = (en: string, ja: string, nameEn: string, nameJa: string) =>
  said(`involved arrival ${en}`, ja, `of people who arrived ${en}`, `${ja}人の`, nameEn, nameJa)

const arrivedAs = (en: string, nameEn: string, nameJa: string) => arrived(`as ${en}`, `${nameJa}の在留資格で来日した`, nameEn, nameJa)
const arrivedWith = (en: string, nameEn: string, nameJa: string) => arrived(`with ${en}`, `${nameJa}の在留資格で来日した`, nameEn, nameJa)

const helped = (en: string, ja: string, nameEn: string, nameJa: string) => ofPeople(`${en} when reaching help`, `支援時に${ja}`, nameEn, nameJa)

const helpedWith = (en: string, nameEn: string, nameJa: string) => helped(`with ${en} status`, `${nameJa}の在留資格を持っていた`, nameEn, nameJa)

const arrangedBy = (en: string, ja: string, nameEn: string, nameJa: string) =>
  said(`involved entry arranged by ${en}`, `${ja}の手配で来日した`, `with entry arranged by ${en}`, `${ja}の手配で来日した人の`, nameEn, nameJa)

const irregular = (en: string, ja: string, nameEn: string, nameJa: string) =>
  said(`involved an irregular stay ${en}`, `${ja}非正規滞在となった`, `with an irregular stay ${en}`, `${ja}非正規滞在となった人の`, nameEn, nameJa)

const passportWith = (en: string, ja: string, nameEn: string, nameJa: string) =>
  said(`involved a passport held by ${en}`, `旅券を${ja}に管理されていた`, `with a passport held by ${en}`, `旅券を${ja}に管理されていた人の`, nameEn, nameJa)

const WITHOUT_PERMISSION = arrived('without permission to enter', '許可なく入国した', 'without permission', '許可なく入国')
const AS_JAPANESE = arrived('as a Japanese national', '日本国籍で来日した', 'Japanese national', '日本国籍')
const JAPANESE = said('concerned Japanese nationals', '日本国籍だった', 'of Japanese nationals', '日本国籍の', 'Japanese national', '日本国籍')
const OUTSIDE = helped('already outside Japan', 'すでに日本国外にいた', 'already outside Japan', 'すでに日本国外')

export const PHRASES_G = {
  entry_status: {
    ...about('status of residence at the latest arrival', '直近の来日時の在留資格', 'where the status of residence at arrival is known', '来日時の在留資格が分かる', ...CAME),
    categories: {
      entertainer: arrivedAs('an entertainer', 'entertainer', '興行'),
      short_term: arrivedAs('a temporary visitor', 'temporary visitor', '短期滞在'),
      spouse_japanese: arrivedAs('a spouse or child of a Japanese national', 'spouse or child of a Japanese national', '日本人の配偶者等'),
      spouse_permanent: arrivedAs('a spouse or child of a permanent resident', 'spouse or child of a permanent resident', '永住者の配偶者等'),
      long_term: arrivedAs('a long-term resident', 'long-term resident', '定住者'),
      permanent: arrivedAs('a permanent resident', 'permanent resident', '永住者'),
      technical_intern: arrivedAs('a technical intern', 'technical intern', '技能実習'),
      trainee: arrivedAs('a trainee', 'trainee (former system)', '研修'),
      specified_skilled: arrivedAs('a specified skilled worker', 'specified skilled worker', '特定技能'),
      engineer_humanities: arrivedAs('an engineer or specialist in humanities or international services', 'engineer, humanities, international services', '技術・人文知識・国際業務'),
      skilled_labour: arrivedAs('a skilled labourer', 'skilled labour', '技能'),
      care: arrivedAs('a care worker', 'nursing care', '介護'),
      student: arrivedAs('a student', 'student', '留学'),
      dependent: arrivedAs('a dependent', 'dependent', '家族滞在'),
      designated: arrivedWith('status for designated activities', 'designated activities', '特定活動'),
      other_status: arrived('with another status of residence', 'その他の在留資格で来日した', 'another status', 'その他の在留資格'),
      japanese_national: AS_JAPANESE,
      irregular_entry: WITHOUT_PERMISSION,
      work: arrivedWith('work status', 'work', '就労'),
      family: arrivedWith('family or settled status', 'family or settled', '家族・定住'),
      short_stay: arrivedWith('short-stay status', 'short stay', '短期滞在'),
      training_study: arrivedWith('training or study status', 'training or study', '研修・実習・留学'),
      none: WITHOUT_PERMISSION,
      japanese: AS_JAPANESE,
    },
  },
  status_at_contact: {
    ...about('status of residence when help was reached', '支援時の在留資格', 'where the status of residence when help was reached is known', '支援時の在留資格が分かる'),
    categories: {
      entertainer: helpedWith('entertainer', 'entertainer', '興行'),
      short_term: helpedWith('temporary visitor', 'temporary visitor', '短期滞在'),
      spouse_japanese: said('concerned spouses or children of a Japanese national when reaching help', '支援時に日本人の配偶者等の在留資格を持っていた', 'of spouses or children of a Japanese national when reaching help', '支援時に日本人の配偶者等の在留資格を持っていた人の', 'spouse or child of a Japanese national', '日本人の配偶者等'),
      spouse_permanent: said('concerned spouses or children of a permanent resident when reaching help', '支援時に永住者の配偶者等の在留資格を持っていた', 'of spouses or children of a permanent resident when reaching help', '支援時に永住者の配偶者等の在留資格を持っていた人の', 'spouse or child of a permanent resident', '永住者の配偶者等'),
      long_term: helpedWith('long-term resident', 'long-term resident', '定住者'),
      permanent: helpedWith('permanent resident', 'permanent resident', '永住者'),
      technical_intern: helpedWith('technical intern', 'technical intern', '技能実習'),
      trainee: helpedWith('trainee', 'trainee (former system)', '研修'),
      specified_skilled: helpedWith('specified skilled worker', 'specified skilled worker', '特定技能'),
      engineer_humanities: helpedWith('engineer, humanities or international services', 'engineer, humanities, international services', '技術・人文知識・国際業務'),
      skilled_labour: helpedWith('skilled labour', 'skilled labour', '技能'),
      care: helpedWith('nursing care', 'nursing care', '介護'),
      student: helpedWith('student', 'student', '留学'),
      dependent: helpedWith('dependent', 'dependent', '家族滞在'),
      designated: helpedWith('designated activities', 'designated activities', '特定活動'),
      other_status: helped('with another status of residence', 'その他の在留資格を持っていた', 'another status', 'その他の在留資格'),
      japanese_national: JAPANESE,
      overstay: helped('who had overstayed', '超過滞在となっていた', 'overstay', '超過滞在'),
      irregular_entry: ofPeople('who had never had permission to stay', '当初から在留の許可を得ていなかった', 'never had permission', '当初から許可なし'),
      provisional_release: helped('on provisional release', '仮放免中だった', 'provisional release', '仮放免'),
      asylum_applicant: helped('with a refugee application pending', '難民認定を申請中だった', 'refugee application pending', '難民認定申請中'),
      special_permission: helped('with special permission to stay', '在留特別許可を受けていた', 'special permission to stay', '在留特別許可'),
      left_japan: OUTSIDE,
      work: helpedWith('work', 'work', '就労'),
      family: helpedWith('family or settled', 'family or settled', '家族・定住'),
      short_stay: helpedWith('short-stay', 'short stay', '短期滞在'),
      training_study: helpedWith('training or study', 'training or study', '研修・実習・留学'),
      none: helped('without status or with a procedure pending', '在留資格を持たないか手続中だった', 'none, or a procedure pending', '在留資格なし・手続中'),
      japanese: JAPANESE,
    },
  },
  status_arranged_by: {
    ...about('who arranged entry', '在留手続の手配者', 'where it is known who arranged entry', '在留手続の手配者が分かる', ...CAME),
    categories: {
      self: arrangedBy('the person', '本人', 'the person', '本人'),
      broker: arrangedBy('a broker or recruiter', 'ブローカーや勧誘者', 'broker or recruiter', 'ブローカー・勧誘者'),
      agency: arrangedBy('a sending or talent agency', '送出機関や芸能事務所', 'sending or talent agency', '送出機関・芸能事務所'),
      employer: arrangedBy('an employer or supervising organisation', '雇い主や監理団体', 'employer or supervising organisation', '雇い主・監理団体'),
      spouse: arrangedBy('a spouse or the spouse\'s family', '配偶者やその家族', 'spouse or the spouse\'s family', '配偶者・その家族'),
      family: arrangedBy('the person\'s own family', '本人の家族', 'own family', '本人の家族'),
      other: arrangedBy('somebody else', 'その他の人', 'other', 'その他'),
    },
  },
  irregular_reasons: {
    ...about('why the stay became irregular', '在留が非正規になった理由', 'where it is known why the stay became irregular', '在留が非正規になった理由が分かる', 'of people without regular status, or where this is not known', '正規の在留資格がない人（不明を含む）の'),
    categories: {
      documents_withheld: irregular('because documents were withheld', '旅券などを取り上げられて', 'documents withheld', '旅券等の取り上げ'),
      renewal_blocked: irregular('because the exploiter did not renew the status', '搾取者に更新手続をしてもらえず', 'status not renewed by the exploiter', '搾取者が更新手続をせず'),
      fled_workplace: irregular('after flight from the workplace', '職場から逃れて', 'flight from the workplace', '職場から逃れた（いわゆる失踪）'),
      sham_marriage: irregular('after a marriage arranged by the broker', 'ブローカーの仕組んだ結婚で', 'marriage arranged by the broker', 'ブローカーの仕組んだ結婚'),
      false_documents: irregular('after entry under another identity', '他人名義や偽造書類での入国で', 'entry under another identity', '他人名義・偽造書類での入国'),
      unpermitted_work: irregular('after being made to work outside the permission', '資格外の就労をさせられて', 'made to work outside the permission', '資格外の就労の強要'),
      not_informed: irregular('because the rules had not been explained', '制度を知らされずに', 'rules not explained', '制度を知らされず'),
      other: irregular('for another reason', 'その他の理由で', 'other', 'その他'),
    },
  },
  documents_held_by: {
    ...about('who held the passport', '旅券を持っていた人', 'where it is known who held the passport', '旅券の所持者が分かる'),
    categories: {
      self: ofPeople('who held their own passport', '旅券を自分で持っていた', 'the person', '本人'),
      exploiter: passportWith('the exploiter or employer', '搾取者や雇い主', 'exploiter or employer', '搾取者・雇い主'),
      broker: passportWith('a broker', 'ブローカー', 'broker', 'ブローカー'),
      supervising_org: passportWith('a supervising or sending organisation', '監理団体や送出機関', 'supervising or sending organisation', '監理団体・送出機関'),
      no_document: ofPeople('who had no passport', '旅券そのものを持っていなかった', 'no passport', '旅券なし'),
      other: passportWith('somebody else', 'その他の人', 'other', 'その他'),
    },
  },
} as const satisfies PhraseRows<'entry_status' | 'status_at_contact' | 'status_arranged_by' | 'irregular_reasons' | 'documents_held_by'>
