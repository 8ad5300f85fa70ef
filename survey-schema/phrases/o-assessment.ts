/** Phrases of the questionnaire, section O: assessment against definitions, and what follows from it. English and Japanese after the Palermo Protocol. */
import { about, type PhraseRows, said } from './rows.ts'

const act = (en: string, ja: string) => said(`involved the act of ${en}`, `${ja}の行為を含んでいた`, `with the act of ${en}`, `${ja}の行為を含む`, en, ja)

const means = (en: string, ja: string, nameJa: string) => said(`involved ${en} as a means`, `${ja}を手段としていた`, `with ${en} as a means`, `${ja}を手段とする`, en, nameJa)

const purpose = (en: string, ja: string, nameJa: string) => said(`were for the purpose of ${en}`, `${ja}を目的としていた`, `for the purpose of ${en}`, `${ja}を目的とする`, en, nameJa)

export const PHRASES_O = {
  act_elements: {
    ...about('acts found', '認められた行為', 'where the acts are assessed', '行為についての判断が分かる'),
    categories: {
      recruitment: act('recruitment', '獲得（勧誘）'),
      transportation: act('transportation', '輸送'),
      transfer: act('transfer', '引渡し'),
      harbouring: act('harbouring', '蔵匿'),
      receipt: act('receipt', '収受'),
      none: said('involved none of the acts', 'いずれの行為も含んでいなかった', 'with none of the acts', 'いずれの行為も含まない', 'none', 'なし'),
    },
  },
  means_elements: {
    ...about('means found', '認められた手段', 'where the means are assessed', '手段についての判断が分かる'),
    categories: {
      threat_force: means('threat or use of force', '暴力等による脅迫やその行使', '暴力等による脅迫・その行使'),
      coercion: means('other forms of coercion', 'その他の形態の強制', 'その他の強制'),
      abduction: means('abduction', '誘拐', '誘拐'),
      fraud_deception: means('fraud or deception', '詐欺や欺もう', '詐欺・欺もう'),
      abuse_of_power: means('abuse of power', '権力の濫用', '権力の濫用'),
      abuse_of_vulnerability: means('abuse of a position of vulnerability', 'ぜい弱な立場に乗ずること', 'ぜい弱な立場に乗ずること'),
      payment_to_controller: means('payment to a person in control', '支配する者への金銭・利益の授受', '支配する者への金銭・利益の授受'),
      none: said('involved none of the means', 'いずれの手段も伴っていなかった', 'with none of the means', 'いずれの手段も伴わない', 'none', 'なし'),
    },
  },
  purpose_elements: {
    ...about('purposes found', '認められた目的', 'where the purposes are assessed', '目的についての判断が分かる'),
    categories: {
      sexual: purpose('prostitution or other sexual exploitation', '売春その他の性的搾取', '売春その他の性的搾取'),
      forced_labour: purpose('forced labour or services', '強制的な労働や役務の提供', '強制的な労働・役務の提供'),
      slavery: purpose('slavery or similar practices', '奴隷化やこれに類する行為', '奴隷化またはこれに類する行為'),
      servitude: purpose('servitude', '隷属', '隷属'),
      organs: purpose('removal of organs', '臓器の摘出', '臓器の摘出'),
      other: purpose('another form of exploitation', 'その他の搾取', 'その他の搾取'),
      none: said('were for none of the purposes', 'いずれの目的も伴っていなかった', 'with none of the purposes', 'いずれの目的も伴わない', 'none', 'なし'),
    },
  },
  org_judgement: {
    ...about('judgement of the reporting organisation', '報告した団体の判断', 'where the judgement of the reporting organisation is known', '報告した団体の判断が分かる'),
    categories: {
      actual: said('were judged to be trafficking by the reporting organisation', '報告した団体に人身取引の被害と判断された', 'judged to be trafficking by the reporting organisation', '報告した団体に人身取引の被害と判断された', 'trafficking', '人身取引の被害'),
      possible: said('were judged to be possible trafficking by the reporting organisation', '報告した団体に人身取引の可能性ありと判断された', 'judged to be possible trafficking by the reporting organisation', '報告した団体に人身取引の可能性ありと判断された', 'possible trafficking', '人身取引の可能性あり'),
      not_victim: said('were judged not to be trafficking by the reporting organisation', '報告した団体に人身取引に当たらないと判断された', 'judged not to be trafficking by the reporting organisation', '報告した団体に人身取引に当たらないと判断された', 'not trafficking', '人身取引に当たらない'),
    },
  },
  definition_result: {
    ...about('result under the definition', '定義による判定', 'where the result under the definition is known', '定義による判定のある'),
    categories: {
      meets: said('met the definition of trafficking in persons', '人身取引の定義の要件を満たしていた', 'that met the definition of trafficking in persons', '人身取引の定義の要件を満たす', 'definition met', '要件を満たす'),
      not_met: said('did not meet the definition of trafficking in persons', '人身取引の定義の要件を満たしていなかった', 'that did not meet the definition of trafficking in persons', '人身取引の定義の要件を満たさない', 'definition not met', '要件を満たさない'),
      undetermined: said('were undetermined under the definition', '定義に当たるかの判断に至らなかった', 'undetermined under the definition', '定義に当たるかの判断に至らなかった', 'undetermined', '判断できない'),
    },
  },
} as const satisfies PhraseRows<'act_elements' | 'means_elements' | 'purpose_elements' | 'org_judgement' | 'definition_result'>
