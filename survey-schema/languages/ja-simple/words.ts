/** Everything of the questionnaire but questions and places, in easy Japanese. */
import type { Translation } from '../translation.ts'

export const sections: Translation['sections'] = {
  admin: 'はじめに（記録《きろく》のことと、同意《どうい》のこと）',
  source: 'だれが知《し》らせていますか',
  profile: 'その人《ひと》のこと',
  before: '来《く》る前《まえ》のこと',
  recruitment: 'さそわれたときのこと',
  route: '通《とお》った国《くに》',
  status: '日本《にほん》に入《はい》ったときと在留資格《ざいりゅうしかく》',
  debt: '借金《しゃっきん》とお金《かね》',
  exploitation: 'どんな被害《ひがい》でしたか',
  expectation: '日本《にほん》への期待《きたい》とイメージ',
  contact: '助《たす》けを見《み》つけるまで',
  legal: '法律《ほうりつ》の手続《てつづ》き',
  assistance: '受《う》けた助《たす》け',
  return: '国《くに》に帰《かえ》ったあとのこと',
  assessment: '人身取引《じんしんとりひき》の決《き》まりとくらべる',
  note: 'おわりに',
}

export const groups: Translation['groups'] = {
  route_legs: '通《とお》った道《みち》（国《くに》から国《くに》へ）',
  contact_steps: '話《はな》した団体《だんたい》や役所《やくしょ》',
}

/** Answers that are none; kept apart everywhere. */
export const states: Translation['states'] = {
  unknown: 'わかりません',
  declined: '答《こた》えたくない',
  not_asked: '聞《き》いていません・記録《きろく》がありません',
  not_applicable: 'この質問《しつもん》は関係《かんけい》ありません',
}

/** Answers of more than one question. */
export const shared: Translation['shared'] = {
  yes_no: {
    yes: 'はい',
    no: 'いいえ',
  },
  age_bands: {
    '0_8': '0～8歳《さい》',
    '9_14': '9～14歳《さい》',
    '15_17': '15～17歳《さい》',
    '18_20': '18～20歳《さい》',
    '21_23': '21～23歳《さい》',
    '24_26': '24～26歳《さい》',
    '27_29': '27～29歳《さい》',
    '30_38': '30～38歳《さい》',
    '39_47': '39～47歳《さい》',
    '48_plus': '48歳《さい》か、それより上《うえ》',
    '9_17': '9～17歳《さい》',
    under_18: '18歳《さい》より下《した》',
    '18_plus': '18歳《さい》か、それより上《うえ》',
  },
  image_scale: {
    very_good: 'とてもいい',
    good: 'いい',
    neutral: 'どちらでもない',
    bad: '悪《わる》い',
    very_bad: 'とても悪《わる》い',
  },
  assistance: {
    none: 'なにもない',
    shelter: '安全《あんぜん》に泊《と》まれるところ',
    medical: '病院《びょういん》・治療《ちりょう》',
    mental_health: '心《こころ》のケア・カウンセリング',
    legal_aid: '法律《ほうりつ》の相談《そうだん》・弁護士《べんごし》',
    interpretation: '通訳《つうやく》・翻訳《ほんやく》',
    living_costs: '生活《せいかつ》のためのお金《かね》',
    travel_document: 'パスポートや戸籍《こせき》などの手続《てつづ》き',
    wage_recovery: 'もらっていない給料《きゅうりょう》をもらう手伝《てつだ》い',
    training_work: '仕事《しごと》の練習《れんしゅう》・仕事《しごと》さがし',
    child_support: '子《こ》どものための手伝《てつだ》い',
    return_travel: '国《くに》に帰《かえ》る準備《じゅんび》やお金《かね》',
    reintegration: '帰《かえ》ったあとの生活《せいかつ》の手伝《てつだ》い',
    other: 'そのほか',
  },
}

export const words: Translation['words'] = {
  independence: 'この答《こた》えは、助《たす》けを受《う》けることと関係《かんけい》ありません。',
  not_reviewed: 'このやさしい日本語《にほんご》は、まだ確認《かくにん》が終《お》わっていません。',
  route_legs_hint:
    'はじめの国《くに》から順番《じゅんばん》に書《か》いてください。1つから8つまで書《か》けます。国《くに》だけを書《か》きます。ぜんぶ日本《にほん》の中《なか》のときは、どちらも「日本《にほん》」と書《か》きます。',
  contact_steps_hint:
    '話《はな》した団体《だんたい》や役所《やくしょ》を、順番《じゅんばん》に書《か》いてください。6つまで書《か》けます。これを書《か》いている団体《だんたい》は、たいてい最後《さいご》です。',
  steps_ask: '助《たす》けを受《う》けるまでに、団体《だんたい》や役所《やくしょ》の人《ひと》と話《はな》しましたか。',
  steps_reached: 'はい（下《した》に順番《じゅんばん》に書《か》いてください）',
  steps_none: 'だれとも話《はな》さなかった',
  year_missing: '年《とし》がわからないとき',
  up_to: '{most}つまで選《えら》べます。',
  year_hint: '西暦《せいれき》の年《とし》（数字《すうじ》4つ）',
  length_hint: '{most}文字《もじ》まで',
  rows: '{most}行《ぎょう》まで書《か》けます。',
}

export const rules: Translation['rules'] = {
  R01: '表《ひょう》に使《つか》ってよい理由《りゆう》が必要《ひつよう》です。ないときは、受《う》けとりません。なにも残《のこ》しません。',
  R10: '「ない」「わかりません」などは、ほかの答《こた》えといっしょに選《えら》べません。',
  invalid_date: '年《とし》として読《よ》めません。',
  too_long: '文《ぶん》が長《なが》すぎます。',
}
