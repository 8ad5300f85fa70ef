/** Phrases of the questionnaire, section B: source of the case. */
import { about, type PhraseRows, said } from './rows.ts'

const reportedBy = (en: string, ja: string, nameEn: string = en, nameJa: string = ja) =>
  said(`were submitted by ${en}`, `${ja}から報告された`, `submitted by ${en}`, `${ja}からの`, nameEn, nameJa)

const reportedFrom = (en: string, ja: string) => said(`were submitted from ${en}`, `${ja}から報告された`, `submitted from ${en}`, `${ja}からの`, en, ja)

const basedOn = (en: string, ja: string, nameEn: string, nameJa: string = ja) =>
  said(`were based on ${en}`, `${ja}に基づいていた`, `based on ${en}`, `${ja}に基づく`, nameEn, nameJa)

const PERSON = reportedBy('the people affected themselves', '被害を受けた本人', 'the people affected')

export const PHRASES_B = {
  source_type: {
    ...about('who reported', '報告した機関や人', 'where the reporter is known', '報告者が分かる'),
    categories: {
      ngo_shelter: reportedBy('NGO shelters', '民間シェルター'),
      ngo_counselling: reportedBy('NGO counselling services or hotlines', '民間の相談窓口や電話相談', 'NGO counselling services and hotlines', '民間の相談窓口・電話相談'),
      labour_union: reportedBy('labour unions or networks of migrant workers', '労働組合や移住労働者支援団体', 'labour unions and networks of migrant workers', '労働組合・移住労働者の支援ネットワーク'),
      embassy: reportedBy('embassies or consulates', '大使館や領事館', 'embassies and consulates', '大使館・領事館'),
      victim_self: PERSON,
      lawyer: reportedBy('lawyers or bar associations', '弁護士や弁護士会', 'lawyers and bar associations', '弁護士・弁護士会'),
      womens_support_center: reportedBy('women\'s support centres', '女性相談支援センター'),
      child_guidance_center: reportedBy('child guidance centres', '児童相談所'),
      police: reportedBy('the police', '警察', 'police'),
      immigration: reportedBy('the immigration authority', '出入国在留管理庁', 'immigration authority', '出入国在留管理庁（旧・入国管理局）'),
      medical: reportedBy('hospitals or clinics', '医療機関', 'hospitals and clinics'),
      religious: reportedBy('religious bodies', '宗教団体'),
      international_org: reportedBy('IOM or other international organisations', 'IOMなどの国際機関', 'IOM and other international organisations'),
      origin_ngo: reportedBy('NGOs in the country of origin', '出身国の民間団体'),
      other: reportedBy('other organisations or people', 'その他の機関や人', 'other', 'その他'),
      ngo: reportedBy('NGOs or unions', '民間団体や労働組合', 'NGOs and unions', '民間団体・労働組合'),
      victim: PERSON,
      public: reportedBy('public bodies', '公的機関'),
    },
  },
  source_place: {
    ...about('where reports came from', '報告者の所在地', 'where the place of reporting is known', '報告者の所在地が分かる'),
    categories: {
      japan: reportedFrom('inside Japan', '日本国内'),
      origin_country: reportedFrom('the country of origin', '本人の出身国'),
      third_country: reportedFrom('a third country', '日本でも出身国でもない国'),
    },
  },
  information_basis: {
    ...about('what the information is based on', '情報の根拠', 'where the basis of the information is known', '情報の根拠が分かる'),
    categories: {
      interview_with_person: basedOn('an interview with the person', '本人への聞き取り', 'interview with the person'),
      case_file: basedOn('counselling or case files', '相談や支援の記録', 'counselling or case files', '相談・支援の記録'),
      worker_memory: basedOn('the memory of the person in charge', '担当者の記憶', 'memory of the person in charge'),
      phone_or_online: basedOn('counselling by telephone or online', '電話やオンラインでの相談', 'counselling by telephone or online', '電話・オンラインでの相談'),
      court_or_official_paper: basedOn('court or other official papers', '裁判資料などの公的文書', 'court or other official papers'),
      third_party: basedOn('information from a third party', '第三者からの情報', 'information from a third party'),
    },
  },
  other_report_known: {
    ...about('whether another organisation reported the case too', '他の団体からの報告の有無', 'where it is recorded whether another organisation reported', '他の団体からの報告の有無が記録された'),
    categories: {
      yes: said('had a known report by another organisation', '他の団体からも報告されていた', 'also known to another organisation', '他の団体からも報告のあった', 'another report known', '他の団体からも報告'),
      no: said('had no known report by another organisation', '他の団体から報告されたとは確認されなかった', 'not known to another organisation', '他の団体からの報告が確認されていない', 'no other report known', '他の団体からの報告は未確認'),
    },
  },
} as const satisfies PhraseRows<'source_type' | 'source_place' | 'information_basis' | 'other_report_known'>
