/** Finding an entry of a long list by what somebody types: its code, its name in any language of the form, or the reading of its kanji. Pure. */
import type { Text } from '../../survey-schema/text.ts'

export interface ListEntry {
  readonly code: string
  readonly label: Text
  /** What it is found by, as `comparable` writes it. */
  readonly words: readonly string[]
}

/** Katakana stand 0x60 behind hiragana. */
const hiragana = (text: string) => text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))

/**
 * Lower case, without accents and signs, katakana as hiragana; words stay apart.
 * @example comparable('Côte d’Ivoire') // 'cote d ivoire'
 */
export const comparable = (text: string): string =>
  hiragana(
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036F]/g, '')
      .normalize('NFC')
      .toLowerCase(),
  )
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim()

/** 0 is best; null where the entry is not meant. */
function rank(entry: ListEntry, typed: string): number | null {
  if (comparable(entry.code) === typed) return 0
  if (entry.words.some((word) => word.startsWith(typed))) return 1
  if (entry.words.some((word) => word.includes(` ${typed}`))) return 2
  return entry.words.some((word) => word.includes(typed)) ? 3 : null
}

/** Best first, in the order of the list among equals; all of them where nothing is typed. */
export function foundIn(entries: readonly ListEntry[], typed: string): readonly ListEntry[] {
  const looked = comparable(typed)
  if (looked === '') return entries
  return entries
    .flatMap((entry) => {
      const place = rank(entry, looked)
      return place === null ? [] : [{ entry, place }]
    })
    .sort((one, other) => one.place - other.place)
    .map(({ entry }) => entry)
}
