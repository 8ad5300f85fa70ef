/** Sentences from words and figures: both languages of a sentence are printed from its parts, by one function. */
import type { Sentence, SentencePart } from '../../../survey-schema/release/sentence.ts'
import { LANGUAGE_IDS, type Language, numeral } from '../../../survey-schema/text.ts'
import { polite } from './polite.ts'
import { roundedWords } from './rounding.ts'

/** The most that one grammatical sentence, or the title of a drawing, may be long: words in English, characters in Japanese. */
export const LONGEST = { sentence: { en: 25, ja: 60 }, headline: { en: 15, ja: 40 } } as const

type SentenceParts = readonly SentencePart[]

/**
 * The parts of a sentence in one language. An empty value leaves no second space behind.
 * @example said`Of the ${base} reported cases`
 */
export function said(words: TemplateStringsArray, ...values: readonly (SentencePart | SentenceParts)[]): SentenceParts {
  const parts: SentencePart[] = []
  for (const part of words.flatMap((word, at) => [word, ...[values[at] ?? []].flat()])) {
    const last = parts.at(-1)
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = joined(last, part)
    else if (part !== '') parts.push(part)
  }
  return parts
}

const joined = (before: string, after: string) => `${before}${before.endsWith(' ') ? after.replace(/^ /, '') : after}`.replace(' ,', ',')

/**
 * The cases that a modifier restricts, in English.
 * @example cases('from Thailand') // 'reported cases from Thailand'
 * @example cases('reported by embassies') // 'cases reported by embassies'
 */
export function cases(modifier: string, reported: 'reported' | 'Reported' = 'reported'): string {
  const noun = modifier.startsWith('reported ') ? (reported === 'Reported' ? 'Cases' : 'cases') : `${reported} cases`
  return modifier === '' ? noun : `${noun} ${modifier}`
}

/** In Japanese, and shorter where the restriction of the cases takes many characters. */
export const CASES_JA = ['報告事例', '事例'] as const

/** In English, with "and" before the last. @example enumerated([['a'], ['b'], ['c']]).join('') // 'a, b and c' */
export const enumerated = (parts: readonly SentenceParts[]): SentenceParts =>
  parts.flatMap((part, at) => (at === 0 ? part : [at === parts.length - 1 ? ' and ' : ', ', ...part]))

/** What a sentence is made from. The Japanese ends in words of ours, which have a polite form, or is a title without a verb at its end. */
interface Worded {
  readonly ja: SentenceParts
  readonly en: SentenceParts
}

/** An English sentence begins with a capital, whatever it begins with. */
export function sentence({ ja, en }: Worded): Sentence {
  const printed = { ja: printedParts(ja, 'ja'), en: printedParts(en, 'en') }
  return {
    ja: printed.ja,
    en: printed.en.charAt(0).toUpperCase() + printed.en.slice(1),
    parts: { ja, en },
    polite: polite(printed.ja),
  }
}

const printedParts = (parts: SentenceParts, language: Language) => parts.map((part) => printedPart(part, language)).join('')

/** @example printedPart({ kind: 'share', cells: [], of: [], figure: 54 }, 'en') // '54%' */
export function printedPart(part: SentencePart, language: Language): string {
  if (typeof part === 'string') return part
  if (part.kind === 'rounded') return roundedWords(part.figure)[language]
  return part.kind === 'share' ? `${part.figure}%` : numeral(part.figure)
}

/** The grammatical sentences of a text. */
const sentencesIn = (text: string, language: Language) => text.split(language === 'en' ? /(?<=\.) / : /(?<=。)(?=.)/)

const lengthOf = (text: string, language: Language) =>
  language === 'en' ? text.split(' ').filter((word) => word !== '').length : [...text].length

/** Whether no grammatical sentence is longer than it may be, in either language. */
export const fits = (one: Sentence, as: keyof typeof LONGEST = 'sentence'): boolean =>
  LANGUAGE_IDS.every((language) => sentencesIn(one[language], language).every((text) => lengthOf(text, language) <= LONGEST[as][language]))

/** Whether it is a single grammatical sentence in both languages. */
export const isSingle = (one: Sentence): boolean => LANGUAGE_IDS.every((language) => sentencesIn(one[language], language).length === 1)

/** The first of several wordings that is short enough, in the order of preference. */
export const firstThatFits = (wordings: readonly Sentence[]): Sentence | null => wordings.find((one) => fits(one)) ?? null
