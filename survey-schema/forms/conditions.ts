/** A condition in words, English and Japanese, for those who read the questionnaire without a machine. */

import { questionById } from '../questionnaire/index.ts'
import type { Condition } from '../questionnaire/question.ts'
import type { Text } from '../text.ts'
import { codesOf } from './offered.ts'

/** How a question is called in the sentence. */
export type NameOf = (id: string) => Text

export function conditionWords(condition: Condition, nameOf: NameOf): Text {
  switch (condition.op) {
    case 'and':
      return joined(condition.args, nameOf, { en: ', and ', ja: '、かつ' })
    case 'or':
      return joined(condition.args, nameOf, { en: ', or ', ja: '、または' })
    case 'answered': {
      const name = nameOf(condition.q)
      return { en: `${name.en} is answered`, ja: `${name.ja}に回答がある` }
    }
    default: {
      const name = nameOf(condition.q)
      const values = valuesOf(condition.q, condition.values)
      const several = condition.values.length > 1
      const row =
        questionById(condition.q)?.group === 'contact_steps' ? { en: 'step', ja: '段階' } : { en: 'part of the journey', ja: '区間' }
      if (condition.op === 'any_row')
        return { en: `in at least one ${row.en}, ${name.en} is ${values.en}`, ja: `${name.ja}が${values.ja}の${row.ja}がある` }
      if (condition.op === 'in')
        return { en: `${name.en} is ${values.en}`, ja: `${name.ja}が${values.ja}${several ? 'のいずれか' : ''}である` }
      return { en: `${name.en} includes ${values.en}`, ja: `${name.ja}に${values.ja}${several ? 'のいずれか' : ''}が含まれる` }
    }
  }
}

function joined(args: readonly Condition[], nameOf: NameOf, by: Text): Text {
  const parts = args.map((part) => conditionWords(part, nameOf))
  return { en: parts.map((part) => part.en).join(by.en), ja: parts.map((part) => part.ja).join(by.ja) }
}

function valuesOf(id: string, values: readonly string[]): Text {
  const question = questionById(id)
  const labels = values.map((value) => (question ? codesOf(question).find(({ code }) => code === value) : undefined))
  const en = labels.map((label, at) => `“${label?.en ?? values[at]}”`)
  return {
    en: en.length > 1 ? `${en.slice(0, -1).join(', ')} or ${en.at(-1)}` : (en[0] ?? ''),
    ja: labels.map((label, at) => `「${label?.ja ?? values[at]}」`).join('、'),
  }
}

/** Ids of the questions that decide it, each once. */
export function questionsIn(condition: Condition): readonly string[] {
  return [...new Set('args' in condition ? condition.args.flatMap(questionsIn) : [condition.q])]
}
