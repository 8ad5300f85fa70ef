/** Readings of kanji, written behind them as `国《くに》`: for a page, which shows them over the kanji, and for plain text. */

export interface FuriganaPart {
  readonly text: string
  /** How `text` is read; null where nothing needs to be said. */
  readonly reading: string | null
}

/** A run of kanji is looked at once, from its beginning. */
const READING = /(?<![\p{Script=Han}々])(\p{Script=Han}[\p{Script=Han}々]*)《([^《》]*)》/gu

/** @example furigana('国《くに》の名') // [{ text: '国', reading: 'くに' }, { text: 'の名', reading: null }] */
export function furigana(text: string): readonly FuriganaPart[] {
  const parts: FuriganaPart[] = []
  let from = 0
  const plainUntil = (end: number) => {
    if (end > from) parts.push({ text: text.slice(from, end), reading: null })
  }
  for (const { 0: whole, 1: kanji = '', 2: reading = '', index } of text.matchAll(READING)) {
    plainUntil(index)
    parts.push({ text: kanji, reading })
    from = index + whole.length
  }
  plainUntil(text.length)
  return parts
}

/** @example withBrackets('国《くに》に帰《かえ》る') // '国（くに）に帰（かえ）る' */
export const withBrackets = (text: string): string => text.replaceAll(/《([^《》]*)》/g, '（$1）')
