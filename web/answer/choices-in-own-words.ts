/**
 * Answers of the page for affected persons as she would give them, in Japanese and English: the questionnaire says them in the words of case
 * workers. Codes are the same; a code that is not here is said as in the questionnaire. Other languages have the words of their translation.
 */
import type { SECTIONS } from '../../survey-schema/questionnaire/index.ts'
import type { Question } from '../../survey-schema/questionnaire/question.ts'
import type { Text } from '../../survey-schema/text.ts'

type AnyQuestion = (typeof SECTIONS)[number]['questions'][number]
type CodeOf<Id> = Extract<AnyQuestion, { readonly id: Id }>['codes'][number]['code']
type OwnWords = { readonly [Id in AnyQuestion['id']]?: { readonly [Code in CodeOf<Id>]?: Text } }

const HELP = {
  none: { ja: 'なし', en: 'None' },
  shelter: { ja: '安全に泊まれるところ', en: 'A safe place to stay' },
  medical: { ja: '病院での治療', en: 'A doctor or hospital' },
  mental_health: { ja: '心のケア・カウンセリング', en: 'Counselling' },
  legal_aid: { ja: '弁護士や法律の相談', en: 'A lawyer or legal advice' },
  interpretation: { ja: '通訳・翻訳', en: 'Interpreting or translation' },
  living_costs: { ja: '生活費', en: 'Money for daily life' },
  travel_document: { ja: 'パスポートなどの書類の手続き', en: 'A passport or other papers' },
  wage_recovery: { ja: '払われなかった給料を取り戻すこと', en: 'Getting the pay that I was owed' },
  training_work: { ja: '仕事の訓練、仕事探しの手伝い', en: 'Training, or help to find work' },
  child_support: { ja: '子どものための支援', en: 'Help for children' },
  return_travel: { ja: '国に帰るための手配や費用', en: 'The journey home' },
  reintegration: { ja: '国に帰ったあとの支援', en: 'Help after going home' },
} as const

