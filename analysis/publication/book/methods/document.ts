/** The methods as data: sentences in both languages and tables whose figures are computed. Pages and files only lay it out. */
import type { Text } from '../../../../survey-schema/text.ts'

/** A code or a number reads the same in both languages. */
export type MethodsEntry = Text | string | number

export type MethodsBlock =
  | { readonly kind: 'text'; readonly words: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'formula'; readonly text: string }
  | MethodsTable

export interface MethodsTable {
  readonly kind: 'table'
  readonly id: string
  readonly caption: Text
  readonly head: readonly Text[]
  /** The first entry names its row. */
  readonly rows: readonly (readonly MethodsEntry[])[]
}

export interface MethodsSection {
  readonly id: string
  readonly title: Text
  readonly blocks: readonly MethodsBlock[]
}

export interface MethodsDocument {
  readonly title: Text
  readonly lead: Text
  readonly sections: readonly MethodsSection[]
}

export const paragraph = (ja: string, en: string): MethodsBlock => ({ kind: 'text', words: { ja, en } })
export const list = (...items: readonly (readonly [ja: string, en: string])[]): MethodsBlock => ({
  kind: 'list',
  items: items.map(([ja, en]) => ({ ja, en })),
})

/** A share, 0 to 1, as percent with one decimal. @example percent(0.425) // '42.5%' */
export const percent = (share: number): string => `${(100 * share).toFixed(1)}%`
