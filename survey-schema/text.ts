/** Sentences in both languages, and figures as sentences print them. */
export const LANGUAGE_IDS = ['ja', 'en'] as const
export type Language = (typeof LANGUAGE_IDS)[number]

/** A sentence or a label in both languages. */
export interface Text {
  readonly ja: string
  readonly en: string
}

/** @example text('性別', 'Gender') // { ja: '性別', en: 'Gender' } */
export const text = (ja: string, en: string): Text => ({ ja, en })

/** The words of a page by name. Such a table `satisfies Words`, so a language that is missing does not compile. */
export type Words = Readonly<Record<string, Text | ((...values: never[]) => Text)>>

export const LANGUAGES = [
  { id: 'ja', name: '日本語' },
  { id: 'en', name: 'English' },
] as const satisfies readonly { id: Language; name: string }[]

export const isLanguage = (value: unknown): value is Language => value === 'ja' || value === 'en'

/**
 * A whole number as it is printed, alike in both languages and on every machine (table plan, section 8).
 * @example numeral(1304) // '1,304'
 */
export const numeral = (value: number): string => String(value).replaceAll(/\B(?=(?:\d{3}){1,9}$)/g, ',')
