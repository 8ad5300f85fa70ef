/** A text about method as data: sentences in both languages, tables whose figures are computed. A page only lays it out. */

export interface Words {
  readonly en: string
  readonly ja: string
}

/** A code or a number reads the same in both languages. */
export type Entry = Words | string | number

export type Block =
  | { readonly kind: 'text'; readonly words: Words }
  | { readonly kind: 'list'; readonly items: readonly Words[] }
  | { readonly kind: 'formula'; readonly text: string }
  | Table

export interface Table {
  readonly kind: 'table'
  readonly id: string
  readonly caption: Words
  readonly head: readonly Words[]
  /** The first entry names its row. */
  readonly rows: readonly (readonly Entry[])[]
}

export interface Section {
  readonly id: string
  readonly title: Words
  readonly blocks: readonly Block[]
}

export interface MethodsDocument {
  readonly title: Words
  readonly lead: Words
  readonly sections: readonly Section[]
}

export const text = (ja: string, en: string): Block => ({ kind: 'text', words: { ja, en } })
export const list = (...items: readonly (readonly [ja: string, en: string])[]): Block => ({
  kind: 'list',
  items: items.map(([ja, en]) => ({ ja, en })),
})
export const words = (ja: string, en: string): Words => ({ ja, en })

/** 1304 as `1,304`. */
export const grouped = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')

/** A share as percent with one decimal. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)}%`
