/** Phrases of the questionnaire, section I: means of control. */
import { about, type PhraseRows, said } from './rows.ts'

/** What was done to the person. */
const means = (en: string, ja: string, nameEn: string, nameJa: string, restricting = en) =>
  said(`involved ${en}`, ja, `with ${restricting}`, `${ja}人の`, nameEn, nameJa)

export const PHRASES_I_CONTROL = {
  means_of_control: {
    ...about('means of control', '支配の手段', 'where the means of control are known', '支配の手段が分かる'),
    categories: {
      none: said('were reported with no means of control', '支配の手段なしと報告された', 'with no means of control observed', '支配の手段なしとされた', 'no control observed', '支配の手段なし'),
      debt: means('control through debt', '借金により支配された', 'debt', '借金'),
      earnings_taken: means('the taking of earnings', '収入を取り上げられた', 'earnings taken', '収入の取り上げ', 'earnings taken'),
      money_restricted: means('no access to own money', '自分の金銭を自由に使えなかった', 'no access to own money', '金銭の使用の制限'),
      threats_person: means('threats to the person', '自身への脅しを受けた', 'threats to the person', '本人への脅し'),
      threats_family: means('threats to family or children', '家族や子どもへの脅しを受けた', 'threats to family or children', '家族・子どもへの脅し'),
      threats_authorities: means('threats to call the police or immigration', '警察や入管に通報すると脅された', 'threats to call the police or immigration', '警察・入管に通報するという脅し'),
      psychological: means('humiliation or psychological abuse', '侮辱や心理的虐待を受けた', 'humiliation or psychological abuse', '侮辱・心理的虐待'),
      physical: means('physical violence', '身体的暴力を受けた', 'physical violence', '身体的暴力'),
      sexual: means('sexual violence', '性的暴力を受けた', 'sexual violence', '性的暴力'),
      false_promises: means('false promises', '虚偽の約束により支配された', 'false promises', '虚偽の約束'),
      movement: means('confinement or surveillance', '監禁や監視、外出の制限を受けた', 'confinement or surveillance', '監禁・監視・外出の制限'),
      documents: means('the withholding of documents', '旅券や証明書を取り上げられた', 'documents withheld', '旅券・証明書の取り上げ', 'documents withheld'),
      necessities: means('the denial of food, sleep or heating', '食事や睡眠、暖房などを与えられなかった', 'food, sleep or heating denied', '食事・睡眠・暖房などの制限', 'food, sleep or heating denied'),
      medical: means('the denial of medical care', '医療機関を受診させてもらえなかった', 'medical care denied', '受診の制限', 'medical care denied'),
      excessive_hours: means('excessive working hours', '過度の長時間労働をさせられた', 'excessive hours', '過度の長時間労働'),
      drugs: means('control through drugs or alcohol', '薬物やアルコールにより支配された', 'drugs or alcohol', '薬物・アルコール'),
      images: means('threats to use photos or videos', '写真や動画を使って脅された', 'threats to use photos or videos', '写真・動画による脅し'),
      phone_cut: means('a phone taken away or contact cut off', '携帯電話の取り上げや連絡の遮断を受けた', 'phone taken or contact cut off', '携帯電話の取り上げ・連絡の遮断', 'a phone taken away or contact cut off'),
      other: means('another means of control', 'その他の手段により支配された', 'other means', 'その他の手段'),
      debt_earnings: means('control through debt or the taking of earnings', '借金や収入の取り上げにより支配された', 'debt or earnings taken', '借金・収入の取り上げ'),
      threats: means('threats', '脅しを受けた', 'threats', '脅し'),
      abuse: means('psychological, physical or sexual abuse', '心理的・身体的・性的な暴力を受けた', 'psychological, physical or sexual abuse', '心理的・身体的・性的な暴力'),
      drugs_alcohol: means('control through drugs or alcohol', '薬物やアルコールにより支配された', 'drugs or alcohol', '薬物・アルコール'),
      basic_needs: means('restricted movement, contact, money, care or food', '外出・連絡・金銭・受診・食事を制限された', 'movement, contact, money, care or food restricted', '外出・連絡・金銭・受診・食事の制限'),
    },
    levels: {
      ctdc8: { other: means('other means, including threats to use images', '画像による脅しなどその他の手段で支配された', 'other, including threats to use images', 'その他（画像による脅しを含む）') },
    },
  },
} as const satisfies PhraseRows<'means_of_control'>
