/** Phrases of categories that several variables share: their nouns stand once, and each variable has its sentence around them. */
import type { CategoryPhrases } from './phrase.ts'

/** A noun in a sentence, with its article, and beside a bar, without. */
export type Nouns = readonly [en: string, ja: string, nameEn: string, nameJa: string]

type Wording = (...nouns: Nouns) => CategoryPhrases

/**
 * One line for each entry of a table of nouns.
 * @example each({ police: ['the police', '警察', 'police', '警察'] }, reached).police
 */
export const each = <Code extends string>(nouns: Readonly<Record<Code, Nouns>>, sentence: Wording) =>
  Object.fromEntries(Object.entries<Nouns>(nouns).map(([code, words]) => [code, sentence(...words)])) as {
    readonly [code in Code]: CategoryPhrases
  }
