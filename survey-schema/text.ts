/** A sentence in both languages. A table of words `satisfies Words`, so a language that is missing does not compile. */
export const LANGUAGE_IDS = ['ja', 'en'] as const
export type Language = (typeof LANGUAGE_IDS)[number]

export interface Text {
  readonly ja: string
  readonly en: string
}

export type Words = Readonly<Record<string, Text | ((...values: never[]) => Text)>>

export const LANGUAGES = [
  { id: 'ja', name: '日本語' },
  { id: 'en', name: 'English' },
] as const satisfies readonly { id: Language; name: string }[]

export const isLanguage = (value: unknown): value is Language => value === 'ja' || value === 'en'

/** 1234 as "1,234", alike in both languages (table plan, section 8). */
export const numeral = (value: number) => value.toLocaleString('en-US')