export const IN_OWN_WORDS = {
  gender: {
    trans_or_nonconforming: { ja: 'トランスジェンダー、女性・男性のどちらでもない', en: 'Transgender, or neither woman nor man' },
  },
  recruitment_mode: {
    recruited: { ja: 'だれかに誘われた・紹介された', en: 'Somebody invited me or introduced me' },
    self_arranged: { ja: '自分で準備して来た。ひどい目にあったのは、そのあと', en: 'I arranged it myself; the harm came later' },
    sold_by_family: { ja: '家族に引き渡された・売られた', en: 'My family handed me over or sold me' },
    abducted: { ja: '無理やり連れて行かれた', en: 'I was taken by force' },
  },
  work_promised: {
    hostess: { ja: 'バーやクラブでの接客（ホステス）', en: 'Bar or club (hostess)' },
    care_cleaning: { ja: '介護や掃除', en: 'Care or cleaning' },
    domestic_work: { ja: '家事や子どもの世話', en: 'Housework or looking after children' },
    training: { ja: '研修・技能実習', en: 'Training (technical internship)' },
    sex_work: { ja: '性的な仕事', en: 'Sex work' },
    none: { ja: 'はっきりした約束はなかった', en: 'Nothing clear was promised' },
  },
  deception_kinds: {
    none: { ja: '違うところはなかった', en: 'Nothing: it was as I was told' },
    nature_of_work: { ja: '仕事の内容、雇い主、場所', en: 'The work, the employer or the place' },
    wages: { ja: '給料', en: 'The pay' },
    conditions: { ja: '働く時間などの条件', en: 'Hours and other conditions of work' },
    contract: { ja: '契約', en: 'The contract' },
    housing: { ja: '住むところや生活', en: 'Where and how I lived' },
    legal_status: { ja: 'ビザ、在留資格、書類', en: 'Visa, permission to stay, or papers' },
    travel_terms: { ja: '渡航の費用や借金', en: 'The cost of the journey, or debt' },
    marriage_adoption: { ja: '結婚や養子縁組', en: 'Marriage or adoption' },
    education: { ja: '学校や勉強', en: 'School or study' },
  },
  leg_purpose: {
    recruitment_move: { ja: '誘われたとき、または訓練のための移動', en: 'While I was being hired or trained' },
    transit: { ja: '途中で通った', en: 'On the way' },
    to_exploitation: { ja: 'それが起きた場所への移動', en: 'To where it happened' },
    transfer: { ja: 'ほかの人に引き渡された', en: 'I was handed to somebody else' },
    escape: { ja: '逃げた', en: 'I fled' },
    return: { ja: '国に帰った', en: 'I went home' },
    deportation: { ja: '役所に帰らされた', en: 'The authorities sent me back' },
  },
  exploitation_types: {
    sexual: { ja: '性的な仕事や行為', en: 'Sex work or other sexual acts' },
    forced_labour: { ja: '断ったりやめたりできない仕事', en: 'Work that I could not refuse or leave' },
    domestic_servitude: { ja: '自由のない家事や世話', en: 'Housework without being free' },
    forced_marriage: { ja: '望まない結婚', en: 'A marriage that I did not want' },
    forced_crime: { ja: '法律に反すること', en: 'Things against the law' },
    forced_begging: { ja: '物乞いや、道での物売り', en: 'Begging, or selling things in the street' },
    organ_removal: { ja: '臓器を取られること', en: 'Giving an organ of my body' },
    illegal_adoption: { ja: '子どもを手放すこと、人のために子どもを産むこと', en: 'Giving up a child, or having a child for others' },
    intended_only: { ja: 'まだ何もさせられていない。その前に逃げた・助けられた', en: 'Nothing yet: I got away before' },
  },
  means_of_control: {
    none: { ja: '何もなかった', en: 'Nothing kept me' },
    debt: { ja: '借金', en: 'Debt' },
    earnings_taken: { ja: '稼いだお金を取られた', en: 'My pay was taken' },
    money_restricted: { ja: '自分のお金を使えなかった', en: 'I could not use my own money' },
    threats_person: { ja: '私への脅し', en: 'Threats against me' },
    threats_family: { ja: '家族や子どもへの脅し', en: 'Threats against my family or children' },
    threats_authorities: { ja: '警察や入管に言うと脅された', en: 'They said they would call the police or immigration' },
    psychological: { ja: 'ばかにされた、心を傷つけられた', en: 'Insults, being made to feel worthless' },
    physical: { ja: '殴られた、けがをさせられた', en: 'Being beaten or hurt' },
    sexual: { ja: '性的な暴力', en: 'Sexual violence' },
    false_promises: { ja: 'うその約束', en: 'Promises that were lies' },
    movement: { ja: '閉じ込められた、見張られた', en: 'Being locked in or watched' },
    documents: { ja: 'パスポートや証明書を取られた', en: 'My passport or papers were taken' },
    necessities: { ja: '食事、睡眠、暖房などを与えられなかった', en: 'No food, sleep or heating' },
    medical: { ja: '病院に行かせてもらえなかった', en: 'I was not allowed to see a doctor' },
    excessive_hours: { ja: '長すぎる労働時間', en: 'Very long hours of work' },
    drugs: { ja: '薬物や酒', en: 'Drugs or alcohol' },
    images: { ja: '写真や動画で脅された', en: 'Photos or videos of me, used as a threat' },
    phone_cut: { ja: '電話を取られた、だれとも連絡できなかった', en: 'My phone was taken, or I could contact nobody' },
  },
  first_helper: {
    none: { ja: 'だれもいない', en: 'Nobody' },
    coworker: { ja: '同じ状況の人', en: 'Somebody in the same situation' },
    compatriot: { ja: '同じ国の友人', en: 'A friend from my country' },
    japanese_friend: { ja: '日本人の友人や近所の人', en: 'A Japanese friend or neighbour' },
    partner: { ja: '恋人、夫、妻', en: 'My partner, husband or wife' },
    customer: { ja: '客', en: 'A customer' },
    passer_by: { ja: '通りがかりの人、タクシーの運転手など', en: 'A passer-by or taxi driver' },
    family_home: { ja: '国にいる家族', en: 'My family at home' },
    religious: { ja: '教会やお寺などの人', en: 'Somebody of a church or temple' },
    health_worker: { ja: '医師・看護師', en: 'A doctor or nurse' },
    teacher: { ja: '先生', en: 'A teacher' },
    police_officer: { ja: '警察官', en: 'A police officer' },
    embassy_staff: { ja: '大使館の人', en: 'Somebody of the embassy' },
    ngo_staff: { ja: '支援団体（NGO）の人', en: 'Somebody of an organisation that helps (NGO)' },
    online_contact: { ja: 'ネットで知り合った人', en: 'Somebody I knew online' },
  },
  barriers: {
    none: { ja: '特にない', en: 'Nothing' },
    confinement: { ja: '閉じ込められていた、見張られていた', en: 'I was locked in or watched' },
    no_phone: { ja: '電話やネットが使えなかった', en: 'I had no phone or internet' },
    did_not_know: { ja: 'どこに行けばよいか知らなかった', en: 'I did not know where to go' },
    fear_deportation: { ja: '逮捕や強制送還が怖かった', en: 'I was afraid of arrest, or of being sent back' },
    fear_reprisal: { ja: '仕返しが怖かった', en: 'I was afraid of revenge' },
    fear_for_family: { ja: '家族に何かされるのが怖かった', en: 'I was afraid for my family' },
    debt: { ja: '借金が残っていた', en: 'I still had debt' },
    need_income: { ja: '家族にお金を送らなければならなかった', en: 'I had to send money home' },
    shame: { ja: '恥ずかしかった', en: 'I was ashamed' },
    not_seen_as_victim: { ja: 'ひどいことをされていると思わなかった', en: 'I did not know that what was done to me was wrong' },
    refused_before: { ja: '前に頼んで断られた', en: 'I had asked before and was refused' },
    distrust: { ja: '役所や警察を信じられなかった', en: 'I did not trust the authorities' },
  },
  assistance_received: HELP,
  assistance_unmet: HELP,
  wish_at_contact: {
    return_soon: { ja: '早く国に帰りたい', en: 'To go home soon' },
    return_later: { ja: 'あとで国に帰りたい', en: 'To go home later' },
    stay_japan: { ja: '日本に残りたい', en: 'To stay in Japan' },
    third_country: { ja: 'ほかの国に行きたい', en: 'To go to another country' },
    undecided: { ja: '決められない', en: 'I could not decide' },
  },
} as const satisfies OwnWords

/** The question with its answers in her words, where the page speaks a language that has them. @param spoken as BCP 47 */
export function inOwnWords(question: Question, spoken: string): Question {
  const words: Readonly<Record<string, Text>> | undefined = (IN_OWN_WORDS as Readonly<Record<string, Readonly<Record<string, Text>>>>)[
    question.id
  ]
  if (!words || (spoken !== 'ja' && spoken !== 'en')) return question
  return { ...question, codes: question.codes.map((code) => ({ ...code, ...words[code.code] })) }
}
