/**
 * Identifier detection: which kinds of identifier a text holds. It names kinds and changes nothing. Our own words (codes, labels,
 * countries, prefectures, bands) never count as identifiers.
 */
import { allOurWords, isOurWord } from './own-words.ts'
import type { DetectedKind } from './shape.ts'
import { type IsTelephone, shapesIn } from './shapes-in.ts'
import { unmask } from './unmask.ts'

let ownPhrasesPattern: RegExp | undefined

/** Our own labels that look like an identifier ("Under 500,000 yen"), longest first, as one pattern. */
function ownPhrases(): RegExp {
  if (!ownPhrasesPattern) {
    const source = allOurWords()
      .map(unmask)
      .filter((word) => shapesIn(word).length > 0)
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join('|')
    ownPhrasesPattern = new RegExp(source === '' ? '(?!)' : `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{N}])`, 'giu')
  }
  return ownPhrasesPattern
}

/**
 * Kinds of identifier in one text, the most specific first; none where the text is one of our own words.
 * @example kindsIn('call 090-1234-5678') // ['telephone']
 */
export function kindsIn(text: string, isTelephone?: IsTelephone): readonly DetectedKind[] {
  if (isOurWord(text)) return []
  const plain = unmask(text)
  const found = shapesIn(plain, isTelephone)
  if (found.length === 0) return found
  // Looked up only now: most texts hold nothing, and the list is long.
  const rest = plain.replace(ownPhrases(), ' ')
  return rest === plain ? found : shapesIn(rest, isTelephone)
}

export interface IdentifierDetector {
  /** Kinds of identifier in one text. */
  kindsIn(text: string): readonly DetectedKind[]
}

/** With the numbering plans of the world, which load on first use and then stay. */
export async function loadIdentifierDetector(): Promise<IdentifierDetector> {
  const { isTelephone } = await (await import('./phones.ts')).loadPhones()
  return { kindsIn: (text) => kindsIn(text, isTelephone) }
}
