/** The message of each rule to the person who fills in the form. Numbers as in questionnaire, section 5.2. */

import type { CheckId } from '../release/case-record.ts'
import type { Text } from '../text.ts'

export const RULES = {
  required: { en: 'Please answer this question.', ja: 'この質問に回答してください。' },
  invalid_type: { en: 'The answer does not have the form of this question.', ja: '回答の形式がこの質問に合いません。' },
  invalid_code: { en: 'The answer is not on the list.', ja: '一覧にない回答です。' },
  invalid_date: { en: 'This cannot be read as a year.', ja: '年として読み取れません。' },
  invalid_characters: { en: 'The text holds invisible characters.', ja: '見えない文字が含まれています。' },
  identifier: {
    en: 'This looks like something that could identify a person. Please remove it.',
    ja: '個人を特定できる情報のようです。削除してください。',
  },
  too_long: { en: 'The text is too long.', ja: '文字数の上限を超えています。' },
  too_many: { en: 'Too many answers or rows.', ja: '回答または行の数が上限を超えています。' },
  too_few: { en: 'At least one row is needed.', ja: '1行以上必要です。' },
  other_code_word: {
    en: 'A correction keeps the case reference of its case.',
    ja: '訂正では、事例の符号を変えることはできません。',
  },
  duplicate_key: { en: 'The case reference stands in the file twice.', ja: 'この符号がファイルの中に二度あります。' },
  case_exists: {
    en: 'A case with this case reference is held already. To correct it, send the file with existing=replace.',
    ja: 'この符号の事例はすでに登録されています。訂正する場合は existing=replace で送ってください。',
  },
  too_large: { en: 'The line is too long to be a case.', ja: '1件の事例としては長すぎる行です。' },
  check_characters: { en: 'A character of the receipt code is wrong.', ja: '受付番号の文字に誤りがあります。' },
  signed_and_reference: {
    en: 'A signed case has no case reference: its tag stands for it.',
    ja: '署名された事例では、符号の代わりにタグだけを送ります。',
  },
  invalid_signed: {
    en: 'Tag, signature, generation or edition do not have their form.',
    ja: 'タグ、署名、世代または版の形式が正しくありません。',
  },
  no_earlier_tag: {
    en: 'There is no earlier tag in the first generation, and it is another one than the tag.',
    ja: '最初の世代に以前のタグはなく、タグと同じものも使えません。',
  },
  reference_may_be_name: {
    en: 'The case reference may be the name of a person: words without a number.',
    ja: '符号が人の名前のようです。数字のない言葉になっています。',
  },
  stale_version: {
    en: 'The case has another version by now: sign the next one.',
    ja: '事例の版が変わっています。次の版として署名してください。',
  },
  record_differs: {
    en: 'The signature does not belong to the case as the server reads it.',
    ja: '署名がサーバーの読み取った内容と一致しません。',
  },
  unknown_key: { en: 'There is a field here that the questionnaire does not have.', ja: '調査票にない項目があります。' },
  R01: {
    en: 'Without a basis for use in tables the case is not accepted, and nothing of it is kept.',
    ja: '集計に利用できる根拠がない事例は受け付けず、何も保存しません。',
  },
  R02: { en: 'The age when recruited is above the age at registration.', ja: '勧誘時の年齢が受付時の年齢より上です。' },
  R03: {
    en: 'Under 18 when the exploitation began, but an adult when recruited?',
    ja: '搾取の開始時は18歳未満ですが、勧誘時は18歳以上となっています。',
  },
  R04: {
    en: 'Under 18 at registration, so also when the exploitation began.',
    ja: '受付時に18歳未満であれば、搾取の開始時も18歳未満です。',
  },
  R05: {
    en: 'The year is before 1980, in the future, or the arrival is after the registration.',
    ja: '1980年より前、未来、または来日が受付より後の年です。',
  },
  R06: { en: 'A leg does not start where the one before it ended.', ja: '前の区間の到着国と次の区間の出発国が違います。' },
  R07: { en: 'This leg starts and ends in the same country.', ja: '出発国と到着国が同じ区間です。' },
  R08: { en: 'No leg leads to exploitation.', ja: '搾取の場所に至る区間がありません。' },
  R09: { en: 'Exploitation was only intended, but has a duration – or the reverse.', ja: '「搾取の前に保護」と搾取の期間が合いません。' },
  R10: { en: '“None”, “not known” and the like stand alone.', ja: '「なし」「不明」などは他の回答と同時に選べません。' },
  R11: { en: 'Your earlier answer means that this question does not apply.', ja: '前の回答により、この質問は回答の対象外です。' },
  R12: { en: 'A Japanese national with a residence status?', ja: '日本国籍ですが、在留資格が回答されています。' },
  R13: {
    en: 'Entered as a Japanese national, but Japan is not among the citizenships.',
    ja: '日本国籍で入国とありますが、国籍に日本がありません。',
  },
  R14: { en: 'No debt, but debt as a means of control?', ja: '借金はないとありますが、支配の手段に借金があります。' },
  R15: {
    en: 'Documents held by others, but not named as a means of control.',
    ja: '旅券等を他者が持っていますが、支配の手段に書類の取り上げがありません。',
  },
  R16: {
    en: 'Returned by deportation, but the outcome of residence says otherwise.',
    ja: '退去強制で帰国とありますが、在留の結果と合いません。',
  },
  R17: { en: 'Still inside, but with a place of stay after leaving?', ja: 'まだ離れていないとありますが、離れた後の滞在先があります。' },
  R18: { en: '“No” stands alone.', ja: '「いいえ」は他の回答と同時に選べません。' },
  R22: {
    en: 'Your organisation has not registered a rule for existing records.',
    ja: '既存の記録の利用に関する団体の規程が登録されていません。',
  },
  R23: { en: 'Is the consenting guardian someone without a part in this?', ja: '同意した保護者は、この件に関わっていない人ですか。' },
  R24: {
    en: 'Nothing is answered about the person: without one such answer it is not a case.',
    ja: '本人についての回答が一つもありません。回答が一つもないものは事例として受け付けません。',
  },
  not_utf8: { en: 'The text holds a sign for bytes that could not be read.', ja: '読み取れなかった文字の記号が含まれています。' },
} as const satisfies Record<string, Text>

/** Findings that a partner can confirm: the flags, and the question of R23. */
export const CONFIRMABLE = [
  'R03',
  'R06',
  'R07',
  'R08',
  'R09',
  'R12',
  'R13',
  'R14',
  'R15',
  'R16',
  'R17',
  'R23',
] as const satisfies readonly CheckId[]
