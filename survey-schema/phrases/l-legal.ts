/** Phrases of the questionnaire, section L: legal treatment. */
import { about, ofPeople, type PhraseRows, said } from './rows.ts'

const recognised = (en: string, ja: string, nameEn: string, nameJa: string) =>
  ofPeople(`recognised as trafficking victims ${en}`, `${ja}人身取引の被害者と認められた`, nameEn, nameJa)

const treated = (en: string, ja: string, nameEn: string, nameJa: string) => said(`involved ${en}`, ja, `with ${en}`, `${ja}人の`, nameEn, nameJa)

const detained = (en: string, ja: string, nameJa = ja) =>
  said(`involved ${en} in detention`, `${ja}の身柄拘束を受けた`, `with ${en} in detention`, `${ja}の身柄拘束を受けた人の`, en, nameJa)

/** What was done about offenders; the same words restrict. */
const ledTo = (en: string, ja: string, nameEn: string, nameJa: string) => said(`led to ${en}`, ja, `that led to ${en}`, ja, nameEn, nameJa)

export const PHRASES_L = {
  state_recognition: {
    ...about('recognition as a victim by an authority', '公的機関による被害者の認定', 'where it is known whether an authority recognised a victim', '公的機関による認定の有無が分かる'),
    categories: {
      police: recognised('by the police', '警察に', 'recognised by the police', '警察による認定'),
      immigration: recognised('by the immigration authority', '入管に', 'recognised by immigration', '入管による認定'),
      court: recognised('in court', '裁判で', 'recognised in court', '裁判での認定'),
      other_authority: recognised('by another authority', 'その他の公的機関に', 'recognised by another authority', 'その他の公的機関による認定'),
      pending: ofPeople('awaiting a decision on recognition', '被害者と認められるかの判断を待っていた', 'decision pending', '判断待ち'),
      refused: ofPeople('examined but not recognised as victims', '確認のうえ被害者と認められなかった', 'examined, not recognised', '確認のうえ認定なし'),
      not_examined: ofPeople('never examined despite contact with authorities', '公的機関と接触しながら被害者か否かを確認されなかった', 'contact with authorities, never examined', '接触あり・確認なし'),
      no_contact: said('involved no contact with authorities', '公的機関との接触を持たなかった', 'without contact with authorities', '公的機関との接触を持たなかった人の', 'no contact with authorities', '公的機関との接触なし'),
      recognised: recognised('by an authority', '公的機関に', 'recognised by an authority', '公的機関による認定'),
      refused_pending: ofPeople('not recognised as victims or awaiting a decision', '被害者と認められなかったか、判断を待っていた', 'not recognised, or decision pending', '認定なし・判断待ち'),
      never_examined: ofPeople('never examined by an authority', '公的機関に被害者か否かを確認されなかった', 'never examined', '確認なし（接触なしを含む）'),
    },
  },
  treated_as_offender: {
    ...about('treatment as an offender', '違反者・犯罪者としての扱い', 'where it is known whether people were treated as offenders', '違反者・犯罪者としての扱いの有無が分かる'),
    categories: {
      no: treated('no treatment as an offender', '違反者や犯罪者として扱われなかった', 'not treated as an offender', '扱いなし'),
      immigration_case: treated('treatment as an immigration offender', '入管法違反者として扱われた', 'immigration violation case', '入管法違反としての扱い'),
      immigration_detention: treated('immigration detention', '入管施設に収容された', 'immigration detention', '入管施設への収容'),
      arrest_immigration_law: treated('arrest under immigration law', '入管法違反で逮捕された', 'arrest under immigration law', '入管法違反での逮捕'),
      arrest_prostitution_law: treated('arrest under the Anti-Prostitution Act', '売春防止法違反で逮捕された', 'arrest under the Anti-Prostitution Act', '売春防止法違反での逮捕'),
      arrest_other: treated('arrest for another offence', 'その他の容疑で逮捕された', 'arrest for another offence', 'その他の容疑での逮捕'),
      prosecuted: treated('prosecution of the person as an offender', '違反者として起訴された', 'prosecution', '起訴'),
      convicted_fined: treated('a conviction or fine against the person', '違反者として有罪判決や罰金を受けた', 'conviction or fine', '有罪・罰金'),
      deportation_order: treated('a deportation order', '退去強制令書の発付を受けた', 'deportation order', '退去強制令書の発付'),
      reentry_ban: treated('a re-entry ban', '再入国を禁止された', 're-entry ban', '上陸拒否（再入国禁止）'),
    },
  },
  detention_band: {
    ...about('time in detention', '身柄を拘束された期間', 'where the time in detention is known', '身柄を拘束された期間が分かる', 'of people detained, arrested or prosecuted, or where this is not known', '収容・逮捕・起訴などを受けた人（不明を含む）の'),
    categories: {
      under_3d: detained('up to 3 days', '3日以内'),
      '4_23d': detained('4 to 23 days', '4～23日'),
      '24d_3m': detained('24 days to 3 months', '24日～3か月'),
      over_3m: detained('more than 3 months', '3か月を超える期間', '3か月超'),
      up_to_23d: detained('up to 23 days', '23日以内'),
      longer: detained('24 days or more', '24日以上'),
    },
  },
  residence_outcome: {
    ...about('outcome for the right to stay', '在留についての結果', 'where the outcome for the right to stay is known', '在留についての結果が分かる'),
    categories: {
      kept_status: ofPeople('who kept their residence status', 'もとの在留資格を維持した', 'status kept', 'もとの在留資格の維持'),
      extended_changed: ofPeople('whose residence status was extended or changed', '在留資格の更新や変更を許可された', 'status extended or changed', '在留資格の更新・変更'),
      special_permission: ofPeople('granted special permission to stay', '在留特別許可を受けた', 'special permission to stay', '在留特別許可'),
      refugee_protection: ofPeople('granted refugee status or complementary protection', '難民認定や補完的保護の認定を受けた', 'refugee status or complementary protection', '難民認定・補完的保護'),
      departure_order: ofPeople('given a departure order', '出国命令を受けた', 'departure order', '出国命令'),
      deported: ofPeople('who were deported', '退去強制となった', 'deported', '退去強制'),
      left_regular: ofPeople('who left Japan without a removal procedure', '退去の手続を受けずに出国した', 'left without a removal procedure', '退去の手続を受けずに出国'),
      pending: ofPeople('awaiting a decision on residence', '在留の手続中だった', 'decision pending', '手続中'),
      not_needed: ofPeople('who needed no decision on residence', '在留の手続を必要としなかった', 'not needed', '手続不要'),
      allowed: ofPeople('allowed to stay in Japan', '在留を認められた', 'allowed to stay', '在留を認められた'),
      left: ofPeople('who left or had to leave Japan', '出国したか退去を求められた', 'left or had to leave', '出国（退去強制を含む）'),
    },
  },
  offender_proceedings: {
    ...about('proceedings against offenders', '加害者に対する手続', 'where it is known whether there were proceedings against offenders', '加害者に対する手続の有無が分かる'),
    categories: {
      none: said('involved no known proceedings against offenders', '加害者に対する手続なしと報告された', 'without known proceedings against offenders', '加害者に対する手続が特になかった', 'no known proceedings', '特になし'),
      reported: ledTo('a complaint to the police', '警察への被害届や告訴に至った', 'complaint to the police', '被害届・告訴'),
      investigated: ledTo('an investigation or arrest of offenders', '加害者の捜査や逮捕に至った', 'investigation or arrest', '捜査・逮捕'),
      prosecuted: ledTo('the prosecution of offenders', '加害者の起訴に至った', 'prosecution', '起訴'),
      convicted_trafficking: ledTo('a conviction for trafficking in persons', '人身売買罪での有罪判決に至った', 'conviction for trafficking in persons', '人身売買罪での有罪'),
      convicted_other: ledTo('a conviction for another offence', 'その他の罪での有罪判決に至った', 'conviction for another offence', 'その他の罪での有罪'),
      not_prosecuted: ledTo('a decision not to prosecute offenders', '加害者の不起訴に至った', 'decision not to prosecute', '不起訴'),
      civil_claim: ledTo('a civil or wage claim', '民事上の請求や賃金の請求に至った', 'civil or wage claim', '民事・賃金の請求'),
      compensated: ledTo('payment of compensation or wages', '賠償や未払い賃金の受取りに至った', 'compensation or wages received', '賠償・未払い賃金の受取り'),
    },
  },
  cooperation: {
    ...about('cooperation with an investigation', '捜査への協力', 'where it is known whether people cooperated', '捜査への協力の有無が分かる', 'with a police complaint or criminal proceedings, or where this is not known', '被害届や刑事手続があった人（不明を含む）の'),
    categories: {
      willingly: ofPeople('who cooperated willingly with an investigation', '自らの意思で捜査に協力した', 'willingly', '自らの意思で協力'),
      under_pressure: ofPeople('who cooperated with an investigation under pressure', '圧力を感じながら捜査に協力した', 'under pressure', '圧力を感じながら協力'),
      not_asked_to: ofPeople('who were not asked to cooperate with an investigation', '捜査への協力を求められなかった', 'not asked', '協力を求められなかった'),
      did_not_cooperate: ofPeople('who declined to cooperate with an investigation', '捜査に協力しなかった', 'declined to cooperate', '協力しなかった'),
    },
  },
} as const satisfies PhraseRows<'state_recognition' | 'treated_as_offender' | 'detention_band' | 'residence_outcome' | 'offender_proceedings' | 'cooperation'>
