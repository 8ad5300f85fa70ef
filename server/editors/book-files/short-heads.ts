/** Heads of narrow columns: what stands in brackets after a name is said once in the notes of the chapter. */
import type { PrintedGrid } from '../../../analysis/publication/formats/printed-grid.ts'
import type { Language, Text } from '../../../survey-schema/text.ts'

/** By the code of the line. A line with the same code and other words, of an older edition, keeps its own. */
const SHORT: Readonly<Record<string, { readonly long: string; readonly short: Text }>> = {
  no_answer: { long: 'No answer (not known, not given or not asked)', short: { ja: '回答なし', en: 'No answer' } },
  rest: { long: 'Other (small categories included)', short: { ja: 'その他', en: 'Other' } },
}

export const SHORT_HEADS_NOTE: Text = {
  ja: '列の見出し：「回答なし」は不明・回答を控えた・記録なし、「その他」は少数の区分を含む。',
  en: 'Heads of columns: “No answer” is not known, not given or not asked; “Other” includes small categories.',
}

export const shortHead = ({ code, words }: PrintedGrid['heads'][number], language: Language): string => {
  const short = SHORT[code]
  return short?.long === words.en ? short.short[language] : words[language]
}
