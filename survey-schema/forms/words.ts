/** Texts of the forms other than the questions, in English and Japanese. Those in `FORM_WORDS` have every further language too. */

import type { RULES } from '../answers/rules.ts'
import type { Group, PrivacyClass } from '../questionnaire/question.ts'
import type { Text } from '../text.ts'

export const TITLE: Text = { en: 'JNATIP case questionnaire', ja: 'JNATIP 事例調査票' }

/** Stands before the first question of every form. */
export const INDEPENDENCE: Text = {
  en: 'Help does not depend on your answer.',
  ja: '支援を受けられるかどうかは、この回答とは関係ありません。',
}

export const GROUP_WORDS: Readonly<Record<Group, Text>> = {
  route_legs: { en: 'Parts of the journey', ja: '移動の区間' },
  contact_steps: { en: 'Organisations reached', ja: 'つながった機関' },
}

export const GROUP_HINTS: Readonly<Record<Group, Text>> = {
  route_legs: {
    en: 'In parts, from where the journey began; 1 to 8 parts, countries only. If everything happened inside Japan, Japan stands at both ends.',
    ja: '移動を、始まった場所から順に区間に分けて記入する（1～8区間、国のみ）。日本国内だけの場合は、出発国も到着国も日本とする。',
  },
  contact_steps: {
    en: 'Every organisation the person reached, in order; up to 6. Yours is usually the last.',
    ja: '本人がつながった機関を順番に記入する（6段階まで）。記入している団体は、たいてい最後の段階になる。',
  },
}

export const STEPS_ASK: Text = {
  en: 'Was any organisation reached on the way to help?',
  ja: '支援につながるまでに、どこかの機関につながりましたか。',
}
export const STEPS_REACHED: Text = { en: 'Yes (in order, below)', ja: 'つながった（順番に記入する）' }
export const STEPS_NONE: Text = { en: 'No organisation was reached', ja: 'どこにもつながらなかった' }

/** What a form says beside its questions. `{most}` stands for a number. */
export const FORM_WORDS = {
  independence: INDEPENDENCE,
  not_reviewed: {
    en: 'This translation has not yet been reviewed by a native speaker.',
    ja: 'この翻訳は、まだ母語話者の確認を受けていません。',
  },
  route_legs_hint: GROUP_HINTS.route_legs,
  contact_steps_hint: GROUP_HINTS.contact_steps,
  steps_ask: STEPS_ASK,
  steps_reached: STEPS_REACHED,
  steps_none: STEPS_NONE,
  year_missing: { en: 'If the year cannot be given', ja: '年を記入できないとき' },
  up_to: { en: 'Up to {most}.', ja: '{most}つまで。' },
  year_hint: { en: 'Year (four digits)', ja: '西暦（4桁）' },
  length_hint: { en: 'Up to {most} characters', ja: '{most}文字まで' },
  rows: { en: 'At most {most} rows.', ja: '{most}行まで。' },
} as const satisfies Readonly<Record<string, Text>>

export type FormWord = keyof typeof FORM_WORDS

/** Rules that a form can check by itself. */
export type FormRule = Extract<keyof typeof RULES, 'R01' | 'R10' | 'invalid_date' | 'too_long'>

export const PRIVACY: Readonly<Record<PrivacyClass, { readonly name: Text; readonly meaning: Text }>> = {
  direct_identifier: {
    name: { en: 'Direct identifier', ja: '直接識別子' },
    meaning: { en: 'Never stored and never sent; exists on paper only.', ja: '保存も送信もしない。紙の調査票にのみある。' },
  },
  quasi_identifier: {
    name: { en: 'Quasi-identifier', ja: '準識別子' },
    meaning: {
      en: 'Could single a person out together with other facts. Leaves only through its ladder and the table threshold.',
      ja: '他の情報と合わせると個人が特定されるおそれがある。段階的にまとめたうえで、表の基準を満たすものだけを公表する。',
    },
  },
  sensitive: {
    name: { en: 'Sensitive', ja: '機微' },
    meaning: {
      en: 'Could harm, shame or incriminate. Single tables first; at most one quasi-identifier beside it.',
      ja: '本人を傷つける、恥をかかせる、罪に問われるおそれがある。まず単独の表で公表し、組み合わせる準識別子は一つまで。',
    },
  },
  harmless: {
    name: { en: 'Harmless', ja: '一般' },
    meaning: { en: 'Neither; the table threshold applies.', ja: '上のいずれにも当たらない。表の基準は適用する。' },
  },
  administrative: {
    name: { en: 'Administrative', ja: '管理情報' },
    meaning: { en: 'Runs the platform; not exported case by case.', ja: '運営のための情報。事例ごとには公表しない。' },
  },
}

export const TYPE_WORDS: Readonly<Record<'single' | 'multiple' | 'date_precision' | 'text', Text>> = {
  single: { en: 'one answer', ja: '一つ選択' },
  multiple: { en: 'several answers', ja: '複数選択' },
  date_precision: { en: 'year', ja: '西暦年' },
  text: { en: 'text', ja: '文字' },
}
